import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/** An order whose open edit is confirmed. */
export interface ConfirmOrderEditStepInput {
  order_id: string
  confirmed_by: string
}

/**
 * Confirms the order's open edit. Core's own workflow does that too, but then reserves stock anew, at whatever location has
 * some, and refuses an edit of an oversold order: exactly the one that most often must be canceled in part. The reservations
 * are finished afterwards. Undone as core's step is. Answers what core's event tells.
 */
export const confirmWalmartOrderEditStep = createStep(
  "confirm-walmart-order-edit",
  async ({ order_id, confirmed_by }: ConfirmOrderEditStepInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order_change",
      fields: ["id", "status", "no_notification", "actions.*"],
      filters: { order_id, status: ["pending", "requested"] },
    })
    const [{ id, status, actions }] = data
    await container.resolve(Modules.ORDER).confirmOrderChange({ id, confirmed_by })
    const told = { order_id, actions, no_notification: true }
    return new StepResponse(told, { id, status, order_id, confirmed_by })
  },
  async (change, { container }) => {
    if (!change) return
    const { order_id, ...before } = change
    await container.resolve(Modules.ORDER).undoLastChange(order_id, before)
  }
)
