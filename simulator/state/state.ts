import type { Fields } from "../wire/body"
import { Clock } from "../wire/clock"
import { refusal } from "../wire/errors"
import { FaultPlan } from "./faults"
import type { Feed } from "./feed"
import { defaultOptions, type Options } from "./options"
import type { Order } from "./order"
import { RateLimiter } from "./rate-limit"
import type { Recorder } from "./record"
import type { ReturnOrder } from "./return-order"
import type { LedgerEntry, SeenRequest, WebhookDelivery } from "./seen"
import { Timers } from "../wire/timers"

/** What a token may do per API area. */
export type Access = "full_access" | "view_only" | "no_access"

/** A key pair and the seller it belongs to. */
export interface Credential {
  clientId: string
  clientSecret: string
  sellerId: string
  scopes: Record<string, Access>
}

/** An issued token. Times in epoch milliseconds. */
export interface Token {
  value: string
  clientId: string
  issuedAt: number
  expiresAt: number
}

/** An order, how it was before its last write, and the serial number of that write. */
export interface StoredOrder {
  current: Order
  previous: Order | null
  writtenAt: number
}

/** A webhook subscription. */
export interface Subscription {
  subscriptionId: string
  eventType: string
  eventVersion: string
  resourceName: string
  eventUrl: string
  status: string
  authDetails: Record<string, string>
  headers: Record<string, string>
}

/** All that is kept per seller. `orders` is sorted by order date, then purchase order. */
export interface Seller {
  sellerId: string
  orders: StoredOrder[]
  inventory: Map<string, number>
  knownSkus: Set<string>
  /** the nodes of the seller's orders and stock, and the default one */
  shipNodes: Set<string>
  subscriptions: Map<string, Subscription>
  /** figures of seller performance by metric */
  performance: Map<string, Fields>
}

/** Accepted without registration. */
export const DEFAULT_CREDENTIAL: Credential = {
  clientId: "demo-client",
  clientSecret: "demo-secret",
  sellerId: "10001000001",
  scopes: {},
}

/** The node orders ship from when nothing else is said. */
export const DEFAULT_SHIP_NODE = "1000001"

/** The whole simulated world; one per started simulator. */
export class World {
  readonly clock = new Clock()
  readonly timers = new Timers()
  readonly limiter = new RateLimiter(this.clock)
  readonly faults = new FaultPlan()
  options: Options
  credentials = new Map<string, Credential>()
  tokens = new Map<string, Token>()
  correlationIds = new Set<string>()
  /** cursors handed out, as keys of seller and parameters */
  cursors = new Set<string>()
  feeds = new Map<string, Feed>()
  /** tokens that shops gave out for webhooks with OAUTH */
  webhookTokens = new Map<string, { value: string; expiresAt: number }>()
  ledger: LedgerEntry[] = []
  requests: SeenRequest[] = []
  deliveries: WebhookDelivery[] = []
  writeSerial = 0
  private readonly sellers = new Map<string, Seller>()
  private readonly orders = new Map<string, StoredOrder>()
  private readonly returns = new Map<string, ReturnOrder>()
  private readonly pastReturns = new Map<string, ReturnOrder>()
  private created = 0
  private serial = 0

  constructor(
    readonly recorder: Recorder | null,
    private readonly ownRules: boolean
  ) {
    this.options = defaultOptions(ownRules)
    this.credentials.set(DEFAULT_CREDENTIAL.clientId, DEFAULT_CREDENTIAL)
  }

  /** Forgets everything but the id counters, so that an order number never comes twice. */
  reset(): void {
    this.timers.cancelAll()
    this.clock.reset()
    this.limiter.reset()
    this.faults.clear()
    this.options = defaultOptions(this.ownRules)
    this.credentials = new Map([[DEFAULT_CREDENTIAL.clientId, DEFAULT_CREDENTIAL]])
    const { tokens, correlationIds, cursors, sellers, orders, returns, feeds, webhookTokens } = this
    const stores = [tokens, correlationIds, cursors, sellers, orders, returns, feeds, webhookTokens]
    for (const store of [...stores, this.pastReturns]) store.clear()
    this.ledger = []
    this.requests = []
    this.deliveries = []
  }

