import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../modules/walmart"
import type WalmartModuleService from "../modules/walmart/service"
import { isFulfilledByWalmart } from "../walmart/order"
import type { PlanInput, WalmartSide } from "../walmart/plan"
import { type CarrierChoiceRow, ORDER_FIELDS, type OrderRow, toMedusaOrder } from "./medusa-order"

/** What the planner needs for one order. */
export interface LoadedPlan {
  walmart_order_id: string
  order_id: string
  account_id: string
  input: PlanInput
}

type WalmartOrderRow = Awaited<ReturnType<WalmartModuleService["listWalmartOrders"]>>[number]

/**
 * Reads wish, truth and known updates of several Medusa orders at once. Orders that are not Walmart's, whose import is not
 * finished, or whose account the options no longer have, are left out: they are Medusa's alone, until the account is back.
 */
export async function loadPlans(
  container: MedusaContainer,
  orderIds: string[]
): Promise<LoadedPlan[]> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const found = await walmart.listWalmartOrders({ order_id: orderIds }, { relations: ["lines"] })
  const rows = found.filter((row) => row.imported_at !== null && walmart.hasAccount(row.account_id))
  if (rows.length === 0) return []
  const orders = await loadOrders(container, rows)
  const choices = await loadChoices(walmart, orders)
  const settings = await walmart.accountSettings()
  const plans = rows.map(async (row): Promise<LoadedPlan[]> => {
    const order = orders.get(row.order_id ?? "")
    if (!order) return []
    const { carrierMap, defaultReason } = settings(row.account_id)
    const { cancellation_reason: reason, cancellation_reason_by: reasonBy } = row
    const input: PlanInput = {
      medusa: toMedusaOrder(order, {
        lines: row.lines,
        choices,
        carrierMap,
        reason,
        reasonBy,
        defaultReason,
      }),
      walmart: walmartSide(row),
      known: await walmart.knownUpdates(row.id),
      market: walmart.market(row.account_id),
      strictness: walmart.options.trackingValidation,
    }
    return [{ walmart_order_id: row.id, order_id: order.id, account_id: row.account_id, input }]
  })
  return (await Promise.all(plans)).flat()
}

/**
 * Reads one Walmart order's plan; undefined while it has no Medusa order.
 * @throws MedusaError NOT_FOUND when the options no longer have its account
 */
export async function loadPlanOf(
  container: MedusaContainer,
  { account_id, order_id }: Pick<WalmartOrderRow, "account_id" | "order_id">
): Promise<LoadedPlan | undefined> {
  container.resolve<WalmartModuleService>(WALMART_MODULE).account(account_id)
  const [plan] = order_id ? await loadPlans(container, [order_id]) : []
  return plan
}

async function loadOrders(container: MedusaContainer, rows: WalmartOrderRow[]) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id: rows.map((row) => row.order_id ?? "") },
  })
  return new Map((data as unknown as OrderRow[]).map((order) => [order.id, order]))
}

async function loadChoices(
  walmart: WalmartModuleService,
  orders: Map<string, OrderRow>
): Promise<CarrierChoiceRow[]> {
  const ids = [...orders.values()].flatMap((order) => order.fulfillments.map(({ id }) => id))
  return ids.length === 0 ? [] : walmart.listWalmartCarrierChoices({ fulfillment_id: ids })
}

function walmartSide(row: WalmartOrderRow): WalmartSide {
  return {
    purchaseOrderId: row.purchase_order_id,
    customerOrderId: row.customer_order_id,
    orderedAt: row.ordered_at.getTime(),
    readOnly: isFulfilledByWalmart({
      shipNode: { type: row.ship_node_type, id: null, name: null },
    }),
    // A line without an item was canceled before the import, or added by Walmart since: Medusa has no wish about it.
    lines: row.lines
      .filter(({ line_item_id: itemId }) => itemId !== null)
      .map((line) => ({
        lineNumber: line.line_number,
        quantity: line.quantity,
        customerAskedToCancel: line.customer_asked_to_cancel,
        quantities: {
          created: line.created_quantity,
          acknowledged: line.acknowledged_quantity,
          shipped: line.shipped_quantity,
          delivered: line.delivered_quantity,
          canceled: line.canceled_quantity,
          refunded: line.refunded_quantity,
        },
      })),
  }
}
