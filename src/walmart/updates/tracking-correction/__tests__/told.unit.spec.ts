import { marketOf } from "../../../markets/markets"
import type { PlanFacts } from "../../model/kind"
import type { MedusaFulfillment } from "../../model/sides"
import type { KnownUpdate, UpdatePayload } from "../../model/update"
import { toldParcels } from "../../shipment/told-parcels"
import { missingCorrections } from "../plan-correction"
import { unitsToldUnder } from "../told-units"

const UPS = { carrier: "UPS" }
const NOW = 1_000

const [A, B, C, D, E] = [
  "1Z999AA10123456784",
  "1Z410E7W0392751591",
  "1Z879E930346834440",
  "1Z999AA10123456793",
  "1Z5R89390357567127",
]

function box(trackingNumber: string, lineNumber = "1") {
  return { trackingNumber, carrier: UPS, lines: [{ lineNumber, quantity: 1 }] }
}

function known(status: KnownUpdate["status"], sequence: number, payload: UpdatePayload) {
  const key = { id: `wmu_${sequence}`, uniqueKey: `key_${sequence}`, sequence }
  return { ...key, status, sentAt: 1, payloadVersion: 1, payload }
}

const FACTS = { fulfillmentId: "ful_1", shippedAt: 1, sellerOrderId: "42" }

function shipped(...numbers: string[]) {
  const packages = numbers.map((number) => box(number))
  return known("sent", 1, { ...FACTS, kind: "shipment", packages })
}

function correction(status: KnownUpdate["status"], ...changes: [from: string, to: string][]) {
  const packages = changes.map(([replaces, to]) => ({
    ...{ ...box(to), replaces },
    lines: [{ lineNumber: "1", quantity: 1, kept: 0 }],
  }))
  const kind = "tracking_correction"
  return known(status, 2, { ...FACTS, kind, toldAs: "ful_1", until: NOW, packages })
}

/** What is planned for a fulfillment of these labels, while Walmart shows its only line under these numbers. */
function facts(labels: string[], all: KnownUpdate[], shown: string[]): PlanFacts {
  const fulfillment: MedusaFulfillment = {
    ...{ id: "ful_1", shippedAt: 1, shippedBy: null, canceledAt: null, chosen: null },
    ...{ mapped: null, shipAnyway: false, shippedBeforeImport: false },
    lines: [{ lineNumber: "1", quantity: labels.length }],
    labels: labels.map((trackingNumber) => ({ trackingNumber, trackingUrl: null })),
  }
  const parcels = shown.map((trackingNumber) => ({ trackingNumber, quantity: 1 }))
  return {
    ...{ known: all, market: marketOf("us"), strictness: "strict", now: NOW, hasUnreadable: false },
    medusa: { displayId: "42", fulfillments: [fulfillment] },
    walmart: { purchaseOrderId: "1", customerOrderId: "2", lines: [{ lineNumber: "1", parcels }] },
  } as unknown as PlanFacts
}

function toldOf(given: PlanFacts): string[] | undefined {
  return toldParcels(given, { id: "ful_1" })?.packages.map((one) => one.trackingNumber)
}

function plannedOf(given: PlanFacts): string[] {
  return missingCorrections(given).flatMap(({ payload }) =>
    payload.packages.map((one) => `${one.replaces}>${one.trackingNumber}`)
  )
}

describe("what Walmart was told of a shipment", () => {
  it("has the numbers of a correction box by box, also of boxes that had one number", () => {
    const all = [shipped(A, A), correction("sent", [A, B], [A, C])]
    expect(toldOf(facts([B, C], all, [B, C]))).toEqual([B, C])
  })

  it("is what Walmart shows of a correction that was sent in part and then dismissed", () => {
    const all = [shipped(A, C), correction("dismissed", [A, B], [C, D])]
    expect(toldOf(facts([B, D], all, [B, "X"]))).toEqual([B, C])
    expect(toldOf(facts([B, D], all, [A, C]))).toEqual([A, C])
  })
})

describe("a correction that was dismissed", () => {
  const all = [shipped(A, C), correction("dismissed", [A, B], [C, D])]

  it("is not planned again, in whole or in part", () => {
    expect(plannedOf(facts([B, D], all, [A, C]))).toEqual([])
    expect(plannedOf(facts([B, D], all, [B, "X"]))).toEqual([])
  })

  it("says nothing of a label that changes later", () => {
    expect(plannedOf(facts([B, E], all, [A, C]))).toEqual([`${C}>${E}`])
  })
})

describe("units that Walmart has under a number", () => {
  const other = known("sent", 3, {
    ...{ ...FACTS, fulfillmentId: "ful_2", kind: "shipment" as const },
    packages: [box(B)],
  })
  const all = [shipped(A, C), correction("dismissed", [A, B], [C, D]), other]

  it("are also those that a correction brought before it was dismissed, so that another one leaves them there", () => {
    const given = facts([B, D], all, [B, B, C])
    expect([A, B, C, D].map((number) => unitsToldUnder(given, number, "1"))).toEqual([0, 2, 1, 0])
  })

  it("are not those of a correction that was dismissed before anything of it was sent", () => {
    const given = facts([B, D], [shipped(A, C), correction("dismissed", [A, E])], [A, C])
    expect([A, E].map((number) => unitsToldUnder(given, number, "1"))).toEqual([1, 0])
  })
})
