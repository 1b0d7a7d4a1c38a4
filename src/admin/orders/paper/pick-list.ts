import type { AdminWalmartOrder } from "../../../types/http"

/** Units of one product over several orders. */
export interface PickRow {
  sku: string
  name: string
  quantity: number
  /** The orders they are for, as people know them. */
  orders: string[]
}

type Picked = Pick<AdminWalmartOrder, "purchase_order_id" | "order" | "lines">

/** Units of a line that have not left. Pure. */
export function openUnits(line: AdminWalmartOrder["lines"][number]): number {
  return line.created_quantity + line.acknowledged_quantity
}

/** What has to be taken from the shelves for these orders, by SKU. Pure. */
export function pickList(orders: Picked[]): PickRow[] {
  const rows = new Map<string, PickRow>()
  for (const order of orders) {
    for (const line of order.lines) addLine(rows, line, nameOf(order))
  }
  return [...rows.values()].sort((a, b) => (a.sku < b.sku ? -1 : 1))
}

function addLine(
  rows: Map<string, PickRow>,
  line: AdminWalmartOrder["lines"][number],
  order: string
): void {
  const { sku, product_name: name } = line
  const quantity = openUnits(line)
  if (quantity === 0) return
  const row = rows.get(sku) ?? { sku, name, quantity: 0, orders: [] }
  const orders = row.orders.includes(order) ? row.orders : [...row.orders, order]
  rows.set(sku, { ...row, quantity: row.quantity + quantity, orders })
}

function nameOf({ order, purchase_order_id }: Picked): string {
  return order ? `#${order.display_id}` : purchase_order_id
}
