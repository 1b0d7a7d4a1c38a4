import { useMemo, useRef } from "react"
import { useSearchParams } from "react-router-dom"
import {
  type Filters,
  filtersOf,
  pageOf,
  queryOf,
  sortingOf,
  withFilters,
  withParam,
} from "../../data/table-state"

/** The table's state, kept in the page's address: a link shows what its sender saw, and "back" works. */
export function useTableAddress() {
  const [params, setParams] = useSearchParams()
  const change = useChange(params, setParams)
  return {
    query: queryOf(params),
    filters: filtersOf(params),
    search: params.get("q") ?? "",
    sorting: sortingOf(params),
    page: pageOf(params),
    shown: params.get("show"),
    ...change,
  }
}

type Params = ReturnType<typeof useSearchParams>

/** The table keeps the functions it was given first, so these work on the address as it is when they are called. */
function useChange(params: Params[0], setParams: Params[1]) {
  const latest = useRef({ params, setParams })
  latest.current = { params, setParams }
  return useMemo(() => {
    const go = (next: URLSearchParams, replace = false) => {
      const { setParams: navigate } = latest.current
      latest.current = { params: next, setParams: navigate }
      navigate(next, { replace })
    }
    const set = (name: string, value: string, replace = name === "q") =>
      go(withParam(latest.current.params, name, value), replace)
    return {
      set,
      toPage: (page: number) => set("page", page === 0 ? "" : String(page + 1), true),
      setFilters: (filters: Filters) => go(withFilters(latest.current.params, filters)),
      show: (id: string) => set("show", id),
    }
  }, [])
}
