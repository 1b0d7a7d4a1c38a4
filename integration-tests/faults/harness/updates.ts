import type { PlannedUpdate, UpdatePayload } from "../../../src/walmart/updates/model/update"
import type { KnownOrder, Stage } from "./stage"

let serial = 0

/** Units by line number. */
export type Units = Record<string, number>

/** A parcel of the given units, with a tracking number that no other parcel has. */
export function shipment(
  units: Units,
  trackingNumber = `LX${10_000_000 + ++serial}`
): PlannedUpdate {
  const lines = Object.entries(units).map(([lineNumber, quantity]) => ({ lineNumber, quantity }))
  return planned(`shipment:ful_${trackingNumber}`, {
    kind: "shipment",
    fulfillmentId: `ful_${trackingNumber}`,
    shippedAt: Date.now(),
    sellerOrderId: "1",
    packages: [{ trackingNumber, carrier: { carrier: "OnTrac" }, lines }],
  })
}

/** A cancellation after which Walmart shall show these totals as canceled; `added` of them by this one, all when left out. */
export function cancellation(
  totals: Units,
  reason = "SELLER_CANCEL_PRICING_ERROR",
  added?: number
): PlannedUpdate {
  const lines = Object.entries(totals).map(([lineNumber, total]) => ({
    lineNumber,
    quantity: added ?? total,
    total,
  }))
  const key = lines.map(({ lineNumber, total }) => `${lineNumber}=${total}`).join(",")
  return planned(`cancellation:${key}`, { kind: "cancellation", reason, lines })
}

/** A refund of hundredths of the first line's price, after which Walmart shall show them as given back. */
export function refund(amount: number): PlannedUpdate {
  const refundId = `ref_${++serial}`
  return planned(`refund:${refundId}`, {
    ...{ kind: "refund", refundId, amount, reason: "DamagedItem", chargesPer: "line" },
    lines: [{ lineNumber: "1", type: "PRODUCT", amount, total: amount }],
  })
}

/** The acknowledgment of an order. */
export function acknowledgment(): PlannedUpdate {
  return planned("acknowledgment", { kind: "acknowledgment" })
}

function planned(uniqueKey: string, payload: UpdatePayload): PlannedUpdate {
  return { uniqueKey, payload, attention: null, warnings: [], happenedAt: Date.now() }
}

/** An order of four units of which two wait to be told as shipped. */
export async function halfAnOrder(stage: Stage): Promise<KnownOrder> {
  const order = await stage.anOrder([4])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  return order
}
