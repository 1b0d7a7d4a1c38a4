import {
  goneEntries,
  goneUnits,
  type LineQuantities,
  type LineStatus,
  lineQuantities,
  type OrderLine,
  orderStatus,
} from "../order"
import { unitsShownUnder } from "../../updates/shipment/shipment"
import { earlierPackages, unitsGone } from "../../import/shipped-before-import"

type Entry = [status: LineStatus, quantity: number, trackingNumber?: string]

function line(quantity: number, ...entries: Entry[]): OrderLine {
  return {
    ...{ lineNumber: "1", sku: "MUG-1", productName: "Mug", quantity, charges: [] },
    ...{ customerAskedToCancel: false, shipMethod: null },
    statuses: entries.map(([status, units, trackingNumber]) => ({
      ...{ status, quantity: units, cancellationReason: null },
      package: trackingNumber
        ? {
            ...{ carrier: "UPS", trackingNumber, trackingUrl: null },
            ...{ shippedAt: 1, methodCode: "Standard" },
          }
        : null,
    })),
  }
}

const A = "1Z999AA10123456784"
const B = "1Z999AA10123456795"

describe("units that have left", () => {
  it.each<[string, OrderLine, number]>([
    ["shipped and delivered ones", line(3, ["Shipped", 1, A], ["Delivered", 2, B]), 3],
    ["a refund instead of its shipped unit", line(2, ["Shipped", 1, A], ["Refund", 1, A]), 2],
    ["a refund beside its shipped unit", line(2, ["Shipped", 2, A], ["Refund", 1, A]), 2],
    ["a refund beside a delivered unit", line(1, ["Refund", 1], ["Delivered", 1, A]), 1],
    [
      "a refund while others are open",
      line(3, ["Shipped", 1, A], ["Refund", 1], ["Acknowledged", 2]),
      1,
    ],
    ["a refund of a unit that nothing else shows", line(3, ["Refund", 1], ["Acknowledged", 2]), 1],
    [
      "a refund beside a canceled unit",
      line(2, ["Cancelled", 1], ["Shipped", 1, A], ["Refund", 1]),
      1,
    ],
    ["a refund of a canceled unit", line(1, ["Cancelled", 1], ["Refund", 1]), 0],
    ["none of what is open", line(2, ["Created", 1], ["Acknowledged", 1]), 0],
  ])("count %s once", (_name, shown, gone) => {
    const quantities: LineQuantities = lineQuantities(shown)
    expect(goneUnits(shown.quantity, quantities)).toBe(gone)
    expect(goneEntries(shown).reduce((sum, { quantity }) => sum + quantity, 0)).toBe(gone)
    expect(unitsGone(shown).shipped).toBe(gone)
  })

  it("are never fewer than what Walmart shows as shipped, however its figures add up", () => {
    expect(goneUnits(2, lineQuantities(line(2, ["Shipped", 2, A], ["Acknowledged", 2])))).toBe(2)
  })

  it("are no unit of another parcel because one was refunded", () => {
    const shown = line(4, ["Shipped", 2, A], ["Refund", 2, A], ["Acknowledged", 2])
    expect(unitsShownUnder({ lines: [shown] }, A)).toBe(2)
    expect(unitsShownUnder({ lines: [shown] }, B)).toBe(0)
  })

  it("are taken over with their parcel, whichever entry comes first", () => {
    const shown = line(2, ["Refund", 1], ["Shipped", 2, A])
    const order = { lines: [shown] } as Parameters<typeof earlierPackages>[0]
    expect(earlierPackages(order)).toMatchObject([
      { package: { trackingNumber: A }, lines: [{ lineNumber: "1", quantity: 2 }] },
    ])
  })
})

describe("the status of an order", () => {
  it.each<[string, OrderLine]>([
    ["canceled", line(2, ["Cancelled", 2], ["Refund", 2])],
    ["open", line(2, ["Cancelled", 1], ["Refund", 1], ["Acknowledged", 1])],
    ["shipped", line(2, ["Cancelled", 1], ["Shipped", 1, A], ["Refund", 1])],
    ["shipped", line(1, ["Refund", 1])],
    ["partially_shipped", line(2, ["Refund", 1], ["Acknowledged", 1])],
  ])("is %s, each unit counted once", (status, shown) => {
    expect(orderStatus([shown])).toBe(status)
  })
})
