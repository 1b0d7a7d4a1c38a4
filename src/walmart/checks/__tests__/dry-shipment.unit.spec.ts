import { marketOf } from "../../markets/markets"
import type { MedusaFulfillment, PlanInput } from "../../updates/model/sides"
import { afterShipment, dryShipment, shipmentChoices, type WantedShipment } from "../dry-shipment"
import { linesNamed } from "../wanted-lines"
import { english } from "../../words/phrase"

const NOTHING = { created: 0, acknowledged: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }
const UPS = "1Z999AA10123456784"

function fulfillment(changes: Partial<MedusaFulfillment>): MedusaFulfillment {
  return {
    ...{ id: "ful_1", lines: [], labels: [], chosen: null, mapped: null },
    ...{ shippedAt: null, shippedBy: null, canceledAt: null },
    ...{ shipAnyway: false, shippedBeforeImport: false },
    ...changes,
  }
}

interface Changes {
  fulfillments?: MedusaFulfillment[]
  asked?: boolean
  readOnly?: boolean
  canceledAt?: number | null
}

/** Two lines: two mugs and a shirt. */
function order({ fulfillments = [], asked = false, readOnly = false, ...rest }: Changes = {}) {
  const line = (lineNumber: string, quantity: number) => ({
    ...{ lineNumber, quantity, customerAskedToCancel: asked && lineNumber === "2" },
    quantities: { ...NOTHING, acknowledged: quantity },
  })
  const input: PlanInput = {
    medusa: {
      ...{ displayId: "1", canceledAt: rest.canceledAt ?? null, updatedAt: 0, fulfillments },
      items: [
        { lineNumber: "1", quantity: 2 },
        { lineNumber: "2", quantity: 1 },
      ],
      ...{ reason: null, reasonBy: null, defaultReason: null },
    },
    walmart: {
      ...{
        purchaseOrderId: "1796277083022",
        customerOrderId: "2",
        orderedAt: 0,
        readOnly,
        currency: "usd",
      },
      lines: [line("1", 2), line("2", 1)],
    },
    ...{ known: [], market: marketOf("us"), strictness: "strict", now: 1 },
  }
  return input
}

function wanted(changes: Partial<WantedShipment> = {}): WantedShipment {
  const labels = [{ trackingNumber: UPS, trackingUrl: null }]
  return { labels, carrier: null, lines: null, mapped: null, ...changes }
}

const ALL = [
  { lineNumber: "1", quantity: 2 },
  { lineNumber: "2", quantity: 1 },
]
const MUGS = [{ lineNumber: "1", quantity: 2 }]
const SHIRT = [{ lineNumber: "2", quantity: 1 }]

