import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { effectiveSettings } from "../../../../modules/walmart/settings"
import type {
  AdminWalmartCancellation,
  AdminWalmartCarrierResponse,
  AdminWalmartFulfillment,
  AdminWalmartOrderAccount,
  AdminWalmartOrderDetail,
} from "../../../../types/http"
import { checkCancellation } from "../../../../walmart/check-cancellation"
import { offeredReasons } from "../../../../walmart/markets"
import { isFulfilledByWalmart, openQuantity } from "../../../../walmart/order"
import { checkLabel, type Label, type LabelCheck } from "../../../../walmart/packages"
import type { MedusaFulfillment, PlanInput } from "../../../../walmart/plan"
import {
  findWalmartOrder,
  type WalmartOrderRow,
  type WalmartUpdateRow,
} from "../../../../workflows/find-walmart-rows"
import { notFound } from "../../../../workflows/refusals"
import { type LoadedPlan, loadPlans } from "../../../../workflows/load-plans"
import { medusaRefusal } from "../../../../workflows/steps/validate-cancelable"
import { iso, showCheck, showMailbox, showReason, showUnits } from "../present"
import { ORDER_LIST_FIELDS } from "../query-config"
import { showUpdates } from "../updates/load-updates"
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
  const plan = account ? await loadPlan(container, row) : undefined
  const market = account && walmart.market(account.id)
  const [[order], updates, mailboxes, now] = await Promise.all([
    loadOrders(container, [row.id], ORDER_LIST_FIELDS),
    walmart.listWalmartUpdates({ walmart_order_id: row.id }, { order: { sequence: "ASC" } }),
    walmart.listWalmartMailboxes({ walmart_order_id: row.id }),
    walmart.databaseNow(),
  ])
  const shipNode = { type: row.ship_node_type, id: row.ship_node_id, name: null }
  return {
    ...order,
    account: await accountOf(walmart, row.account_id),
    seller_center_url: market?.sellerCenterOrderUrl(row.purchase_order_id) ?? null,
    read_only: isFulfilledByWalmart({ shipNode }),
    updates: await showUpdates(walmart, updates as unknown as WalmartUpdateRow[], mailboxes),
    mailbox: mailboxes[0] ? showMailbox(mailboxes[0], now) : null,
    cancellation: cancellationOf(row, plan),
    fulfillments: plan ? await waitingFulfillments(walmart, plan.input) : [],
    carriers: market?.carriers ?? [],
  }
}

async function loadPlan(container: MedusaContainer, { order_id }: WalmartOrderRow) {
  const [plan] = order_id ? await loadPlans(container, [order_id]) : []
  return plan
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

function cancellationOf(
  row: WalmartOrderRow,
  plan: LoadedPlan | undefined
): AdminWalmartCancellation {
  const open = (plan?.input.walmart.lines ?? []).filter(
    ({ quantities }) => openQuantity(quantities) > 0
  )
  const customerAsked = open.some((line) => line.customerAskedToCancel)
  const reason = row.cancellation_reason ?? (customerAsked ? null : defaultReasonOf(plan))
  const offered =
    plan && open.length > 0 ? offeredReasons(plan.input.market, { customerAsked }) : []
  return {
    reason,
    is_default: reason !== null && row.cancellation_reason === null,
    customer_asked: customerAsked,
    offered: offered.map(showReason),
    refusal: medusaRefusal(row.purchase_order_id, plan) ?? (plan ? walmartRefusal(plan) : null),
  }
}

function defaultReasonOf(plan: LoadedPlan | undefined): string | null {
  return plan?.input.medusa.defaultReason ?? null
}

function walmartRefusal({ input }: LoadedPlan): string | null {
  const checked = checkCancellation(input)
  return checked.allowed ? null : checked.refusal
}

/** Fulfillments that have not left, with the carrier that would be told. */
async function waitingFulfillments(
  walmart: WalmartModuleService,
  input: PlanInput
): Promise<AdminWalmartFulfillment[]> {
  const waiting = input.medusa.fulfillments.filter(
    ({ shippedAt, canceledAt, takenOver }) =>
      shippedAt === null && canceledAt === null && !takenOver
  )
  if (waiting.length === 0) return []
  const choices = await walmart.listWalmartCarrierChoices({
    fulfillment_id: waiting.map(({ id }) => id),
  })
  return waiting.map((fulfillment) => ({
    id: fulfillment.id,
    lines: showUnits(fulfillment.lines),
    chosen: showChoice(choices.find(({ fulfillment_id }) => fulfillment_id === fulfillment.id)),
    mapped: fulfillment.mapped,
    checks: fulfillment.labels.map((label) => showCheck(checkFor(input, fulfillment, label))),
  }))
}

function showChoice(choice: AdminWalmartFulfillment["chosen"] | undefined) {
  if (!choice) return null
  const { carrier, tracking_url, chosen_by } = choice
  return { carrier, tracking_url, chosen_by }
}

/** What would be sent for a label of a fulfillment, by the rules of planner and Ship screen. */
function checkFor(
  input: PlanInput,
  { chosen, mapped }: Pick<MedusaFulfillment, "chosen" | "mapped">,
  label: Label
): LabelCheck {
  return checkLabel(label, {
    market: input.market,
    strictness: input.strictness,
    purchaseOrderId: input.walmart.purchaseOrderId,
    customerOrderId: input.walmart.customerOrderId,
    chosen: chosen?.carrier,
    chosenUrl: chosen?.trackingUrl,
    mapped,
  })
}

/** A tracking number to check, with what is typed or chosen beside it. */
export interface CarrierQuestion {
  fulfillment_id: string
  carrier?: string | null
  tracking_url?: string | null
  tracking_number?: string
}

/** A fulfillment with its carrier, and what would be sent for the number asked about. @throws MedusaError NOT_FOUND */
export async function loadCarrierCheck(
  container: MedusaContainer,
  id: string,
  question: CarrierQuestion
): Promise<AdminWalmartCarrierResponse> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const row = await findWalmartOrder(walmart, id)
  const plan = await loadPlan(container, row)
  const shown = plan ? await waitingFulfillments(walmart, plan.input) : []
  const fulfillment = shown.find((entry) => entry.id === question.fulfillment_id)
  const known = plan?.input.medusa.fulfillments.find((f) => f.id === question.fulfillment_id)
  if (!fulfillment || !known || !plan) throw notFound(noFulfillment(row, question))
  if (!question.tracking_number) return { fulfillment, check: null }
  const label = {
    trackingNumber: question.tracking_number,
    trackingUrl: question.tracking_url ?? null,
  }
  return { fulfillment, check: showCheck(checkFor(plan.input, known, label)) }
}

function noFulfillment({ purchase_order_id }: WalmartOrderRow, question: CarrierQuestion): string {
  return `Order ${purchase_order_id} has no fulfillment "${question.fulfillment_id}" that waits to be shipped. Reload the order.`
}
