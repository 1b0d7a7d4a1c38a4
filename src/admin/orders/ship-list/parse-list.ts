import { cellsOf, type Separator, separatorOf } from "./cells-of"
import { itemsIn } from "./items-in"

/** A row that says which parcel of which order has which number. */
export interface ListRow {
  /** Where it stands in the text, from 1. */
  line: number
  order: string
  number: string
  /** Empty to have it recognized. */
  carrier: string
  url: string
  /** Null for everything that is left of the order. */
  items: { sku: string; quantity: number }[] | null
}

/** Why a row cannot be read; keys of texts. */
export type RowFault = "noOrder" | "noNumber" | "shortened" | "items"

/** A text as rows, and the rows that are none. */
export interface ParsedList {
  rows: ListRow[]
  faults: { line: number; text: string; fault: RowFault }[]
}

type Column = "order" | "number" | "carrier" | "url" | "items" | "sku" | "quantity"

/** Columns of a list without a heading. */
const PLAIN: (Column | null)[] = ["order", "number", "carrier", "items"]

/** Headings people write, the particular ones first: "Order number" is an order. */
const HEADINGS: [RegExp, Column][] = [
  [/link|url/i, "url"],
  [/order|^po\b|purchase/i, "order"],
  [/track|number|awb/i, "number"],
  [/carrier/i, "carrier"],
  [/sku/i, "sku"],
  [/item|units/i, "items"],
  [/quantit|qty/i, "quantity"],
]

/**
 * Reads a list that was pasted from a spreadsheet or comes from a CSV: a row a parcel, with its columns in the order of {@link PLAIN}
 * or as a heading names them. Pure.
 */
export function parseList(text: string): ParsedList {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)
  const separator = separatorOf(lines)
  const filled = lines
    .map((line, index) => ({ line: index + 1, text: line, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
  const columns = headingOf(filled[0]?.cells ?? [], separator)
  const rows = columns ? filled.slice(1) : filled
  const parsed = rows.map((row) => ({ ...row, read: readRow(row, columns ?? PLAIN) }))
  return {
    rows: parsed.flatMap(({ read }) => (typeof read === "string" ? [] : read)),
    faults: parsed.flatMap(({ line, text: words, read }) =>
      typeof read === "string" ? [{ line, text: words.trim(), fault: read }] : []
    ),
  }
}

/** Order and tracking numbers have digits, headings have none. */
function headingOf(cells: string[], separator: Separator): (Column | null)[] | null {
  const isWords = separator !== "blank" && cells.length > 1 && !/\d/.test(cells.slice(0, 2).join())
  if (!isWords) return null
  const columns = cells.map((cell) => HEADINGS.find(([pattern]) => pattern.test(cell))?.[1] ?? null)
  return columns.includes("order") && columns.includes("number") ? columns : PLAIN
}

function readRow(
  { line, cells }: { line: number; cells: string[] },
  columns: (Column | null)[]
): ListRow | RowFault {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ""
  const [order, number] = [cell("order"), cell("number")]
  if (order === "") return "noOrder"
  if (number === "") return "noNumber"
  if ([order, number].some(isShortened)) return "shortened"
  const items = cell("sku")
    ? itemsIn(`${cell("quantity") || "1"} x ${cell("sku")}`)
    : itemsIn(cell("items"))
  if (items === "unclear") return "items"
  return { line, order, number, carrier: cell("carrier"), url: cell("url"), items }
}

/** A spreadsheet writes long numbers as 1.088E+14, and their last digits are lost. */
function isShortened(text: string): boolean {
  return /^\d+([.,]\d+)?E\+?\d+$/i.test(text)
}
