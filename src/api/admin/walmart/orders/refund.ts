import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartReason, AdminWalmartRefundChoiceResponse } from "../../../../types/http"
import { REFUND_REASONS } from "../../../../walmart/refunds/reasons"
import { openParts } from "../../../../walmart/updates/refund/booked"
import { mirroredOf, partsOf } from "../../../../walmart/updates/refund/plan-refund"
import { loadPlanOf } from "../../../../workflows/reconciliation/load-plans"
import { findWalmartOrder } from "../../../../workflows/shared/find-walmart-rows"

/** What can be refunded of an order, by line and part. @throws MedusaError NOT_FOUND */
export async function loadRefundChoice(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartRefundChoiceResponse> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const order = await findWalmartOrder(walmart, id)
  const plan = await loadPlanOf(container, order)
  const parts = plan ? (partsOf(plan.input) ?? []) : []
  const open = openParts(parts, {
    known: plan?.input.known ?? [],
    mirrored: plan ? mirroredOf(plan.input) : 0,
  })
  return {
    parts: parts.map(({ lineNumber: line_number, type, currency, ...part }, i) => ({
      ...{ line_number, type, currency_code: currency.toLowerCase(), units: part.units },
      ...{ charged: part.charged, refunded: part.refunded, left: open[i].left },
    })),
    reasons: offeredRefundReasons(),
  }
}

/** "Damaged item" of Walmart's DamagedItem; what has blanks is words already. */
function wordsOf(code: string): string {
  if (code.includes(" ")) return code
  const words = code.replace(/([a-z])([A-Z])/g, "$1 $2")
  return words.charAt(0) + words.slice(1).toLowerCase()
}

/** Walmart's reasons of a refund, in its own words. */
export function offeredRefundReasons(): AdminWalmartReason[] {
  return REFUND_REASONS.map((code) => ({
    ...{ code, label: wordsOf(code), effect: "", preselected: false, built_in: true },
    ...{ only_when_customer_asked: false, zeroes_stock: false, counts_against_seller: false },
  }))
}
