import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checkWalmartCancellationWorkflow } from "../../workflows/cancellations/check-walmart-cancellation"
import { type Check, door } from "./door"
import { readNow } from "./read-now"
import { orderInPath } from "./walmart-order"

/** Refuses a cancellation without a reason, or of what has left already. */
const checkCancellation: Check = async ({ scope, auth_context }, { order_id }) => {
  const { caveat } = await readNow(scope, order_id)
  await checkWalmartCancellationWorkflow(scope).run({
    input: { order_id, actor_id: auth_context.actor_id, caveat },
  })
}

/** Medusa's Cancel route. */
export const cancellationRoutes: MiddlewareRoute[] = [
  door({ path: "/admin/orders/:id/cancel", orderOf: orderInPath, check: checkCancellation }),
]
