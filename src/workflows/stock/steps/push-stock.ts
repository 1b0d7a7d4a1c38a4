import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOf } from "../../import/store/load-store"
import { notAllowed, notFound } from "../../shared/refusals"
import { phrases } from "../../../walmart/words/phrase"

/** A figure that a person has sent. */
export interface PushStockStepInput {
  id: string
}

/**
 * Makes a figure due and ends its hold. Not undone: what a person decided stands.
 * @throws MedusaError NOT_FOUND, or NOT_ALLOWED where the account sends no stock
 */
export const pushWalmartStockStep = createStep(
  "push-walmart-stock",
  async ({ id }: PushStockStepInput, { container }) => {
    const walmart = walmartOf(container)
    const [row] = await walmart.listWalmartStocks({ id }, { select: ["id", "account_id"] })
    if (!row) throw notFound(phrases("stock_unknown", { id }))
    const { account_id } = row
    if (walmart.account(account_id).stock === "off") {
      throw notAllowed(phrases("stock_off", { account: account_id }))
    }
    await walmart.stock.push(id)
    return new StepResponse({ id, account_id })
  }
)
