import type { AccountOptions } from "../../../modules/walmart/config/options"
import { isPlaceholder } from "../../../walmart/carriers/tracking-placeholder"
import { normalizeTrackingNumber } from "../../../walmart/carriers/tracking-number"
import type { MedusaFulfillment } from "../../../walmart/updates/model/sides"
import type { FulfillmentRow } from "./medusa-order-rows"

/** What makes a fulfillment of an account count as shipped. */
export type ShipWhen = AccountOptions["shipWhen"]

type Departure = Pick<MedusaFulfillment, "shippedAt" | "shippedBy" | "awaitsShip">

/**
 * When a fulfillment has left, and by whom: once it is shipped in Medusa, or from the start when the account ships what is fulfilled
 * and it has a label. Pure.
 */
export function departureOf(row: FulfillmentRow, shipWhen: ShipWhen): Departure {
  const { shipped_at: at, marked_shipped_by: shippedBy, created_at: made, created_by } = row
  if (at || !made || !leavesAtOnce(row, shipWhen)) {
    return { shippedAt: at ? new Date(at).getTime() : null, shippedBy }
  }
  return { shippedAt: new Date(made).getTime(), shippedBy: created_by ?? null, awaitsShip: true }
}

/** Whether an account ships a fulfillment without waiting for Ship: what is on its labels may be wrong, but it is no blank. Pure. */
export function leavesAtOnce(
  { labels }: { labels?: { tracking_number: string }[] },
  shipWhen: ShipWhen
): boolean {
  return shipWhen === "fulfilled" && (labels ?? []).some(isUsable)
}

/** Whether a label says a number at all. */
export function isUsable({ tracking_number }: { tracking_number: string }): boolean {
  return !isPlaceholder(normalizeTrackingNumber(tracking_number))
}
