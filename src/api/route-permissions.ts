import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { needTables } from "./admin/walmart/need-tables"
import { mayEditOrder } from "./admin/walmart/orders/may-edit-order"
import { changeOneAtATime } from "./admin/walmart/orders/one-at-a-time"
import { ORDER_LIST_FIELDS } from "./admin/walmart/query-config"
import { wordRefusals } from "./native/word-refusals"
import { refuseUnreadable } from "./admin/walmart/refuse-unreadable"
import {
  AdminWalmartMissesParams,
  AdminWalmartOrderCountsParams,
  AdminWalmartOrdersParams,
  AdminWalmartPageParams,
  AdminWalmartPerformanceParams,
  AdminWalmartReturnCountsParams,
  AdminWalmartReturnsParams,
  AdminWalmartStockParams,
  AdminWalmartUpdateParams,
  AdminWalmartUpdatesParams,
} from "./admin/walmart/queries"
import {
  AdminWalmartBulkRetry,
  AdminWalmartCancel,
  AdminWalmartCancellationReason,
  AdminWalmartCancelUnimported,
  AdminWalmartCarrier,
  AdminWalmartCase,
  AdminWalmartLeaveOut,
  AdminWalmartDismiss,
  AdminWalmartDismissDifferences,
  AdminWalmartDismissReturn,
  AdminWalmartKeys,
  AdminWalmartProduct,
  AdminWalmartNote,
  AdminWalmartRefund,
  AdminWalmartRetry,
  AdminWalmartSettings,
  AdminWalmartSetup,
  AdminWalmartWebhookSecret,
} from "./admin/walmart/validators"
import { AdminWalmartShipmentsCheck } from "./admin/walmart/shipments/validators"

const ROOT = "/admin/walmart"

/** What a user of a store with roles needs, named as Medusa's own routes do: the order desk works on orders, the rest is settings. */
function policies(path: string, operation: "read" | "update"): MiddlewareRoute["policies"] {
  return [{ resource: /^\/(accounts|keys|doctor|setup)/.test(path) ? "store" : "order", operation }]
}

/** What requests of a route may hold. */
export interface RequestSchemas {
  query?: z.ZodObject
  body?: z.ZodObject
}

/** By method and matcher, such as `GET /admin/walmart/orders/:id`; the reference of the HTTP API is made from them. */
export const requestSchemas = new Map<string, RequestSchemas>()

function get(path: string, params?: z.ZodObject, defaults: string[] = []): MiddlewareRoute {
  const config = { isList: true, defaults }
  requestSchemas.set(`GET ${ROOT}${path}`, { query: params })
  const parsing = params ? [validateAndTransformQuery(params, config)] : []
  // The status and the doctor say themselves what is missing.
  const middlewares = ["/status", "/metrics"].includes(path) ? parsing : [needTables, ...parsing]
  return { matcher: ROOT + path, methods: ["GET"], policies: policies(path, "read"), middlewares }
}

function post(
  path: string,
  body?: z.ZodObject,
  after: NonNullable<MiddlewareRoute["middlewares"]> = []
): MiddlewareRoute {
  const parsing = body ? [validateAndTransformBody(body)] : []
  requestSchemas.set(`POST ${ROOT}${path}`, { body })
  const middlewares = [...(path === "/doctor" ? [] : [needTables]), ...parsing, ...after]
  const needs = policies(path, "update")
  return { matcher: ROOT + path, methods: ["POST"], policies: needs, middlewares }
}

/** A route that pays money back, which Medusa's own refunds need a right of their own for. */
function refunding(route: MiddlewareRoute): MiddlewareRoute {
  const right = { resource: "refund", operation: "create" }
  return { ...route, policies: [route.policies ?? [], right].flat() }
}

/** A route of long lists; Medusa takes 100 kB otherwise. */
function withRoom(route: MiddlewareRoute): MiddlewareRoute {
  return { ...route, bodyParser: { sizeLimit: "2mb" } }
}

function remove(path: string): MiddlewareRoute {
  const needs = policies(path, "update")
  return { matcher: ROOT + path, methods: ["DELETE"], policies: needs, middlewares: [needTables] }
}

/** What every route of the admin API takes; anything else is refused before its handler runs. */
export const adminWalmartRoutes: MiddlewareRoute[] = [
  { matcher: `${ROOT}*`, middlewares: [wordRefusals, refuseUnreadable] },
  get("/orders", AdminWalmartOrdersParams, ORDER_LIST_FIELDS),
  get("/orders/counts", AdminWalmartOrderCountsParams),
  get("/orders/export", AdminWalmartOrdersParams, ORDER_LIST_FIELDS),
  get("/orders/:id"),
  get("/orders/:id/evidence"),
  post("/orders/:id/case", AdminWalmartCase),
  post("/orders/:id/import"),
  post("/orders/:id/product", AdminWalmartProduct),
  post("/orders/:id/acknowledge"),
  post("/orders/:id/leave-out", AdminWalmartLeaveOut),
  post("/orders/:id/cancel-unimported", AdminWalmartCancelUnimported),
  post("/orders/:id/refresh"),
  post("/orders/:id/cancellation-reason", AdminWalmartCancellationReason),
  get("/orders/:id/cancellation"),
  post("/orders/:id/cancel", AdminWalmartCancel, [mayEditOrder, changeOneAtATime]),
  get("/orders/:id/refund"),
  refunding(post("/orders/:id/refund", AdminWalmartRefund, [changeOneAtATime])),
  post("/orders/:id/carrier", AdminWalmartCarrier),
  post("/orders/:id/discrepancies/dismiss", AdminWalmartDismissDifferences),
  post("/orders/:id/note", AdminWalmartNote),
  withRoom(post("/shipments/check", AdminWalmartShipmentsCheck)),
  get("/updates", AdminWalmartUpdatesParams),
  get("/updates/:id", AdminWalmartUpdateParams),
  post("/updates/retry", AdminWalmartBulkRetry),
  post("/updates/:id/retry", AdminWalmartRetry),
  post("/updates/:id/dismiss", AdminWalmartDismiss),
  post("/updates/:id/undo"),
  get("/returns", AdminWalmartReturnsParams),
  get("/returns/counts", AdminWalmartReturnCountsParams),
  refunding(post("/returns/:id/refund")),
  post("/returns/:id/retry"),
  post("/returns/:id/dismiss", AdminWalmartDismissReturn),
  get("/stock", AdminWalmartStockParams),
  post("/stock/:id/push"),
  get("/performance", AdminWalmartPerformanceParams),
  get("/performance/:id/walmart", AdminWalmartPerformanceParams),
  get("/performance/:id/misses", AdminWalmartMissesParams),
  get("/accounts", AdminWalmartPageParams),
  get("/accounts/:id/settings"),
  post("/accounts/:id/settings", AdminWalmartSettings),
  get("/keys"),
  post("/accounts/:id/keys", AdminWalmartKeys),
  remove("/accounts/:id/keys"),
  post("/accounts/:id/webhook-secret", AdminWalmartWebhookSecret),
  remove("/accounts/:id/webhook-secret"),
  post("/accounts/:id/test"),
  post("/accounts/:id/fetch"),
  post("/accounts/:id/pause"),
  post("/accounts/:id/resume"),
  get("/accounts/:id/webhooks"),
  post("/accounts/:id/webhooks"),
  post("/accounts/:id/webhooks/check"),
  remove("/accounts/:id/webhooks/:subscription_id"),
  get("/status"),
  get("/metrics"),
  post("/doctor"),
  get("/setup"),
  post("/setup", AdminWalmartSetup),
]
