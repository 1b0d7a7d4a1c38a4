import type { AdminWalmartOrder, AdminWalmartShipmentCheck } from "../../../types/http"
import { sumOfUnits } from "../../../walmart/common/units"

/** Units of one product over several orders. */
export interface PickRow {
  sku: string
  name: string
  quantity: number
  /** The orders they are for, as people know them. */
  orders: string[]
}

/** Units of a line that have not left, neither at Walmart nor here. */
export type PackItem = AdminWalmartShipmentCheck["items"][number]

/** An order with what of it can leave now. */
export interface Packable<Order extends NamedOrder = AdminWalmartOrder> {
  order: Order
  items: PackItem[]
}

type OpenLine = Pick<
  AdminWalmartOrder["lines"][number],
  "line_number" | "created_quantity" | "acknowledged_quantity"
>

type NamedOrder = Pick<AdminWalmartOrder, "purchase_order_id" | "order">

/** What of an order can leave now, in whichever parcel: each line once, and of a packed one only what Walmart has not canceled. Pure. */
export function itemsToPack(
  { choices }: Pick<AdminWalmartShipmentCheck, "choices">,
  lines: OpenLine[]
): PackItem[] {
  const items = choices.flatMap((choice) => choice.items)
  return lines.flatMap((line) => {
    const own = items.filter(({ line_number: number }) => number === line.line_number)
    const units = sumOfUnits(own)
    const quantity = Math.min(units, line.created_quantity + line.acknowledged_quantity)
    return quantity > 0 ? [{ ...own[0], quantity }] : []
  })
}

/** What has to be taken from the shelves for these orders, by SKU. Pure. */
export function pickList(orders: Packable<NamedOrder>[]): PickRow[] {
  const rows = new Map<string, PickRow>()
  for (const { order, items } of orders) {
    for (const item of items) addItem(rows, item, orderName(order))
  }
  return [...rows.values()].sort((a, b) => (a.sku < b.sku ? -1 : 1))
}

function addItem(rows: Map<string, PickRow>, item: PackItem, order: string): void {
  const { sku, product_name: name, quantity } = item
  const row = rows.get(sku) ?? { sku, name, quantity: 0, orders: [] }
  const orders = row.orders.includes(order) ? row.orders : [...row.orders, order]
  rows.set(sku, { ...row, quantity: row.quantity + quantity, orders })
}

/** An order as people know it: by Medusa's number, else by Walmart's. Pure. */
export function orderName({ order, purchase_order_id }: NamedOrder): string {
  return order ? `#${order.display_id}` : purchase_order_id
}
