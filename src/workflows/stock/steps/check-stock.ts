import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkStock } from "../check-stock"

/** Compares figures with what Walmart shows. Not undone: a figure that is sent once more is the same. */
export const checkStockStep = createStep(
  "check-stock",
  async (_input: Record<string, never>, { container }) =>
    new StepResponse(await checkStock(container))
)
