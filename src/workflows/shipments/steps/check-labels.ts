import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { ownValue } from "../../../walmart/common/own-value"
import { checkLabels } from "../../../walmart/updates/shipment/packages"
import { leavesAtOnce } from "../../reconciliation/medusa-side/departure"
import { loadPlans } from "../../reconciliation/load-plans"
import { invalidBy } from "../../shared/refusals"
import { sumOfUnits } from "../../../walmart/common/units"

/** A fulfillment that is about to be made with labels, as `POST /admin/fulfillments` takes it. */
export interface NewFulfillment {
  order_id: string
  provider_id: string
  shipping_option_id?: string | null
  items: { quantity: number }[]
  labels: { tracking_number: string; tracking_url?: string | null }[]
}

/**
 * Refuses labels that Walmart would refuse, where the account ships what is fulfilled, by the rules of the Ship screen. Changes nothing.
 * @throws MedusaError INVALID_DATA with every label's fault and what to do
 */
export const checkWalmartLabelsStep = createStep(
  "check-walmart-labels",
  async (made: NewFulfillment, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const [plan] = await loadPlans(container, [made.order_id])
    if (!plan || !leavesAtOnce(made, walmart.account(plan.account_id).shipWhen)) {
      return new StepResponse(null)
    }
    const { carrierMap } = (await walmart.accountSettings())(plan.account_id)
    const { purchaseOrderId, customerOrderId } = plan.input.walmart
    const labels = made.labels.map(({ tracking_number, tracking_url = null }) => ({
      trackingNumber: tracking_number,
      trackingUrl: tracking_url,
    }))
    const checks = checkLabels(labels, {
      ...plan.input,
      ...{ purchaseOrderId, customerOrderId },
      units: sumOfUnits(made.items),
      mapped:
        ownValue(carrierMap, made.shipping_option_id ?? "") ??
        ownValue(carrierMap, made.provider_id) ??
        null,
    })
    const problems = checks.flatMap((check) => check.problems)
    if (problems.length > 0) throw invalidBy(problems)
    return new StepResponse(null)
  }
)
