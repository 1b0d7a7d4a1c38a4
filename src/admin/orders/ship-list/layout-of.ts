import { cellsOf, rowsOf, type Separator, separatorOf, type TextRow } from "./cells-of"
import { type Column, columnsOf } from "./headings"

/** What the first words of a list are: names of columns, words that name none, or a parcel. */
export type HeadingKind = "named" | "unknown" | "none"

/** A list by its rows. */
export interface Layout {
  /** Rows above the heading that could be parcels. */
  above: TableRow[]
  rows: TableRow[]
  columns: (Column | null)[]
  kind: HeadingKind
}

interface TableRow extends TextRow {
  cells: string[]
}

/** Columns of a list without a heading. */
const PLAIN_COLUMNS: (Column | null)[] = ["order", "number", "carrier", "items"]

/** How many rows may stand above a heading: titles, dates, the name of a shop. */
const MOST_ABOVE = 10

/** As many lines hold the first rows, however many of them are empty or have addresses of several lines. */
const FIRST_LINES = 100

/** Rows and columns of a text: as the first rows name them, whatever stands above, and otherwise as its first row suggests. Pure. */
export function layoutOf(lines: string[]): Layout {
  const usual = separatorOf(lines)
  const first = lines.slice(0, FIRST_LINES)
  const separator = [usual, "\t" as const, ";" as const, "," as const].find(
    (one) => headingPlace(filledRows(first, one), one) !== -1
  )
  if (!separator) return withoutNames(filledRows(lines, usual), usual)
  const filled = filledRows(lines, separator)
  const place = headingPlace(filled, separator)
  return {
    above: filled.slice(0, place).filter(couldBeParcel),
    rows: filled.slice(place + 1),
    columns: columnsOf(filled[place].cells),
    kind: "named",
  }
}

function filledRows(lines: string[], separator: Separator): TableRow[] {
  return rowsOf(lines, separator)
    .map((row) => ({ ...row, cells: cellsOf(row.text, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""))
}

/** Order and tracking numbers have digits, headings of them have none. */
function headingPlace(rows: TableRow[], separator: Separator): number {
  if (separator === "blank") return -1
  return rows.slice(0, MOST_ABOVE + 1).findIndex(({ cells }) => {
    const columns = columnsOf(cells)
    const named = (["order", "number"] as const).map((column) => cells[columns.indexOf(column)])
    return named.every((cell) => cell !== undefined && !hasDigits(cell))
  })
}

function couldBeParcel({ cells: [order = "", number = ""] }: TableRow): boolean {
  return hasDigits(order) && hasDigits(number)
}

function withoutNames(rows: TableRow[], separator: Separator): Layout {
  const [{ cells } = { cells: [] }] = rows
  const isWords = separator !== "blank" && cells.length > 1 && !hasDigits(cells.slice(0, 2).join())
  return {
    ...{ above: [], columns: PLAIN_COLUMNS },
    rows: isWords ? rows.slice(1) : rows,
    kind: isWords ? "unknown" : "none",
  }
}

function hasDigits(text: string): boolean {
  return /\p{N}/u.test(text)
}
