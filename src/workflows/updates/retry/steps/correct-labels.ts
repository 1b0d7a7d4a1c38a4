import type { IFulfillmentModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { logLine } from "../../../../modules/walmart/common/failure"
import { correctedLabels } from "../corrected-labels"
import type { LabelChange } from "../retry-update"

/**
 * Lets Medusa's own labels follow corrected tracking numbers, so that staff and buyer see what Walmart shows. The update is
 * queued by then, so a failure is only logged: what is sent to Walmart does not depend on it. Not undone: the numbers before were
 * wrong.
 */
export const correctMedusaLabelsStep = createStep(
  "correct-medusa-labels",
  async (changes: LabelChange[], { container }) => {
    const fulfillments = container.resolve(Modules.FULFILLMENT)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    for (const id of new Set(changes.map(({ fulfillment_id }) => fulfillment_id))) {
      const mine = changes.filter(({ fulfillment_id }) => fulfillment_id === id)
      try {
        await correctLabels(fulfillments, id, mine)
      } catch (error) {
        const doing = `Walmart: Medusa's labels of fulfillment ${id} could not be corrected`
        logger.error(logLine(doing, error))
      }
    }
    return new StepResponse(undefined)
  }
)

async function correctLabels(
  fulfillments: IFulfillmentModuleService,
  id: string,
  changes: LabelChange[]
): Promise<void> {
  const { labels } = await fulfillments.retrieveFulfillment(id, { relations: ["labels"] })
  await fulfillments.updateFulfillment(id, { labels: correctedLabels(labels, changes) })
}
