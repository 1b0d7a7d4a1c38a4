import { say } from "../words/phrase"
import type { CarrierChoice } from "./carriers"
import { findCarrier, nameInMarket } from "./carrier-names"
import { ownerByShape } from "./carrier-recognition"
import type { Market } from "../markets/market"
import { type Problem, shownValue } from "../common/problem"
import { carrierOfSite } from "./names/carrier-sites"
import { normalizeTrackingNumber } from "./tracking-text"

/** What is known of a package when its carrier is held against Walmart's policy. */
export interface PolicyQuestion {
  trackingNumber: string
  trackingUrl: string | null
  /** What was chosen or mapped, in anyone's spelling. */
  name: string | null
  /** What would be sent; `null` while nothing can be. */
  choice: CarrierChoice | null
  market: Market
}

/**
 * Why a package may not travel as it does: Walmart allows Amazon's warehouses (MCF) but not Amazon's own delivery, whose
 * vehicles bear another retailer's name (MPL shipping policy of 2025-05-16, tracking policy of 2026-02-11). `null` when it may,
 * also where a store has added the carrier to Walmart's list.
 */
export function prohibitedProblem(question: PolicyQuestion): Problem | null {
  const { trackingNumber, trackingUrl, name, choice, market } = question
  const byNumber = ownerByShape(normalizeTrackingNumber(trackingNumber), market)
  // A link says who carries the parcel only where nothing better does: Amazon shows parcels of other carriers too.
  const bySite = trackingUrl && !(choice && "carrier" in choice) ? carrierOfSite(trackingUrl) : null
  const carriers = [byNumber, name].map((text) => (text ? findCarrier(text) : null))
  const found = [...carriers, bySite].find(
    (carrier) => carrier?.isProhibited && nameInMarket(carrier, market) === null
  )
  if (!found) return null
  const about = { number: shownValue(trackingNumber), carrier: found.name }
  return {
    ...say("carrier_prohibited", about, about.number ? "" : "unnumbered"),
    field: "carrier",
    value: shownValue(trackingNumber || (name ?? "")),
  }
}
