import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOf } from "../../import/store/load-store"
import { settleHeld, settleReturn, type SettledReturn } from "../settle-return"

/** Which return to settle: a row of ours, or the one of a Medusa return. */
export interface SettleReturnStepInput {
  id?: string
  return_id?: string
  /** The caller holds the order already, as a request for it does. */
  is_held?: boolean
}

/** Does what is left to do for one return; null when it is not Walmart's. May be repeated, so there is nothing to undo. */
export const settleWalmartReturnStep = createStep(
  "settle-walmart-return",
  async ({ id, return_id, is_held: isHeld }: SettleReturnStepInput, { container }) => {
    const filters = id ? { id } : { return_id }
    const [row] = await walmartOf(container).listWalmartReturns(filters, { select: ["id"] })
    const settle = isHeld ? settleHeld : settleReturn
    const settled: SettledReturn | null = row ? await settle(container, row.id) : null
    return new StepResponse(settled)
  }
)
