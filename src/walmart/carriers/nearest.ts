import { compact } from "./carrier-names"

/** Longer text is no misspelling of a name. */
const LONGEST = 60

/**
 * The name that a misspelled one most likely means, without regard to case, spaces and punctuation: at most one letter in three
 * may be wrong, missing or too many. `null` when no name is that near.
 */
export function nearest(text: string, names: readonly string[]): string | null {
  const meant = compact(text.slice(0, LONGEST))
  const near = names.map((name) => ({ name, steps: stepsBetween(meant, compact(name)) }))
  const allowed = Math.floor(meant.length / 3)
  const fitting = near.filter(({ steps }) => meant !== "" && steps <= allowed)
  return fitting.sort((a, b) => a.steps - b.steps).at(0)?.name ?? null
}

/** ` (did you mean "FedEx"?)` to put behind a wrong name in a message; an empty string when no name is near. */
export function didYouMean(text: string, names: readonly string[]): string {
  const name = nearest(text, names)
  return name === null ? "" : ` (did you mean "${name}"?)`
}

/** Letters to change, add or take away to make one text the other (Levenshtein's distance). */
function stepsBetween(from: string, to: string): number {
  const first = Array.from({ length: to.length + 1 }, (_, index) => index)
  return [...from].reduce((above, letter, row) => nextRow(above, letter, to, row + 1), first)[
    to.length
  ]
}

function nextRow(above: number[], letter: string, to: string, start: number): number[] {
  const row = [start]
  for (const [index, other] of [...to].entries()) {
    const changed = above[index] + (letter === other ? 0 : 1)
    row.push(Math.min(changed, above[index + 1] + 1, row[index] + 1))
  }
  return row
}
