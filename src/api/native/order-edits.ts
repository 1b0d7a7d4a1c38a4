import type { AuthenticatedMedusaRequest, MiddlewareRoute } from "@medusajs/framework/http"
import type { EditAction } from "../../walmart/checks/check-order-edit"
import { checkWalmartOrderEditWorkflow } from "../../workflows/order-edits/check-walmart-order-edit"
import { type Check, door } from "./door"
import { editFollowUp } from "./follow-up"
import { orderInBody, orderInPath } from "./walmart-order"

/** Looks at one thing that is about to be added to an edit, so that it is refused where it is entered. */
function checkAction(actionOf: (req: AuthenticatedMedusaRequest) => EditAction): Check {
  return async (req, { order_id }) => {
    const input = { order_id, action: actionOf(req) }
    await checkWalmartOrderEditWorkflow(req.scope).run({ input })
  }
}

/** Looks at the whole edit, with the reason of what it takes out. */
const checkWhole: Check = async ({ scope }, { order_id }) => {
  await checkWalmartOrderEditWorkflow(scope).run({ input: { order_id, action: null } })
}

/** Medusa takes a price of null for 0. */
interface ItemBody {
  quantity?: number
  unit_price?: number | null
}

function itemUpdate({ params, validatedBody }: AuthenticatedMedusaRequest): EditAction {
  const { quantity = null, unit_price: price } = validatedBody as ItemBody
  const unitPrice = price === undefined ? null : Number(price)
  return { kind: "ITEM_UPDATE", itemId: params.item_id, title: null, quantity, unitPrice }
}

function adding(kind: string): () => EditAction {
  return () => ({ kind, itemId: null, title: null, quantity: null, unitPrice: null })
}

const EDIT = "/admin/order-edits/:id"
const orderOf = orderInPath

/** Medusa's order edit routes. What an edit of a Walmart order may do is to take units out, or to bring back what is not canceled yet. */
export const orderEditRoutes: MiddlewareRoute[] = [
  door({ path: "/admin/order-edits", orderOf: orderInBody }),
  door({ path: `${EDIT}/items`, orderOf, check: checkAction(adding("ITEM_ADD")) }),
  door({ path: `${EDIT}/items/item/:item_id`, orderOf, check: checkAction(itemUpdate) }),
  door({ path: `${EDIT}/shipping-method`, orderOf, check: checkAction(adding("SHIPPING_ADD")) }),
  door({ path: `${EDIT}/request`, orderOf, check: checkWhole, isMuted: true }),
  door({ path: `${EDIT}/confirm`, orderOf, check: checkWhole, followUp: editFollowUp }),
]
