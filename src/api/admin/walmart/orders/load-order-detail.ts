import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { knownSettings } from "../../../../modules/walmart/config/settings"
import type {
  AdminWalmartDismissedDiscrepancy,
  AdminWalmartHold,
  AdminWalmartOrderAccount,
  AdminWalmartOrderDetail,
  AdminWalmartOrderUpdate,
  AdminWalmartUpdate,
} from "../../../../types/http"
import { leftOutOf } from "../../../../modules/walmart/orders/left-out-sql"
import type { Market } from "../../../../walmart/markets/market"
import { correctableUntil } from "../../../../walmart/updates/tracking-correction/correction-window"
import { isFulfilledByOthers } from "../../../../walmart/orders/order"
import {
  namedOrderIds,
  readNamedOrder,
  type WalmartOrderRow,
} from "../../../../workflows/shared/find-walmart-rows"
import { loadPlanOfRead } from "../../../../workflows/reconciliation/load-plans"
import { accountState, loadHolds } from "../accounts/account-state"
import { iso, showDiscrepancy, showQueue } from "../present"
import { loadReturns } from "../returns/load-returns"
import { showUpdates } from "../updates/load-updates"
import { cancellationOf, canceledElsewhereOf, reasonsFor, withoutAccount } from "./cancellation"
import { waitingFulfillments } from "./carrier-check"
import { loadUnimported } from "./unimported"
import { listedOrder, medusaOrderOf, sendingAccounts } from "./load-orders"

/** More than one order ever has. */
const MOST_RETURNS = 50

/**
 * Everything the order widget shows, for a Walmart order, its Medusa order, or a purchase order number.
 * @throws MedusaError NOT_FOUND
 */
export async function loadOrderDetail(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartOrderDetail> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { row, known, queues, accounts, holds, ...read } = await readOrder(walmart, id)
  const account = walmart.options.accounts.find((entry) => entry.id === row.account_id)
  const market = account && walmart.market(account.id)
  const around = { orders: [row], queues, now: read.now }
  const [plan, shown, returns] = await Promise.all([
    loadPlanOfRead(container, { found: [row], known, settings: settingsOf(walmart, accounts) }),
    showUpdates(walmart, read.updates, around),
    row.order_id ? returnsOf(container, row.order_id) : [],
  ])
  const medusaOrder = plan?.medusaOrder ?? (await withoutPlan(container, row))
  const unimported = await loadUnimported(container, row, {
    known: known.get(row.id) ?? [],
    hasMedusaOrder: medusaOrder !== undefined,
  })
  return {
    ...listedOrder(row, medusaOrder, read.facts, sendingAccounts(walmart, accounts)),
    ...keptByStaff(row),
    account: accountOf(walmart, { id: row.account_id, accounts, holds }),
    seller_center_url: market?.sellerCenterOrderUrl(row.purchase_order_id) ?? null,
    read_only: isFulfilledByOthers({ shipNode: { type: row.ship_node_type } }),
    updates: shown.map((one) => withChoices(one, row, market)),
    queue: queues[0] ? showQueue(queues[0], read.now) : null,
    canceled_elsewhere: plan ? canceledElsewhereOf(row, plan.input) : [],
    cancellation: account
      ? cancellationOf(row, plan)
      : withoutAccount(row, walmart.absence(row.account_id)),
    fulfillments: plan ? waitingFulfillments(plan) : [],
    carriers: market?.carriers ?? [],
    unimported,
    left_out: showLeftOut(row),
    returns,
  }
}

/** The Medusa order of one whose import has not ended, or whose account is gone. */
async function withoutPlan(container: MedusaContainer, { order_id: id }: WalmartOrderRow) {
  return id ? medusaOrderOf(container, id) : undefined
}

async function returnsOf(container: MedusaContainer, orderId: string) {
  const { returns } = await loadReturns(container, { orderId, limit: MOST_RETURNS, offset: 0 })
  return returns
}

/** An update with what may be chosen when it is corrected. */
function withChoices(
  update: AdminWalmartUpdate,
  row: WalmartOrderRow,
  market: Market | undefined
): AdminWalmartOrderUpdate {
  return {
    ...update,
    offered_reasons: reasonsFor(update, row, market),
    correctable_until: correctableTill(update, market),
  }
}

function correctableTill(
  { kind, status, sent_at }: AdminWalmartUpdate,
  market: Market | undefined
): string | null {
  if (!market || kind !== "shipment" || status !== "sent" || sent_at === null) return null
  const until = correctableUntil(market, { sentAt: Date.parse(sent_at) })
  return until === null ? null : new Date(until).toISOString()
}

/** What people have said about the order itself. */
function keptByStaff(row: WalmartOrderRow) {
  return {
    dismissed_discrepancies: dismissedOf(row),
    case: caseOf(row),
    note: row.note === null ? null : { text: row.note, by: row.note_by, at: iso(row.note_at) },
  }
}

function caseOf({ case_marked_at: at, case_marked_by: by }: WalmartOrderRow) {
  return at && by ? { at: at.toISOString(), by } : null
}

function showLeftOut(row: WalmartOrderRow) {
  const leftOut = leftOutOf(row)
  return leftOut && { ...leftOut, at: leftOut.at.toISOString() }
}

function dismissedOf({
  dismissed_discrepancies: dismissed,
}: WalmartOrderRow): AdminWalmartDismissedDiscrepancy[] {
  return (dismissed ?? []).map((one) => {
    const { note, by, at } = one
    return { ...showDiscrepancy(one), note, by, at }
  })
}

/** The plugin's own rows of an order, each read once. The updates are read before the order, as `loadSides` wants it. */
async function readOrder(walmart: WalmartModuleService, name: string) {
  const named = await namedOrderIds(walmart, name)
  const [id] = named
  const [known, updates, queues, [facts], accounts, holds, now] = await Promise.all([
    walmart.knownUpdates(id),
    walmart.listWalmartUpdates({ walmart_order_id: id }, { order: { sequence: "ASC" } }),
    walmart.listWalmartQueues({ subject_id: id }),
    walmart.orderFacts([id]),
    walmart.listWalmartAccounts({}),
    loadHolds(walmart),
    walmart.databaseNow(),
  ])
  const row = await readNamedOrder(walmart, name, named)
  return { row, known: new Map([[id, known]]), updates, queues, facts, accounts, holds, now }
}

type AccountRow = Awaited<ReturnType<WalmartModuleService["listWalmartAccounts"]>>[number]

function settingsOf(walmart: WalmartModuleService, rows: AccountRow[]) {
  return (accountId: string) =>
    knownSettings(
      walmart.account(accountId),
      rows.find(({ id }) => id === accountId)
    )
}

interface AccountFacts {
  id: string
  accounts: AccountRow[]
  holds: Map<string, AdminWalmartHold>
}

function accountOf(
  walmart: WalmartModuleService,
  { id, accounts, holds }: AccountFacts
): AdminWalmartOrderAccount {
  const options = walmart.options.accounts.find((entry) => entry.id === id)
  const row = accounts.find((one) => one.id === id)
  return {
    id,
    configured: options !== undefined,
    market: options?.market ?? null,
    market_name: options ? walmart.market(id).name : null,
    ...accountState(options, row, holds),
  }
}
