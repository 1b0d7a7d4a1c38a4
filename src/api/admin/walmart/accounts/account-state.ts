import type WalmartModuleService from "../../../../modules/walmart/service"
import { effectiveSettings } from "../../../../modules/walmart/config/settings"
import type { AdminWalmartAccountState, AdminWalmartHold } from "../../../../types/http"
import { iso } from "../present"

type AccountRow = Awaited<ReturnType<WalmartModuleService["listWalmartAccounts"]>>[number]

/** What holds an account up, or could; the same for the page of orders, for one order and for the settings. */
export function accountState(
  options: Parameters<typeof effectiveSettings>[0] | undefined,
  row: AccountRow | undefined,
  holds: Map<string, AdminWalmartHold>
): Omit<AdminWalmartAccountState, "id"> {
  return {
    paused: row?.paused ?? false,
    paused_at: iso(row?.paused_at ?? null),
    dry_run: options ? effectiveSettings(options, row?.settings).dryRun : false,
    blocked_until: iso(row?.blocked_until ?? null),
    last_error: row?.last_error ?? null,
    last_error_words: row?.last_error_words ?? null,
    last_poll_at: iso(row ? lastFetched(row) : null),
    last_poll_error: row?.last_poll_error ?? null,
    last_returns_poll_error: row?.last_returns_poll_error ?? null,
    last_returns_poll_error_words: row?.last_returns_poll_error_words ?? null,
    last_poll_error_words: row?.last_poll_error_words ?? null,
    hold: (row && holds.get(row.id)) ?? null,
  }
}

/** When orders were last fetched without a failure; a failed poll does not count. */
function lastFetched(row: Pick<AccountRow, "last_poll_at" | "last_poll_error" | "polled_until">) {
  return row.last_poll_error === null ? row.last_poll_at : row.polled_until
}

/** The longest hold of each account whose calls wait now, by account. */
export async function loadHolds(
  walmart: WalmartModuleService
): Promise<Map<string, AdminWalmartHold>> {
  const open_until = { $gt: await walmart.databaseNow() }
  const rows = await walmart.listWalmartRateLimits({ open_until }, { order: { open_until: "ASC" } })
  return new Map(
    rows.flatMap(({ account_id, open_until: until, failures }) => {
      const because = failures > 0 ? ("failing" as const) : ("asked" as const)
      return until ? [[account_id, { because, until: until.toISOString() }] as const] : []
    })
  )
}
