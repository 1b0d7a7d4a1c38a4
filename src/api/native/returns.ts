import type { MiddlewareRoute } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { invalid } from "../../workflows/shared/refusals"
import { type Check, door } from "./door"
import { orderInBody, orderOfReturn } from "./walmart-order"

const OPEN = ["initiated", "delivered"]

/** A buyer begins a return at Walmart; one that is begun in Medusa is known to nobody there. */
const begin: Check = async ({ scope }, { purchase_order_id: number }) => {
  const { options } = scope.resolve<WalmartModuleService>(WALMART_MODULE)
  if (options.onlyInMedusa === "allow") return
  throw invalid(
    `Returns of Walmart orders begin at Walmart: once the buyer of order ${number} starts one there, it comes into Medusa by itself ` +
      "and is received here. One that is begun in Medusa is not sent to Walmart, so nothing was saved. To give money back without " +
      "a return, use Refund on the order's payment or in its Walmart box. To keep such a return in Medusa alone, a developer sets the " +
      'plugin\'s option onlyInMedusa to "allow".'
  )
}

/** What came back by Walmart's return is received, and refunded there; any other return is Medusa's alone. */
const receive: Check = async (req, order, res) => {
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const select: ["id"] = ["id"]
  const [known] = await walmart.listWalmartReturns({ return_id: req.params.id }, { select })
  if (!known) await begin(req, order, res)
}

/** Walmart still waits for what is on its way; only the buyer or Walmart cancels that. */
const cancel: Check = async ({ scope, params }) => {
  const walmart = scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const [known] = await walmart.listWalmartReturns({ return_id: params.id })
  if (!known || !OPEN.includes(known.status)) return
  throw invalid(
    `Return ${known.return_order_id} is still open at Walmart, which is not told when it is canceled here. Nothing was saved. ` +
      "It is canceled here by itself once the buyer or Walmart cancels it; what comes back until then is received here."
  )
}

/** Medusa's routes of returns. */
export const returnRoutes: MiddlewareRoute[] = [
  door({ path: "/admin/returns", orderOf: orderInBody, check: begin, isMuted: true }),
  door({ path: "/store/returns", orderOf: orderInBody, check: begin }),
  door({
    path: "/admin/returns/:id/request",
    orderOf: orderOfReturn,
    check: begin,
    isMuted: true,
  }),
  door({
    path: "/admin/returns/:id/receive",
    orderOf: orderOfReturn,
    check: receive,
    isMuted: true,
  }),
  door({
    path: "/admin/returns/:id/receive/confirm",
    orderOf: orderOfReturn,
    check: receive,
    isMuted: true,
  }),
  door({ path: "/admin/returns/:id/cancel", orderOf: orderOfReturn, check: cancel, isMuted: true }),
]
