import type {
  AdminWalmartShipmentCheck,
  AdminWalmartShipmentChoice,
  WalmartProblem,
  WalmartText,
} from "../../../../types/http"
import { EMPTY_FORM, faultsOf, isShipment, wantedOf } from "../ship-form"
import { isConfirmed } from "../ship"
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

function said(text: string): WalmartText {
  return { text, words: [] }
}

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

  it("is no shipment without a number, or with no unit of anything, of which nothing is asked", () => {
    const of = (form: typeof EMPTY_FORM) => isShipment(wantedOf("wmo_1", form, [OPEN]))
    expect([of(EMPTY_FORM), of(numbered)]).toEqual([false, true])
    expect(of({ ...numbered, units: { "1": 0, "2": 1 } })).toBe(true)
    expect(of({ ...numbered, units: { "1": 0, "2": 0 } })).toBe(false)
  })

  it("sends carrier and link only when they are typed", () => {
    const form = { ...numbered, carrier: " Acme ", url: " https://acme.example/1 " }
    expect(wantedOf("wmo_1", form, [OPEN])).toMatchObject({
      carrier: "Acme",
      labels: [{ tracking_number: "1Z", tracking_url: "https://acme.example/1" }],
    })
  })

  it("says what is wrong at the field that it is about, and once", () => {
    const problem = (field: WalmartProblem["field"], message: string) => ({
      ...{ code: "x", field, value: "1", message, remedy: "Do." },
    })
    const number = problem("tracking_number", "No number.")
    const carrier = problem("carrier", "No carrier.")
    const link = problem("tracking_url", "No link.")
    const check = {
      checks: [number, carrier, link, link].map((one) => ({ problems: [one], warnings: [] })),
      refusals: ["No number. Do.", "No carrier. Do.", "No link. Do.", "Line 1 is gone."].map(said),
      choices: [OPEN],
    } as unknown as AdminWalmartShipmentCheck
    expect(faultsOf(check, numbered)).toEqual({
      numbers: [[number], [], [], []],
      carrier: [carrier],
      link: [link],
      others: [said("Line 1 is gone.")],
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

describe("what a person confirmed", () => {
  const shared = (number: string) => ({ text: `${number} is also on another order.`, words: [] })
  const asked = { concerns: [shared("1Z1")], asked_lines: ["1"] }

  it("holds for what was shown, and for less", () => {
    expect(isConfirmed(asked, asked)).toBe(true)
    expect(isConfirmed({ concerns: [], asked_lines: ["1"] }, asked)).toBe(true)
    expect(isConfirmed({ concerns: [], asked_lines: [] }, null)).toBe(true)
  })

  it("does not hold for another number, nor for a customer's request that came since", () => {
    expect(isConfirmed(asked, null)).toBe(false)
    expect(isConfirmed({ ...asked, concerns: [shared("1Z2")] }, asked)).toBe(false)
    expect(isConfirmed({ ...asked, asked_lines: ["1", "2"] }, asked)).toBe(false)
  })
})
