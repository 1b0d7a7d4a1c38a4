import type { MedusaFulfillment, MedusaOrder, WalmartSide } from "../../updates/model/sides"
import { findDiscrepancies } from "../discrepancies"
import type { MedusaFacts, Sides } from "../figures/line-figures"
import type { LineQuantities } from "../../orders/order"
import { type KnownUpdate, PAYLOAD_VERSION, type UpdatePayload } from "../../updates/model/update"
import { verbatim } from "../../words/phrase"
import type { UpdateStatus } from "../../updates/model/update-status"

const NUMBER = "1Z999AA10123456784"
const READ_AT = 1_000_000

/** What each side says of a line of three units; both agree that nothing has happened yet. */
interface Changes {
  medusa?: Partial<MedusaOrder>
  shown?: Partial<LineQuantities>
  facts?: Partial<MedusaFacts>
  known?: KnownUpdate[]
  walmart?: Partial<WalmartSide>
  unknownLines?: Sides["unknownLines"]
  unread?: Sides["unread"]
}

function sides(changes: Changes): Sides {
  const { medusa, shown, facts, known = [], walmart, unknownLines = [], unread } = changes
  const none = { created: 0, acknowledged: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }
  const quantities = { ...none, ...(shown ?? { acknowledged: 3 }) }
  return {
    known,
    medusa: {
      ...{ displayId: "1", canceledAt: null, updatedAt: 1, fulfillments: [] },
      ...{ reason: null, reasonBy: null, defaultReason: null },
      items: [{ lineNumber: "1", quantity: 3 }],
      ...medusa,
    },
    walmart: {
      ...{
        purchaseOrderId: "1799",
        customerOrderId: "2799",
        orderedAt: 1,
        readOnly: false,
        currency: "usd",
      },
      lines: [{ lineNumber: "1", quantity: 3, quantities, customerAskedToCancel: false }],
      ...walmart,
    },
    facts: {
      ...{ closedAs: null, strangers: [], changedPrices: [], fulfillments: [] },
      lines: [{ lineNumber: "1", fulfilled: 0, shippedBefore: 0, returned: 0 }],
      ...facts,
    },
    unknownLines,
    readAt: READ_AT,
    unread,
  }
}

function shippedHere(quantity: number): MedusaFulfillment {
  return {
    ...{ id: "ful_1", shippedAt: 1, shippedBy: null, canceledAt: null, shippedBeforeImport: false },
    ...{ chosen: null, mapped: null, shipAnyway: false },
    lines: [{ lineNumber: "1", quantity }],
    labels: [{ trackingNumber: NUMBER, trackingUrl: null }],
  }
}

function shipped(quantity: number): Pick<Changes, "medusa" | "facts"> {
  return {
    medusa: { fulfillments: [shippedHere(quantity)] },
    facts: {
      lines: [{ lineNumber: "1", fulfilled: quantity, shippedBefore: 0, returned: 0 }],
      fulfillments: [
        {
          ...{ id: "ful_1", deliveredAt: null, brokenLines: [] },
          held: [{ lineNumber: "1", quantity }],
        },
      ],
    },
  }
}

function update(payload: UpdatePayload, status: UpdateStatus, sentAt?: number): KnownUpdate {
  return {
    ...{ id: "wmu_1", sequence: 1, uniqueKey: "k", payloadVersion: PAYLOAD_VERSION },
    ...{ payload, status, sentAt },
  }
}

const tell = (quantity: number): UpdatePayload => ({
  ...{ kind: "shipment", fulfillmentId: "ful_1", shippedAt: 1, sellerOrderId: "1" },
  packages: [
    {
      ...{ trackingNumber: NUMBER, carrier: { carrier: "UPS" } },
      lines: [{ lineNumber: "1", quantity }],
    },
  ],
})

const cancel = (quantity: number): UpdatePayload => ({
  ...{ kind: "cancellation", reason: "" },
  lines: [{ lineNumber: "1", quantity, total: quantity }],
})

const TWO_LEFT = { items: [{ lineNumber: "1", quantity: 2 }] }

function codes(changes: Changes): string[] {
  return findDiscrepancies(sides(changes)).map(({ code }) => code)
}

