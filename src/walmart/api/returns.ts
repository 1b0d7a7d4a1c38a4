import { cursorQuery } from "./cursors"
import { NO_CALL, RefusedError, NotFoundError, type CallRecord } from "./errors/errors"
import { type Call, type Exchanged, recordOf } from "./exchange"
import { isEmptySearch } from "./order-search"
import {
  parseOneReturn,
  parseReturnList,
  parseReturnRefund,
  type ReturnPage,
} from "./schemas/return-schema"
import type { ReturnOrder } from "../orders/return-order"
import { isWalmartNumber } from "../common/walmart-number"
import { queryDate } from "./order-search"

/** Which return orders a poll asks for; epoch milliseconds. */
export interface ReturnQuery {
  /** Those that changed since; all that Walmart keeps when left out. */
  modifiedFrom?: number
  /** Those that were made since. */
  createdFrom?: number
  /** Those of one customer order. */
  customerOrderId?: string
}

/** Calls about return orders (docs/walmart-api.md, "Returns"). They throw as the other calls of the client do. */
export interface ReturnCalls {
  /** First page of a search, 100 return orders a page. No match is an empty page. */
  list(query: ReturnQuery): Promise<ReturnPage>
  /** The page after the one whose `nextCursor` this is. */
  next(cursor: string): Promise<ReturnPage>
  /** @throws NotFoundError when there is no such return order, UnreadableError when it is there and cannot be read */
  get(returnOrderId: string): Promise<ReturnOrder>
  /** Refunds units of a return; Walmart computes the amount. `body` names customer order, lines and units. */
  refund(returnOrderId: string, body: object, startBy?: number): Promise<CallRecord>
}

type Exchange = (call: Call) => Promise<Exchanged>
type Read = <T>(call: Call, done: Exchanged, parse: (json: unknown) => T) => T

const RETURNS = "/v3/returns"
/** The most that is known to be taken in every market (docs/walmart-api.md, "Returns"). */
const PAGE_SIZE = "100"
const EMPTY: ReturnPage = { returns: [], failures: [], nextCursor: null, totalCount: 0 }

/** The calls about return orders over one exchange. */
export function returnCalls(exchange: Exchange, read: Read): ReturnCalls {
  const search = async <T>(
    parse: (json: unknown) => T,
    path: string,
    query?: Call["query"]
  ): Promise<T | null> => {
    const call: Call = { endpoint: "returns.list", method: "GET", path, query }
    const found = await exchange(call).catch((error: unknown) => {
      if (isEmptySearch(error)) return null
      throw error
    })
    return found && read(call, found, parse)
  }
  const page = async (path: string, query?: Call["query"]): Promise<ReturnPage> =>
    (await search(parseReturnList, path, query)) ?? EMPTY
  return {
    list: async ({ modifiedFrom, createdFrom, customerOrderId }) =>
      endingRightly(
        await page(RETURNS, {
          returnLastModifiedStartDate: queryDate(modifiedFrom),
          returnCreationStartDate: queryDate(createdFrom),
          customerOrderId,
          ...{ replacementInfo: "true", limit: PAGE_SIZE },
        })
      ),
    next: (cursor) => page(RETURNS + cursorQuery(cursor)),
    async get(returnOrderId) {
      const query = { returnOrderId, replacementInfo: "true" }
      const found = await search((json) => parseOneReturn(json, returnOrderId), RETURNS, query)
      if (found) return found
      throw new NotFoundError(`Walmart has no return order ${returnOrderId}.`, NO_CALL)
    },
    async refund(returnOrderId, body, startBy) {
      const path = `${RETURNS}/${checked(returnOrderId)}/refund`
      const call: Call = { endpoint: "returns.refund", method: "POST", path, body, startBy }
      const done = await exchange(call)
      read(call, done, parseReturnRefund)
      return recordOf(done.facts)
    },
  }
}

/** A first page without a next one must be everything: no return order is passed over in silence, whatever pages a market has. */
function endingRightly(first: ReturnPage): ReturnPage {
  const { returns, failures, nextCursor, totalCount } = first
  const shown = returns.length + failures.length
  if (nextCursor !== null || totalCount === null || totalCount <= shown) return first
  const reason = `Walmart has ${totalCount} return orders and showed ${shown}, without a next page.`
  return { ...first, failures: [...failures, { returnOrderId: null, reason }] }
}

/** @throws RefusedError for a malformed number, so that no input leads a call to another path */
function checked(returnOrderId: string): string {
  if (isWalmartNumber(returnOrderId)) return returnOrderId
  throw new RefusedError(`"${returnOrderId.slice(0, 64)}" is no return order number.`, NO_CALL)
}
