import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartSettingsResponse, AdminWalmartStatusResponse } from "../../types/http"
import { callApi } from "../data/api"
import { keys } from "../data/keys"
import { SLOW_MS } from "../data/polling"

/** What holds for an account, and what can be chosen. */
export function useSettings(accountId: string) {
  return useQuery({
    queryKey: keys.settings(accountId),
    queryFn: () => callApi<AdminWalmartSettingsResponse>(`walmart/accounts/${accountId}/settings`),
    staleTime: 0,
  })
}

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
