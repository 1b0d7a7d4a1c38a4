import type { MiddlewareRoute } from "@medusajs/framework/http"
import type WalmartModuleService from "../../modules/walmart/service"
import { WALMART_MODULE } from "../../modules/walmart"
import { invalid } from "../../workflows/shared/refusals"
import { checkWalmartRefundWorkflow } from "../../workflows/refunds/check-walmart-refund"
import { type Check, door } from "./door"
import { planFollowUp } from "./follow-up"
import { readNow } from "./read-now"
import {
  orderInBody,
  orderInPath,
  orderOfClaim,
  orderOfExchange,
  orderOfPayment,
} from "./walmart-order"
import { phrases } from "../../walmart/words/phrase"

/** Refuses what would be saved in Medusa alone, unless the store says that it does the same in Seller Center. */
function notSent(what: "credits" | "claims" | "exchanges"): Check {
  return async ({ scope }, { purchase_order_id: order }) => {
    const { options } = scope.resolve<WalmartModuleService>(WALMART_MODULE)
    if (options.onlyInMedusa === "allow") return
    throw invalid(phrases("only_in_medusa", { order }, what))
  }
}

/** Reads Walmart and checks the refund, and has Medusa keep with it what it is for. */
const checkRefund: Check = async (req, { order_id }) => {
  const { caveat } = await readNow(req.scope, order_id)
  const body = req.validatedBody as RefundBody
  const { result } = await checkWalmartRefundWorkflow(req.scope).run({
    input: {
      ...{ order_id, payment_id: req.params.id, caveat, actor_id: req.auth_context.actor_id },
      ...{ amount: body.amount, refund_reason_id: body.refund_reason_id },
    },
  })
  // The route hands its body on to the refund's workflow as it is.
  if (result.metadata) Object.assign(body, { metadata: result.metadata })
}

/** What Medusa's Refund screen sends. */
interface RefundBody {
  amount?: number
  refund_reason_id?: string
  note?: string
}

const credits = notSent("credits")
const claims = notSent("claims")
const exchanges = notSent("exchanges")

/** Medusa's routes that give money or goods back. */
export const afterSalesRoutes: MiddlewareRoute[] = [
  door({
    path: "/admin/payments/:id/refund",
    orderOf: orderOfPayment,
    check: checkRefund,
    followUp: planFollowUp,
  }),
  door({ path: "/admin/orders/:id/credit-lines", orderOf: orderInPath, check: credits }),
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
