import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { effectiveSettings } from "../../../../modules/walmart/config/settings"
import type { DismissedDiscrepancy } from "../../../../modules/walmart/orders/discrepancy-sql"
import type {
  AdminWalmartDismissedDiscrepancy,
  AdminWalmartOrderAccount,
  AdminWalmartOrderDetail,
  AdminWalmartOrderUpdate,
} from "../../../../types/http"
import type { Market } from "../../../../walmart/markets/markets"
import { isFulfilledByOthers } from "../../../../walmart/orders/order"
import {
  findWalmartOrder,
  type WalmartOrderRow,
  type WalmartUpdateRow,
} from "../../../../workflows/shared/find-walmart-rows"
import { loadPlanOf } from "../../../../workflows/reconciliation/load-plans"
import { iso, type QueueRow, showDiscrepancy, showQueue } from "../present"
import { ORDER_LIST_FIELDS } from "../query-config"
import { showUpdates } from "../updates/load-updates"
import { cancellationOf, canceledElsewhereOf, reasonsFor, withoutAccount } from "./cancellation"
import { waitingFulfillments } from "./carrier-check"
import { loadOrders } from "./load-orders"

/**
 * Everything the order widget shows, for a Walmart order, its Medusa order, or a purchase order number.
 * @throws MedusaError NOT_FOUND
 */
export async function loadOrderDetail(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartOrderDetail> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const row = await findWalmartOrder(walmart, id)
  const account = walmart.options.accounts.find((entry) => entry.id === row.account_id)
  const market = account && walmart.market(account.id)
  // None needs another's answer, and each is a few round trips to the database.
  const [plan, [order], shownAccount, queues, rows, now] = await Promise.all([
    account ? loadPlanOf(container, row) : undefined,
    loadOrders(container, [row.id], ORDER_LIST_FIELDS),
    accountOf(walmart, row.account_id),
    walmart.listWalmartQueues({ subject_id: row.id }),
    walmart.listWalmartUpdates({ walmart_order_id: row.id }, { order: { sequence: "ASC" } }),
    walmart.databaseNow(),
  ])
  const [updates, fulfillments] = await Promise.all([
    orderUpdates(walmart, { row, market }, rows as unknown as WalmartUpdateRow[], queues),
    plan ? waitingFulfillments(walmart, plan.input) : [],
  ])
  const shipNode = { type: row.ship_node_type, id: row.ship_node_id, name: null }
  return {
    ...order,
    dismissed_discrepancies: dismissedOf(row),
    account: shownAccount,
    seller_center_url: market?.sellerCenterOrderUrl(row.purchase_order_id) ?? null,
    read_only: isFulfilledByOthers({ shipNode }),
    updates,
    queue: queues[0] ? showQueue(queues[0], now) : null,
    canceled_elsewhere: plan ? canceledElsewhereOf(row, plan.input) : [],
    cancellation: account
      ? cancellationOf(row, plan)
      : withoutAccount(row, walmart.absence(row.account_id)),
    fulfillments,
    carriers: market?.carriers ?? [],
  }
}

function dismissedOf({
  dismissed_discrepancies: dismissed,
}: WalmartOrderRow): AdminWalmartDismissedDiscrepancy[] {
  return ((dismissed ?? []) as unknown as DismissedDiscrepancy[]).map((one) => {
    const { note, by, at } = one
    return { ...showDiscrepancy(one), note, by, at }
  })
}

async function accountOf(
  walmart: WalmartModuleService,
  id: string
): Promise<AdminWalmartOrderAccount> {
  const options = walmart.options.accounts.find((entry) => entry.id === id)
  const [row] = await walmart.listWalmartAccounts({ id })
  return {
    id,
    configured: options !== undefined,
    market: options?.market ?? null,
    market_name: options ? walmart.market(id).name : null,
    paused: row?.paused ?? false,
    dry_run: options ? effectiveSettings(options, row?.settings ?? null).dryRun : false,
    blocked_until: iso(row?.blocked_until ?? null),
    last_error: row?.last_error ?? null,
  }
}

async function orderUpdates(
  walmart: WalmartModuleService,
  { row, market }: { row: WalmartOrderRow; market: Market | undefined },
  rows: WalmartUpdateRow[],
  queues: QueueRow[]
): Promise<AdminWalmartOrderUpdate[]> {
  const shown = await showUpdates(walmart, rows, queues)
  return shown.map((update) => ({ ...update, offered_reasons: reasonsFor(update, row, market) }))
}
