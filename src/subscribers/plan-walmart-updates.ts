import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { walmartOrderId } from "../walmart/common/ids"
import { WALMART_MODULE } from "../modules/walmart"
import type WalmartModuleService from "../modules/walmart/service"
import { planWalmartUpdatesWorkflow } from "../workflows/updates/plan-walmart-updates"
import { type OrderEvent, orderOfEvent, REFUNDED } from "../workflows/updates/order-of-event"
import { settleOrderEdit } from "../workflows/order-edits/settle-order-edit"
import { sendStockFreedByHandWorkflow } from "../workflows/mirror/send-stock-freed-by-hand"
import { wakeSender } from "../recurring/wake-sender"

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
  const orderId = await orderOfEvent(container, event)
  if (!orderId) return
  const { result } = await planWalmartUpdatesWorkflow(container).run({
    input: { order_id: orderId },
  })
  if (!result.walmart_order_id) return
  if (result.added.length > 0) wakeSender(container, walmartOrderId(result.walmart_order_id))
  if (event.name === EDITED) await settleOrderEdit(container, orderId)
  if ([CANCELED, EDITED].includes(event.name)) {
    await sendStockFreedByHandWorkflow(container).run({ input: { order_id: orderId } })
  }
}

const EDITED = "order-edit.confirmed"

const CANCELED = "order.canceled"

export const config: SubscriberConfig = {
  event: [
    "order.fulfillment_created",
    "shipment.created",
    "order.fulfillment_canceled",
    CANCELED,
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
