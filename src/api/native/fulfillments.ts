import type { MiddlewareRoute } from "@medusajs/framework/http"
import { checkWalmartFulfillmentWorkflow } from "../../workflows/shipments/check-walmart-fulfillment"
import {
  checkWalmartLabelsWorkflow,
  type NewFulfillment,
} from "../../workflows/shipments/check-walmart-labels"
import { prepareWalmartFulfillmentCancelWorkflow } from "../../workflows/shipments/prepare-walmart-fulfillment-cancel"
import { refuseCountedWalmartFulfillmentWorkflow } from "../../workflows/shipments/refuse-counted-walmart-fulfillment"
import { refuseUnshippedWalmartDeliveryWorkflow } from "../../workflows/shipments/refuse-unshipped-walmart-delivery"
import { invalid } from "../../workflows/shared/refusals"
import { type Check, door } from "./door"
import { type NativeOrder, orderInBody, orderInPath, orderOfFulfillment } from "./walmart-order"
import { phrases } from "../../walmart/words/phrase"

/** Refuses to pack what Walmart no longer expects. */
const checkFulfillment: Check = async ({ scope, validatedBody }, { order_id }) => {
  const { items } = validatedBody as { items: { id: string; quantity: number }[] }
  await checkWalmartFulfillmentWorkflow(scope).run({ input: { order_id, items } })
}

/** Once it is delivered, Medusa's screens offer no Ship for a fulfillment any more, and Walmart would never hear of it. */
const checkDelivery: Check = async ({ scope, params }, { account_id }) => {
  await refuseUnshippedWalmartDeliveryWorkflow(scope).run({
    input: { fulfillment_id: params.fulfillment_id, account_id },
  })
}

/** Refuses nothing itself: it takes the check of stock away, and leaves the rest to Medusa. */
const letCancel: Check = async ({ scope, params }, { order_id }) => {
  await prepareWalmartFulfillmentCancelWorkflow(scope).run({
    input: { order_id, fulfillment_id: params.fulfillment_id },
  })
}

/** Beside its order, only what the order does not count may be canceled. */
const checkCancelBeside: Check = async ({ scope, params }, { order_id, purchase_order_id }) => {
  await refuseCountedWalmartFulfillmentWorkflow(scope).run({
    input: { order_id, purchase_order_id, fulfillment_id: params.id },
  })
}

/**
 * A fulfillment that begins its life as shipped or delivered passes none of the checks of the Ship routes. One that begins it with a
 * label is looked at where the account ships what is fulfilled.
 */
const checkBorn: Check = async ({ scope, validatedBody }, order) => {
  refuseBornShipped(validatedBody, order)
  await checkWalmartLabelsWorkflow(scope).run({
    input: { ...(validatedBody as NewFulfillment), order_id: order.order_id },
  })
}

function refuseBornShipped(body: unknown, { purchase_order_id: order }: NativeOrder): void {
  const { shipped_at: shipped, delivered_at: delivered } = body as Record<string, unknown>
  const field = shipped ? "shipped_at" : delivered ? "delivered_at" : null
  if (!field) return
  throw invalid(phrases("fulfillment_born_shipped", { order, field }))
}

/** Medusa's routes that make a fulfillment and end it. */
export const fulfillmentRoutes: MiddlewareRoute[] = [
  door({
    path: "/admin/orders/:id/fulfillments",
    orderOf: orderInPath,
    check: checkFulfillment,
    isMuted: true,
  }),
  door({
    path: "/admin/orders/:id/fulfillments/:fulfillment_id/cancel",
    orderOf: orderInPath,
    check: letCancel,
    isMuted: true,
  }),
  door({
    path: "/admin/orders/:id/fulfillments/:fulfillment_id/mark-as-delivered",
    orderOf: orderInPath,
    check: checkDelivery,
    isMuted: true,
  }),
  door({ path: "/admin/fulfillments", orderOf: orderInBody, check: checkBorn }),
  door({
    path: "/admin/fulfillments/:id/cancel",
    orderOf: orderOfFulfillment,
    check: checkCancelBeside,
  }),
]
