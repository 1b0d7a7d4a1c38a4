import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import {
  type OrderIdOf,
  orderOfClaim,
  orderOfExchange,
  orderOfReturn,
  walmartOrderOf,
} from "./walmart-order"

/** Lets the shop mail nothing about a request: events carry the request's flag, not the order's. */
export function mute(req: AuthenticatedMedusaRequest): void {
  req.validatedBody = { ...(req.validatedBody as object | undefined), no_notification: true }
}

/** A POST route whose events may say `no_notification`, without more of the plugin before it. */
function muted(path: string, orderOf: OrderIdOf): MiddlewareRoute {
  const guard = async (
    req: AuthenticatedMedusaRequest,
    _res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    const orderId = await orderOf(req)
    if (orderId && (await walmartOrderOf(req.scope, orderId))) mute(req)
    next()
  }
  return { matcher: path, methods: ["POST"], middlewares: [guard] }
}

/** Medusa's remaining routes that let a request mute its events; Walmart mails its buyers itself. */
export const mutedRoutes: MiddlewareRoute[] = [
  muted("/admin/returns/:id", orderOfReturn),
  muted("/admin/claims/:id/cancel", orderOfClaim),
  muted("/admin/exchanges/:id/cancel", orderOfExchange),
]
