import type { AdminWalmartOrder } from "../../../../types/http"
import { paperHtml, type PaperWords } from "../paper-html"
import { itemsToPack, type PackItem, pickList } from "../pick-list"

function item(sku: string, quantity: number, line_number = "1"): PackItem {
  const nothing = { line_item_id: null, thumbnail: null }
  return { line_number, sku, product_name: `The ${sku}`, quantity, ...nothing }
}

function line(line_number: string, open: number) {
  return { line_number, created_quantity: 0, acknowledged_quantity: open }
}

function order(number: number, items: PackItem[]) {
  const medusa = { id: `order_${number}`, display_id: number, status: "pending" }
  return { order: { purchase_order_id: `10${number}`, order: medusa }, items }
}

describe("a pick list", () => {
  it("has each product once, with all units that can leave and the orders they are for", () => {
    const orders = [
      order(1, [item("SHIRT", 1), item("MUG", 2, "2"), item("MUG", 1, "3")]),
      order(2, [item("MUG", 4)]),
    ]
    expect(pickList(orders)).toEqual([
      { sku: "MUG", name: "The MUG", quantity: 7, orders: ["#1", "#2"] },
      { sku: "SHIRT", name: "The SHIRT", quantity: 1, orders: ["#1"] },
    ])
  })

  it("holds what is packed and what is in no parcel yet, and nothing of what has left or others ship", () => {
    const packed = { fulfillment_id: "ful_1", items: [item("MUG", 1), item("CAP", 1, "2")] }
    const open = { fulfillment_id: null, items: [item("MUG", 2)] }
    const lines = [line("1", 3), line("2", 1)]
    const choices = [packed, open]
    expect(itemsToPack({ choices }, lines)).toEqual([item("MUG", 3), item("CAP", 1, "2")])
    expect(itemsToPack({ choices: [] }, lines)).toEqual([])
  })

  it("holds no unit that Walmart canceled, although it is packed", () => {
    const packed = { fulfillment_id: "ful_1", items: [item("MUG", 2), item("CAP", 1, "2")] }
    const lines = [line("1", 1), line("2", 0)]
    expect(itemsToPack({ choices: [packed] }, lines)).toEqual([item("MUG", 1)])
  })

  it("calls an order that Medusa does not have by Walmart's number", () => {
    const { order: known, items } = order(1, [item("MUG", 1)])
    const rows = pickList([{ order: { ...known, order: undefined }, items }])
    expect(rows[0].orders).toEqual(["101"])
  })
})

describe("paper", () => {
  const words: PaperWords = {
    ...{ language: "en", pick: "Pick list", slip: "Packing slip", sku: "SKU", items: "Items" },
    ...{ quantity: "Quantity", shipTo: "Ship to" },
    ordersOf: (count) => `${count} orders`,
    order: (number) => `Order ${number}`,
    walmartOrder: (number) => `Walmart order ${number}`,
  }

  it("has a pick list and a slip for each order, with Walmart's number, the address and no price", () => {
    const address = {
      first_name: "Zoe",
      last_name: "<b>",
      city: "Springfield",
      postal_code: "62704",
    }
    const { order: known, items } = order(1, [item("MUG", 2)])
    const made = {
      ...known,
      ...{ customer_order_id: "200012345", total: 1998, currency_code: "usd" },
    }
    const shown = { ...made, order: { ...made.order, shipping_address: address } }
    const html = paperHtml([{ order: shown as unknown as AdminWalmartOrder, items }], words)
    expect(html.match(/<section>/g)).toHaveLength(2)
    expect(html).toContain("Walmart order 200012345")
    expect(html).toContain("Zoe &lt;b&gt;\nSpringfield, 62704")
    expect(html).not.toMatch(/19\.98|1998|usd/i)
  })
})
