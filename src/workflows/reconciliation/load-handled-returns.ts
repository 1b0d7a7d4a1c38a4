import type WalmartModuleService from "../../modules/walmart/service"
import type { ReturnLine } from "../../walmart/orders/return-order"
import type { LineUnits } from "../../walmart/updates/payloads/payload-parts"
import type { LoadedMedusaOrder } from "./medusa-side/load-medusa-orders"

interface WalmartOrderKey {
  account_id: string
  purchase_order_id: string
}

/** Units of an order that came back by Walmart's own return orders. */
export type HandledReturns = (order: WalmartOrderKey) => LineUnits[] | undefined

/**
 * Units that came back by Walmart's own return orders: their refund is that return's business. Nothing is read while no unit came
 * back.
 */
export async function loadHandledReturns(
  walmart: WalmartModuleService,
  rows: (WalmartOrderKey & { order_id: string | null })[],
  orders: ReadonlyMap<string, LoadedMedusaOrder>
): Promise<HandledReturns> {
  const returned = rows.filter(({ order_id: id }) => hasReturned(orders.get(id ?? "")))
  if (returned.length === 0) return () => undefined
  const found = await walmart.listWalmartReturns({
    account_id: [...new Set(returned.map(({ account_id: id }) => id))],
    purchase_order_id: returned.map(({ purchase_order_id: number }) => number),
  })
  const units = new Map<string, LineUnits[]>()
  for (const row of found) {
    const received = row.received ?? {}
    const known = units.get(keyOf(row)) ?? []
    units.set(keyOf(row), [...known, ...row.lines.map((line) => handled(line, received))])
  }
  return (order) => units.get(keyOf(order))
}

const keyOf = ({ account_id: account, purchase_order_id: number }: WalmartOrderKey) =>
  JSON.stringify([account, number])

function hasReturned(loaded: LoadedMedusaOrder | undefined): boolean {
  const items = loaded?.order.items ?? []
  return items.some(({ detail }) => Number(detail.return_received_quantity ?? 0) > 0)
}

function handled(line: ReturnLine, received: Record<string, number>): LineUnits {
  const units = received[String(line.returnLineNumber)] ?? 0
  return { lineNumber: line.lineNumber, quantity: Math.max(units, line.refunded) }
}
