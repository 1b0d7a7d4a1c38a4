import type { Label, MedusaFulfillment, PlanInput } from "../../../../walmart/updates/model/sides"
import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type {
  AdminWalmartCarrierBody,
  AdminWalmartCarrierResponse,
  AdminWalmartFulfillment,
} from "../../../../types/http"
import { askedLines } from "../../../../walmart/checks/check-shipment"
import { checkLabel, type LabelCheck } from "../../../../walmart/updates/shipment/packages"
import { openConcerns } from "../../../../walmart/checks/shipment-concerns"
import {
  findWalmartOrder,
  type WalmartOrderRow,
} from "../../../../workflows/shared/find-walmart-rows"
import { loadPlanOf, type ShownPlan } from "../../../../workflows/reconciliation/load-plans"
import { notFound } from "../../../../workflows/shared/refusals"
import { showCheck, showUnits } from "../present"
import type { Refusal } from "../../../../modules/walmart/common/refusal"
import { phrases } from "../../../../walmart/words/phrase"

/** Fulfillments that have not left, with the carrier that would be sent. */
export function waitingFulfillments({ input, choices }: ShownPlan): AdminWalmartFulfillment[] {
  const waiting = input.medusa.fulfillments.filter(
    ({ shippedAt, canceledAt, shippedBeforeImport }) =>
      shippedAt === null && canceledAt === null && !shippedBeforeImport
  )
  return waiting.map((fulfillment) => {
    const choice = choices.find(({ fulfillment_id }) => fulfillment_id === fulfillment.id)
    return {
      id: fulfillment.id,
      lines: showUnits(fulfillment.lines),
      chosen: showChoice(choice),
      asked_lines: askedLines(input, fulfillment),
      ship_anyway: choice?.ship_anyway ?? false,
      ship_anyway_by: choice?.ship_anyway_by ?? null,
      concerns: openConcerns(input.known, choice?.concerns),
      mapped: fulfillment.mapped,
      checks: fulfillment.labels.map((label) => showCheck(checkFor(input, fulfillment, label))),
    }
  })
}

type ChosenCarrier = NonNullable<AdminWalmartFulfillment["chosen"]> | { carrier: null }

function showChoice(choice: ChosenCarrier | undefined): AdminWalmartFulfillment["chosen"] {
  if (!choice?.carrier) return null
  const { carrier, tracking_url, chosen_by } = choice
  return { carrier, tracking_url, chosen_by }
}

/** What would be sent for a label of a fulfillment, by the rules of planner and Ship screen. */
function checkFor(
  input: PlanInput,
  { chosen, mapped }: Pick<MedusaFulfillment, "chosen" | "mapped">,
  label: Label
): LabelCheck {
  return checkLabel(label, {
    market: input.market,
    strictness: input.strictness,
    purchaseOrderId: input.walmart.purchaseOrderId,
    customerOrderId: input.walmart.customerOrderId,
    chosen: chosen?.carrier,
    chosenUrl: chosen?.trackingUrl,
    mapped,
  })
}

/** A fulfillment with its carrier, and what would be sent for the number asked about. @throws MedusaError NOT_FOUND */
export async function loadCarrierCheck(
  container: MedusaContainer,
  id: string,
  question: AdminWalmartCarrierBody
): Promise<AdminWalmartCarrierResponse> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const row = await findWalmartOrder(walmart, id)
  const plan = await loadPlanOf(container, row)
  const shown = plan ? waitingFulfillments(plan) : []
  const fulfillment = shown.find((entry) => entry.id === question.fulfillment_id)
  const known = plan?.input.medusa.fulfillments.find((f) => f.id === question.fulfillment_id)
  if (!fulfillment || !known || !plan) throw noFulfillment(row, question)
  if (!question.tracking_number) return { fulfillment, check: null }
  const label = {
    trackingNumber: question.tracking_number,
    trackingUrl: question.tracking_url ?? null,
  }
  const asked = question.check_only ? { ...known, chosen: typedChoice(question) } : known
  return { fulfillment, check: showCheck(checkFor(plan.input, asked, label)) }
}

/** What is typed counts instead of what was chosen before; an empty carrier means none. */
function typedChoice({ carrier, tracking_url }: AdminWalmartCarrierBody) {
  return carrier ? { carrier, trackingUrl: tracking_url ?? null } : null
}

function noFulfillment(
  { purchase_order_id: order }: WalmartOrderRow,
  { fulfillment_id: id }: AdminWalmartCarrierBody
): Refusal {
  return notFound(phrases("fulfillment_unknown", { order, id }, "waiting"))
}
