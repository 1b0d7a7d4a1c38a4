import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import { ORDER_LIST_FIELDS } from "./query-config"
import { refuseUnreadable } from "./refuse-unreadable"
import {
  AdminWalmartBulkRetry,
  AdminWalmartCancel,
  AdminWalmartCancellationReason,
  AdminWalmartCarrier,
  AdminWalmartDismiss,
  AdminWalmartOrderCountsParams,
  AdminWalmartOrdersParams,
  AdminWalmartPageParams,
  AdminWalmartRetry,
  AdminWalmartSettings,
  AdminWalmartUpdateParams,
  AdminWalmartUpdatesParams,
} from "./validators"

const ROOT = "/admin/walmart"

function get(path: string, params: z.ZodObject, defaults: string[] = []): MiddlewareRoute {
  const config = { isList: true, defaults }
  const middlewares = [validateAndTransformQuery(params, config)]
  return { matcher: ROOT + path, methods: ["GET"], middlewares }
}

function post(path: string, body: z.ZodObject): MiddlewareRoute {
  const middlewares = [validateAndTransformBody(body)]
  return { matcher: ROOT + path, methods: ["POST"], middlewares }
}

/** What every route of the admin API takes; anything else is refused before its handler runs. */
export const adminWalmartRoutes: MiddlewareRoute[] = [
  { matcher: `${ROOT}*`, middlewares: [refuseUnreadable] },
  get("/orders", AdminWalmartOrdersParams, ORDER_LIST_FIELDS),
  get("/orders/counts", AdminWalmartOrderCountsParams),
  post("/orders/:id/cancellation-reason", AdminWalmartCancellationReason),
  post("/orders/:id/cancel", AdminWalmartCancel),
  post("/orders/:id/carrier", AdminWalmartCarrier),
  get("/updates", AdminWalmartUpdatesParams),
  get("/updates/:id", AdminWalmartUpdateParams),
  post("/updates/retry", AdminWalmartBulkRetry),
  post("/updates/:id/retry", AdminWalmartRetry),
  post("/updates/:id/dismiss", AdminWalmartDismiss),
  get("/accounts", AdminWalmartPageParams),
  post("/accounts/:id/settings", AdminWalmartSettings),
]
