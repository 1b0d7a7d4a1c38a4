import { shownMoney } from "../../../../walmart/common/money"
import type { AdminWalmartOrder } from "../../../../types/http"
import { sumOfUnits } from "../../../../walmart/common/units"

/** A column of the file, and what is in it. */
type Column = [name: string, cell: (order: AdminWalmartOrder) => string | number | null]

/** No buyer's data: a file is passed on, and a store could not delete it from there. */
const COLUMNS: Column[] = [
  ["order", ({ order }) => (order ? order.display_id : null)],
  ["purchase_order", (order) => order.purchase_order_id],
  ["customer_order", (order) => order.customer_order_id],
  ["account", (order) => order.account_id],
  ["status", (order) => order.status],
  ["sync_status", (order) => order.sync_status],
  ["import_status", (order) => order.import_status],
  ["ordered_at", (order) => order.ordered_at],
  ["ship_by", (order) => order.ship_by],
  ["deliver_by", (order) => order.deliver_by],
  ["walmart_cancels_at", (order) => order.auto_cancel_at],
  ["shipped_by", (order) => order.ship_node_type],
  ["ship_method", (order) => order.method_code],
  ["items", ({ lines }) => lines.map(({ quantity, sku }) => `${quantity} x ${sku}`).join("; ")],
  ["units", ({ lines }) => sumOfUnits(lines)],
  ["units_to_ship", (order) => order.units_to_ship],
  ["total", (order) => shownMoney(order.total, order.currency_code)],
  ["currency", (order) => order.currency_code.toUpperCase()],
  ["customer_asked_to_cancel", (order) => (order.customer_asked_to_cancel ? "yes" : "no")],
  ["problem", (order) => problemOf(order)],
]

function problemOf(order: AdminWalmartOrder): string | null {
  const { import_status, import_error, attention, discrepancies } = order
  if (import_status === "left_out") return null
  return import_error ?? attention?.message ?? discrepancies[0]?.message ?? null
}

/** The first line of the file; what begins a file with these three bytes is read as UTF-8 by a spreadsheet. */
export const CSV_HEAD = `\uFEFF${COLUMNS.map(([name]) => name).join(",")}\r\n`

/** An order as a line of CSV (RFC 4180). Pure. */
export function csvLine(order: AdminWalmartOrder): string {
  return `${COLUMNS.map(([, cell]) => csvCell(cell(order))).join(",")}\r\n`
}

/** What begins a formula, also in the width of East Asian letters, which spreadsheets of these languages read alike (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** A text that a spreadsheet would run as a formula is kept from it by an apostrophe. Pure. */
export function csvCell(value: string | number | null): string {
  if (typeof value === "number") return String(value)
  const text = FORMULA.test(value ?? "") ? `'${value}` : (value ?? "")
  return /[",\r\n;]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
