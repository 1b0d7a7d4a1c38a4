import type { Call } from "../gateway/call"
import { refusal, type Refusal } from "../wire/errors"
import { RETURN_STATUSES, type ReturnOrder } from "../state/return-order"

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 200
const DATES = [
  "returnCreationStartDate",
  "returnCreationEndDate",
  "returnLastModifiedStartDate",
  "returnLastModifiedEndDate",
] as const
const TEXTS = ["returnOrderId", "customerOrderId", "status", "returnType", "replacementInfo"]
const PARAMETERS: readonly string[] = [...DATES, ...TEXTS, "limit", "sellerId", "offset"]

/** A search of return orders, checked (rule E1). Times in epoch ms, both ends included; null: not asked for. */
export interface ReturnQuery {
  returnOrderId: string | null
  customerOrderId: string | null
  status: string | null
  returnType: string | null
  replacementInfo: boolean
  created: { from: number; to: number }
  modified: { from: number; to: number }
  limit: number
  offset: number
}

/** Reads the parameters of `GET /v3/returns`. */
export function parseReturnQuery({ query, world }: Call): ReturnQuery {
  if (world.options.knownParameters) checkNames(query)
  const [createdFrom, createdTo, modifiedFrom, modifiedTo] = DATES.map((name) => date(query, name))
  return {
    returnOrderId: query.get("returnOrderId"),
    customerOrderId: query.get("customerOrderId"),
    status: oneOf(query, "status", RETURN_STATUSES),
    returnType: oneOf(query, "returnType", ["REPLACEMENT", "REFUND"]),
    replacementInfo: oneOf(query, "replacementInfo", ["true", "false"]) === "true",
    created: { from: createdFrom ?? -Infinity, to: wholeSecond(createdTo ?? Infinity) },
    modified: { from: modifiedFrom ?? -Infinity, to: wholeSecond(modifiedTo ?? Infinity) },
    limit: whole(query, "limit", DEFAULT_LIMIT, MAX_LIMIT),
    offset: whole(query, "offset", 0, Number.MAX_SAFE_INTEGER),
  }
}

/** True when the return order belongs to the result. */
export function matchesReturn(order: ReturnOrder, query: ReturnQuery): boolean {
  const { created, modified } = query
  return (
    (query.returnOrderId === null || query.returnOrderId === order.returnOrderId) &&
    (query.customerOrderId === null || query.customerOrderId === order.customerOrderId) &&
    (query.returnType === null || query.returnType === order.returnType) &&
    (query.status === null || order.lines.some((line) => line.status === query.status)) &&
    order.createdAt >= created.from &&
    order.createdAt <= created.to &&
    order.modifiedAt >= modified.from &&
    order.modifiedAt <= modified.to
  )
}

/** The query string of the next page: what was asked for, and how far it came. */
export function nextReturnCursor(call: Call, offset: number): string {
  const cursor = new URLSearchParams(call.query)
  cursor.set("sellerId", call.seller.sellerId)
  cursor.set("offset", String(offset))
  return `?${cursor.toString()}`
}

function checkNames(query: URLSearchParams): void {
  for (const name of query.keys()) {
    if (!PARAMETERS.includes(name)) throw badParam(name, `${name} is not a parameter of this call`)
    if (query.getAll(name).length > 1) throw badParam(name, `${name} is given more than once`)
    if (query.get(name) === "") throw badParam(name, `${name} is empty`)
  }
}

function date(query: URLSearchParams, name: string): number | null {
  const value = query.get(name)
  if (value === null) return null
  const isReadable = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{3})?Z)?$/.test(value)
  if (isReadable && !Number.isNaN(Date.parse(value))) return Date.parse(value)
  throw badParam(name, `Invalid Date format value: ${value}`)
}

/** A date without milliseconds means the whole second when it ends a window. */
function wholeSecond(time: number): number {
  return time % 1000 === 0 ? time + 999 : time
}

function oneOf(query: URLSearchParams, name: string, allowed: readonly string[]): string | null {
  const value = query.get(name)
  if (value === null || allowed.includes(value)) return value
  throw badParam(name, `${name}: "${value}" is not a supported value`)
}

function whole(query: URLSearchParams, name: string, fallback: number, most: number): number {
  const value = query.get(name) ?? String(fallback)
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1
  if (number >= (name === "limit" ? 1 : 0) && number <= most) return number
  throw badParam(name, `${name}: "${value}" is not between 1 and ${most}`)
}

function badParam(name: string, text: string): Refusal {
  return refusal(400, "returns", "INVALID_REQUEST_PARAM", text, name)
}
