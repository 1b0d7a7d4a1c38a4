import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type LoadedOrderEdit, loadOrderEdits } from "../load-order-edits"

/** A Medusa order whose edit may not be reconciled. */
export interface LoadOrderEditStepInput {
  order_id: string
}

/** Reads what an order edit leaves undone; null when the order is not Walmart's or was never edited. Reads only. */
export const loadWalmartOrderEditStep = createStep(
  "load-walmart-order-edit",
  async ({ order_id }: LoadOrderEditStepInput, { container }) => {
    const [edit] = await loadOrderEdits(container, [order_id])
    return new StepResponse<LoadedOrderEdit | null>(edit ?? null)
  }
)
