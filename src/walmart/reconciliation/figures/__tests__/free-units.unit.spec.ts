import type { MedusaFulfillment, PlanInput } from "../../../updates/model/sides"
import { budgetRefusal, lineBudget } from "../free-units"
import type { KnownUpdate } from "../../../updates/model/update"
import { englishOf } from "../../../words/phrase"

const NOTHING = { created: 0, acknowledged: 0, shipped: 0, delivered: 0, canceled: 0, refunded: 0 }

function parcel(id: string, quantity: number, shippedAt: number | null): MedusaFulfillment {
  return {
    ...{ id, shippedAt, shippedBy: null, canceledAt: null, labels: [], chosen: null, mapped: null },
    ...{ shipAnyway: false, shippedBeforeImport: false },
    lines: [{ lineNumber: "1", quantity }],
  }
}

function shipmentOf(id: string, status: KnownUpdate["status"]): KnownUpdate {
  const payload = { fulfillmentId: id, shippedAt: 1, packages: [], sellerOrderId: "1" }
  return {
    ...{ id: `u-${id}`, sequence: 1, uniqueKey: `shipment:${id}`, status, payloadVersion: 1 },
    payload: { kind: "shipment", ...payload },
  }
}

function budget(
  quantities: Partial<typeof NOTHING>,
  fulfillments: MedusaFulfillment[] = [],
  known: KnownUpdate[] = [],
  onHold = 0
) {
  const line = {
    ...{ lineNumber: "1", quantity: 5, customerAskedToCancel: false, onHold },
    quantities: { ...NOTHING, ...quantities },
  }
  const input = { medusa: { fulfillments }, walmart: { lines: [line] }, known }
  return lineBudget(input as unknown as PlanInput, line, "asked").free
}

describe("units that one more parcel may hold", () => {
  it("are those that Walmart shows open", () => {
    expect(budget({ acknowledged: 5 })).toBe(5)
    expect(budget({ created: 1, acknowledged: 1, canceled: 2, shipped: 1 })).toBe(2)
  })

  it("do not include what another parcel shipped and Walmart has not shown yet", () => {
    expect(budget({ acknowledged: 5 }, [parcel("other", 2, 1)])).toBe(3)
  })

  it("count a parcel once, whether Walmart shows it already or not", () => {
    expect(budget({ acknowledged: 3, shipped: 2 }, [parcel("other", 2, 1)])).toBe(3)
  })

  it("include what Walmart will never hear of, because a person said so", () => {
    const other = [parcel("other", 2, 1)]
    expect(budget({ acknowledged: 5 }, other, [shipmentOf("other", "dismissed")])).toBe(5)
    expect(budget({ acknowledged: 5 }, other, [shipmentOf("other", "needs_attention")])).toBe(3)
  })

  it("do not include a parcel whose shipment was given up and is wanted again, however old the first wish", () => {
    const other = [parcel("other", 2, 1)]
    const again = (sequence: number, status: KnownUpdate["status"]): KnownUpdate => ({
      ...shipmentOf("other", status),
      ...{ id: `u-${sequence}`, sequence, uniqueKey: `shipment:other#${sequence}` },
    })
    const gone = shipmentOf("other", "superseded")
    expect(budget({ acknowledged: 5 }, other, [gone, again(2, "pending")])).toBe(3)
    expect(budget({ acknowledged: 5 }, other, [again(2, "pending"), gone])).toBe(3)
    expect(budget({ acknowledged: 5 }, other, [gone, again(2, "dismissed")])).toBe(5)
    const twice = [gone, again(2, "superseded"), again(3, "sent")]
    expect(budget({ acknowledged: 5 }, other, twice)).toBe(3)
  })

  it("include those of the parcel that is asked about", () => {
    expect(budget({ acknowledged: 5 }, [parcel("asked", 5, 1)])).toBe(5)
  })

  it("do not include units that are about to be canceled", () => {
    const cancellation: KnownUpdate = {
      ...{ id: "u", sequence: 1, uniqueKey: "cancellation:1=2", status: "pending" },
      payloadVersion: 1,
      payload: {
        kind: "cancellation",
        reason: "R",
        lines: [{ lineNumber: "1", quantity: 2, total: 2 }],
      },
    }
    expect(budget({ acknowledged: 5 }, [], [cancellation])).toBe(3)
  })

  it("do not include units that Walmart holds back", () => {
    expect(budget({ acknowledged: 3 }, [], [], 2)).toBe(3)
  })

  it("are never fewer than none", () => {
    expect(budget({ acknowledged: 1, canceled: 4 }, [parcel("other", 5, 1)])).toBe(0)
  })
})

it("a refusal names every figure", () => {
  const figures = { ordered: 5, canceled: 1, shipped: 2, free: 2 }
  const units = { lineNumber: "1", quantity: 3 }
  const said = (prepared = 0) =>
    englishOf([budgetRefusal(units, figures, prepared)].flatMap((one) => one ?? []))
  expect(budgetRefusal({ ...units, quantity: 2 }, figures)).toBeNull()
  expect(said()).toBe(
    "Line 1 should ship 3, but only 2 can be shipped. 5 were ordered; canceled at Walmart: 1, shipped: 2."
  )
  expect(said(1)).toMatch(/only 1 can be.*in other fulfillments: 1\./)
})
