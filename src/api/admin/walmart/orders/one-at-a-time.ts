import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { findWalmartOrder } from "../../../../workflows/shared/find-walmart-rows"
import { planFollowUp } from "../../../native/follow-up"
import { oneAtATime } from "../../../native/one-at-a-time"

/** The plugin's own routes that change the Medusa order wait for Medusa's, and the other way round. */
export async function changeOneAtATime(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const walmart = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const { id, order_id, account_id, purchase_order_id } = await findWalmartOrder(
    walmart,
    req.params.id
  )
  if (!order_id) return next()
  const order = { id, order_id, account_id, purchase_order_id }
  await oneAtATime(req.scope, res, order, { proceed: async () => next(), followUp: planFollowUp })
}