describe("a shipment that is only thought of", () => {
  it("takes everything that is left, with the carrier of its number", () => {
    const dry = dryShipment(order(), wanted())
    expect(dry).toMatchObject({ state: "ready", fulfillmentId: null, lines: ALL, refusals: [] })
    expect(dry.checks).toMatchObject([{ trackingNumber: UPS, carrier: { carrier: "UPS" } }])
  })

  it("uses a fulfillment that was made before and never left, instead of making a second one", () => {
    const waits = order({ fulfillments: [fulfillment({ lines: ALL })] })
    expect(dryShipment(waits, wanted())).toMatchObject({ state: "ready", fulfillmentId: "ful_1" })
    const named = dryShipment(waits, wanted({ lines: ALL }))
    expect(named).toMatchObject({ state: "ready", fulfillmentId: "ful_1" })
  })

  it("has nothing to do once the order has a shipment of this number, however it is spelled", () => {
    const labels = [{ trackingNumber: UPS, trackingUrl: null }]
    const gone = fulfillment({ lines: ALL, labels, shippedAt: 5 })
    const spelled = [{ trackingNumber: "1z 999 aa1-0123456784", trackingUrl: null }]
    const dry = dryShipment(order({ fulfillments: [gone] }), wanted({ labels: spelled }))
    expect(dry).toMatchObject({ state: "shipped", fulfillmentId: "ful_1", refusals: [] })
  })

  it("is not taken for shipped while the shipment of its number left without the units it names", () => {
    const labels = [{ trackingNumber: UPS, trackingUrl: null }]
    const mugs = order({ fulfillments: [fulfillment({ lines: MUGS, labels, shippedAt: 5 })] })
    expect(dryShipment(mugs, wanted({ lines: SHIRT }))).toMatchObject({
      ...{ state: "ready", fulfillmentId: null, lines: SHIRT },
    })
    expect(dryShipment(mugs, wanted({ lines: MUGS })).state).toBe("shipped")
    const one = [{ lineNumber: "1", quantity: 1 }]
    expect(dryShipment(mugs, wanted({ lines: one })).state).toBe("shipped")
    expect(english(dryShipment(mugs, wanted({ lines: ALL })).refusals.flat())).toMatch(
      /Line 1 should ship 2.*only 0/
    )
  })

  it("is refused when nothing is left for another number", () => {
    const gone = fulfillment({ lines: ALL, shippedAt: 5 })
    const dry = dryShipment(order({ fulfillments: [gone] }), wanted())
    expect(dry.state).toBe("refused")
    expect(english(dry.refusals.flat())).toMatch(/Nothing of Walmart order 1796277083022 is left/)
    expect(english(dryShipment(order({ canceledAt: 1 }), wanted()).refusals.flat())).toMatch(
      /canceled/
    )
    expect(english(dryShipment(order({ readOnly: true }), wanted()).refusals.flat())).toMatch(
      /partner/
    )
  })

  it("asks which parcel is meant when there are several, and takes the one whose units are named", () => {
    const packed = order({ fulfillments: [fulfillment({ lines: MUGS })] })
    expect(shipmentChoices(packed)).toEqual([
      { fulfillmentId: "ful_1", lines: MUGS },
      { fulfillmentId: null, lines: SHIRT },
    ])
    expect(english(dryShipment(packed, wanted()).refusals.flat())).toMatch(
      /2 parcels.*Parcel 1: 2 of line 1\. Parcel 2: 1 of line 2\..*quantities/
    )
    const mugs = dryShipment(packed, wanted({ lines: MUGS }))
    expect(mugs).toMatchObject({ state: "ready", fulfillmentId: "ful_1" })
    const shirt = dryShipment(packed, wanted({ lines: SHIRT }))
    expect(shirt).toMatchObject({ state: "ready", fulfillmentId: null, lines: SHIRT })
    const more = dryShipment(packed, wanted({ lines: ALL }))
    expect(english(more.refusals.flat())).toMatch(/Line 1 should ship 2.*only 0/)
  })

  it("is refused for a number that Walmart would refuse, and says so of a number that is missing", () => {
    const labels = [{ trackingNumber: "1Z999AA10123456785", trackingUrl: null }]
    expect(english(dryShipment(order(), wanted({ labels })).refusals.flat())).toMatch(
      /not a valid UPS/
    )
    expect(english(dryShipment(order(), wanted({ labels: [] })).refusals.flat())).toMatch(
      /none was entered/
    )
  })

  it("names what the customer asked to cancel, for a person to decide", () => {
    expect(dryShipment(order({ asked: true }), wanted())).toMatchObject({
      ...{ state: "ready", askedLines: ["2"] },
    })
  })

  it("leaves less for the next one of the same order", () => {
    const { labels } = wanted()
    const choice = { fulfillmentId: null, lines: MUGS }
    const after = afterShipment(order(), choice, labels)
    expect(shipmentChoices(after)).toEqual([{ fulfillmentId: null, lines: SHIRT }])
    expect(dryShipment(after, wanted()).state).toBe("shipped")
    const packed = order({ fulfillments: [fulfillment({ lines: ALL })] })
    const sent = afterShipment(packed, { fulfillmentId: "ful_1", lines: ALL }, labels)
    expect(shipmentChoices(sent)).toEqual([])
  })
})

describe("units that a person names", () => {
  const lines = [
    { lineNumber: "1", sku: "MUG-1", quantity: 2 },
    { lineNumber: "2", sku: "MUG-1", quantity: 1 },
    { lineNumber: "3", sku: "4", quantity: 1 },
    { lineNumber: "4", sku: "SHIRT", quantity: 1 },
  ]

  it("are found by SKU, over all lines of it, and by line number", () => {
    const found = linesNamed(
      [
        { sku: "mug-1", quantity: 3 },
        { lineNumber: "3", quantity: 1 },
      ],
      lines
    )
    expect(found).toEqual({
      lines: [
        { lineNumber: "1", quantity: 2 },
        { lineNumber: "2", quantity: 1 },
        { lineNumber: "3", quantity: 1 },
      ],
    })
    expect(linesNamed([{ sku: "2", quantity: 1 }], lines)).toEqual({
      lines: [{ lineNumber: "2", quantity: 1 }],
    })
  })

  it("are never fewer than named, so that too many are refused with their figures", () => {
    expect(linesNamed([{ sku: "MUG-1", quantity: 9 }], lines)).toEqual({
      lines: [
        { lineNumber: "1", quantity: 2 },
        { lineNumber: "2", quantity: 7 },
      ],
    })
  })

  it("are taken from the line whose SKU is written so, where others differ in capitals only", () => {
    const alike = [
      { lineNumber: "1", sku: "AB-1", quantity: 1 },
      { lineNumber: "2", sku: " ab-1 ", quantity: 1 },
    ]
    const named = (sku: string) => linesNamed([{ sku, quantity: 1 }], alike)
    expect(named(" ab-1")).toEqual({ lines: [{ lineNumber: "2", quantity: 1 }] })
    expect(named("AB-1")).toEqual({ lines: [{ lineNumber: "1", quantity: 1 }] })
    expect(named("Ab-1")).toHaveProperty("refusal")
  })

  it("that the order does not have are refused with those it has", () => {
    const found = linesNamed([{ sku: "CUP", quantity: 1 }], lines)
    const refusal = "refusal" in found ? english(found.refusal) : ""
    expect(refusal).toMatch(/"CUP".*MUG-1, 4, SHIRT/)
  })
})
