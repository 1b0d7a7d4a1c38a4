import { toMedusaFacts, toMedusaOrder } from "../medusa-order"
import type { OrderRow } from "../medusa-order-rows"

const TRANSLATION = {
  lines: [{ line_number: "1", line_item_id: "ordli_kit" }],
  recorded: [],
  choices: [],
  carrierMap: { so_1: "UPS", manual_manual: "USPS" },
  reason: null,
  reasonBy: null,
  defaultReason: null,
}

function order(changes: Partial<OrderRow>): OrderRow {
  return {
    id: "order_1",
    display_id: 7,
    status: "pending",
    canceled_at: null,
    updated_at: "2026-11-01T00:00:00.000Z",
    items: [
      {
        id: "ordli_kit",
        detail: { quantity: 2 },
        variant: {
          inventory_items: [
            { inventory_item_id: "iitem_cup", required_quantity: 2 },
            { inventory_item_id: "iitem_lid", required_quantity: 1 },
          ],
        },
      },
    ],
    fulfillments: [
      {
        id: "ful_1",
        provider_id: "manual_manual",
        shipping_option_id: "so_1",
        shipped_at: "2026-11-02T00:00:00.000Z",
        marked_shipped_by: "user_1",
        canceled_at: null,
        metadata: null,
        items: [
          { line_item_id: "ordli_kit", inventory_item_id: "iitem_cup", quantity: 4 },
          { line_item_id: "ordli_kit", inventory_item_id: "iitem_lid", quantity: 2 },
        ],
        labels: [],
      },
    ],
    ...changes,
  }
}

it("counts a kit as whole units of its line, not as its parts", () => {
  expect(toMedusaOrder(order({}), TRANSLATION).fulfillments[0].lines).toEqual([
    { lineNumber: "1", quantity: 2 },
  ])
})

it.each([0.5, 1.5])("guesses at nothing where the order recorded %s of a unit", (quantity) => {
  const recorded = [{ fulfillment_id: "ful_1", line_item_id: "ordli_kit", quantity }]
  const { fulfillments } = toMedusaOrder(order({}), { ...TRANSLATION, recorded })
  expect(fulfillments[0]).toMatchObject({ lines: [], brokenLines: ["1"] })
})

it("knows the country a fulfillment leaves from, where the market wants to know it", () => {
  const [row] = order({}).fulfillments
  const fulfillments = [{ ...row, location_id: "sloc_1" }]
  const countries = new Map([["sloc_1", "CA"]])
  const from = (known?: Map<string, string>) =>
    toMedusaOrder(order({ fulfillments }), { ...TRANSLATION, countries: known }).fulfillments[0]
      .shipFromCountry
  expect(from(countries)).toBe("CA")
  expect(from(new Map())).toBeNull()
  expect(from()).toBeNull()
})

it("knows who shipped, where Medusa does", () => {
  expect(toMedusaOrder(order({}), TRANSLATION).fulfillments[0].shippedBy).toBe("user_1")
})

it("prefers the carrier of the shipping option to the provider's", () => {
  expect(toMedusaOrder(order({}), TRANSLATION).fulfillments[0].mapped).toBe("UPS")
})

it("keeps the time of a cancellation, and knows a living order", () => {
  expect(toMedusaOrder(order({}), TRANSLATION).canceledAt).toBeNull()
  const canceled = order({ status: "canceled", canceled_at: "2026-11-03T00:00:00.000Z" })
  expect(toMedusaOrder(canceled, TRANSLATION).canceledAt).toBe(Date.UTC(2026, 10, 3))
})

it("leaves out items that Walmart does not know", () => {
  const foreign = order({ items: [{ id: "ordli_gift", detail: { quantity: 1 } }] })
  expect(toMedusaOrder(foreign, TRANSLATION).items).toEqual([])
})

it("refuses to guess when Medusa answers no quantity", () => {
  const items = [{ id: "ordli_kit", detail: { quantity: Number.NaN } }]
  expect(() => toMedusaOrder(order({ items }), TRANSLATION)).toThrow("quantity")
})

describe("units that the order counts as held by a fulfillment", () => {
  const record = (fulfillment_id: string) => [
    { fulfillment_id, line_item_id: "ordli_kit", quantity: 1 },
  ]
  const held = (recorded: ReturnType<typeof record>, metadata: Record<string, unknown> | null) => {
    const [row] = order({}).fulfillments
    const facts = toMedusaFacts(
      order({ fulfillments: [{ ...row, metadata }] }),
      { ...TRANSLATION, recorded },
      Date.now()
    )
    return facts.fulfillments[0].held
  }

  it("are those of the fulfillments that it recorded", () => {
    expect(held(record("ful_1"), null)).toEqual([{ lineNumber: "1", quantity: 1 }])
  })

  it("are not those of a fulfillment that was made beside it", () => {
    expect(held(record("ful_other"), null)).toEqual([])
  })

  it("are those of every fulfillment while it recorded none, and of those that mirror what left before", () => {
    expect(held([], null)).toEqual([{ lineNumber: "1", quantity: 2 }])
    expect(held(record("ful_other"), { walmart_shipped_before_import: true })).toEqual([
      { lineNumber: "1", quantity: 2 },
    ])
  })
})
