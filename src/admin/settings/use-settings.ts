import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartSettingsResponse } from "../../types/http"
import { callApi } from "../data/api"
import { keys } from "../data/keys"

/** What holds for an account, and what can be chosen. */
export function useSettings(accountId: string) {
  return useQuery({
    queryKey: keys.settings(accountId),
    queryFn: () => callApi<AdminWalmartSettingsResponse>(`walmart/accounts/${accountId}/settings`),
    staleTime: 0,
  })
}
