import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminWalmartAccountStatus } from "../../../../types/http"
import { type AccountFigures, sinceLast } from "../../../../walmart/monitoring/figures"
import { walmartOf } from "../../../../workflows/import/store/load-store"
import { loadAccountStatuses } from "../status/load-status"

/** Figures of every connected account, for monitoring; none while the database is not migrated. Asks Walmart nothing. */
export async function loadFigures(container: MedusaContainer): Promise<AccountFigures[]> {
  const walmart = walmartOf(container)
  if (!(await walmart.tables.ready())) return []
  const statuses = await loadAccountStatuses(walmart)
  return statuses.map((status) => {
    const shown = walmart.client(status.id).shownNow()
    const clockDifference = shown === null ? null : (Date.now() - shown) / 1000
    return { ...figuresOf(status), clockDifference }
  })
}

function figuresOf(status: AdminWalmartAccountStatus): Omit<AccountFigures, "clockDifference"> {
  const { id, market, paused, webhooks, latency, outcomes } = status
  const lastEvent = webhooks?.last_event_at ?? null
  const begun = { added: status.seconds_since_added, up: process.uptime() }
  return {
    ...{ id, market, paused, latency, outcomes },
    dryRun: status.dry_run,
    blocked: status.blocked_until !== null,
    dueOrders: status.due_orders,
    oldestDueSeconds: status.oldest_due_seconds,
    leased: status.leased,
    inDoubt: status.in_doubt,
    backlog: status.backlog,
    needsAttention: status.needs_attention,
    failedImports: status.failed_imports,
    differingOrders: status.differing_orders,
    waitingReturns: status.waiting_returns,
    waitingStock: status.waiting_stock,
    secondsSinceTick: sinceLast({ last: status.seconds_since_tick, ...begun }),
    secondsSincePoll: sinceLast({ last: status.seconds_since_poll, ...begun }),
    secondsSinceSent: status.seconds_since_sent,
    secondsSinceEvent: lastEvent === null ? null : (Date.now() - Date.parse(lastEvent)) / 1000,
    webhooksSilent: Boolean(webhooks?.warning),
    callsLeft: Object.fromEntries(
      status.rate_limits.map(({ endpoint, tokens }) => [endpoint, Math.floor(tokens)])
    ),
  }
}
