import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type WalmartModuleService from "../../../modules/walmart/service"
import { isFulfilledByOthers } from "../../../walmart/orders/order"
import { decidedRefund } from "../../../walmart/returns/decided-refund"
import type { WantedRefund } from "../../../walmart/returns/wanted-refund"
import { walmartOf } from "../../import/store/load-store"
import { notAllowed, notFound } from "../../shared/refusals"
import type { WalmartReturnRow } from "../return-row"
import { phrase, phrases } from "../../../walmart/words/phrase"

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
    if (!row) throw notFound(phrases("return_unknown", { id }))
    const wanted = decision === "refund" ? await wantedOf(walmart, row) : null
    const isThere =
      decision === "dismiss"
        ? await walmart.returns.dismiss(id, note)
        : await walmart.returns.retry(id)
    if (!isThere) throw notFound(phrases("return_unknown", { id }))
    if (wanted) await wantAll(walmart, row, { wanted, by })
    return new StepResponse({ id })
  }
)

/**
 * Where a refund waited for a person, sending it again is what they asked for.
 * @throws MedusaError NOT_ALLOWED where all of it was wanted before
 */
async function wantAll(
  { returns }: WalmartModuleService,
  row: WalmartReturnRow,
  wanted: { wanted: WantedRefund; by: string }
): Promise<void> {
  const isMore = await returns.want(row.id, wanted)
  if (!isMore && row.error_code === null) throw nothingLeft(row)
}

function nothingLeft({ return_order_id }: WalmartReturnRow) {
  return notAllowed(phrases("return_nothing_left", { return: return_order_id }))
}

/** @throws MedusaError NOT_ALLOWED for a market in which Walmart refunds returns by Seller Center alone */
function refuseUnoffered(walmart: WalmartModuleService, row: WalmartReturnRow): void {
  const { name, returnRefund, takesRefunds } = walmart.market(row.account_id)
  if (returnRefund !== null) return
  const about = { market: name, return: row.return_order_id }
  throw notAllowed([
    phrase("return_refund_not_offered", "message_now", about),
    phrase("return_refund_not_offered", takesRefunds ? "remedy_now_box" : "remedy", {}),
  ])
}

/** @throws MedusaError NOT_ALLOWED for a return of what others fulfilled, which comes back to them (docs/walmart-api.md, "Returns") */
async function refuseFulfilledByOthers(
  walmart: WalmartModuleService,
  { account_id, purchase_order_id, return_order_id }: WalmartReturnRow
): Promise<void> {
  const [order] = await walmart.listWalmartOrders({ account_id, purchase_order_id })
  if (!order || !isFulfilledByOthers({ shipNode: { type: order.ship_node_type } })) return
  throw notAllowed([phrase("fulfilled_by_others", "message_return", { return: return_order_id })])
}

/** What is to be refunded when a person says so. @throws MedusaError NOT_ALLOWED where there is nothing to refund */
async function wantedOf(
  walmart: WalmartModuleService,
  row: WalmartReturnRow
): Promise<WantedRefund> {
  if (row.is_replacement) {
    throw notAllowed(phrases("return_is_replacement", { return: row.return_order_id }))
  }
  refuseUnoffered(walmart, row)
  await refuseFulfilledByOthers(walmart, row)
  const wanted = decidedRefund({
    lines: row.lines,
    received: row.received ?? {},
    wanted: row.wanted ?? {},
    dismissed: row.dismissed ?? {},
  })
  if (Object.keys(wanted).length === 0) throw nothingLeft(row)
  return wanted
}
