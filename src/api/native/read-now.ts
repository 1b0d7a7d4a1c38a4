import type { MedusaContainer } from "@medusajs/framework/types"
import { readWalmartOrderNowWorkflow } from "../../workflows/reconciliation/read-walmart-order-now"
import type { ReadNow } from "../../workflows/reconciliation/steps/read-now"

/** Reads the order from Walmart, for a moment at most, so that a check judges by what is true now. */
export async function readNow(scope: MedusaContainer, order_id: string): Promise<ReadNow> {
  const { result } = await readWalmartOrderNowWorkflow(scope).run({ input: { order_id } })
  return result
}
