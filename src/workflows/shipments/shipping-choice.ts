import type { KeptConcern } from "../../walmart/checks/shipment-concerns"
import type { ShippingChoice } from "../../modules/walmart/service/orders-service"

/** What a person changes about shipping a fulfillment; undefined leaves it as it is. */
export interface ShippingDecision {
  /** Null takes the carrier back. */
  carrier?: { carrier: string; trackingUrl: string | null } | null
  shipAnyway?: boolean
  /** What the Ship screen asks about, with who confirmed it. */
  concerns?: KeptConcern[]
}

const NOTHING_CHOSEN: ShippingChoice = {
  carrier: null,
  tracking_url: null,
  chosen_by: null,
  ship_anyway: false,
  ship_anyway_by: null,
  concerns: null,
}

/** The choice after a decision; null when nothing is left of it. Pure. */
export function decided(
  before: ShippingChoice | null,
  { carrier, shipAnyway, concerns }: ShippingDecision,
  by: string
): ShippingChoice | null {
  const after = { ...(before ?? NOTHING_CHOSEN) }
  if (carrier !== undefined) {
    after.carrier = carrier?.carrier ?? null
    after.tracking_url = carrier?.trackingUrl ?? null
    after.chosen_by = carrier ? by : null
  }
  if (shipAnyway !== undefined && shipAnyway !== after.ship_anyway) {
    after.ship_anyway = shipAnyway
    after.ship_anyway_by = by
  }
  if (concerns !== undefined) after.concerns = concerns.length > 0 ? concerns : null
  const isNothing = after.carrier === null && !after.ship_anyway && after.concerns === null
  return isNothing ? null : after
}
