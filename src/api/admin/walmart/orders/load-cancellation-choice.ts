import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartCancellationChoiceResponse } from "../../../../types/http"
import { loadPlanOf } from "../../../../workflows/reconciliation/load-plans"
import { findWalmartOrder } from "../../../../workflows/shared/find-walmart-rows"
import { showReason } from "../present"
import { showCancelable } from "./cancellation"

/** The span that Walmart measures, in days (docs/walmart-api.md, "Deadlines"). */
const RATE_DAYS = 30

/**
 * Lines with what of them can be canceled, the reasons, and how many orders of the account were canceled lately.
 * @throws MedusaError NOT_FOUND when there is no such order, or when the options no longer have its account
 */
export async function loadCancellationChoice(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartCancellationChoiceResponse> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const order = await findWalmartOrder(walmart, id)
  const plan = await loadPlanOf(container, order)
  const { cancellationReasons } = walmart.market(order.account_id)
  const counting = cancellationReasons.filter(({ countsAgainstSeller: counts }) => counts)
  const reasons = counting.map(({ code }) => code)
  const window = { accountId: order.account_id, days: RATE_DAYS, reasons }
  const { counted, missed } = await walmart.performanceTally(window, "cancellation")
  return {
    lines: showCancelable(plan),
    reasons: cancellationReasons.map((reason) => showReason({ ...reason, preselected: false })),
    rate: { orders: counted, canceled: missed, days: RATE_DAYS },
  }
}
