import type { Market } from "../../../markets/market"
import { marketOf } from "../../../markets/markets"
import type { Order } from "../../../orders/order"
import type { PlanFacts } from "../../model/kind"
import type { MedusaFulfillment } from "../../model/sides"
import type { KnownUpdate } from "../../model/update"
import type { ShipmentPayload } from "../../payloads/shipment-payload"
import type { TrackingCorrectionPayload } from "../../payloads/tracking-correction-payload"
import { changedNumbers } from "../changed-numbers"
import { nextCorrection } from "../next-correction"
import { missingCorrections } from "../plan-correction"

const UPS = { carrier: "UPS" }

function parcel(trackingNumber: string, quantity = 1) {
  return { trackingNumber, carrier: UPS, lines: [{ lineNumber: "1", quantity }] }
}

function changes(told: string[], labels: string[], formerNumbers: string[] = []): string[] {
  const packages = told.map((number) => parcel(number))
  const written = labels.map((trackingNumber) => ({ trackingNumber, trackingUrl: null }))
  return changedNumbers({ packages, formerNumbers }, written).map(
    (one) => `${one.parcel.trackingNumber}>${one.label.trackingNumber}`
  )
}

describe("numbers that changed", () => {
  it.each([
    ["one for one", ["A1"], ["B1"], ["A1>B1"]],
    ["only the one that is gone", ["A1", "A2"], ["A2", "B1"], ["A1>B1"]],
    ["two for two, in turn", ["A1", "A2"], ["B1", "B2"], ["A1>B1", "A2>B2"]],
    ["two for one box", ["A1", "A2"], ["B1"], ["A1>B1", "A2>B1"]],
    ["a box that was put into the other", ["A1", "A2"], ["A2"], ["A1>A2"]],
    ["nothing, when a label was only added", ["A1"], ["A1", "B1"], []],
    ["nothing, when it is written differently", ["1Z999"], ["1z 999"], []],
    ["nothing, when there is no label left", ["A1"], [], []],
  ])("are %s", (_what, told, labels, expected) => {
    expect(changes(told, labels)).toEqual(expected)
  })

  it("are none while a label has the number that a person corrected on its way", () => {
    expect(changes(["A1"], ["WRONG"], ["WRONG"])).toEqual([])
  })
})

const NOW = 1_000
const TOLD = "1Z999AA10123456784"
const WRITTEN = "1Z999AA10123456793"

function update(kept: number, until = NOW): KnownUpdate<TrackingCorrectionPayload> {
  return {
    ...{ id: "wmu_1", sequence: 1, uniqueKey: "k", status: "pending", payloadVersion: 1 },
    payload: {
      ...{ kind: "tracking_correction", fulfillmentId: "ful_1", toldAs: "ful_1" },
      ...{ shippedAt: 1, sellerOrderId: "42", until },
      packages: [
        {
          ...{ trackingNumber: "B1", carrier: UPS, replaces: "A1" },
          lines: [{ lineNumber: "1", quantity: 2, kept }],
        },
      ],
    },
  }
}

/** An order whose only line shows these units by number. */
function order(shown: Record<string, number>): Order {
  const statuses = Object.entries(shown).map(([trackingNumber, quantity]) => ({
    ...{ status: "Shipped", quantity, cancellationReason: null },
    package: { carrier: "UPS", trackingNumber, trackingUrl: null, shippedAt: 1, methodCode: "x" },
  }))
  const quantity = Object.values(shown).reduce((sum, one) => sum + one, 0)
  const line = { lineNumber: "1", sku: "MUG-1", quantity, statuses }
  return { purchaseOrderId: "1", orderedAt: 0, methodCode: "x", lines: [line] } as unknown as Order
}

function next(shown: Record<string, number>, kept = 0, now = NOW) {
  const limits = { now, maxLines: 100, maxUpdates: 1 }
  return nextCorrection(order(shown), [update(kept)], [], limits)
}

describe("a tracking correction", () => {
  it("replaces the number that Walmart has", () => {
    const status = next({ A1: 2 }).call?.body
    expect(JSON.stringify(status)).toContain('"processMode":"PARTIAL_UPDATE"')
    expect(JSON.stringify(status)).toContain('"currentTrackingInfo":{"trackingNumber":"A1"}')
    expect(JSON.stringify(status)).toContain('"amount":"2"')
  })

  it("is done once Walmart shows the new one", () => {
    expect(next({ B1: 2 }).done).toEqual(["wmu_1"])
  })

  it("leaves what another fulfillment has under the same number, however often it is sent", () => {
    expect(JSON.stringify(next({ A1: 5 }, 3).call?.body)).toContain('"amount":"2"')
    expect(next({ A1: 3, B1: 2 }, 3).done).toEqual(["wmu_1"])
  })

  it("is for a person when Walmart shows neither number", () => {
    const { attention, call } = next({ C1: 2 })
    expect(call).toBeNull()
    expect(attention?.attention.message).toMatch(/B1 instead of A1.*shows C1/)
  })

  it("is for a person when it comes too late, unless it has arrived", () => {
    expect(next({ A1: 2 }, 0, NOW + 1).attention?.attention.code).toBe("correction_too_late")
    expect(next({ B1: 2 }, 0, NOW + 1).done).toEqual(["wmu_1"])
  })
})

