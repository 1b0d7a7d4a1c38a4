import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { logLine } from "../../../modules/walmart/common/failure"
import { reconcileWalmartOrderEditWorkflow } from "../../order-edits/reconcile-walmart-order-edit"

/**
 * Frees the stock of canceled units and refunds them, once their cancellation is queued for Walmart. A failure takes nothing
 * back: the edit's event and the sweep settle it again.
 */
export const releaseCanceledUnitsStep = createStep(
  "release-canceled-units",
  async ({ order_id }: { order_id: string }, { container }) => {
    try {
      await reconcileWalmartOrderEditWorkflow(container).run({ input: { order_id } })
    } catch (error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      logger.error(
        logLine(`Walmart: canceled units of order ${order_id} are finished later`, error)
      )
    }
    return new StepResponse(null)
  }
)