describe("sides that agree", () => {
  it.each<[string, Changes]>([
    ["nothing has happened", {}],
    ["two units are shipped on both", { ...shipped(2), shown: { acknowledged: 1, shipped: 2 } }],
    ["a unit is canceled on both", { medusa: TWO_LEFT, shown: { acknowledged: 2, canceled: 1 } }],
    [
      "the order is canceled on both",
      { medusa: { canceledAt: 1, items: [] }, shown: { canceled: 3 } },
    ],
    ["the order is closed and nothing is open", { ...closed(shipped(3)), shown: { shipped: 3 } }],
    [
      "units came back and are refunded, beside their shipped ones",
      { ...returned(shipped(3)), shown: { shipped: 3, refunded: 1 } },
    ],
  ])("have no difference when %s", (_name, changes) => {
    expect(codes(changes)).toEqual([])
  })
})

function closed({ medusa, facts }: Changes): Changes {
  return { medusa, facts: { ...facts, closedAs: "archived" } }
}

function returned({ medusa, facts }: Changes): Changes {
  const lines = [{ lineNumber: "1", fulfilled: 3, shippedBefore: 0, returned: 1 }]
  return { medusa, facts: { ...facts, lines } }
}

describe("a difference", () => {
  it.each<[string, Changes, RegExp]>([
    ["shipped_only_in_medusa", shipped(2), /shipped in Medusa and not at Walmart \(2\)/],
    [
      "canceled_only_in_medusa",
      { medusa: TWO_LEFT },
      /canceled in Medusa and not at Walmart \(1\)/,
    ],
    [
      "canceled_only_at_walmart",
      { shown: { acknowledged: 2, canceled: 1 } },
      /canceled at Walmart and still to be shipped in Medusa \(1\)/,
    ],
    [
      "shipped_only_at_walmart",
      { shown: { acknowledged: 1, shipped: 2 } },
      /shipped at Walmart and not in Medusa \(2\)/,
    ],
    [
      "returned_only_in_medusa",
      { ...returned(shipped(3)), shown: { shipped: 3 } },
      /came back in Medusa and are not refunded at Walmart \(1\)/,
    ],
    [
      "more_units_in_medusa",
      { medusa: { items: [{ lineNumber: "1", quantity: 5 }] } },
      /more units than were ordered \(2\)/,
    ],
    [
      "closed_with_open_units",
      { facts: { closedAs: "completed" } },
      /closed in Medusa while units are open \(3\)/,
    ],
  ])("of kind %s names the line, the units, and what each side shows", (code, changes, text) => {
    const found = findDiscrepancies(sides(changes))
    expect(found.map((one) => one.code)).toEqual([code])
    expect(found[0]).toMatchObject({ lineNumber: "1", message: expect.stringMatching(text) })
    expect(found[0].message).toMatch(/Medusa: \d open, .* Walmart, of 3 ordered: \d open/)
    expect(found[0].remedy).toMatch(/\.$/)
  })

  it("is said of items that are not part of the Walmart order, and of lines that the Medusa order has not", () => {
    const strangers = [{ title: "Gift", quantity: 2 }]
    const unknownLines = [
      { lineNumber: "2", sku: "CUP", open: 1 },
      { lineNumber: "3", sku: "PAN", open: 0 },
    ]
    const found = findDiscrepancies(sides({ facts: { strangers }, unknownLines }))
    expect(found.map(({ code }) => code)).toEqual(["line_unknown", "item_unknown"])
    expect(found[0]).toMatchObject({ lineNumber: "2", isOpen: true })
    expect(found[1].message).toMatch(/2 × Gift/)
  })

  it("has another key as soon as its figures change, so that a dismissal counts for what was seen", () => {
    const [one] = findDiscrepancies(sides({ shown: { acknowledged: 2, shipped: 1 } }))
    const [two] = findDiscrepancies(sides({ shown: { acknowledged: 1, shipped: 2 } }))
    expect(one.key).not.toBe(two.key)
  })

  it.each<[string, Changes, number]>([
    ["none of a line", { shown: {} }, 3],
    ["one of three", { shown: { acknowledged: 2 } }, 1],
    ["one of three, beside one that has left", { shown: { acknowledged: 1, shipped: 1 } }, 1],
  ])("is said of units of which Walmart says nothing: %s", (_which, changes, units) => {
    const found = findDiscrepancies(sides(changes)).find(
      ({ code }) => code === "unknown_at_walmart"
    )
    expect(found?.message).toContain(`Walmart says nothing of them (${units})`)
  })

  it("is not that Walmart holds units back, nor that it says nothing of what has left here", () => {
    const [line] = sides({ shown: { acknowledged: 1 } }).walmart.lines
    expect(codes({ walmart: { lines: [{ ...line, onHold: 2 }] } })).toEqual([])
    expect(codes({ ...shipped(2), shown: { acknowledged: 1 } })).toEqual(["shipped_only_in_medusa"])
  })

  it("is what nobody can know while Walmart's answer about the order cannot be read", () => {
    const why = verbatim('order 1799: orderLine.0.orderLineStatus is "Lost"')
    const [found] = findDiscrepancies(sides({ unread: { since: 2_000_000, why } }))
    expect(found).toMatchObject({ code: "walmart_unreadable", lineNumber: null })
    expect(found.message).toContain("since 1970-01-01T00:33:20.000Z")
    expect(found.message).toContain("what is known of it is from 1970-01-01T00:16:40.000Z")
    expect(found.message).toContain('orderLineStatus is "Lost"')
    expect(found.remedy).toContain("Seller Center")
  })

  it("stands beside what the last readable answer left different, and counts again once it is new", () => {
    const unread = (since: number) => sides({ ...shipped(2), unread: { since, why: [] } })
    const [first, second] = [1, 2].map((since) => findDiscrepancies(unread(since)))
    expect(first.map(({ code }) => code)).toEqual(["walmart_unreadable", "shipped_only_in_medusa"])
    expect(first[0].key).not.toBe(second[0].key)
    expect(first[1].key).toBe(second[1].key)
  })

  it("is left to Walmart's own orders", () => {
    expect(codes({ ...shipped(3), walmart: { readOnly: true } })).toEqual([])
  })
})

