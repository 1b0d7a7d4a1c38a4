import { planOrder } from "../import-order"
import { lineQuantities, openQuantity, type OrderLine, orderStatus } from "../../orders/order"
import { charge, line, order, settings, status, store } from "./plan-fixtures"

const decide = (...lines: OrderLine[]) => planOrder(order({ lines }), store(), settings())

describe("a line whose figures contradict each other", () => {
  it.each([
    [
      "two ordered, one canceled, two still open",
      2,
      [status("Cancelled", 1), status("Acknowledged", 2)],
    ],
    ["one ordered, canceled and open", 1, [status("Cancelled", 1), status("Created", 1)]],
    ["one ordered, canceled and shipped", 1, [status("Cancelled", 1), status("Shipped", 1, "1Z1")]],
    ["one ordered, open and shipped", 1, [status("Acknowledged", 1), status("Shipped", 1, "1Z1")]],
    ["two ordered, three open", 2, [status("Created", 3)]],
    ["none ordered, one open", 0, [status("Created", 1)]],
    ["three ordered, none in any status", 3, [status("Created", 0)]],
  ])("is imported by neither, and says which: %s", (_, quantity, statuses) => {
    const { planned, attention } = decide(line({ quantity, statuses }))
    expect(planned).toBeNull()
    const problem = quantity === 0 ? "empty_order" : "units_unclear"
    expect(attention).toMatchObject({ code: problem })
    expect(attention?.message).toContain("Line 1 (MUG-1)")
  })

  it("names every figure and what to do", () => {
    const statuses = [status("Cancelled", 1), status("Acknowledged", 2)]
    expect(decide(line({ quantity: 2, statuses })).attention).toMatchObject({
      message: "Line 1 (MUG-1): ordered 2, but Walmart shows 2 open, 0 shipped and 1 canceled.",
      remedy:
        "Compare the line with the order in Seller Center, and handle it there when it is due; Walmart is asked again with every poll.",
    })
  })

  it.each([
    ["shipped and refunded", [status("Shipped", 1, "1Z1"), status("Refund", 1)]],
    ["shipped and delivered", [status("Shipped", 1, "1Z1"), status("Delivered", 1, "1Z1")]],
    ["canceled and refunded", [status("Cancelled", 1), status("Refund", 1)]],
    ["canceled twice over", [status("Cancelled", 2)]],
  ])("is not one whose only unit is %s", (_, statuses) => {
    expect(decide(line({ statuses })).planned?.items).toMatchObject([{ quantity: 1 }])
  })
})

describe("an order of which Walmart holds units back", () => {
  it.each([
    ["all of them", []],
    ["some of them", [status("Created", 1)]],
  ])("waits to be imported, in words of its own: %s", (_, statuses) => {
    const held = line({ quantity: 2, statuses, onHold: 2 - statuses.length })
    const { planned, attention } = decide(line({ lineNumber: "2" }), held)
    expect(planned).toBeNull()
    expect(attention).toMatchObject({
      code: "on_hold",
      message: `Walmart has units of MUG-1 (line 1) on hold: ${2 - statuses.length}.`,
    })
  })

  it("has nothing to acknowledge or to ship of them", () => {
    const held = line({ statuses: [], onHold: 1 })
    expect(openQuantity(lineQuantities(held))).toBe(0)
    expect(orderStatus([held])).toBe("open")
  })
})

describe("a line without units", () => {
  const none = { lineNumber: "2", quantity: 0 }

  it("loses no money: its charges are named", () => {
    const { attention } = decide(line(), line({ ...none, statuses: [status("Created", 0)] }))
    expect(attention).toMatchObject({
      code: "units_unclear",
      message: "Line 2 (MUG-1) has no units, but charges of 13.50.",
    })
  })

  it("is left out when nothing is charged for it, or when it was canceled", () => {
    const free = line({
      ...none,
      charges: [charge("PRODUCT", 0)],
      statuses: [status("Created", 0)],
    })
    const canceled = line({ ...none, statuses: [status("Cancelled", 1)] })
    for (const other of [free, canceled]) {
      expect(decide(line(), other).planned).toMatchObject({ total: 1350, items: [{ quantity: 1 }] })
    }
  })
})

describe("units of which Walmart says nothing", () => {
  const untold = line({ quantity: 3, statuses: [status("Created", 2)] })

  it("are imported as ordered, and pointed out", () => {
    const { planned } = decide(untold)
    expect(planned?.items).toMatchObject([{ quantity: 3 }])
    expect(planned?.notes.map(({ text }) => text)).toContain(
      "Walmart says what became of 2 of 3 units of MUG-1 (line 1) only; compare the line with Seller Center before you ship it."
    )
  })

  it("make no order a canceled one", () => {
    expect(orderStatus([line({ statuses: [status("Created", 0)] })])).toBe("open")
    expect(orderStatus([line({ statuses: [status("Cancelled", 1)] })])).toBe("canceled")
  })
})
