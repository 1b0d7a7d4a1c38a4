import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  planWalmartUpdatesWorkflow,
  sendWalmartUpdatesWorkflow,
} from "medusa-plugin-walmart/workflows"

// This store corrects tracking numbers in Seller Center.
planWalmartUpdatesWorkflow.hooks.changeUpdates(
  async ({ updates }) =>
    new StepResponse(updates.filter(({ payload }) => payload.kind !== "tracking_correction"))
)

sendWalmartUpdatesWorkflow.hooks.updatesFinished(async ({ finished }, { container }) => {
  const failed = finished.filter(({ status }) => status === "needs_attention")
  if (failed.length > 0)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`${failed.length} updates need a person`)
})
