import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { findWalmartUpdate } from "../find-walmart-rows"
import { interventionRefusal } from "../refusals"

/** An update a person takes out of the queue. */
export interface DismissUpdateStepInput {
  id: string
  /** Why; kept with the update. */
  note: string
  /** Who said so. */
  actor_id: string
}

/**
 * Takes an update out of the queue, so that those behind it may go. Not undone: what a person decided stands.
 * @throws MedusaError NOT_FOUND, NOT_ALLOWED when it is settled or being sent
 */
export const dismissWalmartUpdateStep = createStep(
  "dismiss-walmart-update",
  async ({ id, note, actor_id }: DismissUpdateStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const update = await findWalmartUpdate(walmart, id)
    const outcome = await walmart.intervene(id, { action: "dismiss", by: actor_id, note })
    const refusal = interventionRefusal(update, outcome)
    if (refusal) throw refusal
    return new StepResponse({ walmart_order_id: update.walmart_order_id })
  }
)
