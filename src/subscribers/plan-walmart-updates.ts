import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { walmartOrderId } from "../walmart/common/ids"
import { WALMART_MODULE } from "../modules/walmart"
import type WalmartModuleService from "../modules/walmart/service"
import { planWalmartUpdatesWorkflow } from "../workflows/updates/plan-walmart-updates"
import { linkedOrderOf } from "../workflows/shared/linked-order"
import { readGraph } from "../workflows/shared/read-graph"
import { reconcileWalmartOrderEditWorkflow } from "../workflows/order-edits/reconcile-walmart-order-edit"
import { wakeSender } from "../recurring/wake-sender"

interface OrderEvent {
  id?: string
  order_id?: string
}

/**
 * Every event that may mean news for Walmart leads to the same question: what does the order want now? Events are only
 * wake-ups; the sweep asks the same for orders whose event was lost.
 */
export default async function planWalmartUpdates({
  event,
  container,
}: SubscriberArgs<OrderEvent>): Promise<void> {
  // Without its tables the plugin knows no Walmart order.
  const { tables } = container.resolve<WalmartModuleService>(WALMART_MODULE)
  if (!(await tables.ready())) return
  const orderId = await orderOf(event.name, event.data, container)
  if (!orderId) return
  const { result } = await planWalmartUpdatesWorkflow(container).run({
    input: { order_id: orderId },
  })
  if (!result.walmart_order_id) return
  if (result.added.length > 0) wakeSender(container, walmartOrderId(result.walmart_order_id))
  if (event.name === EDITED) {
    await reconcileWalmartOrderEditWorkflow(container).run({ input: { order_id: orderId } })
  }
}

const EDITED = "order-edit.confirmed"

/** Names the payment alone. */
const REFUNDED = "payment.refunded"

const OF_A_FULFILLMENT = ["shipment.created", "delivery.created"]

/** Events of a fulfillment name only that. */
async function orderOf(name: string, data: OrderEvent, container: MedusaContainer) {
  if (name === REFUNDED) return orderOfPayment(data.id, container)
  if (!OF_A_FULFILLMENT.includes(name)) return data.order_id ?? data.id
  if (data.id === undefined) return undefined
  return (await linkedOrderOf(container, data.id)) ?? (await orderOfItems(data.id, container))
}

async function orderOfPayment(id: string | undefined, container: MedusaContainer) {
  const [payment] = await readGraph<PaymentOfOrder>(container, {
    entity: "payment",
    fields: ["id", "payment_collection.order.id"],
    filters: { id },
  })
  return payment?.payment_collection?.order?.id
}

interface PaymentOfOrder {
  payment_collection?: { order?: { id: string } | null } | null
}

interface FulfillmentItems {
  items?: { line_item_id: string | null }[]
}

/** Core links no fulfillment to its order that a program or a provider makes; its items tell. */
async function orderOfItems(id: string, container: MedusaContainer): Promise<string | undefined> {
  const [fulfillment] = await readGraph<FulfillmentItems>(container, {
    entity: "fulfillment",
    fields: ["id", "items.line_item_id"],
    filters: { id },
  })
  const items = fulfillment?.items ?? []
  const ids = items.flatMap(({ line_item_id: id }) => (id ? [id] : []))
  if (ids.length === 0) return undefined
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const relations = ["walmart_order"]
  const [line] = await walmart.listWalmartOrderLines({ line_item_id: ids }, { relations, take: 1 })
  return line?.walmart_order.order_id ?? undefined
}

export const config: SubscriberConfig = {
  event: [
    "order.fulfillment_created",
    "shipment.created",
    "order.fulfillment_canceled",
    "order.canceled",
    "order.completed",
    "order.archived",
    "order.return_received",
    "order.claim_created",
    "order.exchange_created",
    "delivery.created",
    "walmart.order.changed",
    EDITED,
    REFUNDED,
  ],
  context: { subscriberId: "walmart-plan-updates" },
}
