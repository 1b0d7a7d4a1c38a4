import type { MiddlewareRoute } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { invalid } from "../../workflows/shared/refusals"
import { type Check, door } from "./door"
import { returnFollowUp } from "./follow-up"
import { orderInBody, orderOfReturn } from "./walmart-order"
import { phrases } from "../../walmart/words/phrase"

const OPEN = ["initiated", "delivered"]

/** A buyer begins a return at Walmart; one that is begun in Medusa is known to nobody there. */
const begin: Check = async ({ scope }, { purchase_order_id: order }) => {
  const { options } = scope.resolve<WalmartModuleService>(WALMART_MODULE)
  if (options.onlyInMedusa === "allow") return
  throw invalid(phrases("only_in_medusa", { order }, "returns"))
}

/** What came back by Walmart's return is received, and refunded there; any other return is Medusa's alone. */
const receive: Check = async (req, order, res) => {
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const [known] = await walmart.listWalmartReturns({ return_id: req.params.id }, { select: ["id"] })
  if (!known) await begin(req, order, res)
}

/** Walmart still waits for what is on its way; only the buyer or Walmart cancels that. */
const cancel: Check = async ({ scope, params }) => {
  const walmart = scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const [known] = await walmart.listWalmartReturns({ return_id: params.id })
  if (!known || !OPEN.includes(known.status)) return
  throw invalid(phrases("return_open", { return: known.return_order_id }))
}

/** Walmart counts and refunds whole units, so that a part of one would be received and never be refunded. */
const receiveUnits: Check = async ({ scope, params, validatedBody }) => {
  const { items, ...one } = validatedBody as ReceivedBody
  const part = (items ?? [one]).find(({ quantity = 0 }) => !Number.isInteger(quantity))
  if (!part) return
  const walmart = scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const [known] = await walmart.listWalmartReturns({ return_id: params.id }, { select: ["id"] })
  if (known) throw invalid(phrases("receive_fraction", { units: part.quantity ?? 0 }))
}

/** What Medusa's Receive screen sends: some items, or another quantity of one. */
interface ReceivedBody {
  items?: { quantity?: number }[]
  quantity?: number
}

const RECEIVED_UNITS = ["receive-items", "dismiss-items"].flatMap((items) => [
  `/admin/returns/:id/${items}`,
  `/admin/returns/:id/${items}/:action_id`,
])

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
  ...RECEIVED_UNITS.map((path) => door({ path, orderOf: orderOfReturn, check: receiveUnits })),
  door({
    path: "/admin/returns/:id/receive/confirm",
    orderOf: orderOfReturn,
    check: receive,
    isMuted: true,
    followUp: returnFollowUp,
  }),
  door({
    path: "/admin/returns/:id/cancel",
    orderOf: orderOfReturn,
    check: cancel,
    isMuted: true,
    followUp: returnFollowUp,
  }),
]
