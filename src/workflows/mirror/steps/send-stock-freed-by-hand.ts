import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { loadSides } from "../../reconciliation/load-sides"
import { sendFreedStock } from "../send-freed-stock"

/** A Medusa order that a person has canceled or edited. */
export interface SendStockFreedByHandStepInput {
  order_id: string
}

/** Has the figures sent of what a person freed and Walmart had canceled before. Not undone: a figure that is sent once more is the same. */
export const sendStockFreedByHandStep = createStep(
  "send-stock-freed-by-hand",
  async ({ order_id }: SendStockFreedByHandStepInput, { container }) => {
    const [loaded] = await loadSides(container, [order_id])
    if (!loaded || "error" in loaded) return new StepResponse({ freed: 0 })
    const freed = await sendFreedStock(container, loaded)
    return new StepResponse({ freed: freed.length })
  }
)
