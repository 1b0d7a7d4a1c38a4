import type { DateRange, Filters } from "../../data/table-state"

/** Beginning of a day in the reader's time zone, counted from `now`'s day; daylight saving may make it shorter or longer. */
export function startOfDay(days: number, now = new Date()): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString()
}

/** Last moment of a day, counted as above. */
export function endOfDay(days: number, now = new Date()): string {
  return new Date(Date.parse(startOfDay(days + 1, now)) - 1).toISOString()
}

/** Ranges with the whole of their last day: the table's date picker means a day and writes its beginning. */
export function throughLastDay(filters: Filters): Filters {
  return Object.fromEntries(
    Object.entries(filters).map(([name, value]) => [name, isRange(value) ? whole(value) : value])
  )
}

function isRange(value: Filters[string]): value is DateRange {
  return typeof value === "object" && !Array.isArray(value)
}

function whole(range: DateRange): DateRange {
  return range.$lte ? { ...range, $lte: endOfDay(0, new Date(range.$lte)) } : range
}
