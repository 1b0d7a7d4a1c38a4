import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  checkWalmartCancellationWorkflow,
  checkWalmartOrderEditWorkflow,
  checkWalmartRefundWorkflow,
  checkWalmartShipmentWorkflow,
} from "medusa-plugin-walmart/workflows"

/** Accounting holds an order by its metadata; until it lets go, the order stays as it is. */
async function refuseHeld(container: MedusaContainer, orderId: string | null) {
  if (orderId === null) return // a shipment of another channel
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { id: orderId }
  const { data } = await query.graph({ entity: "order", fields: ["metadata"], filters })
  const hold = data[0]?.metadata?.hold
  if (!hold) return
  const words = `Accounting holds this order: ${hold}. Ask there first.`
  throw new MedusaError(MedusaError.Types.INVALID_DATA, words)
}

checkWalmartShipmentWorkflow.hooks.validateShipment(({ checked }, { container }) =>
  refuseHeld(container, checked.order_id)
)
checkWalmartCancellationWorkflow.hooks.validateCancellation(({ cancellation }, { container }) =>
  refuseHeld(container, cancellation.order_id)
)
checkWalmartOrderEditWorkflow.hooks.validateOrderEdit(({ edit }, { container }) =>
  refuseHeld(container, edit.order_id)
)
checkWalmartRefundWorkflow.hooks.validateRefund(({ refund }, { container }) =>
  refuseHeld(container, refund.order_id)
)
