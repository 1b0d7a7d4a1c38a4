import { useSearchParams } from "react-router-dom"
import { type ListQuery, PAGE_SIZE, pageOf, pageText, withParam } from "../data/table-state"

const FILTERS = ["state", "deadline", "refunded_by_walmart"] as const

/** The page's state, kept in its address: a link shows what its sender saw. */
export function useReturnsAddress() {
  const [params, setParams] = useSearchParams()
  const page = pageOf(params)
  const search = params.get("q") ?? ""
  const filters = FILTERS.map((name) => [name, params.get(name) ?? undefined] as const)
  const query: ListQuery = {
    ...Object.fromEntries(filters),
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
    isFiltered: search !== "" || filters.some(([, value]) => value !== undefined),
    valueOf: (name: string) => params.get(name),
    set,
    size: PAGE_SIZE,
    toPage: (next: number) =>
      setParams(withParam(params, "page", pageText(next)), { replace: true }),
    toggle: (name: string, value: string) => set(name, params.get(name) === value ? "" : value),
  }
}
