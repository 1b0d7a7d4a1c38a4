import type { Filters } from "../../data/table-state"

/** What stands in an empty table; keys of texts. */
export type EmptyKey = "table.nothingFound" | "table.empty" | "table.allClear"

interface Searched {
  filters: Filters
  search: string
}

/**
 * No result is good news where only what needs attention was looked for, and nothing else waits for a person, such as an order that is
 * late or could not be imported. Pure.
 * @param tasks orders that wait for a person; undefined while they are not counted
 */
export function emptyKey({ filters, search }: Searched, tasks: number | undefined): EmptyKey {
  const { sync_status: status, ...others } = filters
  const isOnly = Array.isArray(status) && status.length === 1 && status[0] === "needs_attention"
  const isAll = isOnly && search === "" && Object.keys(others).length === 0
  return isAll && tasks === 0 ? "table.allClear" : "table.nothingFound"
}
