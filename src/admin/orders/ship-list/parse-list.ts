import { WANTED_LIMITS as LIMITS } from "../../../walmart/checks/wanted-limits"
import { linesOfRows } from "./cells-of"
import type { Column } from "./headings"
import { itemsIn, itemsOf, unitsIn } from "./items-in"
import { type HeadingKind, layoutOf } from "./layout-of"

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
  /** How many units the parcel has by a row that does not say of which SKU; null where it does, or counts none. */
  units: number | null
  /** Where the first row stands that this one is the same as, cell by cell; absent for others. */
  repeats?: number
}

/** Why a row cannot be read; keys of texts. */
export type RowFault =
  "noOrder" | "noNumber" | "shortened" | "noQuantity" | "items" | "tooLong" | "aboveHeading"

/** A text as rows, and the rows that are none. */
export interface ParsedList {
  rows: ListRow[]
  faults: { line: number; text: string; fault: RowFault }[]
  /** Whether a heading names the columns, has words that name none, or is not there. */
  heading: HeadingKind
}

/** What is shown of a row that cannot be read. */
const SHOWN_CHARACTERS = 200

/**
 * Reads a list that was pasted from a spreadsheet or comes from a CSV: a row a parcel, with its columns in the order of
 * {@link PLAIN_COLUMNS} or as a heading names them. Pure.
 */
export function parseList(text: string): ParsedList {
  const lines = linesOfRows(text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/))
  const { above, rows, columns, kind } = layoutOf(lines)
  const places = new Map<string, number>()
  const parsed = rows.map((row) => {
    const first = places.get(row.cells.join("\n"))
    if (first === undefined) places.set(row.cells.join("\n"), row.line)
    return { ...row, read: readRow(row, columns, first) }
  })
  const lost = above.map((row) => ({ ...row, read: "aboveHeading" as const }))
  return {
    rows: parsed.flatMap(({ read }) => (typeof read === "string" ? [] : read)),
    faults: [...lost, ...parsed].flatMap(({ line, text: words, read }) =>
      typeof read === "string"
        ? [{ line, text: words.trim().slice(0, SHOWN_CHARACTERS), fault: read }]
        : []
    ),
    heading: kind,
  }
}

function readRow(
  { line, cells }: { line: number; cells: string[] },
  columns: (Column | null)[],
  repeats: number | undefined
): ListRow | RowFault {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ""
  const [order, number] = [orderIn(cell("order")), plain(cell("number"))]
  if (order === "") return "noOrder"
  if (number === "") return "noNumber"
  if ([order, number].some(isShortened)) return "shortened"
  const units = cell("quantity") || cell("ordered")
  // One unit would be a guess that leaves the others of the line behind.
  if (cell("sku") && !units) return "noQuantity"
  const items = cell("sku") ? itemsOf(cell("sku"), units) : itemsIn(cell("items"))
  if (items === "unclear") return "items"
  const counted = items === null ? unitsIn(units) : null
  const named = { carrier: cell("carrier"), url: cell("url"), items }
  const again = repeats === undefined ? {} : { repeats }
  const row = { line, order, number, ...named, units: counted, ...again }
  return isTooLong(row) ? "tooLong" : row
}

/** Wide digits of East Asian keyboards are the same numbers, and signs that nobody sees come along with what is copied from a page. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
}

/** The number of an order without the "PO#" in front of it, and without the .0 of a program that takes it for a quantity. */
function orderIn(cell: string): string {
  return plain(cell)
    .replace(/^(purchase order|p\.?o\.?)[\s#:.]*(?=\d+$)/i, "")
    .replace(/^(\d+)\.0+$/, "$1")
}

function isTooLong(row: ListRow): boolean {
  const items = row.items ?? []
  const fields = ["order", "number", "carrier", "url"] as const
  return (
    fields.some((field) => row[field].length > LIMITS[field]) ||
    items.length > LIMITS.items ||
    items.some(({ sku }) => sku.length > LIMITS.sku)
  )
}

/** A spreadsheet keeps 15 digits: it writes long numbers as 1.088E+14, or with zeros in the place of their last digits. */
function isShortened(text: string): boolean {
  return /^\d+([.,]\d+)?E\+?\d+$/i.test(text) || /^\d{15}0{5,}$/.test(text)
}
