import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOf } from "../../import/store/load-store"

/** Asks for a read of orders that Walmart has not shown for a day. Not undone: a read more does no harm. */
export const requestReadsStep = createStep(
  "request-reads",
  async (_input: Record<string, never>, { container }) =>
    new StepResponse({ requested: await walmartOf(container).webhooks.requestDailyReads() })
)
