import type { PlannedUpdate, UpdatePayload } from "../../../src/walmart/updates/model/update"
import type { LineUnits } from "../../../src/walmart/updates/payloads/payload-parts"
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

/** A refund of hundredths of a line's price, after which Walmart shall show `total` of it as given back, all when left out. */
export function refund(amount: number, { lineNumber = "1", total = amount } = {}): PlannedUpdate {
  const refundId = `ref_${++serial}`
  return planned(`refund:${refundId}`, {
    ...{ kind: "refund", refundId, amount, reason: "DamagedItem", chargesPer: "line" },
    lines: [{ lineNumber, type: "PRODUCT", amount, total }],
  })
}

/** A parcel of one line, as Walmart was told of it. */
export interface Told extends LineUnits {
  trackingNumber: string
}

/** Another tracking number for a parcel. */
export function correction({
  trackingNumber: replaces,
  lineNumber,
  quantity,
}: Told): PlannedUpdate {
  const trackingNumber = `LX${10_000_000 + ++serial}`
  const fulfillmentId = `ful_${replaces}`
  const carrier = { carrier: "OnTrac" }
  const lines = [{ lineNumber, quantity, kept: 0 }]
  return planned(`tracking_correction:${trackingNumber}`, {
    ...{ kind: "tracking_correction", fulfillmentId, toldAs: fulfillmentId, sellerOrderId: "1" },
    ...{ shippedAt: Date.now(), until: Date.now() + CORRECTABLE_MS },
    packages: [{ trackingNumber, carrier, replaces, lines }],
  })
}

/** The number that a correction asks for. */
export function numberOf({ payload }: PlannedUpdate): string {
  if (payload.kind !== "tracking_correction") throw new Error(`${payload.kind} has no new number.`)
  return payload.packages[0].trackingNumber
}

/** How long Walmart takes another number. */
const CORRECTABLE_MS = 4 * 3_600_000

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
