/** What stands between the cells of a row; `blank` for a list that was typed by hand. */
export type Separator = "\t" | ";" | "," | "blank"

/** What a spreadsheet writes above its rows to say what is between their cells. */
const SAID_SEPARATOR = /^"?sep=(.)"?$/i

/** The lines without one that is no row, but says the separator. Pure. */
export function linesOfRows(lines: string[]): string[] {
  return lines.map((line) => (SAID_SEPARATOR.test(line.trim()) ? "" : line))
}

/** The separator of a text: what its first row has; a tab where only later rows have one, below a line that was typed. Pure. */
export function separatorOf(lines: string[]): Separator {
  const first = lines.find((line) => line.trim() !== "") ?? ""
  const bare = first.replace(/"[^"]*"/g, "")
  if (bare.includes("\t")) return "\t"
  if (bare.includes(";") && !bare.includes(",")) return ";"
  if (bare.includes(",")) return ","
  return lines.some((line) => line.includes("\t")) ? "\t" : "blank"
}

/** A row of a list with the line that it begins at, from 1. */
export interface TextRow {
  line: number
  text: string
}

/** Longest cell, in lines: a quote that nothing closes must not swallow the list. */
const MOST_LINES = 10

/** The rows of a text: a line each, and the lines between the quotes of one cell as one, such as those of an address. Pure. */
export function rowsOf(lines: string[], separator: Separator): TextRow[] {
  const rows: TextRow[] = []
  let start = 0
  while (start < lines.length) {
    const end = start + linesOfRow(lines.slice(start, start + MOST_LINES), separator)
    rows.push({ line: start + 1, text: lines.slice(start, end).join("\n") })
    start = end
  }
  return rows
}

/** How many of these lines are the first row: as many as close its quotes; one where none of them does. */
function linesOfRow(lines: string[], separator: Separator): number {
  if (separator === "blank") return 1
  const last = lines.findIndex(
    (_, index) => !splitRow(lines.slice(0, index + 1).join("\n"), separator).isOpen
  )
  return last === -1 ? 1 : last + 1
}

/** The cells of a row, without quotes and what a spreadsheet adds so that a number stays a text. Pure. */
export function cellsOf(row: string, separator: Separator): string[] {
  const cells = separator === "blank" ? wordsOf(row) : splitRow(row, separator).cells
  return cells.map(clean)
}

/** What was typed by hand: the order, the number with the gaps that labels print in it, then the rest. */
function wordsOf(row: string): string[] {
  const [order, ...others] = row.trim().split(/\s+/)
  const end = others.findIndex((word) => !/\p{N}/u.test(word))
  const parts = end === -1 ? others : others.slice(0, end)
  return [order, parts.join(" "), ...others.slice(parts.length)]
}

/** A cell in quotes, which may hold separators and doubled quotes; a quote inside a cell, as in 5" pipe, is one of its signs. */
const QUOTED = /[^\S\t]*=?"(?:[^"]|"")*"[^\S\t]*/y

/** The cells as they stand, and whether the last one has a quote that the row does not close. */
function splitRow(row: string, separator: Separator): { cells: string[]; isOpen: boolean } {
  const cells: string[] = []
  let isOpen = false
  let start = 0
  while (start <= row.length) {
    QUOTED.lastIndex = start
    const end = start + (QUOTED.exec(row)?.[0].length ?? 0)
    const isQuoted = end > start && (end === row.length || row[end] === separator)
    const next = isQuoted ? end : row.indexOf(separator, start)
    const to = next === -1 ? row.length : next
    const cell = row.slice(start, to)
    isOpen ||= !isQuoted && end === start && /^\s*=?"/.test(cell)
    cells.push(cell)
    start = to + 1
  }
  return { cells, isOpen }
}

function clean(cell: string): string {
  const bare = cell.trim().replace(/^=/, "")
  const unquoted = /^".*"$/s.test(bare) ? bare.slice(1, -1).replace(/""/g, '"') : bare
  return unquoted.replace(/^'/, "").trim()
}
