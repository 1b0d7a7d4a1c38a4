import { isIsoDate } from "../../walmart/common/iso-date"
import { LIST_LIMITS } from "../../walmart/common/list-limits"
import { DEADLINE_FILTER, ORDER_STATUS, SYNC_STATUS } from "./looks"

/** What is sent to the list of orders. */
export type ListQuery = Record<string, string | number | undefined>

/** Rows on a page where nobody chooses. */
export const PAGE_SIZE = 20

/** Orders on a page, as may be chosen; the first is what an address without one means. */
export const PAGE_SIZES = [PAGE_SIZE, 50, 100, 200]

/** What has to be shipped first is first; what is shipped comes after all that is not. */
const DEFAULT_ORDER = "due"

/** Columns the table can be sorted by, as the server calls them. */
const SORTABLE = [
  "purchase_order_id",
  "status",
  "due",
  "next_deadline",
  "total",
  "ordered_at",
  "ship_by",
  "deliver_by",
  "last_update_at",
] as const

/** What may be chosen in each filter; null for what only the server knows. */
const CHOICES = {
  account_id: null,
  status: Object.keys(ORDER_STATUS),
  sync_status: Object.keys(SYNC_STATUS),
  import_status: ["imported", "failed", "pending", "left_out"],
  deadline: Object.keys(DEADLINE_FILTER),
  shipped_by: ["seller", "walmart"],
}

type Choice = keyof typeof CHOICES

const CHOICE_NAMES = Object.keys(CHOICES) as Choice[]
const RANGES = ["ordered_at", "ship_by"] as const

/** A range of dates as the table's filter keeps it. */
export interface DateRange {
  $gte?: string
  $lte?: string
}

/** Filters by name: several values, one value, or a range. */
export type Filters = Record<string, string[] | string | DateRange>

/** Filters as they are in the page's address; what cannot be chosen is left out, so that an old link still shows orders. */
export function filtersOf(params: URLSearchParams): Filters {
  const choices = CHOICE_NAMES.flatMap((name) => {
    const values = choicesOf(params, name)
    return values.length > 0 ? [[name, name === "shipped_by" ? values[0] : values] as const] : []
  })
  const ranges = RANGES.flatMap((name) => {
    const range = rangeOf(params, name)
    return range ? [[name, range] as const] : []
  })
  return Object.fromEntries<Filters[string]>([...choices, ...ranges])
}

function choicesOf(params: URLSearchParams, name: Choice): string[] {
  const known = CHOICES[name]
  const values = (params.get(name) ?? "").split(",").filter(Boolean)
  return known ? values.filter((value) => known.includes(value)) : values
}

function rangeOf(params: URLSearchParams, name: string): DateRange | null {
  const from = dateOf(params, `${name}[$gte]`)
  const to = dateOf(params, `${name}[$lte]`)
  if (!from && !to) return null
  return { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) }
}

function dateOf(params: URLSearchParams, name: string): string | null {
  const text = params.get(name)
  return text && isIsoDate(text) ? text : null
}

/** The address with these filters instead of its own, on its first page. */
export function withFilters(params: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(params)
  const ranges = RANGES.flatMap((name) => [`${name}[$gte]`, `${name}[$lte]`])
  for (const name of [...CHOICE_NAMES, ...ranges, "page"]) next.delete(name)
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

/** What is opened next to the list changes nothing of it. */
const KEEP_PAGE = ["page", "show", "ship", "correct", "list"]

/** The address without where in the list someone is. */
export function withoutPlace(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of KEEP_PAGE) next.delete(name)
  return next
}

/** The address with one value changed; the first page again unless the page itself is what changed. */
export function withParam(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params)
  if (!KEEP_PAGE.includes(name)) next.delete("page")
  if (value) next.set(name, value)
  else next.delete(name)
  return next
}

/** A page, from 0, as the address names it: the first not at all. */
export function pageText(page: number): string {
  return page === 0 ? "" : String(page + 1)
}

/** Number of the page, from 0; nonsense in the address is the first page. */
export function pageOf(params: URLSearchParams): number {
  const page = Number(params.get("page") ?? "1")
  const isOne = Number.isInteger(page) && page > 0 && page * sizeOf(params) <= LIST_LIMITS.offset
  return isOne ? page - 1 : 0
}

/** What is searched for, as much of it as the server takes; empty for nothing. */
export function searchOf(params: URLSearchParams): string {
  return (params.get("q") ?? "").slice(0, LIST_LIMITS.search)
}

/** The one value of a filter; undefined for none, and for what cannot be chosen, so that an old link still shows a list. */
export function choiceOf<T extends string>(
  params: URLSearchParams,
  name: string,
  choices: readonly T[]
): T | undefined {
  return choices.find((choice) => choice === params.get(name))
}

/** How many orders a page has; nonsense in the address is the usual number. */
export function sizeOf(params: URLSearchParams): number {
  const size = Number(params.get("size"))
  return PAGE_SIZES.includes(size) ? size : PAGE_SIZES[0]
}

/** The page that is shown instead of one past the last, which is empty: what was on it has been finished in the meantime. */
export function clampedPage(page: number, count: number, size: number): number {
  return Math.min(page, Math.max(0, Math.ceil(count / size) - 1))
}

/** The column that is sorted by; a "-" in front turns it round. An address that names none sorts by the next deadline. */
export function sortingOf(params: URLSearchParams): { id: string; desc: boolean } {
  const order = params.get("order") ?? DEFAULT_ORDER
  const id = order.replace(/^-/, "")
  const isKnown = SORTABLE.some((name) => name === id)
  return isKnown ? { id, desc: order.startsWith("-") } : { id: DEFAULT_ORDER, desc: false }
}

/** What is asked of the server for the page at this address. */
export function queryOf(params: URLSearchParams): ListQuery {
  const { id, desc } = sortingOf(params)
  const filters = withFilters(new URLSearchParams(), filtersOf(params))
  return {
    ...Object.fromEntries(filters),
    q: searchOf(params) || undefined,
    order: desc ? `-${id}` : id,
    limit: sizeOf(params),
    offset: pageOf(params) * sizeOf(params),
  }
}
