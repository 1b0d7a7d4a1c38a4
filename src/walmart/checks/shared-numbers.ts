import { phrases, type Text, textIn } from "../words/phrase"
import { concern, type ShipmentConcern } from "./shipment-concerns"

/** A tracking number that updates of other Walmart orders have too. */
export interface SharedNumber {
  /** Normalized. */
  trackingNumber: string
  /** Purchase orders, in the order of their numbers. */
  purchaseOrderIds: string[]
}

/** One parcel may hold several orders of a customer, so a number that another order has is asked about and never refused. Pure. */
export function sharedConcerns(shared: SharedNumber[]): ShipmentConcern[] {
  return shared.map((one) => {
    const { trackingNumber, purchaseOrderIds } = one
    const key = `${SHARED}${trackingNumber}:${purchaseOrderIds.join(",")}`
    return concern(key, phrases("number_shared", about(one)))
  })
}

const SHARED = "shared:"

/** The same for the update of a shipment that no screen was asked about. Pure. */
export function sharedWarnings(shared: SharedNumber[]): Text[] {
  return shared.map((one) => textIn(phrases("number_shared", about(one), "sent")))
}

function about({ trackingNumber, purchaseOrderIds }: SharedNumber) {
  return { number: trackingNumber, orders: purchaseOrderIds.join(", ") }
}
