import type { ShipmentConcern } from "./shipment-concerns"

/** A tracking number that updates of other Walmart orders have too. */
export interface SharedNumber {
  /** Normalized. */
  trackingNumber: string
  /** Purchase orders, in the order of their numbers. */
  purchaseOrderIds: string[]
}

/** One parcel may hold several orders of a customer, so a number that another order has is asked about and never refused. Pure. */
export function sharedConcerns(shared: SharedNumber[]): ShipmentConcern[] {
  return shared.map(({ trackingNumber, purchaseOrderIds }) => ({
    key: `${SHARED}${trackingNumber}:${purchaseOrderIds.join(",")}`,
    message:
      `Tracking number ${trackingNumber} is already the number of Walmart order ${purchaseOrderIds.join(", ")}. ` +
      "Unless both travel in one parcel to the same customer, enter the number on this parcel's own label.",
  }))
}

const SHARED = "shared:"

/** The same for the update of a shipment that no screen was asked about. Pure. */
export function sharedWarnings(shared: SharedNumber[]): string[] {
  return shared.map(
    ({ trackingNumber, purchaseOrderIds }) =>
      `Tracking number ${trackingNumber} is also the number of Walmart order ${purchaseOrderIds.join(", ")}. ` +
      "Unless both travel in one parcel, find out whose it is and correct the other one in Seller Center."
  )
}
