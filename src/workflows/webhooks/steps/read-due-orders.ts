import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOf } from "../../import/store/load-store"
import { readOrder } from "../read-order"

/** Reads some of the orders that webhooks ask for, side by side. What Walmart shows is true whatever fails later, so nothing is undone. */
export const readDueWalmartOrdersStep = createStep(
  "read-due-walmart-orders",
  async (_input: Record<string, never>, { container }) => {
    const walmart = walmartOf(container)
    if (walmart.isStopping) return new StepResponse({ claimed: 0 })
    const claims = await walmart.webhooks.claimReads(walmart.options.concurrency)
    await Promise.all(claims.map((claim) => readOrder(container, claim)))
    return new StepResponse({ claimed: claims.length })
  }
)
