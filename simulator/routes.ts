import { issueToken, tokenDetail } from "./gateway/auth"
import { allowQuery, type Call, type Route } from "./gateway/call"
import { cancelOrder } from "./orders/cancel"
import { refusal } from "./wire/errors"
import type { Answer } from "./wire/http"
import { getFeed, listFeeds, postFeed } from "./inventory/feeds"
import { getInventory, putInventory } from "./inventory/inventory"
import { getNodes, listInventories, putNodes } from "./inventory/nodes"
import { acknowledgeOrderLines } from "./orders/acknowledge-lines"
import { acknowledgeOrder, getOrder, searchOrders, searchReleased } from "./orders/orders"
import { getPerformance, METRICS } from "./performance/performance"
import { refundOrder } from "./orders/refund"
import { refundReturn } from "./returns/refund-return"
import { searchReturns } from "./returns/returns"
import { shipOrder } from "./orders/ship"
import {
  createSubscriptions,
  deleteSubscription,
  listEventTypes,
  listSubscriptions,
  testWebhook,
  updateSubscription,
} from "./webhooks/webhooks"

const ORDER = "/v3/orders/([^/]+)"
const PERFORMANCE = `/v3/insights/performance/(${Object.keys(METRICS).join("|")})`
const SUBSCRIPTIONS = "/v3/webhooks/subscriptions"

function route(
  call: string,
  endpoint: Route["endpoint"],
  scope: Route["scope"],
  body: Route["body"],
  handler: Route["handler"],
  bucket: string = endpoint
): Route {
  const [method, target] = call.split(" ")
  const [path, search] = target.split("?")
  const query = Object.fromEntries(new URLSearchParams(search))
  return { method, pattern: new RegExp(`^${path}$`), query, endpoint, bucket, scope, body, handler }
}

function only(markets: Route["markets"], one: Route): Route {
  return { ...one, markets }
}

function acknowledge(name: string, handler: Route["handler"]): Route {
  return route(`POST ${ORDER}/${name}`, "orders.acknowledge", "orders", "json", handler)
}

/** Every `/v3` endpoint; the first that fits wins. */
export const ROUTES: Route[] = [
  route("POST /v3/token", "token", null, "form", answerToken),
  route("GET /v3/token/detail", "token", null, "none", answerDetail),
  route("GET /v3/orders", "orders.list", "orders", "none", searchOrders),
  only(
    ["us", "ca"],
    route("GET /v3/orders/released", "orders.released", "orders", "none", searchReleased)
  ),
  route(`GET ${ORDER}`, "orders.get", "orders", "none", getOrder),
  only(["us", "ca"], acknowledge("acknowledge", acknowledgeOrder)),
  only(["ca", "mx", "cl"], acknowledge("acknowledgeLines", acknowledgeOrderLines)),
  route(`POST ${ORDER}/shipping`, "orders.shipping", "orders", "json", shipOrder),
  route(`POST ${ORDER}/cancel`, "orders.cancel", "orders", "json", cancelOrder),
  only(["us", "ca"], route(`POST ${ORDER}/refund`, "orders.refund", "orders", "json", refundOrder)),
  route("GET /v3/returns", "returns.list", "returns", "none", searchReturns),
  only(
    ["us", "mx"],
    route("POST /v3/returns/([^/]+)/refund", "returns.refund", "returns", "json", refundReturn)
  ),
  route("GET /v3/inventory", "inventory", "inventory", "none", getInventory, "inventory.get"),
  route("PUT /v3/inventory", "inventory", "inventory", "json", putInventory, "inventory.put"),
  ...stockRoutes(),
  ...webhookRoutes().map((one) => only(["us"], one)),
  only(
    ["us"],
    route(
      `GET ${PERFORMANCE}/summary`,
      "insights",
      null,
      "none",
      getPerformance,
      "insights.summary"
    )
  ),
]

function stockRoutes(): Route[] {
  const nodes = (call: string, name: string, body: Route["body"], handler: Route["handler"]) =>
    route(call, "inventories", "inventory", body, handler, `inventories.${name}`)
  const feeds = (call: string, name: string, body: Route["body"], handler: Route["handler"]) =>
    route(call, "feeds", "feeds", body, handler, `feeds.${name}`)
  return [
    nodes("GET /v3/inventories", "list", "none", listInventories),
    nodes("GET /v3/inventories/([^/]+)", "get", "none", getNodes),
    nodes("PUT /v3/inventories/([^/]+)", "put", "json", putNodes),
    feeds("POST /v3/feeds?feedType=MP_INVENTORY", "MP_INVENTORY", "multipart", postFeed),
    feeds("POST /v3/feeds", "inventory", "multipart", postFeed),
    feeds("GET /v3/feeds", "get", "none", listFeeds),
    feeds("GET /v3/feeds/([^/]+)", "get", "none", getFeed),
  ]
}

function webhookRoutes(): Route[] {
  const webhook = (call: string, name: string, handler: Route["handler"]) => {
    const hasBody = /^(POST|PATCH)/.test(call)
    return route(call, "webhooks", "orders", hasBody ? "json" : "none", handler, `webhooks.${name}`)
  }
  return [
    webhook("GET /v3/webhooks/eventTypes", "eventTypes", listEventTypes),
    webhook(`GET ${SUBSCRIPTIONS}`, "list", listSubscriptions),
    webhook(`POST ${SUBSCRIPTIONS}`, "create", createSubscriptions),
    webhook(`PATCH ${SUBSCRIPTIONS}/([^/]+)`, "update", updateSubscription),
    webhook(`DELETE ${SUBSCRIPTIONS}/([^/]+)`, "delete", deleteSubscription),
    webhook("POST /v3/webhooks/test", "test", testWebhook),
  ]
}

/** The route of a call; 404 for an unknown path, 405 for a known path with another method (rule G9). */
export function findRoute(
  method: string,
  { pathname, searchParams }: URL
): { route: Route; pathId: string } {
  const fits = ({ pattern, query }: Route) =>
    pattern.test(pathname) &&
    Object.entries(query).every(([name, value]) => searchParams.get(name) === value)
  const onPath = ROUTES.filter(fits)
  const found = onPath.find((candidate) => candidate.method === method)
  if (found) {
    const pathId = decodeURIComponent(found.pattern.exec(pathname)?.[1] ?? "")
    return { route: found, pathId }
  }
  const text = `${method} ${pathname}`
  if (onPath.length > 0) throw refusal(405, "gateway", "METHOD_NOT_ALLOWED", text)
  throw refusal(404, "gateway", "URI_NOT_FOUND", text)
}

function answerToken(call: Call): Answer {
  allowQuery(call)
  const form = call.body instanceof URLSearchParams ? call.body : new URLSearchParams()
  return issueToken(call.world, call.credential, form)
}

function answerDetail(call: Call): Answer {
  allowQuery(call)
  if (!call.token) throw refusal(401, "gateway", "UNAUTHORIZED", "Unauthorized", "UNAUTHORIZED")
  return tokenDetail(call.token, call.credential)
}
