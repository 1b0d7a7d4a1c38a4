import type { AdminWalmartSettingsResponse } from "../../types/http"

/** What every settings form of an account gets. */
export interface SettingsProps {
  accountId: string
  response: AdminWalmartSettingsResponse
}
