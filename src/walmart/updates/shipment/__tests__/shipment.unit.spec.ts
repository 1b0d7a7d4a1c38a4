import type { Package, ShipmentPayload } from "../../payloads/shipment-payload"
import fc from "fast-check"
import { correctPayload } from "../../correct"
import { marketOf } from "../../../markets/markets"
import type { Order, OrderLine } from "../../../orders/order"
import type { KnownUpdate } from "../../model/update"
import { nextShipment, unitsOnTheWay } from "../next-shipment"
import { shipmentBody, shipmentRemainders, unitsShownUnder } from "../shipment"

/** Units a line shows as shipped, by tracking number; the rest is acknowledged. */
type ShownBy = Record<string, number>

function line(lineNumber: string, quantity: number, shown: ShownBy = {}): OrderLine {
  const shipped = Object.entries(shown).map(([trackingNumber, units]) => ({
    status: "Shipped" as const,
    quantity: units,
    cancellationReason: null,
    package: {
      carrier: "OnTrac",
      trackingNumber,
      trackingUrl: null,
      shippedAt: 1,
      methodCode: "Standard",
    },
  }))
  const left = quantity - shipped.reduce((sum, entry) => sum + entry.quantity, 0)
  const open = { status: "Acknowledged" as const, cancellationReason: null, package: null }
  return {
    lineNumber,
    sku: `SKU-${lineNumber}`,
    productName: "Thing",
    quantity,
    charges: [],
    customerAskedToCancel: false,
    shipMethod: null,
    statuses: [...shipped, ...(left > 0 ? [{ ...open, quantity: left }] : [])],
  }
}

function order(...lines: OrderLine[]): Order {
  return {
    purchaseOrderId: "1799999999001",
    customerOrderId: "6281763440099",
    customerEmail: null,
    phone: null,
    orderedAt: 1,
    shipBy: null,
    deliverBy: null,
    methodCode: "Standard",
    address: null,
    shipNode: { type: "SellerFulfilled", id: null, name: null },
    orderType: null,
    originalCustomerOrderId: null,
    summaryTotal: null,
    lines,
  }
}

function parcel(trackingNumber: string, units: Record<string, number>): Package {
  const lines = Object.entries(units).map(([lineNumber, quantity]) => ({ lineNumber, quantity }))
  return { trackingNumber, carrier: { carrier: "OnTrac" }, lines }
}

function shipment(...packages: Package[]): ShipmentPayload {
  const base = { kind: "shipment" as const, fulfillmentId: "ful_1", shippedAt: 1 }
  return { ...base, sellerOrderId: "1", packages }
}

function corrected(payload: ShipmentPayload, packageIndex: number, trackingNumber: string) {
  const result = correctPayload(
    payload,
    { packageIndex, trackingNumber },
    {
      purchaseOrderId: "1799999999001",
      customerOrderId: "6281763440099",
      market: marketOf("us"),
      strictness: "lenient",
      askedLines: [],
      shown: null,
    }
  )
  if ("problems" in result || result.payload.kind !== "shipment")
    throw new Error(JSON.stringify(result))
  return result.payload
}

function left(shown: Order, payload: ShipmentPayload): Record<string, number> {
  const [{ packages }] = shipmentRemainders(shown, [payload])
  const units = packages.flatMap((p) => p.lines)
  return Object.fromEntries(
    shown.lines.map(({ lineNumber }) => [
      lineNumber,
      units.filter((u) => u.lineNumber === lineNumber).reduce((sum, u) => sum + u.quantity, 0),
    ])
  )
}

const [T1, T2, T3] = ["LX0000000001", "LX0000000002", "LX0000000003"]

describe("what remains of a shipment", () => {
  it("after a correction leaves out what Walmart shows under the number before", () => {
    const payload = corrected(shipment(parcel(T1, { 1: 2, 2: 1 })), 0, T2)
    expect(left(order(line("1", 5, { [T1]: 2 }), line("2", 1)), payload)).toEqual({ 1: 0, 2: 1 })
  })

  it("is nothing when Walmart shows everything under numbers it had before", () => {
    const payload = corrected(corrected(shipment(parcel(T1, { 1: 2 })), 0, T2), 0, T3)
    expect(payload.formerNumbers).toEqual([T1, T2])
    expect(left(order(line("1", 5, { [T1]: 1, [T2]: 1 })), payload)).toEqual({ 1: 0 })
  })

  it("leaves the units of another shipment to that shipment", () => {
    const first = corrected(shipment(parcel(T1, { 1: 1 })), 0, T2)
    const second = { ...shipment(parcel(T1, { 1: 1 })), fulfillmentId: "ful_2" }
    const shown = order(line("1", 3, { [T2]: 1, [T1]: 1 }))
    const remains = shipmentRemainders(shown, [first, second])
    expect(remains.map(({ packages }) => packages)).toEqual([[], []])
  })

  it("sends not even the open part of too many units while the customer asks to cancel the line", () => {
    const canceled = { status: "Cancelled", quantity: 2, cancellationReason: null, package: null }
    const { statuses, ...rest } = line("1", 1)
    const asked: OrderLine = {
      ...{ ...rest, quantity: 3, customerAskedToCancel: true },
      statuses: [...statuses, { ...canceled, status: "Cancelled" }],
    }
    const [remainder] = shipmentRemainders(order(asked), [shipment(parcel(T1, { 1: 2 }))])
    expect(remainder).toMatchObject({
      conflict: { code: "customer_asked_to_cancel" },
      sendable: [],
    })
  })

  it("is never more than was wished less what Walmart shows, however numbers are corrected or swapped", () => {
    const numbers = [T1, T2, T3]
    const corrections = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...numbers)), { maxLength: 4 })
    const units = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2))
    fc.assert(
      fc.property(
        units,
        fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)),
        corrections,
        (w, s, changes) => {
          const packages = numbers.map((number, i) => parcel(number, { 1: w[i] + 1 }))
          const sent = Object.fromEntries(numbers.map((n, i) => [n, Math.min(s[i], w[i] + 1)]))
          const total = w.reduce((sum, n) => sum + n + 1, 0)
          const there = Object.values(sent).reduce((sum, n) => sum + n, 0)
          const payload = changes.reduce(
            (p, [index, n]) => corrected(p, index, n),
            shipment(...packages)
          )
          expect(left(order(line("1", 20, sent)), payload)).toEqual({ 1: total - there })
        }
      )
    )
  })
})

