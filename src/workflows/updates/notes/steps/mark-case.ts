import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type { CaseMark } from "../../../../modules/walmart/orders/case-sql"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { findWalmartOrder } from "../../../shared/find-walmart-rows"

/** An order that becomes a case, or is one no more. */
export interface MarkCaseStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
  marked: boolean
  /** Who says so. */
  actor_id: string
}

/** What the order was before; null when nothing was changed. */
type FormerCase = { id: string; mark: CaseMark | null } | null

/** Keeps that an order is a case. Marking it again changes nothing, so the first who marked it stays named. @throws MedusaError NOT_FOUND */
export const markWalmartCaseStep = createStep(
  "mark-walmart-case",
  async ({ id, marked, actor_id }: MarkCaseStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const {
      id: orderId,
      case_marked_at: at,
      case_marked_by: by,
    } = await findWalmartOrder(walmart, id)
    const done = { walmart_order_id: orderId }
    const mark = at && by ? { at, by } : null
    if ((mark !== null) === marked) return new StepResponse(done, null as FormerCase)
    const now = await walmart.databaseNow()
    await walmart.markCase(orderId, marked ? { at: now, by: actor_id } : null)
    return new StepResponse<typeof done, FormerCase>(done, { id: orderId, mark })
  },
  async (former, { container }) => {
    if (!former) return
    await container.resolve<WalmartModuleService>(WALMART_MODULE).markCase(former.id, former.mark)
  }
)
