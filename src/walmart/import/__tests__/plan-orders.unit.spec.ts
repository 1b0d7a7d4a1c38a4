import type { Order } from "../../orders/order"
import { planOrders } from "../plan-orders"
import { line, order, settings, store, variant } from "./plan-fixtures"

const [ONE, TWO, THREE] = ["1799999999001", "1799999999002", "1799999999003"]

function mugs(purchaseOrderId: string, quantity: number, sku = "MUG-1") {
  return order({ purchaseOrderId, lines: [line({ sku, quantity })] })
}

/** Ten mugs; a box takes two of them. */
const parts = [{ inventoryItemId: "iitem_MUG-1", requiredQuantity: 2, available: { sloc_1: 10 } }]
const shop = store({ variants: [variant("MUG-1"), variant("MUG-2"), variant("BOX", { parts })] })

const stockNotes = (orders: Order[]) =>
  planOrders(orders, shop, settings()).map(({ planned }) =>
    planned?.notes.map(({ text }) => text).filter((text) => text.startsWith("Oversold"))
  )

describe("orders that are planned together", () => {
  it("each see the stock that those before it leave, kits included", () => {
    expect(stockNotes([mugs(ONE, 6), mugs(TWO, 2, "BOX"), mugs(THREE, 1)])).toEqual([
      [],
      [],
      ["Oversold: 1 needed of MUG-1, 0 available at Warehouse."],
    ])
  })

  it("take nothing from each other where they are of different products", () => {
    expect(stockNotes([mugs(ONE, 10), mugs(TWO, 10, "MUG-2")])).toEqual([[], []])
  })

  it("are not disturbed by one that cannot be planned", () => {
    const orders = [mugs(ONE, 9, "NO-SUCH"), mugs(TWO, 10)]
    const decisions = planOrders(orders, shop, settings())
    expect(decisions.map(({ attention }) => attention?.code)).toEqual(["unknown_sku", undefined])
    expect(stockNotes(orders)).toEqual([undefined, []])
  })
})
