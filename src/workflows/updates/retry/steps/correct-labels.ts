import type { IFulfillmentModuleService } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { logLine } from "../../../../modules/walmart/common/failure"
import { sameTracking } from "../../../../walmart/updates/shipment/packages"
import type { LabelChange } from "../retry-update"

/**
 * Lets Medusa's own labels follow a corrected tracking number, so that staff and buyer see what Walmart shows. The update is
 * queued by then, so a failure is only logged: what is sent to Walmart does not depend on it. Not undone: the number before was
 * wrong.
 */
export const correctMedusaLabelsStep = createStep(
  "correct-medusa-labels",
  async (changes: LabelChange[], { container }) => {
    const fulfillments = container.resolve(Modules.FULFILLMENT)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    for (const change of changes) {
      try {
        await correctLabel(fulfillments, change)
      } catch (error) {
        const doing = `Walmart: Medusa's label of fulfillment ${change.fulfillment_id} could not be corrected`
        logger.error(logLine(doing, error))
      }
    }
    return new StepResponse(undefined)
  }
)

/**
 * The link of the old number would lead to another parcel, so it goes, in the way Medusa's own screen leaves it empty. A
 * shipment that was saved without any label gets its first one.
 */
async function correctLabel(
  fulfillments: IFulfillmentModuleService,
  { fulfillment_id, from, to }: LabelChange
): Promise<void> {
  const { labels } = await fulfillments.retrieveFulfillment(fulfillment_id, {
    relations: ["labels"],
  })
  const changed = labels.map(({ id, tracking_number, tracking_url, label_url }) =>
    sameTracking(tracking_number, from)
      ? { id, tracking_number: to, tracking_url: "#", label_url }
      : { id, tracking_number, tracking_url, label_url }
  )
  const first = { tracking_number: to, tracking_url: "#", label_url: "#" }
  await fulfillments.updateFulfillment(fulfillment_id, {
    labels: from === "" && labels.length === 0 ? [first] : changed,
  })
}
