import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { compareOrders } from "../../../reconciliation/compare-orders"
import { findWalmartUpdate } from "../../../shared/find-walmart-rows"
import { interventionRefusal, notDismissed } from "../../../shared/refusals"
import { renewedPayload } from "../refund-totals"

/** A dismissed update that a person takes up again. */
export interface UndoDismissalStepInput {
  id: string
  /** Who said so. */
  actor_id: string
}

/**
 * Puts a dismissed update back before a person, after what was sent in the meantime, and has both sides compared: what it still wants to
 * tell is no difference any more. Not undone: dismissing it again is.
 * @throws MedusaError NOT_FOUND, NOT_ALLOWED when it is not dismissed or its order is being sent for
 */
export const undoWalmartDismissalStep = createStep(
  "undo-walmart-dismissal",
  async ({ id, actor_id }: UndoDismissalStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const update = await findWalmartUpdate(walmart, id)
    const { payload: read } = update
    const payload = await renewedPayload(container, update)
    const change = { action: "undo_dismissal", by: actor_id, read, payload } as const
    const outcome = await walmart.intervene(id, change)
    if (outcome === "finished") throw notDismissed(update)
    const refusal = interventionRefusal(update, outcome)
    if (refusal) throw refusal
    await compareOrders(container, [update.walmart_order_id])
    return new StepResponse({ walmart_order_id: update.walmart_order_id })
  }
)
