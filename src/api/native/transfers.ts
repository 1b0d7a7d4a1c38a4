import type { MiddlewareRoute } from "@medusajs/framework/http"
import { type Check, door } from "./door"
import { orderInPath } from "./walmart-order"
import { phrases } from "../../walmart/words/phrase"
import { notAllowed } from "../../workflows/shared/refusals"

/** A transfer's event makes the shop mail the order's buyer, and nothing can mute it. */
const refuseTransfer: Check = async (_req, { purchase_order_id: order }) => {
  throw notAllowed(phrases("transfer_forbidden", { order }))
}

/** Medusa's routes that ask an order's buyer to give it to a customer account. */
export const transferRoutes: MiddlewareRoute[] = [
  door({ path: "/admin/orders/:id/transfer", orderOf: orderInPath, check: refuseTransfer }),
  door({ path: "/store/orders/:id/transfer/request", orderOf: orderInPath, check: refuseTransfer }),
]