it("counts units under a number over all lines, in any spelling", () => {
  const shown = order(line("1", 3, { [T1]: 2 }), line("2", 2, { [T1]: 1, [T2]: 1 }))
  expect(unitsShownUnder(shown, "lx-0000000001")).toBe(3)
})

describe("the body of a shipping call", () => {
  const parcels = [parcel("C11031500001879", { "1": 1, "2": 1 })]
  const payload: ShipmentPayload = {
    kind: "shipment",
    fulfillmentId: "ful_1",
    shippedAt: 2,
    packages: parcels,
    sellerOrderId: "42",
  }

  function linesOf(changes: Partial<ShipmentPayload>) {
    const remains = [{ payload: { ...payload, ...changes }, packages: parcels }]
    const limits = { now: 3, maxLines: 100 }
    return shipmentBody(order(line("1", 1), line("2", 1)), remains, limits)
  }

  it("names on every line the country the parcel is shipped from, where that is told", () => {
    const told = { lineNumber: expect.any(String), shipFromCountry: "CA" }
    expect(linesOf({ shipFromCountry: "CA" })).toMatchObject({
      orderShipment: { orderLines: { orderLine: [told, told] } },
    })
    expect(JSON.stringify(linesOf({}))).not.toContain("shipFromCountry")
  })
})

describe("parcels of one line that leave from several countries", () => {
  const pending = (number: string, sequence: number, shipFromCountry?: string) => {
    const id = `wmup_${sequence}`
    const payload = { ...shipment(parcel(number, { 1: 1 })), fulfillmentId: id, shipFromCountry }
    const known: KnownUpdate<ShipmentPayload> = {
      ...{ id, sequence, uniqueKey: `shipment:${id}`, status: "pending", payloadVersion: 1 },
      payload,
    }
    return known
  }

  const callOf = (shown: ShownBy, updates: KnownUpdate<ShipmentPayload>[]) => {
    const limits = { now: 2, maxLines: 100, maxUpdates: 50 }
    return nextShipment(order(line("1", 3, shown)), updates, updates, limits).call
  }

  it("go call by call, because a line names one country", () => {
    const updates = [pending("C1", 1, "CA"), pending("C2", 2, "CA"), pending("C3", 3, "US")]
    const first = callOf({}, updates)
    expect(first?.updateIds).toEqual(["wmup_1", "wmup_2"])
    expect(JSON.stringify(first?.body)).toMatch(/"shipFromCountry":"CA".*C1.*C2/)
    const second = callOf({ C1: 1, C2: 1 }, updates)
    expect(second?.updateIds).toEqual(["wmup_3"])
    expect(JSON.stringify(second?.body)).toMatch(/"shipFromCountry":"US".*C3/)
  })

  it("go together where no market asks for it", () => {
    const updates = [pending("C1", 1), pending("C2", 2)]
    expect(callOf({}, updates)?.updateIds).toEqual(["wmup_1", "wmup_2"])
  })
})

describe("units on their way", () => {
  const known = (sequence: number, status: KnownUpdate["status"], payload: ShipmentPayload) => ({
    ...{ id: `wmup_${sequence}`, sequence, uniqueKey: `shipment:${sequence}`, status },
    ...{ payload, payloadVersion: 1 },
  })

  it("are those of shipments that wait, with or without a person", () => {
    const updates = [
      known(1, "pending", shipment(parcel(T1, { 1: 2 }))),
      known(2, "needs_attention", shipment(parcel(T2, { 1: 1 }))),
    ]
    expect(unitsOnTheWay(order(line("1", 5)), updates)).toBe(3)
  })

  it("are not those of a waiting shipment that Walmart shows as gone", () => {
    const updates = [
      known(1, "needs_attention", shipment(parcel(T1, { 1: 2 }), parcel(T2, { 1: 1 }))),
    ]
    expect(unitsOnTheWay(order(line("1", 5, { [T1]: 2 })), updates)).toBe(1)
  })

  it("are still those of which another shipment has brought as many under the same number", () => {
    const updates = [
      known(1, "sent", shipment(parcel(T1, { 1: 2 }))),
      known(2, "pending", shipment(parcel(T1, { 1: 2 }))),
    ]
    expect(unitsOnTheWay(order(line("1", 5, { [T1]: 2 })), updates)).toBe(2)
  })

  it("are not those that are decided or taken back", () => {
    const updates = [
      known(1, "dismissed", shipment(parcel(T1, { 1: 2 }))),
      known(2, "superseded", shipment(parcel(T2, { 1: 2 }))),
    ]
    expect(unitsOnTheWay(order(line("1", 5)), updates)).toBe(0)
  })
})
