import type { AdminWalmartShipmentCheck, AdminWalmartShipmentChoice } from "../../../../types/http"
import { EMPTY_FORM, faultsOf, wantedOf } from "../ship-form"
import { isShippable, nextToShip, type Shippable } from "../shippable"

function item(line_number: string, quantity: number) {
  return {
    ...{ line_number, quantity, line_item_id: `ordli_${line_number}` },
    ...{ sku: "MUG-1", product_name: "Mug", thumbnail: null },
  }
}

const OPEN: AdminWalmartShipmentChoice = {
  fulfillment_id: null,
  items: [item("1", 2), item("2", 1)],
}
const PACKED: AdminWalmartShipmentChoice = { fulfillment_id: "ful_1", items: [item("1", 2)] }

describe("the Ship form", () => {
  const numbered = { ...EMPTY_FORM, numbers: [" 1Z ", ""] }

  it("asks for everything of the only parcel until somebody changes a quantity", () => {
    expect(wantedOf("wmo_1", numbered, [OPEN])).toEqual({
      order: "wmo_1",
      labels: [{ tracking_number: "1Z" }],
    })
    const fewer = wantedOf("wmo_1", { ...numbered, units: { "1": 1, "2": 0 } }, [OPEN])
    expect(fewer.items).toEqual([{ line_number: "1", quantity: 1 }])
  })

  it("names the units of the parcel that was chosen, and never other units of a packed one", () => {
    const form = { ...numbered, units: { "1": 1 } }
    expect(wantedOf("wmo_1", form, [PACKED, OPEN]).items).toEqual([
      { line_number: "1", quantity: 2 },
    ])
    expect(wantedOf("wmo_1", { ...numbered, choice: 1 }, [PACKED, OPEN]).items).toHaveLength(2)
  })

  it("sends carrier and link only when they are typed", () => {
    const form = { ...numbered, carrier: " Acme ", url: " https://acme.example/1 " }
    expect(wantedOf("wmo_1", form, [OPEN])).toMatchObject({
      carrier: "Acme",
      labels: [{ tracking_number: "1Z", tracking_url: "https://acme.example/1" }],
    })
  })

  it("says what is wrong with a number at the number, and once", () => {
    const problem = {
      code: "x",
      field: "tracking_number",
      value: "1",
      message: "No.",
      remedy: "Do.",
    }
    const check = {
      checks: [{ problems: [problem], warnings: [] }],
      refusals: ["No. Do.", "Line 1 is gone."],
      choices: [OPEN],
    } as unknown as AdminWalmartShipmentCheck
    expect(faultsOf(check, numbered)).toEqual({
      numbers: [["No. Do."]],
      others: ["Line 1 is gone."],
    })
    expect(faultsOf(check, EMPTY_FORM).others).toEqual([])
    expect(faultsOf({ ...check, choices: [] }, EMPTY_FORM).others).toHaveLength(1)
  })
})

describe("the order to ship next", () => {
  const order = (id: string, changes: Partial<Shippable> = {}): Shippable => ({
    ...{ id, order: { id: "order_1", display_id: 1, status: "pending" } },
    ...{ import_status: "imported", ship_node_type: "SellerFulfilled", units_to_ship: 1 },
    ...changes,
  })
  const list = [order("a"), order("b", { units_to_ship: 0 }), order("c"), order("d")]

  it("is the next below, then from the top, without those that need none or are done", () => {
    const none = new Set<string>()
    expect(nextToShip(list, "a", none)).toBe("c")
    expect(nextToShip(list, "d", none)).toBe("a")
    expect(nextToShip(list, "d", new Set(["a"]))).toBe("c")
    expect(nextToShip(list, "gone", none)).toBe("a")
    expect(nextToShip(list, null, none)).toBe("a")
    expect(nextToShip([order("a")], "a", none)).toBeNull()
  })

  it("is never one that Walmart ships or that is not imported", () => {
    expect(isShippable(order("a", { ship_node_type: "WFSFulfilled" }))).toBe(false)
    expect(isShippable(order("a", { import_status: "failed" }))).toBe(false)
    expect(isShippable(order("a", { order: undefined }))).toBe(false)
  })
})
