import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartCancellationChoiceResponse } from "../../../../types/http"
import { loadPlanOf } from "../../../../workflows/reconciliation/load-plans"
import { findWalmartOrder } from "../../../../workflows/shared/find-walmart-rows"
import { showReason } from "../present"
import { showCancelable } from "./cancellation"

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
  const rate = await walmart.cancellationRate(
    order.account_id,
    counting.map(({ code }) => code)
  )
  return {
    lines: showCancelable(plan),
    reasons: cancellationReasons.map((reason) => showReason({ ...reason, preselected: false })),
    rate: { ...rate, days: 30 },
  }
}
