import { useSearchParams } from "react-router-dom"
import {
  choiceOf,
  type ListQuery,
  PAGE_SIZE,
  pageOf,
  pageText,
  searchOf,
  withParam,
} from "../data/table-state"
import { RETURN_CHIPS, RETURN_STATE } from "./looks"

/** What may be chosen in each filter. */
const CHOICES = {
  state: Object.keys(RETURN_STATE),
  deadline: valuesOf("deadline"),
  refunded_by_walmart: valuesOf("refunded_by_walmart"),
}

function valuesOf(name: string): string[] {
  return RETURN_CHIPS.flatMap(({ filter: [of, value] }) => (of === name ? [value] : []))
}

/** Filters as they are in the page's address. Pure. */
export function returnFiltersOf(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    Object.entries(CHOICES).flatMap(([name, choices]) => {
      const value = choiceOf(params, name, choices)
      return value === undefined ? [] : [[name, value]]
    })
  )
}

/** The page's state, kept in its address: a link shows what its sender saw. */
export function useReturnsAddress() {
  const [params, setParams] = useSearchParams()
  const page = pageOf(params)
  const search = searchOf(params)
  const filters = returnFiltersOf(params)
  const query: ListQuery = {
    ...filters,
    q: search || undefined,
    limit: PAGE_SIZE,
    offset: page * PAGE_SIZE,
  }
  const set = (name: string, value: string) =>
    setParams(withParam(params, name, value), { replace: name === "q" })
  return {
    query,
    page,
    search,
    isFiltered: search !== "" || Object.keys(filters).length > 0,
    valueOf: (name: string) => filters[name] ?? null,
    set,
    size: PAGE_SIZE,
    toPage: (next: number) =>
      setParams(withParam(params, "page", pageText(next)), { replace: true }),
    toggle: (name: string, value: string) => set(name, filters[name] === value ? "" : value),
  }
}
