import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type { ShippingChoice } from "../../../modules/walmart/service/orders-service"
import type WalmartModuleService from "../../../modules/walmart/service"
import { resolveCarrier } from "../../../walmart/carriers/carriers"
import type { Market } from "../../../walmart/markets/market"
import { shownValue } from "../../../walmart/common/problem"
import { confirmConcerns, openConcerns } from "../../../walmart/checks/shipment-concerns"
import type { KnownUpdate } from "../../../walmart/updates/model/update"
import { prohibitedProblem } from "../../../walmart/carriers/prohibited-carriers"
import { findWalmartOrder } from "../../shared/find-walmart-rows"
import { loadPlanOf } from "../../reconciliation/load-plans"
import { invalid, invalidBy, notAllowed, notFound } from "../../shared/refusals"
import type { Refusal } from "../../../modules/walmart/common/refusal"
import { phrases } from "../../../walmart/words/phrase"
import { decided } from "../shipping-choice"
import type { FulfillmentId, PurchaseOrderId } from "../../../walmart/common/ids"

/** What staff decide about a fulfillment before it is shipped. */
export interface ChooseCarrierStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
  fulfillment_id: string
  /** Walmart's name, an alias or a free name; null takes the choice back, undefined changes nothing. */
  carrier?: string | null
  /** Needed by Walmart for a free name; may also be entered at the Ship screen. */
  tracking_url?: string | null
  /** Ship although the customer asked Walmart to cancel; undefined changes nothing. */
  ship_anyway?: boolean
  /** Keys of everything that the Ship screen asks about and that is confirmed; undefined changes nothing. */
  confirm?: string[]
  /** Who decided. */
  actor_id: string
}

/** The choice before; null when nothing was changed. */
export type PreviousChoice = { fulfillment_id: string; choice: ShippingChoice | null } | null

/**
 * Keeps what was decided about shipping a fulfillment: its carrier, in Walmart's spelling where Walmart lists it, and whether
 * it ships although the customer asked to cancel.
 * @throws MedusaError NOT_FOUND, NOT_ALLOWED when it has left or is canceled, INVALID_DATA for an invalid name or link
 */
export const chooseWalmartCarrierStep = createStep(
  "choose-walmart-carrier",
  async (input: ChooseCarrierStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const order = await findWalmartOrder(walmart, input.id)
    const plan = await loadPlanOf(container, order)
    checkFulfillment(order.purchase_order_id, input.fulfillment_id, plan?.input.medusa.fulfillments)
    const done = { walmart_order_id: order.id }
    const { fulfillment_id, carrier: name, ship_anyway: shipAnyway, confirm } = input
    if (name === undefined && shipAnyway === undefined && confirm === undefined) {
      return new StepResponse<typeof done, PreviousChoice>(done, null)
    }
    const market = walmart.market(order.account_id)
    if (name && walmart.options.trackingValidation === "strict") refuseProhibited(name, market)
    const carrier = name ? choiceOf(name, input.tracking_url, market) : toNothing(name)
    const choice = await walmart.shippingChoice(fulfillment_id)
    const concerns = confirm && confirmed(input, choice, plan?.input.known ?? [])
    const after = decided(choice, { carrier, shipAnyway, concerns }, input.actor_id)
    await walmart.saveShippingChoice(fulfillment_id, after)
    return new StepResponse<typeof done, PreviousChoice>(done, { fulfillment_id, choice })
  },
  async (previous, { container }) => {
    if (!previous) return
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    await walmart.saveShippingChoice(previous.fulfillment_id, previous.choice)
  }
)

/** @throws MedusaError INVALID_DATA for what is not asked */
function confirmed(
  { fulfillment_id: id, confirm = [], actor_id }: ChooseCarrierStepInput,
  choice: ShippingChoice | null,
  known: KnownUpdate[]
) {
  const concerns = openConcerns(known, choice?.concerns)
  const unknown = confirm.find((key) => concerns.every((concern) => concern.key !== key))
  if (unknown === undefined) return confirmConcerns(concerns, confirm, actor_id)
  throw invalid(phrases("ship_anyway", { concern: shownValue(unknown), id }, "not_asked"))
}

/** No name takes the carrier back; an absent one changes nothing. */
function toNothing(name: string | null | undefined): null | undefined {
  return name === undefined ? undefined : null
}

interface Fulfillment {
  id: FulfillmentId
  shippedAt: number | null
  canceledAt: number | null
}

function checkFulfillment(
  purchaseOrderId: PurchaseOrderId,
  id: FulfillmentId,
  fulfillments: Fulfillment[] = []
) {
  const found = fulfillments.find((fulfillment) => fulfillment.id === id)
  if (!found) {
    throw notFound(phrases("fulfillment_unknown", { order: purchaseOrderId, id }))
  }
  if (found.canceledAt !== null) {
    throw notAllowed(phrases("fulfillment_over", {}, "canceled"))
  }
  if (found.shippedAt !== null) {
    throw notAllowed(phrases("fulfillment_over", {}, "shipped"))
  }
}

function refuseProhibited(name: string, market: Market): void {
  const known = { trackingNumber: "", trackingUrl: null, choice: null }
  const problem = prohibitedProblem({ ...known, name, market })
  if (problem) throw invalidBy([problem])
}

/** A free name may still lack its link, since the Ship screen asks for one. */
function choiceOf(name: string, link: string | null | undefined, market: Market) {
  const found = resolveCarrier({ chosen: name, trackingNumber: "", trackingUrl: link, market })
  if ("code" in found) {
    if (found.code === "carrier_unknown") throw nameless(name)
    if (found.code !== "tracking_url_missing") throw invalidBy([found])
    return { carrier: name, trackingUrl: null }
  }
  if (found.source !== "chosen") throw nameless(name)
  const { choice } = found
  return "carrier" in choice
    ? { carrier: choice.carrier, trackingUrl: link ?? null }
    : { carrier: choice.otherCarrier, trackingUrl: choice.trackingUrl }
}

function nameless(name: string): Refusal {
  return invalid(phrases("carrier_nameless", { name: shownValue(name) }))
}
