import type { IFulfillmentModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { sameTracking } from "../../walmart/packages"
import type { LabelChange } from "../retry-update"

/**
 * Lets Medusa's own labels follow a corrected tracking number, so that staff and buyer see what Walmart shows. Not undone: the
 * number before was wrong.
 */
export const correctMedusaLabelsStep = createStep(
  "correct-medusa-labels",
  async (changes: LabelChange[], { container }) => {
    const fulfillments = container.resolve(Modules.FULFILLMENT)
    for (const change of changes) await correctLabel(fulfillments, change)
    return new StepResponse(undefined)
  }
)

/** The link of the old number would lead to another parcel, so it goes, in the way Medusa's own screen leaves it empty. */
async function correctLabel(
  fulfillments: IFulfillmentModuleService,
  { fulfillment_id, from, to }: LabelChange
): Promise<void> {
  const { labels } = await fulfillments.retrieveFulfillment(fulfillment_id, {
    relations: ["labels"],
  })
  await fulfillments.updateFulfillment(fulfillment_id, {
    labels: labels.map(({ id, tracking_number, tracking_url, label_url }) =>
      sameTracking(tracking_number, from)
        ? { id, tracking_number: to, tracking_url: "#", label_url }
        : { id, tracking_number, tracking_url, label_url }
    ),
  })
}
