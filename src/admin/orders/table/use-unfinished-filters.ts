import { useState } from "react"
import { throughLastDay } from "./days"
import type { Filters } from "../../data/table-state"
import type { useTableAddress } from "./use-table-address"

type Unfinished = Record<string, unknown>

/**
 * The table's filters with those that were just added and have no value yet: the table opens their choices only while it finds
 * them among its filters, and the address keeps none without a value.
 */
export function useUnfinishedFilters({ filters, setFilters }: ReturnType<typeof useTableAddress>) {
  const [unfinished, setUnfinished] = useState<Unfinished>({})
  const onFilteringChange = (next: Unfinished) => {
    const entries = Object.entries(next)
    setUnfinished(Object.fromEntries(entries.filter(([, value]) => isEmpty(value))))
    const finished = Object.fromEntries(entries.filter(([, value]) => !isEmpty(value))) as Filters
    setFilters(throughLastDay(finished))
  }
  return { state: { ...unfinished, ...filters }, onFilteringChange }
}

function isEmpty(value: unknown): boolean {
  return value == null || value === "" || (Array.isArray(value) && value.length === 0)
}
