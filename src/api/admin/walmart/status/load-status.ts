import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import { absences } from "../../../../modules/walmart/config/absent-account"
import { UNMIGRATED } from "../../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { effectiveSettings } from "../../../../modules/walmart/config/settings"
import type { AccountReport } from "../../../../modules/walmart/reports/status-sql"
import type { AdminWalmartAccountStatus, AdminWalmartStatusResponse } from "../../../../types/http"
import { type Text, textIn, type Words } from "../../../../walmart/words/phrase"
import { storeNotes } from "../../../../workflows/settings/store-notes"
import { webhookState } from "../accounts/load-webhooks"
import { iso, storedWords } from "../present"

const NOT_CONNECTED = "Not connected: no Walmart account of the plugin's options has its keys."

const NO_ACCOUNT =
  "Not connected: the plugin's options name no Walmart account. Add one under `accounts` in medusa-config and restart."

/** How sending is doing, for each account, and what is wrong between the plugin's options and the store. */
export async function loadStatus(container: MedusaContainer): Promise<AdminWalmartStatusResponse> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { accounts, unconnected } = walmart.options
  if (!(await walmart.tables.ready())) return notConnected(UNMIGRATED)
  const missing = await walmart.missingAccounts()
  const absent = absences(walmart.options, missing).map(({ words }) => noteOf(words))
  if (accounts.length === 0) {
    const message = unconnected.length === 0 ? NO_ACCOUNT : NOT_CONNECTED
    const more = { notes: absent, missing_accounts: missing }
    return notConnected([message, ...absent.map(({ text }) => text)].join(" "), more)
  }
  const [states, ofStore] = await Promise.all([loadAccountStatuses(walmart), storeNotes(container)])
  const notes = [...absent, ...ofStore]
  const connected = states.some((state) => state.connected)
  const message = [...connections(states), ...notes.map(({ text }) => text)].join(" ")
  return { connected, message, notes, accounts: states, missing_accounts: missing }
}

function noteOf({ message, remedy }: Words): Text {
  return textIn([...message, ...remedy])
}

/** Of which accounts Walmart answers the calls, and why not those of the others. */
function connections(states: AdminWalmartAccountStatus[]): string[] {
  const named = ({ id, market }: AdminWalmartAccountStatus) => `${id} (${market})`
  const connected = states.filter((state) => state.connected)
  const others = states.filter((state) => !state.connected)
  const why = ({ last_error, last_poll_error }: AdminWalmartAccountStatus) =>
    last_poll_error ?? last_error ?? "Walmart was not asked yet; orders are fetched within minutes."
  return [
    ...(connected.length > 0 ? [`Connected: ${connected.map(named).join(", ")}.`] : []),
    ...others.map((state) => `Not connected: ${named(state)}. ${why(state)}`),
  ]
}

/** How the accounts that have keys are doing. */
export async function loadAccountStatuses(
  walmart: WalmartModuleService
): Promise<AdminWalmartAccountStatus[]> {
  const [rows, reports] = await Promise.all([
    walmart.listWalmartAccounts({}),
    walmart.accountReports(),
  ])
  const now = Date.now()
  const states = walmart.options.accounts.map(async (options) => {
    const row = rows.find(({ id }) => id === options.id)
    return {
      id: options.id,
      market: options.market,
      paused: row?.paused ?? false,
      dry_run: effectiveSettings(options, row?.settings).dryRun,
      connected: row !== undefined && isConnected(row, now),
      blocked_until: iso(row?.blocked_until ?? null),
      last_error: row?.last_error ?? null,
      last_error_words: storedWords(row?.last_error_words),
      last_poll_error: row?.last_poll_error ?? null,
      last_poll_error_words: storedWords(row?.last_poll_error_words),
      webhooks: await webhookState(walmart, options.id),
      ...showReport(reports(options.id)),
    }
  })
  return Promise.all(states)
}

type AccountRow = Awaited<ReturnType<WalmartModuleService["listWalmartAccounts"]>>[number]

/** An order that could not be read leaves its fetch incomplete, and Walmart has answered nevertheless. */
function isConnected(row: AccountRow, now: number): boolean {
  const { last_answered_at: answered, last_poll_at: polled, blocked_until: held } = row
  if (answered === null || polled === null) return false
  return answered.getTime() >= polled.getTime() && (held === null || held.getTime() <= now)
}

function notConnected(
  message: string,
  more: Partial<Pick<AdminWalmartStatusResponse, "notes" | "missing_accounts">> = {}
): AdminWalmartStatusResponse {
  return { connected: false, message, accounts: [], notes: [], missing_accounts: [], ...more }
}

function showReport({ queue, backlog, failedImports, ages, ...rest }: AccountReport) {
  const { latency, outcomes, rateLimits } = rest
  return {
    ...queue,
    ...ages,
    backlog: backlog.updates,
    needs_attention: backlog.needs_attention,
    failed_imports: failedImports,
    latency,
    outcomes,
    rate_limits: rateLimits.map((limit) => ({ ...limit, open_until: iso(limit.open_until) })),
  }
}
