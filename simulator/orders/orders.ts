import { isRecord } from "../wire/body"
import { allowQuery, ownOrder, visible, type Call } from "../gateway/call"
import { badContent, Refusal } from "../wire/errors"
import type { Answer } from "../wire/http"
import { moveAll, quantityIn, type Order } from "../state/order"
import {
  booleanParam,
  cursorKey,
  matchesQuery,
  nextCursor,
  parseOrderQuery,
  sortOrders,
  type OrderQuery,
} from "./order-query"
import { renderOrder, several } from "./order-view"
import { answerOrder, refuseWalmartFulfilled } from "./order-write"

/** `GET /v3/orders` */
export function searchOrders(call: Call): Answer {
  return answerSearch(call, false)
}

/** `GET /v3/orders/released` */
export function searchReleased(call: Call): Answer {
  return answerSearch(call, true)
}

/** `GET /v3/orders/{purchaseOrderId}` */
export function getOrder(call: Call): Answer {
  allowQuery(call, "productInfo", "replacementInfo")
  const order = visible(call, ownOrder(call))
  const request = {
    productInfo: booleanParam(call.query, "productInfo"),
    replacementInfo: booleanParam(call.query, "replacementInfo"),
    isSingleRead: true,
  }
  return { status: 200, body: { order: renderOrder(order, call.world.options, request) } }
}

/** `POST /v3/orders/{purchaseOrderId}/acknowledge` (rules A1, A2) */
export function acknowledgeOrder(call: Call): Answer {
  allowQuery(call)
  refuseBody(call.body)
  const { world } = call
  const stored = ownOrder(call)
  refuseWalmartFulfilled(stored.current)
  if (!canBeAcknowledged(stored.current)) {
    const { purchaseOrderId } = stored.current
    throw badContent(`Some or all qty in higher status for PO: ${purchaseOrderId}`)
  }
  const draft = structuredClone(stored.current)
  const effects = acknowledgeLines(draft, world.clock.now())
  if (effects.length > 0) world.commit(stored, draft)
  for (const effect of effects) {
    world.record({ effect: "acknowledged", by: "seller_api", ...effect })
  }
  return answerOrder(call, stored.current)
}

/** Moves all Created quantity to Acknowledged in place; answers what was moved. */
export function acknowledgeLines(order: Order, now: number) {
  const moved = order.lines.map((line) => {
    const quantity = moveAll(line, "Created", "Acknowledged")
    if (quantity > 0) line.statusDate = now
    const { lineNumber, sku } = line
    return { purchaseOrderId: order.purchaseOrderId, lineNumber, sku, quantity }
  })
  return moved.filter((effect) => effect.quantity > 0)
}

/** False as soon as any quantity has passed acknowledging (rule A2). */
export function canBeAcknowledged(order: Order): boolean {
  return order.lines.every(
    (line) => quantityIn(line, "Shipped", "Delivered", "Cancelled", "Refund") === 0
  )
}

function answerSearch(call: Call, isReleased: boolean): Answer {
  const { world, seller } = call
  const now = world.clock.now()
  const query = parseOrderQuery(call.query, {
    now,
    isReleased,
    market: call.market,
    options: world.options,
    isKnownCursor: (params) => world.cursors.has(`${seller.sellerId} ${cursorKey(params)}`),
  })
  const found = seller.orders
    .map((stored) => visible(call, stored))
    .filter((order) => order.market === call.market && matchesQuery(order, query, now))
  if (found.length === 0 && world.options.notFoundForEmpty) throw nothingFound()
  return { status: 200, body: { list: renderPage(call, query, sortOrders(found, query)) } }
}

function renderPage(call: Call, query: OrderQuery, found: Order[]) {
  const { world, seller } = call
  const { options } = world
  const shown = Math.min(found.length, options.searchMax)
  const end = Math.min(query.offset + Math.min(query.limit, options.pageSizeMax), shown)
  const page = { total: found.length, nextOffset: end, sellerId: seller.sellerId }
  const cursor = end < shown ? nextCursor(call.query, query, page) : null
  if (cursor) {
    world.cursors.add(`${seller.sellerId} ${cursorKey(new URLSearchParams(cursor))}`)
  }
  const orders = found
    .slice(query.offset, end)
    .map((order) => renderOrder(order, options, { ...query, isSingleRead: false }))
  return {
    meta: { totalCount: found.length, limit: query.limit, nextCursor: cursor },
    elements: { order: several(orders, options) },
  }
}

function nothingFound(): Refusal {
  const description = "No orders found for the given search criteria"
  const item = { code: "CONTENT_NOT_FOUND", field: "data", description, severity: "INFO" } as const
  return new Refusal(404, "order", [item])
}

/** Clients send nothing, `[]` or `{}`; anything with content is a misunderstanding. */
function refuseBody(body: unknown): void {
  const isEmpty =
    body === undefined ||
    (Array.isArray(body) && body.length === 0) ||
    (isRecord(body) && Object.keys(body).length === 0)
  if (!isEmpty) throw badContent("acknowledge takes no body: it is for the whole order")
}
