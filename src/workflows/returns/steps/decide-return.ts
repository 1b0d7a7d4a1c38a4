import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type WalmartModuleService from "../../../modules/walmart/service"
import { wholeRefund } from "../../../walmart/returns/refund"
import { walmartOf } from "../../import/store/load-store"
import { notAllowed, notFound } from "../../shared/refusals"
import { linesOf, unitsOf, type WalmartReturnRow } from "../return-row"

/** What a person decided about a return. */
export interface DecideReturnStepInput {
  id: string
  decision: "refund" | "retry" | "dismiss"
  /** Why it is dismissed. */
  note?: string
  /** Id of the person. */
  by: string
}

/**
 * Writes a person's decision down. Not undone: what a person decided stands.
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED where there is nothing to refund
 */
export const decideWalmartReturnStep = createStep(
  "decide-walmart-return",
  async ({ id, decision, note = "", by }: DecideReturnStepInput, { container }) => {
    const walmart = walmartOf(container)
    const [row] = await walmart.listWalmartReturns({ id })
    if (!row) throw notFound(`There is no return "${id}". Reload the page and choose another.`)
    if (decision === "dismiss") await walmart.returns.dismiss(id, note)
    else await walmart.returns.retry(id)
    if (decision === "refund") await refund(walmart, row, by)
    return new StepResponse({ id })
  }
)

async function refund(walmart: WalmartModuleService, row: WalmartReturnRow, by: string) {
  if (row.is_replacement) {
    throw notAllowed(
      `Return ${row.return_order_id} is a replacement: Walmart sends the buyer another one, and nothing is refunded.`
    )
  }
  const received = unitsOf(row.received)
  const wanted = Object.keys(received).length > 0 ? received : wholeRefund(linesOf(row))
  if (Object.keys(wanted).length === 0) {
    throw notAllowed(`Nothing of return ${row.return_order_id} is left to refund. Reload the page.`)
  }
  await walmart.returns.want(row.id, { wanted, by })
}
