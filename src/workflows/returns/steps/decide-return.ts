import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type WalmartModuleService from "../../../modules/walmart/service"
import { isFulfilledByOthers } from "../../../walmart/orders/order"
import { wholeRefund, type WantedRefund } from "../../../walmart/returns/wanted-refund"
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
    const wanted = decision === "refund" ? await wantedOf(walmart, row) : null
    if (decision === "dismiss") await walmart.returns.dismiss(id, note)
    else await walmart.returns.retry(id)
    if (wanted) await walmart.returns.want(id, { wanted, by })
    return new StepResponse({ id })
  }
)

/** @throws MedusaError NOT_ALLOWED for a market in which Walmart refunds returns by Seller Center alone */
function refuseUnoffered(walmart: WalmartModuleService, row: WalmartReturnRow): void {
  const { name, returnRefund, takesRefunds } = walmart.market(row.account_id)
  if (returnRefund !== null) return
  const instead = takesRefunds
    ? "Refund what came back with Refund in the order's Walmart box, for the reason “Customer returned item”, or in Seller Center."
    : "Refund the buyer in Seller Center; the next poll records it here."
  throw notAllowed(
    `Walmart ${name} takes no refunds of returns from programs, so nothing was sent for return ${row.return_order_id}. ${instead}`
  )
}

/** @throws MedusaError NOT_ALLOWED for a return of what others fulfilled, which comes back to them (docs/walmart-api.md, "Returns") */
async function refuseFulfilledByOthers(
  walmart: WalmartModuleService,
  { account_id, purchase_order_id, return_order_id }: WalmartReturnRow
): Promise<void> {
  const [order] = await walmart.listWalmartOrders({ account_id, purchase_order_id })
  if (!order || !isFulfilledByOthers({ shipNode: { type: order.ship_node_type } })) return
  throw notAllowed(
    `Return ${return_order_id} is of an order that Walmart (WFS) or a logistics partner (3PL) fulfilled, so it goes back to them, and Walmart refunds it. Nothing was sent.`
  )
}

/** What is to be refunded when a person says so. @throws MedusaError NOT_ALLOWED where there is nothing to refund */
async function wantedOf(
  walmart: WalmartModuleService,
  row: WalmartReturnRow
): Promise<WantedRefund> {
  if (row.is_replacement) {
    throw notAllowed(
      `Return ${row.return_order_id} is a replacement: nothing is refunded, and what Walmart grants the buyer instead comes in as an order of its own.`
    )
  }
  refuseUnoffered(walmart, row)
  await refuseFulfilledByOthers(walmart, row)
  const received = unitsOf(row.received)
  const wanted = Object.keys(received).length > 0 ? received : wholeRefund(linesOf(row))
  if (Object.keys(wanted).length === 0) {
    throw notAllowed(`Nothing of return ${row.return_order_id} is left to refund. Reload the page.`)
  }
  return wanted
}
