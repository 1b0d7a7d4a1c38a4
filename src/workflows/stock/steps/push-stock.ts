import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { walmartOf } from "../../import/store/load-store"
import { notAllowed, notFound } from "../../shared/refusals"

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
    if (!row)
      throw notFound(`There is no stock figure "${id}". Reload the page and choose another.`)
    const { account_id } = row
    if (walmart.account(account_id).stock === "off") throw notAllowed(isOff(account_id))
    await walmart.stock.push(id)
    return new StepResponse({ id, account_id })
  }
)

function isOff(accountId: string): string {
  return `Account ${accountId} sends no stock, because its option "stock" is "off". Set it to "after_cancellation" or "all" in the plugin's options.`
}
