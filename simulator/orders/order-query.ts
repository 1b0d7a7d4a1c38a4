import { refusal, type Refusal } from "../wire/errors"
import { quantityIn, type Order } from "../state/order"
import type { Options } from "../state/options"
import type { Market } from "../wire/markets"
import { LINE_STATUSES, ORDER_TYPES, SHIP_NODE_TYPES, type LineStatus } from "../wire/wire-values"

/** Days an order can be found by search (OAS-orders). */
const HISTORY_DAYS = 180

const DEFAULT_DAYS = 7
const DAY_MS = 86_400_000
const MAX_LIMIT = 200
const COMMON = [
  "sku",
  "customerOrderId",
  "purchaseOrderId",
  "createdStartDate",
  "createdEndDate",
  "fromExpectedShipDate",
  "toExpectedShipDate",
  "limit",
  "productInfo",
  "shipNodeType",
  "shippingProgramType",
  "replacementInfo",
  "orderType",
  "incentiveInfo",
]
const SEARCH_ONLY = [
  "status",
  "lastModifiedStartDate",
  "lastModifiedEndDate",
  "sortBy",
  "sortOrder",
]
const CURSOR = ["hasMoreElements", "soIndex", "poIndex", "partnerId", "sellerId"]

/** A search, checked and with its defaults. Windows in epoch ms, both ends included. */
export interface OrderQuery {
  created: Window
  modified: Window
  expectedShip: Window
  status: LineStatus | null
  shipNodeType: string
  exact: { sku: string | null; customerOrderId: string | null; purchaseOrderId: string | null }
  orderType: string | null
  shippingProgramType: string | null
  limit: number
  offset: number
  productInfo: boolean
  replacementInfo: boolean
  sortBy: SortKey
  sortOrder: "asc" | "desc"
}

/** What a search can be sorted by (rule R17). */
const SORT_KEYS = ["orderDate", "lastModifiedDate", "estimatedShipDate"] as const

type SortKey = (typeof SORT_KEYS)[number]

interface Window {
  from: number
  to: number
}

/** Which parameters a call takes and what it knows. */
export interface QueryContext {
  now: number
  isReleased: boolean
  market: Market
  options: Pick<Options, "wholeSeconds" | "knownParameters">
  isKnownCursor: (params: URLSearchParams) => boolean
}

/** Reads the parameters of a search (rules R1 to R9). */
export function parseOrderQuery(params: URLSearchParams, context: QueryContext): OrderQuery {
  const isCursor = params.has("hasMoreElements")
  checkNames(params, context, isCursor)
  const withFractions = isCursor || !context.options.wholeSeconds
  const date = (name: string, fallback: number) => dateParam(params, name, fallback, withFractions)
  const window = (from: string, to: string, defaults: Window): Window => {
    const found = { from: date(from, defaults.from), to: wholeSecond(date(to, defaults.to)) }
    if (found.from > found.to) throw badParam(from, `${from} is after ${to}`)
    return found
  }
  const always = { from: -Infinity, to: Infinity }
  const { now } = context
  const created = { from: now - DEFAULT_DAYS * DAY_MS, to: now }
  return {
    created: window("createdStartDate", "createdEndDate", created),
    modified: window("lastModifiedStartDate", "lastModifiedEndDate", always),
    expectedShip: window("fromExpectedShipDate", "toExpectedShipDate", always),
    ...enumParams(params, context),
    exact: {
      sku: params.get("sku"),
      customerOrderId: params.get("customerOrderId"),
      purchaseOrderId: params.get("purchaseOrderId"),
    },
    limit: limitParam(params),
    offset: isCursor ? Number(params.get("poIndex")) : 0,
  }
}

function enumParams(params: URLSearchParams, context: QueryContext) {
  booleanParam(params, "incentiveInfo")
  return {
    status: context.isReleased ? "Created" : enumParam(params, "status", LINE_STATUSES),
    shipNodeType: enumParam(params, "shipNodeType", SHIP_NODE_TYPES) ?? "SellerFulfilled",
    orderType: enumParam(params, "orderType", ORDER_TYPES),
    shippingProgramType: enumParam(params, "shippingProgramType", ["TWO_DAY", "ONE_DAY"] as const),
    productInfo: booleanParam(params, "productInfo"),
    replacementInfo: booleanParam(params, "replacementInfo"),
    sortBy: sortKey(params, context.market),
    sortOrder: enumParam(params, "sortOrder", ["asc", "desc"] as const) ?? ("asc" as const),
  }
}

/** True when the order belongs to the result. */
export function matchesQuery(order: Order, query: OrderQuery, now: number): boolean {
  const { exact } = query
  return (
    within(order.orderDate, query.created) &&
    order.orderDate >= now - HISTORY_DAYS * DAY_MS &&
    order.shipNode.type === query.shipNodeType &&
    within(order.modifiedAt, query.modified) &&
    within(order.estimatedShipDate, query.expectedShip) &&
    (query.status === null || hasStatus(order, query.status)) &&
    (exact.purchaseOrderId === null || exact.purchaseOrderId === order.purchaseOrderId) &&
    (exact.customerOrderId === null || exact.customerOrderId === order.customerOrderId) &&
    (exact.sku === null || order.lines.some((line) => line.sku === exact.sku)) &&
    (query.orderType === null || query.orderType === order.orderType) &&
    (query.shippingProgramType === null || query.shippingProgramType === order.shippingProgramType)
  )
}

