import type WalmartModuleService from "../../modules/walmart/service"
import type { ReturnLine } from "../../walmart/orders/return-order"
import type { LineUnits } from "../../walmart/updates/payloads/payload-parts"
import type { LoadedMedusaOrder } from "./medusa-side/load-medusa-orders"

interface WalmartOrderKey {
  account_id: string
  order_id: string | null
  purchase_order_id: string
}

/**
 * Units that came back by Walmart's own return orders, by purchase order: their refund is that return's business. Nothing is read
 * while no unit came back.
 */
export async function loadHandledReturns(
  walmart: WalmartModuleService,
  rows: WalmartOrderKey[],
  orders: ReadonlyMap<string, LoadedMedusaOrder>
): Promise<Map<string, LineUnits[]>> {
  const returned = rows.filter(({ order_id: id }) => hasReturned(orders.get(id ?? "")))
  if (returned.length === 0) return new Map()
  const found = await walmart.listWalmartReturns({
    purchase_order_id: returned.map(({ purchase_order_id: number }) => number),
  })
  const units = new Map<string, LineUnits[]>()
  for (const row of found) {
    const received = (row.received ?? {}) as Record<string, number>
    const lines = row.lines as unknown as ReturnLine[]
    const known = units.get(row.purchase_order_id) ?? []
    units.set(row.purchase_order_id, [...known, ...lines.map((line) => handled(line, received))])
  }
  return units
}

function hasReturned(loaded: LoadedMedusaOrder | undefined): boolean {
  const items = loaded?.order.items ?? []
  return items.some(({ detail }) => Number(detail.return_received_quantity ?? 0) > 0)
}

function handled(line: ReturnLine, received: Record<string, number>): LineUnits {
  const units = received[String(line.returnLineNumber)] ?? 0
  return { lineNumber: line.lineNumber, quantity: Math.max(units, line.refunded) }
}