type Change = [from: string, to: string, quantity?: number, kept?: number, lineNumber?: string]

/** A correction of several parcels, each of one line. */
function severalParcels(...all: Change[]): KnownUpdate<TrackingCorrectionPayload> {
  const own = update(0)
  const packages = all.map(([replaces, trackingNumber, quantity = 1, kept = 0, line = "1"]) => ({
    ...{ trackingNumber, carrier: UPS, replaces },
    lines: [{ lineNumber: line, quantity, kept }],
  }))
  return { ...own, payload: { ...own.payload, packages } }
}

interface SentBody {
  orderShipment: {
    orderLines: { orderLine: { orderLineStatuses: { orderLineStatus: SentEntry[] } }[] }
  }
}

interface SentEntry {
  statusQuantity: { amount: string }
  trackingInfo: { trackingNumber: string }
  currentTrackingInfo: { trackingNumber: string }
}

/** What a correction changes, as Walmart is asked for it. */
function askedFor(shown: Record<string, number>, changes: Change[]): string[] {
  const limits = { now: NOW, maxLines: 100, maxUpdates: 1 }
  const { call } = nextCorrection(order(shown), [severalParcels(...changes)], [], limits)
  if (!call) return []
  const { orderLine } = (call.body as SentBody).orderShipment.orderLines
  return orderLine
    .flatMap(({ orderLineStatuses }) => orderLineStatuses.orderLineStatus)
    .map(
      ({ statusQuantity, trackingInfo, currentTrackingInfo }) =>
        `${statusQuantity.amount} ${currentTrackingInfo.trackingNumber}>${trackingInfo.trackingNumber}`
    )
}

describe("a correction of several parcels of which one was changed at Walmart", () => {
  const changes: Change[] = [
    ["A1", "B1"],
    ["A2", "B2"],
    ["A3", "B3"],
  ]
  const decide = (shown: Record<string, number>) =>
    nextCorrection(order(shown), [severalParcels(...changes)], [], {
      ...{ now: NOW, maxLines: 100, maxUpdates: 1 },
    })

  it("sends those that can be, and says which could not and why", () => {
    const shown = { A1: 1, X: 1, A3: 1 }
    expect(askedFor(shown, changes)).toEqual(["1 A1>B1", "1 A3>B3"])
    expect(decide(shown)).toMatchObject({ done: [], attention: { id: "wmu_1" } })
    expect(decide(shown).attention?.attention.message).toMatch(/B2 instead of A2.*shows A1, X, A3/)
  })

  it("is for a person once the others have arrived", () => {
    const { call, attention, done } = decide({ B1: 1, X: 1, B3: 1 })
    expect({ call, done }).toEqual({ call: null, done: [] })
    expect(attention?.attention.code).toBe("tracking_changed_elsewhere")
  })

  it("names each of them when several could not", () => {
    const { message } = decide({ X: 1, Y: 1, A3: 1 }).attention?.attention ?? {}
    expect(message).toMatch(/B1 instead of A1.*B2 instead of A2/)
    expect(message).not.toContain("B3")
  })
})

/** Walmart's parcels after it was asked. */
function answered(shown: Record<string, number>, asked: string[]): Record<string, number> {
  const after = { ...shown }
  for (const one of asked) {
    const [amount, numbers] = one.split(" ")
    const [from, to] = numbers.split(">")
    after[from] -= Number(amount)
    after[to] = (after[to] ?? 0) + Number(amount)
  }
  return Object.fromEntries(Object.entries(after).filter(([, quantity]) => quantity > 0))
}

