import type { AdminWalmartShipmentCheck } from "../../../../types/http"
import { inLanes } from "../in-lanes"
import { afterShipping, countsOf, entryOf, isToShip, shipmentsOf } from "../list-shipments"
import { parseList } from "../parse-list"

const ROW = { carrier: "", url: "", items: null }

describe("a list of numbers", () => {
  it("is read as it is pasted from a spreadsheet, with or without a heading", () => {
    const rows = [
      { ...ROW, line: 1, order: "1088000001", number: "1Z1" },
      { ...ROW, line: 2, order: "#12", number: "1Z2" },
    ]
    expect(parseList("1088000001\t1Z1\n#12\t1Z2\n")).toEqual({ rows, faults: [] })
    const headed = parseList("Order\tTracking number\r\n1088000001\t1Z1\r\n\r\n#12\t1Z2")
    expect(headed.rows).toEqual([
      { ...rows[0], line: 2 },
      { ...rows[1], line: 4 },
    ])
    expect(parseList("1088000001 1Z1\n#12   1Z2").rows).toEqual(rows)
  })

  it("has its columns where a heading says, in a CSV of any spreadsheet", () => {
    const commas = parseList(
      '\uFEFFCarrier,Tracking No,"Order number","Tracking link"\nAcme,"A,1",="1088",https://a.example/1'
    )
    expect(commas.rows).toEqual([
      {
        line: 2,
        order: "1088",
        number: "A,1",
        carrier: "Acme",
        url: "https://a.example/1",
        items: null,
      },
    ])
    const perItem = parseList("order;tracking;sku;qty\n1088;1Z1;MUG-1;2")
    expect(perItem.rows).toMatchObject([{ items: [{ sku: "MUG-1", quantity: 2 }] }])
  })

  it("names units in a fourth column, and says which row does so unclearly", () => {
    const { rows, faults } = parseList(
      "1,1Z1,UPS,2 x MUG-1; 1 × SHIRT\n2,1Z2,,MUG-1: 3\n3,1Z3,,some mugs"
    )
    expect(rows.map(({ items }) => items)).toEqual([
      [
        { sku: "MUG-1", quantity: 2 },
        { sku: "SHIRT", quantity: 1 },
      ],
      [{ sku: "MUG-1", quantity: 3 }],
    ])
    expect(faults).toEqual([{ line: 3, text: "3,1Z3,,some mugs", fault: "items" }])
  })

  it("is not trusted where a number is missing or was shortened by a spreadsheet", () => {
    const { rows, faults } = parseList("1088\t\n\t1Z1\n1.088E+14\t1Z1\n1088\t9.4E+21")
    expect(rows).toEqual([])
    expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
      ...[[1, "noNumber"] as const, [2, "noOrder"] as const],
      ...[[3, "shortened"] as const, [4, "shortened"] as const],
    ])
  })

  it("is empty for an empty text", () => {
    expect(parseList(" \n\n")).toEqual({ rows: [], faults: [] })
  })
})

describe("rows as shipments", () => {
  it("are boxes of one shipment where they name an order twice and no items, and else one each", () => {
    const { rows } = parseList("1,A1\n2,B1\n1,A2\n3,C1,,1 x MUG\n3,C2,,1 x MUG")
    expect(shipmentsOf(rows).map(({ lines, wanted }) => [lines, wanted.labels.length])).toEqual([
      [[1, 3], 2],
      [[2], 1],
      [[4], 1],
      [[5], 1],
    ])
  })
})

function check(changes: Partial<AdminWalmartShipmentCheck>): AdminWalmartShipmentCheck {
  return {
    ...{ order: null, state: "ready", fulfillment_id: null, items: [], location_id: null },
    ...{ known_fulfillment_ids: [], choices: [], checks: [], refusals: [] },
    ...{ concerns: [], asked_lines: [] },
    ...changes,
  }
}

describe("a shipment of the list", () => {
  const [shipment] = shipmentsOf(parseList("1,A1").rows)

  it("is shipped when it is ready or confirmed, and again when it failed, and never when it was shipped", () => {
    const ready = entryOf(shipment, check({}))
    expect([ready.state, isToShip(ready)]).toEqual(["ready", true])
    const known = entryOf(shipment, check({ state: "shipped" }))
    expect([known.state, isToShip(known)]).toEqual(["known", false])
    const asked = entryOf(shipment, check({ concerns: ["Also on another order."] }))
    expect([asked.state, isToShip(asked), asked.why]).toEqual([
      ...["asks", false, ["Also on another order."]],
    ])
    expect(isToShip({ ...asked, isConfirmed: true })).toBe(true)
    expect(isToShip({ ...ready, state: "failed" })).toBe(true)
    const refused = entryOf(shipment, check({ state: "refused", refusals: ["No."] }))
    expect([isToShip(refused), refused.why]).toEqual([false, ["No."]])
  })

  it("stands as it was answered once it was tried", () => {
    const ready = entryOf(shipment, check({}))
    expect(afterShipping(ready, { kind: "shipped" }).state).toBe("shipped")
    expect(afterShipping(ready, { kind: "known" }).state).toBe("known")
    const refused = check({ state: "refused", refusals: ["Gone."] })
    const after = afterShipping(ready, { kind: "refused", check: refused })
    expect([after.state, after.why]).toEqual(["refused", ["Gone."]])
    expect(countsOf([ready, after])).toMatchObject({ ready: 1, refused: 1, shipped: 0 })
  })
})

describe("many at once", () => {
  it("are done side by side, those of one order in turn", async () => {
    const done: string[] = []
    let running = 0
    let most = 0
    await inLanes(["a1", "b1", "a2", "c1"], {
      ...{ lanes: 2, subjectOf: (job) => job[0] },
      run: async (job) => {
        most = Math.max(most, ++running)
        await Promise.resolve()
        done.push(job)
        running -= 1
      },
    })
    expect(most).toBe(2)
    expect(done).toHaveLength(4)
    expect(done.indexOf("a1")).toBeLessThan(done.indexOf("a2"))
  })
})
