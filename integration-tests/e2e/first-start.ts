import type { Page } from "playwright-core"
import type { AdminWalmartFinding, AdminWalmartOrderCounts } from "../../src/types/http"

/** Calls of a route of the plugin's admin API. */
export const api = (path: string) => new RegExp(`/admin/walmart/${path}(\\?|$)`)

/** The options name no account, and nothing was ever fetched. */
export async function firstStart(page: Page): Promise<void> {
  const answers: [string, object][] = [
    ["accounts", { accounts: [], count: 0, offset: 0, limit: 500 }],
    ["keys", { keys: [], obstacle: null, obstacle_words: null }],
    ["status", { connected: false, message: "", notes: [], accounts: [], missing_accounts: [] }],
    ["orders", { orders: [], count: 0, offset: 0, limit: 20 }],
    ["orders/counts", { counts: NO_ORDERS }],
    ["doctor", { ok: false, findings: NO_ACCOUNT }],
  ]
  for (const [path, json] of answers)
    await page.route(api(path), (route) => route.fulfill({ json }))
}

const NO_ORDERS: AdminWalmartOrderCounts = {
  ...{ open: 0, partially_shipped: 0, shipped: 0, canceled: 0, needs_attention: 0 },
  ...{ import_failed: 0, shipped_by_walmart: 0, tasks: 0 },
  deadlines: {
    ...{ acknowledge_overdue: 0, acknowledge_soon: 0, auto_cancel_soon: 0, customer_asked: 0 },
    ...{ due_today: 0, due_tomorrow: 0, ship_overdue: 0, ship_soon: 0 },
  },
}

const NO_ACCOUNT: AdminWalmartFinding[] = [
  {
    ...{ check: "migrations", account_id: null, state: "ok", message: "Migrated.", remedy: null },
    words: { message: [{ key: "check_migrations.message", params: {} }], remedy: [] },
  },
  {
    ...{ check: "accounts", account_id: null, state: "fault" },
    message: "The plugin's options name no Walmart account.",
    remedy: "Add the account with its keys in medusa-config and restart.",
    words: {
      message: [{ key: "check_accounts.message_none", params: {} }],
      remedy: [{ key: "check_accounts.remedy_none", params: {} }],
    },
  },
]
