import { useMemo, useRef } from "react"
import { useSearchParams } from "react-router-dom"
import {
  type Filters,
  filtersOf,
  pageOf,
  pageText,
  queryOf,
  searchOf,
  sizeOf,
  sortingOf,
  withFilters,
  withoutPlace,
  withParam,
} from "../../data/table-state"

/** The table's state, kept in the page's address: a link shows what its sender saw, and "back" works. */
export function useTableAddress() {
  const [params, setParams] = useSearchParams()
  const change = useChange(params, setParams)
  const drawers = {
    show: params.get("show"),
    ship: params.get("ship"),
    correct: params.get("correct"),
    list: params.get("list"),
  }
  return {
    query: queryOf(params),
    filters: filtersOf(params),
    search: searchOf(params),
    sorting: sortingOf(params),
    page: pageOf(params),
    size: sizeOf(params),
    drawers,
    isCovered: Object.values(drawers).some((id) => id !== null),
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
      /** The whole address, as a saved view keeps it. */
      text: () => withoutPlace(latest.current.params).toString(),
      goTo: (text: string) => go(new URLSearchParams(text)),
      toPage: (page: number) => set("page", pageText(page), true),
      setFilters: (filters: Filters) => go(withFilters(latest.current.params, filters)),
      /** Opens an order, or the list of numbers, beside the table; an empty id closes it. */
      open: (drawer: "show" | "ship" | "correct" | "list", id: string, replace = false) =>
        set(drawer, id, replace),
    }
  }, [])
}