describe("units that are canceled only in Medusa", () => {
  const canceled = (shown: Partial<LineQuantities>) =>
    findDiscrepancies(sides({ medusa: { canceledAt: 1, items: [] }, shown }))

  it("stay a difference while Walmart waits for one of them, whoever shipped the others", () => {
    const [found, ...others] = canceled({ shipped: 2, acknowledged: 1 })
    expect(found).toMatchObject({ code: "canceled_only_in_medusa", isOpen: true })
    expect(found.remedy).toMatch(/^Cancel the open units in Seller Center/)
    expect(others).toEqual([])
  })

  it("are for a person to let be once all of them have left", () => {
    const [found] = canceled({ shipped: 2, canceled: 1 })
    expect(found).toMatchObject({ code: "canceled_only_in_medusa", isOpen: false })
    expect(found.remedy).toMatch(/can only be refunded/)
  })
})

it("is a difference that Medusa holds a part of a unit, which no update can tell", () => {
  const medusa = { items: [{ lineNumber: "1", quantity: 2.5 }] }
  expect(codes({ medusa })).toEqual(["canceled_only_in_medusa"])
})

describe("an update explains a difference", () => {
  const lately = READ_AT - 1_000
  it.each<[string, Changes, KnownUpdate, boolean]>([
    ["a shipment that waits", shipped(2), update(tell(2), "pending"), true],
    ["a shipment that needs a person", shipped(2), update(tell(2), "needs_attention"), true],
    ["a shipment that was just sent", shipped(2), update(tell(2), "sent", lately), true],
    [
      "a shipment sent long before the read",
      shipped(2),
      update(tell(2), "sent", -10_000_000),
      false,
    ],
    ["a shipment of fewer units", shipped(2), update(tell(1), "pending"), false],
    ["a dismissed shipment", shipped(2), update(tell(2), "dismissed"), false],
    ["a superseded shipment", shipped(2), update(tell(2), "superseded"), false],
    ["a cancellation that waits", { medusa: TWO_LEFT }, update(cancel(1), "pending"), true],
    ["a dismissed cancellation", { medusa: TWO_LEFT }, update(cancel(1), "dismissed"), false],
  ])("as %s does or does not", (_name, changes, known, explains) => {
    expect(codes({ ...changes, known: [known] }).length === 0).toBe(explains)
  })

  it("when it cannot be read by this version, until a person has finished it", () => {
    const foreign = { ...update(tell(1), "pending"), payloadVersion: PAYLOAD_VERSION + 1 }
    expect(codes({ ...shipped(2), known: [foreign] })).toEqual([])
    expect(codes({ ...shipped(2), known: [{ ...foreign, status: "dismissed" }] })).not.toEqual([])
  })
})
