import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import { absenceTexts } from "../../../../modules/walmart/config/absent-account"
import { UNMIGRATED } from "../../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { effectiveSettings } from "../../../../modules/walmart/config/settings"
import type { AccountReport } from "../../../../modules/walmart/reports/status-sql"
import type { AdminWalmartAccountStatus, AdminWalmartStatusResponse } from "../../../../types/http"
import { storeNotes } from "../../../../workflows/settings/store-notes"
import { webhookState } from "../accounts/load-webhooks"
import { iso } from "../present"

const NOT_CONNECTED = "Not connected: no Walmart account of the plugin's options has its keys."

const NO_ACCOUNT =
  "Not connected: the plugin's options name no Walmart account. Add one under `accounts` in medusa-config and restart."

/** How sending is doing, for each account, and what is wrong between the plugin's options and the store. */
export async function loadStatus(container: MedusaContainer): Promise<AdminWalmartStatusResponse> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { accounts, unconnected } = walmart.options
  if (!(await walmart.tables.ready())) return notConnected(UNMIGRATED)
  const missing = await walmart.missingAccounts()
  const absences = absenceTexts(walmart.options, missing)
  if (accounts.length === 0) {
    const message = unconnected.length === 0 ? NO_ACCOUNT : NOT_CONNECTED
    const more = { notes: absences, missing_accounts: missing }
    return notConnected([message, ...absences].join(" "), more)
  }
  const [states, ofStore] = await Promise.all([loadAccountStatuses(walmart), storeNotes(container)])
  const notes = [...absences, ...ofStore]
  const connected = `Connected: ${accounts.map(({ id, market }) => `${id} (${market})`).join(", ")}.`
  const message = [connected, ...notes].join(" ")
  return { connected: true, message, notes, accounts: states, missing_accounts: missing }
}

/** How the connected accounts are doing. */
export async function loadAccountStatuses(
  walmart: WalmartModuleService
): Promise<AdminWalmartAccountStatus[]> {
  const [rows, reports] = await Promise.all([
    walmart.listWalmartAccounts({}),
    walmart.accountReports(),
  ])
  const states = walmart.options.accounts.map(async (options) => {
    const row = rows.find(({ id }) => id === options.id)
    return {
      id: options.id,
      market: options.market,
      paused: row?.paused ?? false,
      dry_run: effectiveSettings(options, row?.settings).dryRun,
      blocked_until: iso(row?.blocked_until ?? null),
      last_error: row?.last_error ?? null,
      last_poll_error: row?.last_poll_error ?? null,
      webhooks: await webhookState(walmart, options.id),
      ...showReport(reports(options.id)),
    }
  })
  return Promise.all(states)
}

function notConnected(
  message: string,
  more: Partial<Pick<AdminWalmartStatusResponse, "notes" | "missing_accounts">> = {}
): AdminWalmartStatusResponse {
  return { connected: false, message, accounts: [], notes: [], missing_accounts: [], ...more }
}

function showReport({ queue, backlog, ages, latency, outcomes, rateLimits }: AccountReport) {
  return {
    ...queue,
    ...ages,
    backlog: backlog.updates,
    needs_attention: backlog.needs_attention,
    latency,
    outcomes,
    rate_limits: rateLimits.map((limit) => ({ ...limit, open_until: iso(limit.open_until) })),
  }
}
