/** What stands between the cells of a row; `blank` for a list that was typed by hand. */
export type Separator = "\t" | ";" | "," | "blank"

/** The separator of a text: a tab in what was pasted from a spreadsheet, else what its first row has. Pure. */
export function separatorOf(lines: string[]): Separator {
  if (lines.some((line) => line.includes("\t"))) return "\t"
  const first = lines.find((line) => line.trim() !== "") ?? ""
  const bare = first.replace(/"[^"]*"/g, "")
  if (bare.includes(";") && !bare.includes(",")) return ";"
  return bare.includes(",") ? "," : "blank"
}

/** The cells of a row, without quotes and what a spreadsheet adds so that a number stays a text. Pure. */
export function cellsOf(line: string, separator: Separator): string[] {
  if (separator === "blank") return line.trim().split(/\s+/).map(clean)
  const cells: string[] = []
  let cell = ""
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    if (character === separator && !isQuoted) {
      cells.push(clean(cell))
      cell = ""
    } else {
      cell += character
    }
  }
  return [...cells, clean(cell)]
}

function clean(cell: string): string {
  const bare = cell.trim().replace(/^=/, "")
  const unquoted = /^".*"$/.test(bare) ? bare.slice(1, -1).replace(/""/g, '"') : bare
  return unquoted.replace(/^'/, "").trim()
}
