import { createHash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { chargedCents } from "../../../walmart/orders/charges"
import type { Market } from "../../../walmart/markets/market"
import {
  isFulfilledByOthers,
  lineQuantities,
  openQuantity,
  type Order,
  type OrderLine,
  orderStatus,
  type Snapshot,
} from "../../../walmart/orders/order"
import { rawAmount } from "../common/money-sql"
import { sum } from "../../../walmart/common/sums"
import { dateOrNull } from "../common/date-or-null"

/** What Walmart shows of an order. */
export interface OrderContent {
  order: Order
  /** Rules of the account's market, for the deadlines. */
  market: Market
}

/** An order as read from Walmart. */
export interface SaveOrderInput extends OrderContent {
  accountId: string
  /** The database's time before the order was asked for. */
  readAt: Date
}

/** A value of a column. */
export type Value = string | number | boolean | Date | null

/** The columns of an order's row, ids for a first write among them. */
export function orderRow(input: SaveOrderInput): Record<string, Value> {
  const { accountId, order, readAt } = input
  return {
    id: generateEntityId("", "wmo"),
    account_id: accountId,
    order_id: isFulfilledByOthers(order) ? null : generateEntityId("", "order"),
    ...contentOf(input),
    content_hash: contentHash(input),
    refreshed_at: readAt,
  }
}

/**
 * Fingerprint of an order's content, in hexadecimal digits: everything that a write would put into its row and those of its lines,
 * so that neither a change at Walmart nor one of the market's rules is missed.
 */
export function contentHash(input: OrderContent): string {
  const content = [contentOf(input), input.order.lines.map(lineContent)]
  return createHash("sha256").update(JSON.stringify(content)).digest("hex")
}

function contentOf({ order, market }: OrderContent): Record<string, Value> {
  const quantities = order.lines.map(lineQuantities)
  const asked = order.lines.some(
    (line, index) => line.customerAskedToCancel && openQuantity(quantities[index]) > 0
  )
  return {
    purchase_order_id: order.purchaseOrderId,
    customer_order_id: order.customerOrderId,
    ordered_at: new Date(order.orderedAt),
    ...deadlines(order, market),
    method_code: order.methodCode,
    ship_node_id: order.shipNode.id,
    ship_node_type: order.shipNode.type,
    order_type: order.orderType,
    status: orderStatus(order.lines),
    customer_asked_to_cancel: asked,
    currency_code: currencyOf(order, market),
    ...totalOf(order),
    snapshot: snapshotOf(order),
  }
}

function totalOf({ summaryTotal, lines }: Order) {
  const total = summaryTotal ?? sum(lines.map((line) => chargedCents(line, "line")))
  return { total, raw_total: rawAmount(total) }
}

const HOUR_MS = 3_600_000

function deadlines({ orderedAt, shipBy, deliverBy }: Order, market: Market) {
  const { acknowledgeWithinHours, autoCancelAfterDays } = market
  const autoCancelAt =
    shipBy === null || autoCancelAfterDays === null
      ? null
      : shipBy + autoCancelAfterDays * 24 * HOUR_MS
  return {
    acknowledge_by: new Date(orderedAt + acknowledgeWithinHours * HOUR_MS),
    ship_by: dateOrNull(shipBy),
    deliver_by: dateOrNull(deliverBy),
    auto_cancel_at: dateOrNull(autoCancelAt),
  }
}

function currencyOf(order: Order, market: Market): string {
  const charged = order.lines.flatMap((line) => line.charges).at(0)
  return (charged?.currency || market.currency).toLowerCase()
}

function snapshotOf(order: Order): string {
  const kept: Snapshot & Record<keyof Omit<Order, keyof Snapshot>, undefined> = {
    ...order,
    address: undefined,
    phone: undefined,
    customerEmail: undefined,
  }
  return JSON.stringify(kept)
}

/** The columns of a line's row, ids for a first write among them. */
export function lineRow(line: OrderLine): Record<string, Value> {
  return {
    id: generateEntityId("", "wmol"),
    line_item_id: generateEntityId("", "ordli"),
    ...lineContent(line),
  }
}

function lineContent(line: OrderLine): Record<string, Value> {
  return {
    line_number: line.lineNumber,
    sku: line.sku,
    product_name: line.productName,
    quantity: line.quantity,
    ...lineQuantities(line),
    asked: line.customerAskedToCancel,
    total: chargedCents(line, "line"),
  }
}
