import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOf } from "../../import/store/load-store"
import { settleReturn, type SettledReturn } from "../settle-return"

/** Which return to settle: a row of ours, or the one of a Medusa return. */
export interface SettleReturnStepInput {
  id?: string
  return_id?: string
}

/** Does what is left to do for one return; null when it is not Walmart's. May be repeated, so there is nothing to undo. */
export const settleWalmartReturnStep = createStep(
  "settle-walmart-return",
  async ({ id, return_id }: SettleReturnStepInput, { container }) => {
    const filters = id ? { id } : { return_id }
    const [row] = await walmartOf(container).listWalmartReturns(filters, { select: ["id"] })
    const settled: SettledReturn | null = row ? await settleReturn(container, row.id) : null
    return new StepResponse(settled)
  }
)
