import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartAccountListResponse } from "../../types/http"
import { callApi } from "./api"
import { keys } from "./keys"

/** All accounts; stores have a handful. */
export function useAccounts() {
  const query = { limit: 500 }
  return useQuery({
    queryKey: keys.accounts,
    queryFn: () => callApi<AdminWalmartAccountListResponse>("walmart/accounts", { query }),
    select: ({ accounts }) => accounts,
    staleTime: 5_000,
  })
}
