import type { MedusaContainer } from "@medusajs/framework/types"
import {
  cancelOrderFulfillmentWorkflow,
  cancelOrderWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
} from "@medusajs/medusa/core-flows"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import type { MirrorAction } from "../../walmart/mirror/action"
import { MIRRORED_BY } from "../../walmart/updates/model/sides"
import { reconcileWalmartOrderEditWorkflow } from "../order-edits/reconcile-walmart-order-edit"
import { prepareWalmartFulfillmentCancelWorkflow } from "../shipments/prepare-walmart-fulfillment-cancel"
import { fulfillParcel, shipParcel } from "./apply-parcel"
import type { MirroredOrder } from "./mirrored-order"
import { dropOwnEdit } from "./open-edit"
import { takeOutCanceledUnitsWorkflow } from "./take-out-canceled-units"

/**
 * Does one thing in Medusa by core's own workflows, without the shop's mails. @returns false when Medusa cannot do it safely
 * @throws what Medusa's workflow throws; then it has taken back what it did
 */
export async function applyAction(
  container: MedusaContainer,
  order: MirroredOrder,
  action: MirrorAction
): Promise<boolean> {
  if (action.kind === "fulfill") return fulfillParcel(container, order, action.parcel)
  if (action.kind === "ship") await shipParcel(container, order, action)
  if (action.kind === "deliver") await deliver(container, order, action.fulfillmentId)
  if (action.kind === "cancel_fulfillment") await drop(container, order, action.fulfillmentId)
  if (action.kind === "cancel_order") await cancelWhole(container, order)
  if (action.kind === "take_out") await takeOut(container, order, action)
  return true
}

async function deliver(container: MedusaContainer, order: MirroredOrder, fulfillmentId: string) {
  const input = { orderId: order.order_id, fulfillmentId, no_notification: true }
  await markOrderFulfillmentAsDeliveredWorkflow(container).run({ input })
}

async function drop(container: MedusaContainer, { order_id }: MirroredOrder, id: string) {
  const input = { order_id, fulfillment_id: id, no_notification: true, canceled_by: MIRRORED_BY }
  await prepareWalmartFulfillmentCancelWorkflow(container).run({ input })
  await cancelOrderFulfillmentWorkflow(container).run({ input })
}

/** What an earlier edit left undone would end in a negative total. */
async function cancelWhole(container: MedusaContainer, order: MirroredOrder) {
  const { walmart_order_id, order_id } = order
  await dropOwnEdit(container, order_id)
  await reconcileWalmartOrderEditWorkflow(container).run({ input: { order_id } })
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const kept = { id: order_id, reason: "", by: MIRRORED_BY, lines: order.canceled() }
  await walmart.keepLineCancellation(walmart_order_id, kept)
  const input = { order_id, no_notification: true, canceled_by: MIRRORED_BY }
  await cancelOrderWorkflow(container).run({ input })
}

/** Units that process death leaves reserved or unrefunded are settled by the sweep of order edits. */
async function takeOut(
  container: MedusaContainer,
  order: MirroredOrder,
  { lines }: Extract<MirrorAction, { kind: "take_out" }>
) {
  const { walmart_order_id, order_id } = order
  await dropOwnEdit(container, order_id)
  const left = lines.map(({ lineNumber, left: quantity }) => ({ lineNumber, quantity }))
  const units = { items: order.items(left), totals: order.canceled(left) }
  await takeOutCanceledUnitsWorkflow(container).run({
    input: { walmart_order_id, order_id, ...units },
  })
  await reconcileWalmartOrderEditWorkflow(container).run({ input: { order_id } })
}
