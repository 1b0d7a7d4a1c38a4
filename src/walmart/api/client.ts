import type { AccessTokens, Clock } from "./access-token"
import { cursorQuery } from "./cursors"
import { listedDetails } from "./errors/error-body"
import { type CallRecord, NO_CALL, RefusedError, UnreadableError } from "./errors/errors"
import { type Call, createExchange, type Exchanged, recordOf, unreadableAnswer } from "./exchange"
import type { Transport } from "./http"
import type { Order } from "../orders/order"
import {
  emptyPage,
  EXTRAS,
  isEmptySearch,
  type OrderQuery,
  searchParams,
  wholePage,
} from "./order-search"
import { type FeedCalls, feedCalls } from "./feeds"
import { type InsightCalls, insightCalls } from "./insights"
import { type InventoryCalls, inventoryCalls } from "./inventory"
import type { RateLimiter } from "./endpoint-limits"
import { type OrderPage, parseOrder, parseOrderList, parseTokenDetail } from "./schemas/schemas"
import type { WalmartClock } from "./walmart-clock"
import { returnCalls, type ReturnCalls } from "./returns"
import { webhookCalls, type WebhookCalls } from "./webhooks"
import { ownValue } from "../common/own-value"
import { isWalmartNumber } from "../common/walmart-number"
import type { Market } from "../markets/market"
import { MARKETS } from "../markets/market-data"

/** The account a client talks for. Its base URL is the transport's. */
export interface ClientAccount {
  id: string
  /** `us`, `ca`, `mx` or `cl`. */
  market: string
  clientId: string
  clientSecret: string
  baseUrl: string
  /** Use the stateful sandbox (`WM_SANDBOX: v2`). */
  sandbox: boolean
}

/** Outcome of a write that Walmart confirmed. */
export interface WriteResult {
  /** The order as Walmart sees it after the write. */
  order: Order
  call: CallRecord
}

/** What an account's key may do (OAS-authentication). */
export interface TokenDetail {
  /** Area to `full_access`, `view_only` or `no_access`. */
  scopes: Record<string, string>
  /** Epoch milliseconds. */
  expiresAt: number | null
}

/**
 * Walmart's Marketplace API for one account. No method repeats a write. All that call throw a WalmartError:
 * ThrottledError, AccountError, ForbiddenError, NotSentError and UnknownOutcomeError from every method, RefusedError for other
 * 4xx, NotFoundError where one thing is addressed, UnreadableError from reads.
 */
export interface WalmartClient extends InventoryCalls {
  /** First page of a search, 200 orders a page. No match is an empty page. */
  listOrders(query: OrderQuery): Promise<OrderPage>
  /** The page after the one whose `nextCursor` this is, to be asked promptly: cursors live for minutes. */
  nextOrders(cursor: string): Promise<OrderPage>
  /** One order as Walmart shows it now. */
  getOrder(purchaseOrderId: string): Promise<Order>
  /**
   * Acknowledges the lines that `body` names, which holds `orderAcknowledgement`; without a body the whole order. Refused when a
   * quantity is already shipped or canceled. Which of the two a market offers is in its data (`acknowledges`).
   * @param startBy of this and the other writes: latest start of the request, epoch milliseconds by the client's clock
   */
  acknowledge(purchaseOrderId: string, body: object | null, startBy?: number): Promise<WriteResult>
  /** Ships, or with `processMode: "PARTIAL_UPDATE"` corrects tracking. `body` holds `orderShipment`. Charges the buyer, cannot be undone. */
  ship(purchaseOrderId: string, body: object, startBy?: number): Promise<WriteResult>
  /** Cancels quantities for good. `body` holds `orderCancellation`. */
  cancel(purchaseOrderId: string, body: object, startBy?: number): Promise<WriteResult>
  /** Gives money of shipped lines back; a repeat gives it back again. `body` holds `orderRefund`. Only in the US and Canada. */
  refund(purchaseOrderId: string, body: object, startBy?: number): Promise<WriteResult>
  /** Subscriptions to Walmart's events. */
  readonly webhooks: WebhookCalls
  /** Stock of many SKUs at once. */
  readonly feeds: FeedCalls
  /** Return orders and their refund. */
  readonly returns: ReturnCalls
  /** Walmart's figures of the seller's performance; offered in the US. */
  readonly insights: InsightCalls
  /** Says whether the credentials work now and what they may do; asks for a new token, because a kept one outlives them. */
  tokenDetail(): Promise<TokenDetail>
  /** The time by Walmart's clock, epoch milliseconds; null when its answers do not say. Calls only when nothing was answered yet. */
  now(): Promise<number | null>
  /** The same, from the answers so far; makes no call. */
  shownNow(): number | null
}

/** What a client is made from. */
export interface WalmartClientOptions {
  account: ClientAccount
  transport: Transport
  tokens: AccessTokens
  limiter: RateLimiter
  /** A fresh UUID per call; Walmart's support asks for it. */
  newCorrelationId: () => string
  clock: Clock
  /** Longest time from asking for a call to its request, in milliseconds; 20 seconds when left out. */
  startWithinMs?: number
  extraHeaders?: Record<string, string>
  /** What {@link WalmartClient.now} reads. */
  walmartClock?: WalmartClock
}

const ORDERS = "/v3/orders"
const START_WITHIN_MS = 20_000

