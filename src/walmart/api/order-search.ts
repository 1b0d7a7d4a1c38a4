import { type CallFacts, NotFoundError } from "./errors/errors"
import type { LineStatus } from "../orders/order"
import { HISTORY_MS } from "../common/history"
import { failureWithoutOrder, type OrderPage } from "./schemas/schemas"

/** Filters of an order search. Times are epoch milliseconds; Walmart keeps 180 days (docs/walmart-api.md, "Reading orders"). */
export interface OrderQuery {
  /** Defaults to 179 days ago, because Walmart's own default is 7 days. */
  createdStartDate?: number
  createdEndDate?: number
  lastModifiedStartDate?: number
  lastModifiedEndDate?: number
  /** Orders that have a line in this status. */
  status?: LineStatus
  /** Walmart's default is `SellerFulfilled`. */
  shipNodeType?: "SellerFulfilled" | "WFSFulfilled" | "3PLFulfilled"
  customerOrderId?: string
  purchaseOrderId?: string
}

const PAGE_SIZE = "200"

/** What every read of an order asks for: `replacementInfo` tells replacement orders from ordinary ones. */
export const EXTRAS = { productInfo: "true", replacementInfo: "true" }

/** 206 says SOME_CONTENT_NOT_FOUND (docs/walmart-api.md, "Reading orders"): there are orders that this list does not show. */
export function wholePage({ facts }: { facts: CallFacts }, page: OrderPage): OrderPage {
  if (facts.status !== 206) return page
  const failure = failureWithoutOrder(
    "Walmart answered 206: it could not show all orders of this list."
  )
  return { ...page, failures: [...page.failures, failure] }
}

/** The page of a search without a match. */
export function emptyPage(): OrderPage {
  return { orders: [], failures: [], nextCursor: null, totalCount: 0 }
}

/** A search without a match is answered with 404 or an empty list (docs/walmart-api.md, "Reading orders"). Any other 404 is a real failure. */
export function isEmptySearch(error: unknown): boolean {
  return (
    error instanceof NotFoundError &&
    error.facts.details.some(({ code }) => code.startsWith("CONTENT_NOT_FOUND"))
  )
}

/** A search as Walmart wants it. */
export function searchParams(query: OrderQuery, nowMs: number): Record<string, string | undefined> {
  return {
    createdStartDate: queryDate(query.createdStartDate ?? nowMs - HISTORY_MS),
    createdEndDate: queryDate(query.createdEndDate),
    lastModifiedStartDate: queryDate(query.lastModifiedStartDate),
    lastModifiedEndDate: queryDate(query.lastModifiedEndDate),
    status: query.status,
    shipNodeType: query.shipNodeType,
    customerOrderId: query.customerOrderId,
    purchaseOrderId: query.purchaseOrderId,
    limit: PAGE_SIZE,
    ...EXTRAS,
  }
}

/**
 * A moment as Walmart's searches take it. Milliseconds in a date have been refused as "Invalid Date format" (docs/walmart-api.md, "Reading
 * orders"). Pure.
 * @param ms epoch milliseconds; undefined is left out of the search
 */
export function queryDate(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : `${new Date(ms).toISOString().slice(0, 19)}Z`
}
