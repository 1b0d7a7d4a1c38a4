import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type { FormerChoice } from "../../../modules/walmart/orders/reason-sql"
import type WalmartModuleService from "../../../modules/walmart/service"
import { checkReason, customerAskedForAll } from "../../../walmart/markets/markets"
import { isFulfilledByOthers } from "../../../walmart/orders/order"
import { findWalmartOrder, type WalmartOrderRow } from "../../shared/find-walmart-rows"
import { invalidBy, notAllowed } from "../../shared/refusals"
import { phrases } from "../../../walmart/words/phrase"

/** A reason staff choose for canceling an order. */
export interface SetCancellationReasonStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
  /** A code of the market; null takes the choice back, undefined leaves it as it is. */
  reason?: string | null
  /** Who chose it. */
  actor_id: string
}

/** The order the reason was chosen for. */
export interface ReasonChosen {
  walmart_order_id: string
  order_id: string | null
}

/**
 * Keeps a person's reason on the order, after checking it against the market and the customer's request.
 * @throws MedusaError INVALID_DATA for a wrong reason, NOT_ALLOWED for an order nothing can be canceled of
 */
export const setWalmartCancellationReasonStep = createStep(
  "set-walmart-cancellation-reason",
  async ({ id, reason, actor_id }: SetCancellationReasonStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const order = await findWalmartOrder(walmart, id)
    const chosen = { walmart_order_id: order.id, order_id: order.order_id }
    if (reason === undefined)
      return new StepResponse<ReasonChosen, FormerChoice | null>(chosen, null)
    if (reason !== null) checkChoice(walmart, order, reason)
    await walmart.chooseReason(order.id, { reason: reason?.trim() ?? null, by: actor_id })
    return new StepResponse<ReasonChosen, FormerChoice | null>(
      chosen,
      formerChoice(order, actor_id)
    )
  },
  async (former, { container }) => {
    if (!former) return
    await container.resolve<WalmartModuleService>(WALMART_MODULE).restoreReason(former)
  }
)

function formerChoice(order: WalmartOrderRow, by: string): FormerChoice {
  const kept = Object.entries(order.chosen_reasons ?? {})
  const { cancellation_reason: reason, cancellation_reason_by: shownBy } = order
  return {
    ...{ walmartOrderId: order.id, by, shown: { reason, by: shownBy } },
    own: kept.find(([person]) => person === by)?.[1] ?? null,
  }
}

function checkChoice(walmart: WalmartModuleService, order: WalmartOrderRow, reason: string): void {
  const shipNode = { type: order.ship_node_type }
  if (isFulfilledByOthers({ shipNode })) {
    throw notAllowed(phrases("fulfilled_by_others", {}))
  }
  const open = cancelableLines(order)
  if (open.length === 0) {
    throw notAllowed(phrases("cancel_nothing_open", { order: order.purchase_order_id }))
  }
  const customerAsked = customerAskedForAll(
    open.map((line) => ({ customerAskedToCancel: line.customer_asked_to_cancel }))
  )
  const problem = checkReason(walmart.market(order.account_id), reason, { customerAsked })
  if (problem) throw invalidBy([problem])
}

/** Open lines, as canceling the whole order would cancel them: of an imported order those that Medusa knows. */
function cancelableLines({ lines, imported_at }: WalmartOrderRow): WalmartOrderRow["lines"] {
  return lines
    .filter((line) => imported_at === null || line.line_item_id !== null)
    .filter((line) => line.created_quantity + line.acknowledged_quantity > 0)
}
