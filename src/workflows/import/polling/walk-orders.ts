import type { WalmartClient } from "../../../walmart/api/client"
import {
  AccountError,
  NotSentError,
  StoppedError,
  ThrottledError,
  UnknownOutcomeError,
  WalmartError,
} from "../../../walmart/api/errors/errors"
import { followCursors } from "../../../walmart/api/cursors"
import type { OrderQuery } from "../../../walmart/api/order-search"
import { halvesOf } from "../../../walmart/import/poll-searches"
import { type Phrase, phrase } from "../../../walmart/words/phrase"
import type { OrderPage } from "../../../walmart/api/schemas/schemas"

/** The seller's own orders first: only they have deadlines. One kind a call, and Walmart's default hides the others. */
const SHIP_NODES = ["SellerFulfilled", "WFSFulfilled", "3PLFulfilled"] as const

/** Takes a page over, so that nothing of it can be lost. Cursors live for minutes only, so pages are handed on as they come. */
export type Visit = (page: OrderPage) => Promise<void>

/**
 * Walks all pages of some searches, for the seller's own fulfillment and for that of others. A search that fails does not stop
 * the next one, unless Walmart cannot be asked at all for now.
 * @returns why the walk is not whole, in sentences per search; empty when it is
 */
export async function walkOrders(
  client: WalmartClient,
  windows: OrderQuery[],
  visit: Visit
): Promise<Phrase[][]> {
  const faults: Phrase[][] = []
  for (const shipNodeType of SHIP_NODES) {
    for (const window of windows) {
      try {
        faults.push(...(await walkWhole(client, { ...window, shipNodeType }, visit)))
      } catch (error) {
        if (!(error instanceof WalmartError)) throw error
        faults.push(error.said)
        if (OF_ALL_SEARCHES.some((kind) => error instanceof kind)) return faults
      }
    }
  }
  return faults
}

const OF_ALL_SEARCHES = [
  AccountError,
  NotSentError,
  StoppedError,
  ThrottledError,
  UnknownOutcomeError,
]

/** An order that changes while its search is walked may move, and the one behind it then slips past the border of two pages. */
const WALKS = 3

/** All sources agree that a search shows at least this many orders, if its time holds that many (docs/walmart-api.md, "Reading orders"). */
const CAP = 2_000

/**
 * Walks a search until it has shown as many orders as Walmart counts. When it has too many to be shown at all, its time is
 * halved.
 */
async function walkWhole(
  client: WalmartClient,
  query: OrderQuery,
  visit: Visit
): Promise<Phrase[][]> {
  for (let walk = 1; ; walk++) {
    const { seen, counted } = await walkPages(client, query, visit)
    if (seen >= counted) return []
    const halves = seen >= CAP ? halvesOf(query, Date.now()) : []
    const faults: Phrase[][] = []
    for (const half of halves) faults.push(...(await walkWhole(client, half, visit)))
    if (halves.length > 0) return faults
    if (walk === WALKS) return [[shortfall(query, seen, counted)]]
  }
}

function shortfall({ shipNodeType }: OrderQuery, seen: number, counted: number): Phrase {
  const about = { counted, kind: shipNodeType ?? "", seen, walks: WALKS }
  return phrase("poll_shortfall", "message", about)
}

/** Orders that appeared and orders that Walmart counted at most; an order may appear on several pages. */
async function walkPages(client: WalmartClient, query: OrderQuery, visit: Visit) {
  const numbers = new Set<string>()
  let unnumbered = 0
  let counted = 0
  const follow = followCursors()
  let page: OrderPage | null = await client.listOrders(query)
  while (page) {
    await visit(page)
    for (const { purchaseOrderId } of page.orders) numbers.add(purchaseOrderId)
    for (const { purchaseOrderId } of page.failures) {
      if (purchaseOrderId === null) unnumbered++
      else numbers.add(purchaseOrderId)
    }
    counted = Math.max(counted, page.totalCount ?? 0)
    const { nextCursor, totalCount } = page
    const cursor = follow({ cursor: nextCursor, seen: numbers.size, counted: totalCount })
    page = cursor === null ? null : await client.nextOrders(cursor)
  }
  // What has no number may be any order, and is reported by whoever visits.
  return { seen: numbers.size, counted: unnumbered > 0 ? 0 : counted }
}
