import type { MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { type Check, door } from "./door"
import { orderInPath } from "./walmart-order"

/** A transfer's event makes the shop mail the order's buyer, and nothing can mute it. */
const refuseTransfer: Check = async (_req, { purchase_order_id: po }) => {
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Order ${po} is Walmart's, and asking for its transfer would mail Walmart's buyer, which Walmart forbids. Leave it without a customer account; answer its buyer in Seller Center.`
  )
}

/** Medusa's routes that ask an order's buyer to give it to a customer account. */
export const transferRoutes: MiddlewareRoute[] = [
  door({ path: "/admin/orders/:id/transfer", orderOf: orderInPath, check: refuseTransfer }),
  door({ path: "/store/orders/:id/transfer/request", orderOf: orderInPath, check: refuseTransfer }),
]
