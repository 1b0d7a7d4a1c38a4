import { z } from "@medusajs/framework/zod"
import { listedDetails } from "../errors/error-body"
import { NO_CALL, UnreadableError } from "../errors/errors"
import {
  holderOf,
  instant,
  isRecord,
  listOf,
  objectOrNothing,
  optionalCount,
  optionalInstant,
  optionalText,
  quantity,
  shown,
  text,
  textOrNothing,
} from "./fields"
import { amountOf, orderLines } from "./line-schema"
import { orderSummary, orEmpty, shipNode, shippingInfo, totalInCurrency } from "./details-schema"
import { inNamedCurrency } from "../../orders/charges"
import { isWalmartNumber } from "../../common/walmart-number"
import { countable } from "../../common/countable"
import type { Order } from "../../orders/order"
import { realEmail } from "./placeholders"
import { unwrapped } from "./unwrapped"
import { redactText } from "../errors/redact"

const purchaseOrderId = text.refine(isWalmartNumber, {
  error: (issue) => `is ${shown(issue.input)}, expected a purchase order number`,
})

const order = z
  .object({
    purchaseOrderId,
    customerOrderId: orEmpty,
    customerEmailId: optionalText.transform(realEmail),
    orderDate: instant,
    shippingInfo,
    orderLines: holderOf("orderLine", orderLines),
    shipNode,
    orderType: optionalText.transform((type) => type?.toUpperCase() ?? null),
    originalCustomerOrderID: optionalText,
    orderSummary,
  })
  .transform((raw): Order => ({
    purchaseOrderId: raw.purchaseOrderId,
    customerOrderId: raw.customerOrderId,
    customerEmail: raw.customerEmailId,
    phone: raw.shippingInfo.phone,
    orderedAt: raw.orderDate,
    shipBy: raw.shippingInfo.estimatedShipDate,
    deliverBy: raw.shippingInfo.estimatedDeliveryDate,
    methodCode: raw.shippingInfo.methodCode,
    address: raw.shippingInfo.postalAddress,
    shipNode: raw.shipNode,
    orderType: raw.orderType,
    originalCustomerOrderId: raw.originalCustomerOrderID,
    summaryTotal: totalInCurrency(raw.orderSummary, raw.orderLines),
    lines: inNamedCurrency(raw.orderLines, raw.orderSummary?.currency),
  }))

/** Where a list continues. A question mark alone is no query, and would begin the list again. */
export const pageMeta = objectOrNothing(
  z.object({
    totalCount: optionalCount,
    nextCursor: textOrNothing.transform((cursor) => (cursor === "?" ? null : cursor)),
  })
).transform((meta) => meta ?? { totalCount: null, nextCursor: null })

const orderList = z.object({
  list: z.object({ meta: pageMeta, elements: holderOf("order", listOf(z.unknown())) }),
})

/** An order of a list that could not be read, or an error that came with a list. */
export interface OrderFailure {
  /** Null when no order can be asked for by it. */
  purchaseOrderId: string | null
  reason: string
  /** What of an unreadable order could be read nevertheless. */
  customerOrderId: string | null
  /** Epoch milliseconds. */
  orderedAt: number | null
}

/** One page of a search. */
export interface OrderPage {
  orders: Order[]
  /** Never empty silently: whoever moves a poll mark must look at these first. */
  failures: OrderFailure[]
  /** Query string of the next page, null on the last. */
  nextCursor: string | null
  totalCount: number | null
}

/**
 * Reads one order, bare or wrapped in `{order: …}`. Unknown fields are ignored; what is not needed to ship, cancel or account
 * is left out when it cannot be read.
 * @param currency of charges where the order names none
 * @throws UnreadableError naming each field with its value when something needed is missing or unknown
 */
export function parseOrder(json: unknown, currency?: string): Order {
  const raw = unwrapped(json)
  const id = idOf(raw)
  const read = parseWith(order, raw, id === null ? "order" : `order ${id}`)
  return { ...read, lines: inNamedCurrency(read.lines, currency) }
}

/**
 * Reads a page of orders; an unreadable order becomes a failure and loses no other.
 * @throws UnreadableError when it is no list at all
 */