/** Creates the client of one account; makes no call yet. */
export function createWalmartClient(options: WalmartClientOptions): WalmartClient {
  const account = { ...options.account, extraHeaders: options.extraHeaders }
  const exchange = createExchange({
    ...options,
    account,
    startWithinMs: options.startWithinMs ?? START_WITHIN_MS,
  })

  const currency = currencyOf(account)
  return {
    ...orderReads(exchange, options.clock, currency),
    ...orderWrites(exchange, currency),
    ...inventoryCalls(exchange, read),
    feeds: feedCalls(exchange, read),
    webhooks: webhookCalls(exchange, read),
    returns: returnCalls(exchange, read),
    insights: insightCalls(exchange, read),
    ...accountCalls(exchange, options),
  }
}

/** Of charges that name none. */
function currencyOf({ market }: ClientAccount): string | undefined {
  return ownValue<Market>(MARKETS, market.toLowerCase())?.currency
}

type Exchange = (call: Call) => Promise<Exchanged>

type OrderReads = Pick<WalmartClient, "listOrders" | "nextOrders" | "getOrder">

function orderReads(exchange: Exchange, clock: Clock, currency?: string): OrderReads {
  const parse = (json: unknown) => parseOrderList(json, currency)
  const page = async (path: string, query?: Call["query"]): Promise<OrderPage> => {
    const call: Call = { endpoint: "orders.list", method: "GET", path, query }
    const found = await exchange(call).catch((error: unknown) => {
      if (isEmptySearch(error)) return null
      throw error
    })
    return found === null ? emptyPage() : wholePage(found, read(call, found, parse))
  }
  return {
    listOrders: (query) => page(ORDERS, searchParams(query, clock())),
    nextOrders: (cursor) => page(ORDERS + cursorQuery(cursor)),
    async getOrder(purchaseOrderId) {
      const path = orderPath(purchaseOrderId)
      const call: Call = { endpoint: "orders.get", method: "GET", path, query: EXTRAS }
      return read(call, await exchange(call), orderOf(purchaseOrderId, currency))
    },
  }
}

type OrderWrites = Pick<WalmartClient, "acknowledge" | "ship" | "cancel" | "refund">

function orderWrites(exchange: Exchange, currency?: string): OrderWrites {
  const write = async (
    purchaseOrderId: string,
    what: OrderWritePath,
    body?: object,
    startBy?: number
  ): Promise<WriteResult> => {
    const path = `${orderPath(purchaseOrderId)}/${what}`
    const endpoint =
      what === "acknowledgeLines" ? "orders.acknowledge" : (`orders.${what}` as const)
    const call: Call = { endpoint, method: "POST", path, body, startBy }
    const done = await exchange(call)
    const order = read(call, done, orderOf(purchaseOrderId, currency))
    return { order, call: recordOf(done.facts) }
  }
  return {
    acknowledge: (purchaseOrderId, body, startBy) =>
      body
        ? write(purchaseOrderId, "acknowledgeLines", body, startBy)
        : write(purchaseOrderId, "acknowledge", undefined, startBy),
    ship: (purchaseOrderId, body, startBy) => write(purchaseOrderId, "shipping", body, startBy),
    cancel: (purchaseOrderId, body, startBy) => write(purchaseOrderId, "cancel", body, startBy),
    refund: (purchaseOrderId, body, startBy) => write(purchaseOrderId, "refund", body, startBy),
  }
}

type AccountCalls = Pick<WalmartClient, "tokenDetail" | "now" | "shownNow">

function accountCalls(
  exchange: Exchange,
  { tokens, walmartClock }: WalmartClientOptions
): AccountCalls {
  const shownNow = () => walmartClock?.now() ?? null
  return {
    async tokenDetail() {
      await tokens.renew()
      const call: Call = { endpoint: "token", method: "GET", path: "/v3/token/detail" }
      return read(call, await exchange(call), parseTokenDetail)
    },
    shownNow,
    async now() {
      if (shownNow() === null) await tokens.get()
      return shownNow()
    },
  }
}

type OrderWritePath = "acknowledge" | "acknowledgeLines" | "shipping" | "cancel" | "refund"

/** @throws RefusedError for what is not a purchase order number, so that no input can lead a call to another path. */
function orderPath(purchaseOrderId: string): string {
  if (isWalmartNumber(purchaseOrderId)) return `${ORDERS}/${purchaseOrderId}`
  throw new RefusedError(
    `"${purchaseOrderId.slice(0, 64)}" is no purchase order number. Use the number Walmart shows as "PO #", such as 1799999999001.`,
    NO_CALL
  )
}

function orderOf(purchaseOrderId: string, currency?: string): (json: unknown) => Order {
  return (json) => {
    const order = parseOrder(json, currency)
    if (order.purchaseOrderId === purchaseOrderId) return order
    throw new UnreadableError(
      `Walmart answered with order ${order.purchaseOrderId} instead of ${purchaseOrderId}.`,
      NO_CALL
    )
  }
}

/** Parses an answer and puts the facts of its call into a failure. */
function read<T>(call: Call, { json, facts }: Exchanged, parse: (json: unknown) => T): T {
  try {
    return parse(json)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    throw unreadableAnswer(call, error.said, { ...facts, details: listedDetails(facts.response) })
  }
}
