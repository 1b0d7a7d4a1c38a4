import type { Call } from "../gateway/call"
import type { Answer } from "../wire/http"
import { matchesReturn, nextReturnCursor, parseReturnQuery } from "./return-query"
import { renderMexicanReturn } from "./mexican-return"
import { renderReturn } from "./return-view"

/** `GET /v3/returns` (rules E1 to E3) */
export function searchReturns(call: Call): Answer {
  const query = parseReturnQuery(call)
  const found = call.world
    .allReturns(call.seller.sellerId)
    .map((order) => (call.isStale ? call.world.pastReturn(order) : order))
    .filter((order) => order.market === call.market && matchesReturn(order, query))
    .sort((one, other) => one.createdAt - other.createdAt)
  const end = query.offset + Math.min(query.limit, call.world.options.pageSizeMax)
  const nextCursor = end < found.length ? nextReturnCursor(call, end) : null
  const returnOrders = found
    .slice(query.offset, end)
    .map((order) =>
      order.market === "mx"
        ? renderMexicanReturn(order)
        : renderReturn(order, query.replacementInfo)
    )
  const meta = { totalCount: found.length, limit: query.limit, nextCursor }
  return { status: 200, body: { meta, returnOrders } }
}