export function parseOrderList(json: unknown, currency?: string): OrderPage {
  const { list } = parseWith(orderList, json, "list of orders")
  const page: OrderPage = { orders: [], failures: listErrors(json), ...list.meta }
  for (const raw of list.elements) {
    try {
      page.orders.push(parseOrder(raw, currency))
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      page.failures.push(failedOrder(raw, error.message))
    }
  }
  // A page with nothing on it ends the walk, whatever its cursor says (docs/walmart-api.md, "Reading orders").
  const isEmpty = page.orders.length === 0 && page.failures.length === 0
  return isEmpty ? { ...page, nextCursor: null } : page
}

/** Errors inside a success (shape D of docs/walmart-api.md, "Errors"). */
function listErrors(json: unknown): OrderFailure[] {
  return listedDetails(json).map(({ code, description }) =>
    failureWithoutOrder(
      `Walmart reported an error with its list: ${redactText(description || code)}`
    )
  )
}

/** A failure that belongs to no order. */
export function failureWithoutOrder(reason: string): OrderFailure {
  return { purchaseOrderId: null, reason, customerOrderId: null, orderedAt: null }
}

const fragment = z
  .object({
    customerOrderId: optionalText,
    orderDate: optionalInstant,
  })
  .catch({ customerOrderId: null, orderDate: null })

function failedOrder(json: unknown, reason: string): OrderFailure {
  const raw = unwrapped(json)
  const { customerOrderId, orderDate: orderedAt } = fragment.parse(raw)
  return { purchaseOrderId: idOf(raw), reason, customerOrderId, orderedAt }
}

const inventory = z
  .object({ sku: text, quantity: amountOf(quantity) })
  .transform((raw) => ({ sku: raw.sku, amount: countable(raw.quantity.amount) }))

/** Reads the stock of one SKU. @throws UnreadableError */
export function parseInventory(json: unknown): { sku: string; amount: number } {
  return parseWith(inventory, json, "inventory")
}

const inventoryPage = z
  .object({
    meta: pageMeta,
    elements: holderOf(
      "inventories",
      listOf(z.object({ sku: text, nodes: listOf(z.object({ shipNode: text })) }))
    ),
  })
  .transform(({ meta, elements }) => {
    const skus = elements.map(({ sku, nodes }) => {
      return { sku, shipNodes: nodes.map(({ shipNode }) => shipNode) }
    })
    // A page with nothing on it ends the walk, whatever its cursor says.
    return { ...meta, skus, nextCursor: skus.length === 0 ? null : meta.nextCursor }
  })

/** Some of the SKUs that a seller has, each with the ship nodes at which Walmart holds a figure of it. */
export type InventoryPage = z.output<typeof inventoryPage>

/** Reads a page of the seller's SKUs. @throws UnreadableError */
export function parseInventoryPage(json: unknown): InventoryPage {
  return parseWith(inventoryPage, json, "list of inventories")
}

const tokenDetail = z
  .object({ scopes: z.record(z.string(), z.unknown()).nullish(), expire_at: optionalInstant })
  .transform((raw) => ({
    expiresAt: raw.expire_at,
    scopes: Object.fromEntries(
      Object.entries(raw.scopes ?? {}).flatMap(([area, access]) =>
        typeof access === "string" ? [[area, access]] : []
      )
    ),
  }))

/** Reads what a token may do. @throws UnreadableError */
export function parseTokenDetail(json: unknown): {
  scopes: Record<string, string>
  expiresAt: number | null
} {
  return parseWith(tokenDetail, json, "token detail")
}

/** Reads an answer of any shape. @throws UnreadableError that names what is wrong */
export function parseWith<T>(schema: z.ZodType<T>, json: unknown, what: string): T {
  const parsed = schema.safeParse(json, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new UnreadableError(
    `Walmart's ${what} cannot be read: ${complaints(parsed.error)}.`,
    NO_CALL
  )
}

const MAX_COMPLAINTS = 3

function complaints(error: z.ZodError): string {
  const all = error.issues.map((issue) => `${issue.path.join(".") || "it"} ${complaint(issue)}`)
  const rest = all.length - MAX_COMPLAINTS
  return all.slice(0, MAX_COMPLAINTS).join("; ") + (rest > 0 ? `; and ${rest} more` : "")
}

const SHAPES: Record<string, string> = { object: "an object", array: "a list", string: "a text" }

/** What is wrong with a value, with the value itself: zod names only its type. */
function complaint(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_type") return issue.message
  return `is ${shown(issue.input)}, expected ${SHAPES[issue.expected] ?? issue.expected}`
}

function idOf(raw: unknown): string | null {
  const { data } = purchaseOrderId.safeParse(isRecord(raw) ? raw.purchaseOrderId : null)
  return data ?? null
}
