import type { MedusaContainer } from "@medusajs/framework/types"
import { whyNotOurs } from "../../walmart/returns/medusa-return"
import { walmartOf } from "../import/store/load-store"
import { isOfOthers, type PurchaseRow } from "./load-return"
import { shareOf, type WalmartReturnRow } from "./return-row"

/**
 * What is left to do for a return that has no Medusa order. Nothing of it comes back to the store where that is certain: what Walmart
 * fulfilled is kept without a Medusa order. An order that was imported and is deleted in Medusa has no books that a refund could be
 * recorded in. Of any other purchase order a Medusa order may come.
 */
export async function settleWithoutOrder(
  container: MedusaContainer,
  row: WalmartReturnRow,
  purchase: PurchaseRow | undefined
): Promise<void> {
  if (!purchase) return
  const { returns } = walmartOf(container)
  const because = whyNotOurs(shareOf(row), { isFulfilledByWalmart: isOfOthers(purchase) })
  if (because !== null && row.no_return === null) await returns.noteMade(row.id, { because })
  const isDeleted = purchase.order_id !== null && purchase.imported_at !== null
  if (isDeleted && row.recorded_amount < row.refunded_amount)
    await returns.noteRecorded(row.id, row.refunded_amount)
}
