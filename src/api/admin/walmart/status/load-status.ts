import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import { absences } from "../../../../modules/walmart/config/absent-account"
import { unmigrated } from "../../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { effectiveSettings } from "../../../../modules/walmart/config/settings"
import type { AccountReport } from "../../../../modules/walmart/reports/status-sql"
import type {
  AdminWalmartAccountStatus,
  AdminWalmartStatusResponse,
  WalmartWords,
} from "../../../../types/http"
import {
  inARow,
  phrase,
  type Phrase,
  spoken,
  type Text,
  textIn,
  verbatim,
  type Words,
} from "../../../../walmart/words/phrase"
import { storeNotes } from "../../../../workflows/settings/store-notes"
import { webhookState } from "../accounts/load-webhooks"
import { iso } from "../present"

/** How sending is doing, for each account, and what is wrong between the plugin's options and the store. */
export async function loadStatus(container: MedusaContainer): Promise<AdminWalmartStatusResponse> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { accounts, unconnected } = walmart.options
  if (!(await walmart.tables.ready())) return notConnected(unmigrated())
  const missing = await walmart.missingAccounts()
  const absent = absences(walmart.options, missing).map((absence) => textIn(inARow(absence)))
  if (accounts.length === 0) {
    const why = unconnected.length === 0 ? "message_no_account" : "message_no_keys"
    const more = { notes: absent, missing_accounts: missing }
    return notConnected([phrase("connection", why, {}), ...wordsIn(absent)], more)
  }
  const [states, ofStore] = await Promise.all([loadAccountStatuses(walmart), storeNotes(container)])
  const notes = [...absent, ...ofStore]
  const connected = states.some((state) => state.connected)
  const said = spoken([...connections(states), ...wordsIn(notes)])
  return { connected, ...said, notes, accounts: states, missing_accounts: missing }
}

function wordsIn(notes: Text[]): Phrase[] {
  return notes.flatMap(({ words }) => words)
}

/** Of which accounts Walmart answers the calls, and why not those of the others. */
function connections(states: AdminWalmartAccountStatus[]): Phrase[] {
  const named = ({ id, market }: AdminWalmartAccountStatus) => `${id} (${market})`
  const connected = states.filter((state) => state.connected)
  const others = states.filter((state) => !state.connected)
  const accounts = connected.map(named).join(", ")
  return [
    ...(accounts ? [phrase("connection", "message", { accounts })] : []),
    ...others.flatMap((state) => [
      phrase("connection", "message_failed", { account: named(state) }),
      ...whyOf(state),
    ]),
  ]
}

/** What holds an account is newer than the last poll's failure, which may be another one. */
function whyOf(state: AdminWalmartAccountStatus): Phrase[] {
  const { blocked_until: until } = state
  const fetched = saidIn(state.last_poll_error, state.last_poll_error_words)
  const called = saidIn(state.last_error, state.last_error_words)
  const isHeld = until !== null && Date.parse(until) > Date.now()
  const why = isHeld ? (called ?? fetched) : (fetched ?? called)
  return why ?? [phrase("connection", "message_not_asked", {})]
}

function saidIn(english: string | null, words: WalmartWords | null): Phrase[] | null {
  return english === null ? null : ((words as Words | null)?.message ?? verbatim(english))
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
      last_error_words: row?.last_error_words ?? null,
      last_poll_error: row?.last_poll_error ?? null,
      last_poll_error_words: row?.last_poll_error_words ?? null,
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
  phrases: Phrase[],
  more: Partial<Pick<AdminWalmartStatusResponse, "notes" | "missing_accounts">> = {}
): AdminWalmartStatusResponse {
  const nothing = { accounts: [], notes: [], missing_accounts: [] }
  return { connected: false, ...spoken(phrases), ...nothing, ...more }
}

function showReport({ queue, backlog, failedImports, forStaff, ages, ...rest }: AccountReport) {
  const { latency, outcomes, rateLimits } = rest
  return {
    ...queue,
    ...ages,
    backlog: backlog.updates,
    needs_attention: backlog.needs_attention,
    failed_imports: failedImports,
    ...forStaff,
    latency,
    outcomes,
    rate_limits: rateLimits.map((limit) => ({ ...limit, open_until: iso(limit.open_until) })),
  }
}
