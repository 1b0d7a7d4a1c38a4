import type { MedusaContainer } from "@medusajs/framework/types"
import { zeroingReasons } from "../../walmart/markets/markets"
import type { Snapshot } from "../../walmart/orders/order"
import { freedLines, freedUnits, type StockedLine } from "../../walmart/mirror/freed-stock"
import { walmartOf } from "../import/store/load-store"
import type { LoadedSides } from "../reconciliation/load-sides"
import { isStockSent } from "../stock/enqueue-stock"

/**
 * Has the figures sent of what is canceled at Walmart and in Medusa by now, and was not when its stock was last asked for: Walmart restocks
 * nothing that is canceled, whoever canceled it. What was canceled as out of stock elsewhere waits for a recount, as after this plugin's own
 * cancellation. May be repeated at any time.
 * @returns ids of the figures
 */
export async function sendFreedStock(
  container: MedusaContainer,
  { walmart_order_id: walmartOrderId, account_id: accountId, sides }: LoadedSides
): Promise<string[]> {
  const walmart = walmartOf(container)
  const units = freedUnits(sides)
  if (units.length === 0 || !walmart.hasAccount(accountId)) return []
  const [row] = await walmart.listWalmartOrders({ id: walmartOrderId }, { relations: ["lines"] })
  const lines = freedLines(units, stockedLines(row), zeroingReasons(walmart.market(accountId)))
  return walmart.stock.wantFreed({ walmartOrderId, lines }, isStockSent(walmart, accountId))
}

interface WalmartOrderRow {
  snapshot: Snapshot | null
  lines: {
    line_number: string
    sku: string
    quantity: number
    imported_quantity: number
    freed_quantity: number
  }[]
}

/** Without reasons once Walmart's order as it was read is not kept any more. */
function stockedLines(row: WalmartOrderRow): StockedLine[] {
  const shown = row.snapshot?.lines ?? []
  return row.lines.map(({ line_number: lineNumber, ...line }) => ({
    ...{ lineNumber, sku: line.sku, freed: line.freed_quantity },
    never: Math.max(0, line.quantity - line.imported_quantity),
    statuses: shown.find((one) => one.lineNumber === lineNumber)?.statuses ?? [],
  }))
}
