import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { FollowUp } from "./follow-up"
import { mute } from "./muting"
import { oneAtATime } from "./one-at-a-time"
import { type NativeOrder, type OrderIdOf, walmartOrderOf } from "./walmart-order"
import { wordRefusals } from "./word-refusals"

/** Looks at a request for a Walmart order before anything is saved; throws a MedusaError to refuse it. */
export type Check = (
  req: AuthenticatedMedusaRequest,
  order: NativeOrder,
  res: MedusaResponse
) => Promise<void>

/** What the plugin adds to one of Medusa's own routes. */
export interface Door {
  /** The route as Medusa spells it. */
  path: string
  orderOf: OrderIdOf
  check?: Check
  /** Walmart mails its buyers itself: the route's events must send the shop's mails to nobody. */
  isMuted?: boolean
  /** Done before the order's next request is checked; nothing follows a refused one. */
  followUp?: FollowUp
}

/**
 * A POST route of Medusa's as a Walmart order takes it: one request at a time, checked, and without the shop's mails. Orders of
 * other channels pass untouched.
 */
export function door({ path, orderOf, check, isMuted = false, followUp }: Door): MiddlewareRoute {
  const guard = async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse,
    next: MedusaNextFunction
  ): Promise<void> => {
    const orderId = await orderOf(req)
    const order = orderId ? await walmartOrderOf(req.scope, orderId) : null
    if (!order) return next()
    const proceed = async () => {
      if (isMuted) mute(req)
      await check?.(req, order, res)
      next()
    }
    await oneAtATime(req.scope, res, order, { proceed, followUp })
  }
  return { matcher: path, methods: ["POST"], middlewares: [wordRefusals, guard] }
}
