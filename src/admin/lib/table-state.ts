/** What is sent to the list of orders. */
export type ListQuery = Record<string, string | number | undefined>

export const PAGE_SIZE = 20

/** The most dangerous deadline first. */
export const DEFAULT_ORDER = "next_deadline"

const CHOICES = ["account_id", "status", "sync_status", "import_status", "deadline"] as const
const RANGES = ["ordered_at", "ship_by"] as const

/** A range of dates as the table's filter keeps it. */
export interface DateRange {
  $gte?: string
  $lte?: string
}

/** Filters by name: several values, one value, or a range. */
export type Filters = Record<string, string[] | string | DateRange>

/** Filters as they stand in the page's address. */
export function filtersOf(params: URLSearchParams): Filters {
  const choices = CHOICES.flatMap((name) => {
    const value = params.get(name)
    return value ? [[name, name === "deadline" ? value : value.split(",")] as const] : []
  })
  const ranges = RANGES.flatMap((name) => {
    const range = rangeOf(params, name)
    return range ? [[name, range] as const] : []
  })
  return Object.fromEntries<Filters[string]>([...choices, ...ranges])
}

function rangeOf(params: URLSearchParams, name: string): DateRange | null {
  const from = params.get(`${name}[$gte]`)
  const to = params.get(`${name}[$lte]`)
  if (!from && !to) return null
  return { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) }
}

/** The address with these filters instead of its own, on its first page. */
export function withFilters(params: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(params)
  const ranges = RANGES.flatMap((name) => [`${name}[$gte]`, `${name}[$lte]`])
  for (const name of [...CHOICES, ...ranges, "page"]) next.delete(name)
  for (const [name, value] of Object.entries(filters)) setFilter(next, name, value)
  return next
}

function setFilter(params: URLSearchParams, name: string, value: Filters[string]): void {
  const text = Array.isArray(value) ? value.join(",") : value
  if (typeof text === "string") {
    if (text) params.set(name, text)
    return
  }
  if (text?.$gte) params.set(`${name}[$gte]`, text.$gte)
  if (text?.$lte) params.set(`${name}[$lte]`, text.$lte)
}

/** The address with one value changed; the first page again unless the page itself is what changed. */
export function withParam(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params)
  if (name !== "page" && name !== "show") next.delete("page")
  if (value) next.set(name, value)
  else next.delete(name)
  return next
}

/** Number of the page, from 0; nonsense in the address is the first page. */
export function pageOf(params: URLSearchParams): number {
  const page = Number(params.get("page") ?? "1")
  return Number.isInteger(page) && page > 0 ? page - 1 : 0
}

/** The column that is sorted by; a "-" in front turns it round. */
export function sortingOf(params: URLSearchParams): { id: string; desc: boolean } {
  const order = params.get("order") || DEFAULT_ORDER
  return { id: order.replace(/^-/, ""), desc: order.startsWith("-") }
}

/** What is asked of the server for the page at this address. */
export function queryOf(params: URLSearchParams): ListQuery {
  const named = [...CHOICES, ...RANGES.flatMap((name) => [`${name}[$gte]`, `${name}[$lte]`])]
  const filters = named.map((name) => [name, params.get(name) ?? undefined] as const)
  return {
    ...Object.fromEntries(filters),
    q: params.get("q") ?? undefined,
    order: params.get("order") || DEFAULT_ORDER,
    limit: PAGE_SIZE,
    offset: pageOf(params) * PAGE_SIZE,
  }
}
