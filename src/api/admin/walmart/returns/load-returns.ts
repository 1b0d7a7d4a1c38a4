import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  ReturnRow,
  ReturnSearch,
} from "../../../../modules/walmart/queue/returns/find-returns-sql"
import type { AdminWalmartReturn } from "../../../../types/http"
import { walmartOf } from "../../../../workflows/import/store/load-store"
import { notFound } from "../../../../workflows/shared/refusals"
import { attentionOf, iso } from "../present"
import { phrases } from "../../../../walmart/words/phrase"

/** A page of returns. */
export async function loadReturns(
  container: MedusaContainer,
  search: ReturnSearch
): Promise<{ returns: AdminWalmartReturn[]; count: number }> {
  const walmart = walmartOf(container)
  const { rows, count } = await walmart.returns.find(search)
  const currencyOf = (accountId: string) =>
    walmart.hasAccount(accountId) ? walmart.market(accountId).currency : "USD"
  return { returns: rows.map((row) => showReturn(row, currencyOf(row.account_id))), count }
}

/** @throws MedusaError NOT_FOUND */
export async function loadOneReturn(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartReturn> {
  const { returns } = await loadReturns(container, { ids: [id], limit: 1, offset: 0 })
  if (returns[0]) return returns[0]
  throw notFound(phrases("return_unknown", { id }))
}

function showReturn(row: ReturnRow, currency: string): AdminWalmartReturn {
  const { id, account_id, return_order_id, purchase_order_id, customer_order_id } = row
  const { order_id, return_id, no_return, state, is_replacement } = row
  const { carrier, tracking_number, refunded_amount, note } = row
  return {
    ...{ id, account_id, return_order_id, purchase_order_id, customer_order_id },
    ...{ order_id, return_id, no_return, state, is_replacement },
    ...{ carrier, tracking_number, refunded_amount, note },
    currency_code: currency.toLowerCase(),
    requested_at: iso(row.requested_at),
    return_by: iso(row.return_by),
    scanned_at: iso(row.scanned_at),
    delivered_at: iso(row.delivered_at),
    refund_by: iso(row.refund_by),
    refunded_by_walmart: row.is_refunded_by_walmart,
    lines: row.lines.map((line) => showLine(line, row.received ?? {})),
    attention: attentionOf(row),
  }
}

function showLine(
  line: ReturnRow["lines"][number],
  received: Record<string, number>
): AdminWalmartReturn["lines"][number] {
  return {
    return_line_number: line.returnLineNumber,
    line_number: line.lineNumber,
    sku: line.sku,
    product_name: line.productName,
    reason: line.reason,
    quantity: line.quantity,
    received: received[String(line.returnLineNumber)] ?? 0,
    refunded: line.refunded,
    keep_it: line.isKeepIt,
  }
}