describe("numbers that move along several parcels in one correction", () => {
  it.each<[string, Record<string, number>, Change[], Record<string, number>]>([
    [
      "two",
      { A: 1, B: 1 },
      [
        ["A", "B"],
        ["B", "C"],
      ],
      { B: 1, C: 1 },
    ],
    [
      "two, named from the end",
      { A: 1, B: 1 },
      [
        ["B", "C"],
        ["A", "B"],
      ],
      { B: 1, C: 1 },
    ],
    [
      "three",
      { A: 1, B: 1, C: 1 },
      [
        ["A", "B"],
        ["B", "C"],
        ["C", "D"],
      ],
      { B: 1, C: 1, D: 1 },
    ],
    [
      "more units than before",
      { A: 2, B: 1 },
      [
        ["A", "B", 2],
        ["B", "C"],
      ],
      { B: 2, C: 1 },
    ],
    [
      "fewer units than before",
      { A: 1, B: 2 },
      [
        ["A", "B"],
        ["B", "C", 2],
      ],
      { B: 1, C: 2 },
    ],
    [
      "numbers that swap",
      { A: 2, B: 1 },
      [
        ["A", "B", 2],
        ["B", "A"],
      ],
      { A: 1, B: 2 },
    ],
    [
      "beside another fulfillment's",
      { A: 1, B: 4 },
      [
        ["A", "B"],
        ["B", "C", 1, 3],
      ],
      { B: 4, C: 1 },
    ],
    [
      "two boxes of one number",
      { A: 2 },
      [
        ["A", "B", 1, 1],
        ["A", "C", 1, 1],
      ],
      { B: 1, C: 1 },
    ],
  ])("%s: end as they are wanted, and asked again change nothing", (_name, shown, changes, end) => {
    const asked = askedFor(shown, changes)
    const targets = asked.map((one) => one.split(">")[1])
    expect(asked.filter((one) => targets.includes(one.split(/[ >]/)[1]))).toEqual([])
    expect(answered(shown, asked)).toEqual(end)
    const limits = { now: NOW, maxLines: 100, maxUpdates: 1 }
    const again = nextCorrection(order(end), [severalParcels(...changes)], [], limits)
    expect(again).toEqual({ done: ["wmu_1"], moot: [], attention: null, call: null })
  })

  it("go on where a part of two boxes of one number has arrived", () => {
    const changes: Change[] = [
      ["A", "B", 1, 1],
      ["A", "C", 1, 1],
    ]
    expect(askedFor({ A: 1, B: 1 }, changes)).toEqual(["1 A>C"])
  })
})

describe("the country that a corrected parcel left from", () => {
  const canada = { ...marketOf("ca"), trackingCorrectionHours: 4 }
  const shipment = (changes: Partial<ShipmentPayload> = {}): KnownUpdate => ({
    ...{ id: "wmu_0", sequence: 0, uniqueKey: "shipment:ful_1", status: "sent", sentAt: 1 },
    payloadVersion: 1,
    payload: {
      ...{ kind: "shipment", fulfillmentId: "ful_1", shippedAt: 1, sellerOrderId: "42" },
      packages: [parcel(TOLD)],
      ...changes,
    },
  })

  function planned(country: string | null, told = shipment(), market: Market = canada) {
    const fulfillment: MedusaFulfillment = {
      ...{ id: "ful_1", shippedAt: 1, shippedBy: null, canceledAt: null, chosen: null },
      ...{ mapped: null, shipAnyway: false, shippedBeforeImport: false },
      lines: [{ lineNumber: "1", quantity: 1 }],
      labels: [{ trackingNumber: WRITTEN, trackingUrl: null }],
      shipFromCountry: country,
    }
    const facts = {
      ...{ known: [told], market, strictness: "strict", now: NOW, hasUnreadable: false },
      medusa: { displayId: "42", fulfillments: [fulfillment] },
      walmart: { purchaseOrderId: "1", customerOrderId: "2" },
    }
    return missingCorrections(facts as unknown as PlanFacts)[0]
  }

  it("is planned where the market asks for it, and only there", () => {
    expect(planned("CA")).toMatchObject({ payload: { shipFromCountry: "CA" }, attention: null })
    expect(planned("US", shipment(), marketOf("us")).payload.shipFromCountry).toBeUndefined()
  })

  it("is the shipment's where the fulfillment's stock location has lost it", () => {
    const told = shipment({ shipFromCountry: "CA" })
    expect(planned(null, told)).toMatchObject({ payload: { shipFromCountry: "CA" } })
  })

  it("is asked of a person where nobody knows it", () => {
    expect(planned(null).attention).toMatchObject({ code: "ship_from_missing" })
  })

  it("stands on each line, also in a correction that was kept without it", () => {
    const limits = { now: NOW, maxLines: 100, maxUpdates: 1 }
    const sent = (own: KnownUpdate<TrackingCorrectionPayload>, all: KnownUpdate[]) =>
      nextCorrection(order({ A1: 2 }), [own], all, limits).call?.body
    const line = { lineNumber: "1", shipFromCountry: "CA" }
    const body = { orderShipment: { orderLines: { orderLine: [line] } } }
    const told = shipment({ shipFromCountry: "CA" })
    expect(sent(update(0), [told, update(0)])).toMatchObject(body)
    const own = update(0)
    const carrying = { ...own, payload: { ...own.payload, shipFromCountry: "CA" } }
    expect(sent(carrying, [shipment()])).toMatchObject(body)
    expect(JSON.stringify(sent(update(0), [shipment()]))).not.toContain("shipFromCountry")
  })
})
