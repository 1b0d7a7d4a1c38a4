import type { LineStatus, Order } from "../../orders/order"
import { nextAction } from "../next-call"
import { PAYLOAD_VERSION, type KnownUpdate } from "../model/update"

const LIMITS = { now: 1_700_000_100_000, maxLines: 100, maxUpdates: 50 }

const ACKNOWLEDGMENT: KnownUpdate = {
  id: "wmu_1",
  sequence: 1,
  uniqueKey: "acknowledgment",
  status: "pending",
  payload: { kind: "acknowledgment" },
  payloadVersion: PAYLOAD_VERSION,
  sentAt: null,
  attention: null,
}

/** Lines with what their units are. */
function order(...lines: [LineStatus, number][][]): Order {
  const line = (statuses: [LineStatus, number][], at: number): Order["lines"][number] => ({
    lineNumber: String(at + 1),
    sku: `SKU-${at + 1}`,
    productName: "Thing",
    quantity: statuses.reduce((sum, [, quantity]) => sum + quantity, 0),
    charges: [],
    customerAskedToCancel: false,
    shipMethod: null,
    statuses: statuses.map(([status, quantity]) => ({
      ...{ status, quantity, cancellationReason: null, package: null },
    })),
  })
  return {
    purchaseOrderId: "1799999999001",
    customerOrderId: "6281763440099",
    ...{ customerEmail: null, phone: null, address: null, orderType: null, summaryTotal: null },
    orderedAt: 1_700_000_000_000,
    ...{ shipBy: null, deliverBy: null, originalCustomerOrderId: null },
    methodCode: "Standard",
    shipNode: { type: "SellerFulfilled", id: null, name: null },
    lines: lines.map(line),
  }
}

describe("an acknowledgment", () => {
  const mixed = order([["Created", 2]], [["Acknowledged", 1]], [["Created", 1]])

  it("concerns the whole order, without a body, where the market takes whole orders", () => {
    expect(nextAction(mixed, [ACKNOWLEDGMENT], LIMITS).call).toMatchObject({
      ...{ endpoint: "orders.acknowledge", body: null },
    })
  })

  it("names the lines that are left, with all their units, where the market takes lines", () => {
    const limits = { ...LIMITS, acknowledgesLines: true }
    const line = (lineNumber: string, amount: string) => ({
      lineNumber,
      orderLineStatuses: {
        orderLineStatus: [
          { status: "Acknowledged", statusQuantity: { unitOfMeasurement: "EACH", amount } },
        ],
      },
    })
    expect(nextAction(mixed, [ACKNOWLEDGMENT], limits).call).toMatchObject({
      endpoint: "orders.acknowledge",
      body: {
        orderAcknowledgement: { orderLines: { orderLine: [line("1", "2"), line("3", "1")] } },
      },
    })
  })

  it("has as many calls as its lines need", () => {
    const limits = { ...LIMITS, acknowledgesLines: true, maxLines: 1 }
    expect(JSON.stringify(nextAction(mixed, [ACKNOWLEDGMENT], limits).call?.body)).not.toContain(
      '"3"'
    )
  })

  describe("of an order of which a part is shipped or canceled already", () => {
    const lines = { ...LIMITS, acknowledgesLines: true }
    const canceled: [LineStatus, number][] = [["Cancelled", 1]]
    const partly: [LineStatus, number][] = [
      ["Created", 1],
      ["Cancelled", 1],
    ]
    const named = (body: object | null | undefined) =>
      [...JSON.stringify(body ?? null).matchAll(/"lineNumber":"(\d+)"/g)].map(
        ([, number]) => number
      )

    it("goes on for the lines that nothing has happened to, where the market takes lines", () => {
      const gone: [LineStatus, number][] = [
        ["Created", 1],
        ["Shipped", 1],
      ]
      const shown = order(canceled, partly, gone, [["Created", 2]], [["Created", 1]])
      const { call, moot } = nextAction(shown, [ACKNOWLEDGMENT], lines)
      expect({ named: named(call?.body), moot }).toEqual({ named: ["4", "5"], moot: [] })
    })

    it("is over where no whole line is left of it", () => {
      const shown = order(canceled, partly, [["Acknowledged", 2]])
      expect(nextAction(shown, [ACKNOWLEDGMENT], lines)).toMatchObject({
        ...{ moot: ["wmu_1"], done: [], call: null },
      })
    })

    it("is done once each of them is acknowledged", () => {
      const shown = order(canceled, [["Acknowledged", 2]])
      expect(nextAction(shown, [ACKNOWLEDGMENT], lines)).toMatchObject({ done: ["wmu_1"] })
    })

    it("is over where the market takes whole orders", () => {
      const shown = order(canceled, [["Created", 2]])
      expect(nextAction(shown, [ACKNOWLEDGMENT], LIMITS)).toMatchObject({
        ...{ moot: ["wmu_1"], call: null },
      })
    })
  })
})
