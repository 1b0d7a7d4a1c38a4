import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartStatusResponse } from "../../../types/http"
import { callApi } from "../../data/api"
import { keys } from "../../data/keys"
import { SLOW_MS } from "../../data/polling"

const STATUS_MS = 15_000

/** How the accounts are doing; asked again while the page is looked at. */
export function useStatus() {
  return useQuery({
    queryKey: keys.status,
    queryFn: () => callApi<AdminWalmartStatusResponse>("walmart/status"),
    staleTime: 5_000,
    refetchInterval: ({ state }) => (state.status === "error" ? SLOW_MS : STATUS_MS),
  })
}
