import type { AdminWalmartOrder } from "../../../../types/http"
import { paperHtml, type PaperWords } from "../paper-html"
import { pickList } from "../pick-list"

type Line = AdminWalmartOrder["lines"][number]

function line(sku: string, created: number, acknowledged: number): Line {
  const counts = { created_quantity: created, acknowledged_quantity: acknowledged }
  return { sku, product_name: `The ${sku}`, ...counts } as Line
}

function order(number: number, lines: Line[]) {
  return {
    ...{ purchase_order_id: `10${number}`, lines },
    order: { id: `order_${number}`, display_id: number, status: "pending" },
  }
}

describe("a pick list", () => {
  it("has each product once, with all units that have not left and the orders they are for", () => {
    const orders = [
      order(1, [line("SHIRT", 0, 1), line("MUG", 1, 1), line("MUG", 0, 1)]),
      order(2, [line("MUG", 0, 4), line("CUP", 0, 0)]),
    ]
    expect(pickList(orders)).toEqual([
      { sku: "MUG", name: "The MUG", quantity: 7, orders: ["#1", "#2"] },
      { sku: "SHIRT", name: "The SHIRT", quantity: 1, orders: ["#1"] },
    ])
  })

  it("calls an order that Medusa does not have by Walmart's number", () => {
    const rows = pickList([{ ...order(1, [line("MUG", 0, 1)]), order: undefined }])
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
    const made = {
      ...order(1, [{ ...line("MUG", 0, 2), total: 1998 } as Line]),
      ...{ customer_order_id: "200012345", total: 1998, currency_code: "usd" },
    }
    const shown = { ...made, order: { ...made.order, shipping_address: address } }
    const html = paperHtml([shown as unknown as AdminWalmartOrder], words)
    expect(html.match(/<section>/g)).toHaveLength(2)
    expect(html).toContain("Walmart order 200012345")
    expect(html).toContain("Zoe &lt;b&gt;\nSpringfield, 62704")
    expect(html).not.toMatch(/19\.98|1998|usd/i)
  })
})
