import type { Order } from "../../orders/order"
import { isBehind } from "../behind"
import type { KnownUpdate } from "../model/update"
import type { UpdatePayload } from "../model/update"

const UPS = { carrier: "UPS" }
const FACTS = { fulfillmentId: "ful_1", sellerOrderId: "42", shippedAt: 1 }

function sent(payload: UpdatePayload, status: KnownUpdate["status"] = "sent"): KnownUpdate {
  return { id: "wmu_1", sequence: 1, uniqueKey: "k", status, payloadVersion: 1, payload }
}

function parcel(quantity: number, status?: KnownUpdate["status"]): KnownUpdate {
  const lines = [{ lineNumber: "1", quantity }]
  const packages = [{ trackingNumber: "A1", carrier: UPS, lines }]
  return sent({ ...FACTS, kind: "shipment", packages }, status)
}

function corrected(kept = 0): KnownUpdate {
  const lines = [{ lineNumber: "1", quantity: 2, kept }]
  const packages = [{ trackingNumber: "B1", carrier: UPS, replaces: "A1", lines }]
  return sent({ ...FACTS, kind: "tracking_correction", toldAs: "ful_1", until: 9, packages })
}

/** One parcel got the number that another one had. */
function movedAlong(): KnownUpdate {
  const moved = (replaces: string, trackingNumber: string) => ({
    ...{ trackingNumber, carrier: UPS, replaces },
    lines: [{ lineNumber: "1", quantity: 1, kept: 0 }],
  })
  const packages = [moved("A1", "B1"), moved("B1", "C1")]
  return sent({ ...FACTS, kind: "tracking_correction", toldAs: "ful_1", until: 9, packages })
}

/** An order whose only line of four shows these units by number. */
function shows(units: Record<string, number>): Order {
  const statuses = Object.entries(units).map(([trackingNumber, quantity]) => ({
    ...{ status: "Shipped", quantity },
    package: { trackingNumber },
  }))
  return { lines: [{ lineNumber: "1", quantity: 4, statuses }] } as unknown as Order
}

describe("an order is older than what Walmart has shown", () => {
  it.each<[string, Order, KnownUpdate[], boolean]>([
    ["while fewer units have left than were told", shows({ A1: 1 }), [parcel(2)], true],
    ["not when all have, under whatever number", shows({ Z9: 2 }), [parcel(2)], false],
    ["not for want of a parcel that waits", shows({}), [parcel(2, "pending")], false],
    ["while the replaced number is there", shows({ A1: 2 }), [parcel(2), corrected()], true],
    [
      "not by units that were to keep it",
      shows({ A1: 2, B1: 2 }),
      [parcel(4), corrected(2)],
      false,
    ],
    [
      "not by a number that moved along to another parcel",
      shows({ B1: 1, C1: 1 }),
      [parcel(2), movedAlong()],
      false,
    ],
    ["not without anything told", shows({}), [], false],
  ])("%s", (_when, order, known, expected) => {
    expect(isBehind(order, known)).toBe(expected)
  })
})
