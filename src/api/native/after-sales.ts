import type { MiddlewareRoute } from "@medusajs/framework/http"
import type WalmartModuleService from "../../modules/walmart/service"
import { WALMART_MODULE } from "../../modules/walmart"
import { invalid } from "../../workflows/shared/refusals"
import { type Check, door } from "./door"
import {
  orderInBody,
  orderInPath,
  orderOfClaim,
  orderOfExchange,
  orderOfPayment,
} from "./walmart-order"

/** Refuses what would be saved in Medusa alone, unless the store says that it does the same in Seller Center. */
function notSent(what: string): Check {
  return async ({ scope }, { purchase_order_id: number }) => {
    const { options } = scope.resolve<WalmartModuleService>(WALMART_MODULE)
    if (options.returnsAndRefunds === "allow") return
    throw invalid(
      `${what} of Walmart orders are not sent to Walmart, so the buyer of order ${number} would get nothing. Nothing was saved. ` +
        "Do it in Walmart's Seller Center. To keep it in Medusa as well, a developer sets the plugin's option " +
        'returnsAndRefunds to "allow".'
    )
  }
}

const refunds = notSent("Refunds")
const claims = notSent("Claims")
const exchanges = notSent("Exchanges")

/** Medusa's routes that give money or goods back. */
export const afterSalesRoutes: MiddlewareRoute[] = [
  door({ path: "/admin/payments/:id/refund", orderOf: orderOfPayment, check: refunds }),
  door({ path: "/admin/orders/:id/credit-lines", orderOf: orderInPath, check: refunds }),
  door({ path: "/admin/claims", orderOf: orderInBody, check: claims, isMuted: true }),
  door({ path: "/admin/claims/:id/request", orderOf: orderOfClaim, check: claims, isMuted: true }),
  door({ path: "/admin/exchanges", orderOf: orderInBody, check: exchanges, isMuted: true }),
  door({
    path: "/admin/exchanges/:id/request",
    orderOf: orderOfExchange,
    check: exchanges,
    isMuted: true,
  }),
]
