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

/** Which return orders a poll asks for; epoch milliseconds. */
export interface ReturnQuery {
  /** Those that changed since; all that Walmart keeps when left out. */
  modifiedFrom?: number
  /** Those that were made since. */
  createdFrom?: number
}

/** Calls about return orders (docs/walmart-api.md, "Returns"). They throw as the other calls of the client do. */
export interface ReturnCalls {
  /** First page of a search, 200 return orders a page. No match is an empty page. */
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
const EMPTY: ReturnPage = { returns: [], failures: [], nextCursor: null }

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
    list: ({ modifiedFrom, createdFrom }) =>
      page(RETURNS, {
        returnLastModifiedStartDate: queryDate(modifiedFrom),
        returnCreationStartDate: queryDate(createdFrom),
        ...{ replacementInfo: "true", limit: "200" },
      }),
    next: (cursor) => page(RETURNS + (cursor.startsWith("?") ? cursor : `?${cursor}`)),
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

/** Milliseconds in a date have been refused as "Invalid Date format" (docs/walmart-api.md, "Reading orders"). */
function queryDate(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** @throws RefusedError for a number that is none, so that no input leads a call to another path */
function checked(returnOrderId: string): string {
  if (/^[A-Za-z0-9-]{1,64}$/.test(returnOrderId)) return returnOrderId
  throw new RefusedError(`"${returnOrderId.slice(0, 64)}" is no return order number.`, NO_CALL)
}
