import type { MedusaContainer } from "@medusajs/framework/types"
import type { StockReading } from "../../../../modules/walmart/queue/stock/reading"
import type { StockRow, StockSearch } from "../../../../modules/walmart/queue/stock/find-stock-sql"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartStock } from "../../../../types/http"
import { stockRulesFor } from "../../../../walmart/inventory/stock-rules"
import type { Attention } from "../../../../walmart/updates/model/update"
import { walmartOf } from "../../../../workflows/import/store/load-store"
import { readStock } from "../../../../workflows/stock/read-stock"
import { notFound } from "../../../../workflows/shared/refusals"
import { attentionOf, iso, showAttention } from "../present"
import { phrases } from "../../../../walmart/words/phrase"

/** A page of figures, each with what Medusa would send now. */
export async function loadStock(
  container: MedusaContainer,
  search: StockSearch
): Promise<{ stock: AdminWalmartStock[]; count: number }> {
  const { rows, count } = await walmartOf(container).stock.find(search)
  const readings = await readingsOf(container, rows)
  const walmart = walmartOf(container)
  const stock = rows.map((row) => ({
    ...showStock(row, readings.get(row.id)),
    ...rulesOf(walmart, row),
  }))
  return { stock, count }
}

/** @throws MedusaError NOT_FOUND */
export async function loadOneStock(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartStock> {
  const { stock } = await loadStock(container, { ids: [id], limit: 1, offset: 0 })
  if (stock[0]) return stock[0]
  throw notFound(phrases("stock_unknown", { id }))
}

/** What the options keep from Walmart; of an account that they do not have any more nothing. */
function rulesOf(
  walmart: WalmartModuleService,
  { account_id, sku }: StockRow
): Pick<AdminWalmartStock, "buffer" | "cap"> {
  if (!walmart.hasAccount(account_id)) return { buffer: 0, cap: null }
  const { buffer, cap } = stockRulesFor(sku, walmart.account(account_id))
  return { buffer, cap }
}

type Reading = StockReading | Attention

/** Of an account that the options do not have any more nothing is read. */
async function readingsOf(
  container: MedusaContainer,
  rows: StockRow[]
): Promise<Map<string, Reading>> {
  const walmart = walmartOf(container)
  const accountIds = [...new Set(rows.map((row) => row.account_id))].filter(walmart.hasAccount)
  const readings = new Map<string, Reading>()
  for (const accountId of accountIds) {
    const own = rows.filter((row) => row.account_id === accountId)
    const targets = own.map(({ sku, ship_node_id: node }) => ({
      ...{ accountId, sku },
      shipNodeId: node || null,
    }))
    const found = await readStock(container, accountId, targets)
    own.forEach(({ id }, index) => readings.set(id, found[index]))
  }
  return readings
}

function showStock(
  row: StockRow,
  reading: Reading | undefined
): Omit<AdminWalmartStock, "buffer" | "cap"> {
  const { id, account_id, sku, state, sent_amount, walmart_amount } = row
  const figure = reading && !("code" in reading) ? reading : null
  return {
    ...{ id, account_id, sku, state, sent_amount, walmart_amount },
    ship_node_id: row.ship_node_id || null,
    medusa_amount: figure?.amount ?? null,
    available: figure?.available ?? null,
    sent_at: iso(row.sent_at),
    read_at: iso(row.read_at),
    in_feed_since: iso(row.fed_at),
    waiting_since: state === "waiting" ? iso(row.wanted_at) : iso(row.held_at),
    attention: attentionOf(row) ?? (reading && "code" in reading ? showAttention(reading) : null),
  }
}
