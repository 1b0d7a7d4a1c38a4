import { fields, isRecord, oneOf, optionalText, text, type Fields } from "../wire/body"
import { badContent } from "../wire/errors"
import { moveAll, type Address, type Order } from "../state/order"
import { linesOf } from "../orders/simulated-lines"
import { DEFAULT_CREDENTIAL, DEFAULT_SHIP_NODE, type World } from "../state/state"
import { MARKET_RULES, MARKETS, type Market } from "../wire/markets"
import { emitOrderUpdate } from "../webhooks/webhook-delivery"
import {
  LINE_STATUSES,
  METHOD_CODES,
  ORDER_TYPES,
  SHIP_NODE_TYPES,
  type LineStatus,
} from "../wire/wire-values"

const DAY_MS = 86_400_000
const PLACEHOLDER_EMAIL = "nocxemail@walmartone.com"

const DEFAULT_ADDRESS: Address = {
  name: "Ann Lee",
  address1: "1 Main St",
  address2: null,
  city: "Troy",
  state: "NY",
  postalCode: "12180",
  country: "USA",
  addressType: "RESIDENTIAL",
}

const ORDER_FIELDS = [
  "methodCode",
  "shipNode",
  "shipNodeType",
  "orderType",
  "replacementOf",
  "address",
  "phone",
  "customerEmailId",
  "customerOrderId",
  "orderedAt",
  "shipBy",
  "deliverBy",
  "status",
  "intentToCancel",
  "shippingProgramType",
  "sellerId",
  "market",
]

/** `POST /v1/simulations/orders`: makes an order and announces it. `sellerId` is who a token in the call stands for. */
export function simulateOrder(world: World, body: unknown, sellerId?: string) {
  const spec = fields(body, "order", ["lines"], ORDER_FIELDS)
  const order = buildOrder(world, spec, sellerId)
  world.addOrder(order)
  emitOrderUpdate(world, order, "PO_CREATED")
  const { purchaseOrderId, customerOrderId } = order
  return { purchaseOrderId, customerOrderId }
}

/** `POST /v1/simulations/{purchaseOrderId}/deliver`: what is Shipped becomes Delivered. */
export function simulateDelivery(world: World, purchaseOrderId: string) {
  const stored = world.findOrder(purchaseOrderId)
  const draft = structuredClone(stored.current)
  const now = world.clock.now()
  let delivered = 0
  for (const line of draft.lines) {
    const moved = moveAll(line, "Shipped", "Delivered")
    if (moved > 0) line.statusDate = now
    delivered += moved
  }
  if (delivered === 0) throw badContent(`PO: ${purchaseOrderId} has nothing that is Shipped`)
  world.commit(stored, draft)
  return { purchaseOrderId, delivered }
}

function buildOrder(world: World, spec: Fields, tokenSeller?: string): Order {
  const ids = world.nextOrderIds()
  const orderDate = time(spec.orderedAt, "orderedAt") ?? world.clock.now()
  const market = oneOf(spec.market, MARKETS, "market", "us")
  const shipNodeType = oneOf(spec.shipNodeType, SHIP_NODE_TYPES, "shipNodeType", "SellerFulfilled")
  const methodCode = oneOf(spec.methodCode, METHOD_CODES, "methodCode", "Standard")
  const replacementOf = optionalText(spec.replacementOf, "replacementOf") ?? null
  const context = { orderDate, methodCode, status: statusOf(spec, shipNodeType), spec }
  return {
    sellerId: optionalText(spec.sellerId, "sellerId") ?? tokenSeller ?? DEFAULT_CREDENTIAL.sellerId,
    market,
    purchaseOrderId: ids.purchaseOrderId,
    customerOrderId: optionalText(spec.customerOrderId, "customerOrderId") ?? ids.customerOrderId,
    customerEmailId: emailOf(world, spec, ids.purchaseOrderId),
    orderType: orderTypeOf(spec, replacementOf),
    originalCustomerOrderId: replacementOf,
    orderDate,
    modifiedAt: world.clock.now(),
    estimatedShipDate: time(spec.shipBy, "shipBy") ?? orderDate + 2 * DAY_MS,
    estimatedDeliveryDate: time(spec.deliverBy, "deliverBy") ?? orderDate + 6 * DAY_MS,
    methodCode,
    phone: optionalText(spec.phone, "phone") ?? "5185550100",
    address: addressOf(spec.address, market),
    shipNode: { type: shipNodeType, name: "Main", id: nodeOf(spec.shipNode) },
    shippingProgramType: optionalText(spec.shippingProgramType, "shippingProgramType") ?? null,
    currency: MARKET_RULES[market].currency,
    lines: linesOf(spec.lines, context),
  }
}

function orderTypeOf(spec: Fields, replacementOf: string | null): string {
  return oneOf(spec.orderType, ORDER_TYPES, "orderType", replacementOf ? "REPLACEMENT" : "REGULAR")
}

function statusOf(spec: Fields, shipNodeType: string): LineStatus {
  const usual = shipNodeType === "WFSFulfilled" ? "Acknowledged" : "Created"
  return oneOf(spec.status, LINE_STATUSES, "status", usual)
}

function emailOf(world: World, spec: Fields, purchaseOrderId: string): string {
  const given = optionalText(spec.customerEmailId, "customerEmailId")
  if (given) return given
  return world.options.placeholderEmail ? PLACEHOLDER_EMAIL : relayEmail(purchaseOrderId)
}

/** The relay address an order's customer has. */
export function relayEmail(purchaseOrderId: string): string {
  return `${purchaseOrderId}@relay.walmart.com`
}

function addressOf(value: unknown, market: Market): Address {
  const usual = { ...DEFAULT_ADDRESS, country: MARKET_RULES[market].country }
  if (value === undefined) return usual
  const given = fields(value, "address", [], Object.keys(DEFAULT_ADDRESS))
  return { ...usual, ...given }
}

function nodeOf(value: unknown): string {
  if (isRecord(value)) return text(value.id, "shipNode.id")
  return optionalText(value, "shipNode") ?? DEFAULT_SHIP_NODE
}

/** Epoch milliseconds, or any text `Date.parse` reads; null when absent. */
export function time(value: unknown, where: string): number | null {
  if (value === undefined) return null
  const parsed = typeof value === "number" ? value : Date.parse(text(value, where))
  if (Number.isNaN(parsed)) throw badContent(`${where}: ${JSON.stringify(value)} is not a time`)
  return parsed
}
