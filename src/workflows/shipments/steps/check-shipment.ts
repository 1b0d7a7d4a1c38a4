import type { MedusaFulfillment } from "../../../walmart/updates/model/sides"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { ShippingChoice } from "../../../modules/walmart/service/orders-service"
import { checkShipment, type ShipmentCheck } from "../../../walmart/checks/check-shipment"
import { sharedConcerns } from "../../../walmart/checks/shared-numbers"
import {
  confirmConcerns,
  type KeptConcern,
  keptConcerns,
  type ShipmentConcern,
} from "../../../walmart/checks/shipment-concerns"
import { invalid } from "../../shared/refusals"
import { decided } from "../shipping-choice"
import type { CheckShipmentInput, LoadedShipment, ShipmentLabel } from "./load-shipment"
import { ownValue } from "../../../walmart/common/own-value"
import { type Phrase, phrase, phrases, type Text } from "../../../walmart/words/phrase"

/** A shipment with everything known about it. */
export interface CheckShipmentStepInput {
  shipment: CheckShipmentInput
  loaded: LoadedShipment
  /** Walmart carrier by fulfillment id, from a store's hook. */
  carriers: Record<string, string> | null
}

/** What was found; `is_walmart` is false for orders of other channels, which are never touched. */
export interface CheckedShipment {
  is_walmart: boolean
  order_id: string | null
  warnings: Text[]
  /** What was asked about it, all of it confirmed. */
  concerns: KeptConcern[]
  /** Labels to save instead of the request's; null keeps those. */
  labels: ShipmentLabel[] | null
}

const NOT_WALMART: CheckedShipment = {
  is_walmart: false,
  order_id: null,
  warnings: [],
  concerns: [],
  labels: null,
}

/**
 * Refuses a shipment that Walmart would hold against the seller, before anything is saved, and one that someone has to confirm
 * first. Only what it asks for is kept, for the Walmart box, where it is confirmed; the next check replaces it.
 * @throws MedusaError INVALID_DATA that says what is wrong, with which value, and what to do
 */
export const checkWalmartShipmentStep = createStep(
  "check-walmart-shipment",
  async (
    { shipment, loaded: { loaded, own_labels }, carriers }: CheckShipmentStepInput,
    { container }
  ) => {
    const id = shipment.fulfillment_id
    const known = loaded?.input.medusa.fulfillments.find((fulfillment) => fulfillment.id === id)
    if (!loaded || !known) return new StepResponse(NOT_WALMART)
    refuseFinished(known)
    const given = own_labels.length > 0 ? own_labels : shipment.labels
    const mapped = ownValue(carriers ?? {}, id) ?? known.mapped
    const fulfillment = asRequested({ ...known, mapped }, shipment, given)
    const checked = checkShipment({ ...loaded.input, fulfillment })
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const { trackingNumbers } = checked
    const [shared, before] = await Promise.all([
      walmart.sharedNumbers(loaded.walmart_order_id, trackingNumbers),
      walmart.shippingChoice(id),
    ])
    const found = [...checked.concerns, ...sharedConcerns(shared)]
    const concerns = await askAbout(walmart, { shipment, before }, found)
    refuse(checked, concerns, shipment.caveat)
    return new StepResponse<CheckedShipment>({
      is_walmart: true,
      order_id: loaded.order_id,
      warnings: checked.warnings,
      concerns,
      labels: own_labels.length > 0 ? own_labels : null,
    })
  }
)

/** The fulfillment as it will be once the request is saved. */
function asRequested(
  known: MedusaFulfillment,
  { carrier, ship_anyway }: CheckShipmentInput,
  labels: CheckShipmentInput["labels"]
): MedusaFulfillment {
  return {
    ...known,
    chosen: carrier ? { carrier, trackingUrl: null } : known.chosen,
    shipAnyway: ship_anyway ?? known.shipAnyway,
    labels: labels.map(({ tracking_number, tracking_url = null }) => ({
      trackingNumber: tracking_number,
      trackingUrl: tracking_url,
    })),
  }
}

/** What there is to confirm, with who did; kept while someone still has to, and forgotten once it is not asked any more. */
async function askAbout(
  walmart: WalmartModuleService,
  { shipment, before }: { shipment: CheckShipmentInput; before: ShippingChoice | null },
  concerns: ShipmentConcern[]
): Promise<KeptConcern[]> {
  const { fulfillment_id: id, ship_anyway: isConfirmed, actor_id } = shipment
  const asked = keptConcerns(concerns, before?.concerns)
  const keys = concerns.map(({ key }) => key)
  if (isConfirmed) return confirmConcerns(asked, keys, actor_id)
  if (asked.some(isOpen) || (asked.length === 0 && before?.concerns)) {
    await walmart.saveShippingChoice(id, decided(before, { concerns: asked }, actor_id))
  }
  return asked
}

function isOpen({ confirmed_by: by }: KeptConcern): boolean {
  return by === null
}

function refuse({ refusals }: ShipmentCheck, concerns: KeptConcern[], caveat: Phrase[] = []): void {
  const questions = concerns.filter(isOpen).flatMap(({ words }) => words)
  if (questions.length > 0) questions.push(phrase("ship_anyway", "remedy", {}))
  const words = [...refusals.flat(), ...questions]
  if (words.length > 0) throw invalid([...words, ...caveat])
}

/** Another request may have shipped or canceled it a moment ago. */
function refuseFinished({ shippedAt, awaitsShip, canceledAt, labels }: MedusaFulfillment): void {
  const numbers = labels.map(({ trackingNumber }) => trackingNumber).join(", ")
  const isShipped = shippedAt !== null && !awaitsShip
  if (canceledAt === null && !isShipped) return
  const how = canceledAt !== null ? "canceled_already" : "shipped_already"
  throw invalid(phrases("fulfillment_over", { numbers }, how))
}

/** A shipment that passed all checks. */
export interface KeepShippingChoiceStepInput {
  shipment: CheckShipmentInput
  checked: CheckedShipment
}

/**
 * Keeps what an API client decided with the shipment, for the planner, with who decided. Needs no undo: it says nothing until
 * the fulfillment is shipped, and a later decision replaces it.
 */
export const keepWalmartShippingChoiceStep = createStep(
  "keep-walmart-shipping-choice",
  async ({ shipment, checked }: KeepShippingChoiceStepInput, { container }) => {
    const { fulfillment_id: id, carrier, ship_anyway: shipAnyway, actor_id } = shipment
    if (!checked.is_walmart || (!carrier && shipAnyway === undefined)) return new StepResponse(null)
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const named = carrier ? { carrier, trackingUrl: null } : undefined
    const before = await walmart.shippingChoice(id)
    const after = decided(before, { carrier: named, shipAnyway, ...asked(checked) }, actor_id)
    await walmart.saveShippingChoice(id, after)
    return new StepResponse(null)
  }
)

/** Nothing asked this time takes no earlier question away. */
function asked({ concerns }: CheckedShipment): { concerns?: KeptConcern[] } {
  return concerns.length > 0 ? { concerns } : {}
}