/** Sorting by the expected ship date is for Canada only (DEV, 5 Nov 2026). */
function sortKey(params: URLSearchParams, market: Market): SortKey {
  const key = enumParam(params, "sortBy", SORT_KEYS) ?? "orderDate"
  if (key !== "estimatedShipDate" || market === "ca") return key
  throw badParam("sortBy", `sortBy: "${key}" is for Canada only`)
}

/** The found orders as they were asked for; equal ones by order date, then purchase order; `desc` is the exact reverse (rule R17). */
export function sortOrders(orders: Order[], { sortBy, sortOrder }: OrderQuery): Order[] {
  const key = (order: Order) => (sortBy === "lastModifiedDate" ? order.modifiedAt : order[sortBy])
  const ascending = [...orders].sort((one, other) => key(one) - key(other))
  return sortOrder === "asc" ? ascending : ascending.reverse()
}

/** The query string of the next page (rule R8): Walmart's shape, milliseconds in the dates included. */
export function nextCursor(
  params: URLSearchParams,
  query: OrderQuery,
  page: { total: number; nextOffset: number; sellerId: string }
): string {
  const cursor = new URLSearchParams({
    limit: String(query.limit),
    hasMoreElements: "true",
    soIndex: String(page.total),
    poIndex: String(page.nextOffset),
    partnerId: page.sellerId,
    sellerId: page.sellerId,
  })
  for (const [name, value] of params) if (!cursor.has(name)) cursor.set(name, value)
  cursor.set("createdStartDate", new Date(query.created.from).toISOString())
  cursor.set("createdEndDate", new Date(query.created.to).toISOString())
  return `?${[...cursor].map((pair) => pair.map(encodeURIComponent).join("=")).join("&")}`
}

/** One text for all spellings of the same cursor: decoded and sorted. */
export function cursorKey(params: URLSearchParams): string {
  return JSON.stringify([...params].map((pair) => pair.join("=")).sort())
}

function checkNames(params: URLSearchParams, context: QueryContext, isCursor: boolean): void {
  const allowed = context.isReleased ? COMMON : [...COMMON, ...SEARCH_ONLY]
  if (context.options.knownParameters) {
    checkKnown(params, isCursor ? [...allowed, ...CURSOR] : allowed)
  }
  if (isCursor && !context.isKnownCursor(params)) {
    throw badParam("nextCursor", "this is not a cursor as it was handed out")
  }
}

function checkKnown(params: URLSearchParams, allowed: string[]): void {
  for (const name of params.keys()) {
    if (!allowed.includes(name)) throw badParam(name, `${name} is not a parameter of this call`)
    if (params.getAll(name).length > 1) throw badParam(name, `${name} is given more than once`)
    if (params.get(name) === "") throw badParam(name, `${name} is empty`)
  }
}

function dateParam(
  params: URLSearchParams,
  name: string,
  fallback: number,
  withFractions: boolean
): number {
  const value = params.get(name)
  if (value === null) return fallback
  const pattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/
  const fractional = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/
  const isReadable = pattern.test(value) || (withFractions && fractional.test(value))
  const time = Date.parse(value)
  if (isReadable && !Number.isNaN(time)) return time
  throw refusal(400, "order", "INVALID_REQUEST", `Invalid Date format value: ${value}`, name)
}

/** A date without milliseconds means the whole second when it ends a window. */
function wholeSecond(time: number): number {
  return time % 1000 === 0 ? time + 999 : time
}

function enumParam<T extends string>(
  params: URLSearchParams,
  name: string,
  allowed: readonly T[]
): T | null {
  const value = params.get(name)
  if (value === null) return null
  const found = allowed.find((candidate) => candidate === value)
  if (!found) throw badParam(name, `${name}: "${value}" is not a supported value`)
  return found
}

/** A flag that is false unless given as "true". */
export function booleanParam(params: URLSearchParams, name: string): boolean {
  return enumParam(params, name, ["true", "false"] as const) === "true"
}

function limitParam(params: URLSearchParams): number {
  const value = params.get("limit") ?? "100"
  const limit = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (limit >= 1 && limit <= MAX_LIMIT) return limit
  throw badParam("limit", `limit: "${value}" is not between 1 and ${MAX_LIMIT}`)
}

function within(time: number, window: Window): boolean {
  return time >= window.from && time <= window.to
}

function hasStatus(order: Order, status: LineStatus): boolean {
  return order.lines.some((line) => quantityIn(line, status) > 0)
}

function badParam(name: string, text: string): Refusal {
  return refusal(400, "order", "INVALID_REQUEST_PARAM", text, name)
}