  /** The seller with that id, made on first use. */
  seller(sellerId: string): Seller {
    const known = this.sellers.get(sellerId)
    if (known) return known
    const seller: Seller = {
      sellerId,
      orders: [],
      inventory: new Map(),
      knownSkus: new Set(),
      shipNodes: new Set([DEFAULT_SHIP_NODE]),
      subscriptions: new Map(),
      performance: new Map(),
    }
    this.sellers.set(sellerId, seller)
    return seller
  }

  /** A number for ids that has not been used before by this simulator. */
  nextSerial(): number {
    return ++this.serial
  }

  /** The next pair of order ids, 15 digits each, increasing. */
  nextOrderIds(): { purchaseOrderId: string; customerOrderId: string } {
    this.created += 1
    return {
      purchaseOrderId: String(179_900_000_000_000 + this.created),
      customerOrderId: String(200_001_000_000_000 + this.created),
    }
  }

  /** Adds a new order at its place by order date. */
  addOrder(order: Order): StoredOrder {
    const stored: StoredOrder = { current: order, previous: null, writtenAt: 0 }
    const { orders, knownSkus, shipNodes } = this.seller(order.sellerId)
    let index = orders.length
    while (index > 0 && orders[index - 1].current.orderDate > order.orderDate) index -= 1
    orders.splice(index, 0, stored)
    for (const line of order.lines) knownSkus.add(line.sku)
    shipNodes.add(order.shipNode.id)
    this.orders.set(order.purchaseOrderId, stored)
    return stored
  }

  /** The order; 404 when it is unknown or, with `sellerId`, another seller's (rule R11). */
  findOrder(purchaseOrderId: string, sellerId?: string): StoredOrder {
    const stored = this.orders.get(purchaseOrderId)
    if (!stored || (sellerId !== undefined && stored.current.sellerId !== sellerId)) {
      const text = `Requested content could not be found: purchase order ${purchaseOrderId}`
      throw refusal(404, "order", "CONTENT_NOT_FOUND", text, "purchaseOrderId")
    }
    return stored
  }

  /** Adds a return order. */
  addReturn(order: ReturnOrder): void {
    this.returns.set(order.returnOrderId, order)
  }

  /** Changes a return order in place and remembers how it was. */
  changeReturn(order: ReturnOrder, change: () => void): void {
    const before = structuredClone(order)
    change()
    this.pastReturns.set(order.returnOrderId, before)
  }

  /** The return order as it was before its last change; as it is when it has not changed. */
  pastReturn(order: ReturnOrder): ReturnOrder {
    return this.pastReturns.get(order.returnOrderId) ?? order
  }

  /** The return order; 404 when it is unknown or, with `sellerId`, another seller's. */
  findReturn(returnOrderId: string, sellerId?: string): ReturnOrder {
    const order = this.returns.get(returnOrderId)
    if (order && (sellerId === undefined || order.sellerId === sellerId)) return order
    const text = `Requested content could not be found: return order ${returnOrderId}`
    throw refusal(404, "returns", "CONTENT_NOT_FOUND", text, "returnOrderId")
  }

  /** Every return order, of one seller or of all. */
  allReturns(sellerId?: string): ReturnOrder[] {
    return [...this.returns.values()].filter((one) => !sellerId || one.sellerId === sellerId)
  }

  /** Every seller that was used. */
  allSellers(): Seller[] {
    return [...this.sellers.values()]
  }

  /** Every order of every seller. */
  allOrders(): StoredOrder[] {
    return [...this.orders.values()]
  }

  /** The serial of the last write to an order; 0 when there was none or no such order. */
  lastWriteOf(purchaseOrderId: string): number {
    return this.orders.get(purchaseOrderId)?.writtenAt ?? 0
  }

  /** Replaces an order by its changed copy and remembers how it was. */
  commit(stored: StoredOrder, changed: Order): void {
    changed.modifiedAt = this.clock.now()
    stored.previous = stored.current
    stored.current = changed
    stored.writtenAt = ++this.writeSerial
  }

  /** Appends an effect to the ledger; what is not given is null. */
  record(entry: Pick<LedgerEntry, "effect" | "by" | "quantity"> & Partial<LedgerEntry>): void {
    this.ledger.push({
      at: this.clock.now(),
      purchaseOrderId: null,
      lineNumber: null,
      carrier: null,
      trackingNumber: null,
      reason: null,
      sku: null,
      ...entry,
    })
  }
}
