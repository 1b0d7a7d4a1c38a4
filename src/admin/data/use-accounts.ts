import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartAccountListResponse } from "../../types/http"
import { callApi } from "./api"
import { keys } from "./keys"
import { LIVE_MS } from "./polling"

/** All accounts; stores have a handful. Renewed every half minute while the tab is visible where `isLive`. */
export function useAccounts({ isLive = false } = {}) {
  const query = { limit: 500 }
  return useQuery({
    queryKey: keys.accounts,
    queryFn: () => callApi<AdminWalmartAccountListResponse>("walmart/accounts", { query }),
    select: ({ accounts }) => accounts,
    staleTime: 5_000,
    refetchOnWindowFocus: true,
    refetchInterval: isLive && LIVE_MS,
  })
}
