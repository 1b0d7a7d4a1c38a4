import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { type LeftOut, leftOutOf, markLeftOut } from "../../../modules/walmart/orders/left-out-sql"
import { isNotUnderstood } from "../../../walmart/api/errors/errors"
import { orderStatus } from "../../../walmart/orders/order"
import { phrases } from "../../../walmart/words/phrase"
import type { WalmartOrderRow } from "../../shared/find-walmart-rows"
import { callFailed, notAllowed } from "../../shared/refusals"
import { walmartOf } from "../store/load-store"
import { findUnimported, type UnimportedOrderInput } from "./unimported-order"

/** An order that somebody leaves out of Medusa, or takes in again. */
export interface LeaveOutInput extends UnimportedOrderInput {
  left_out: boolean
  /** Why it is left out. */
  note: string
}

/** What the order was before; null when nothing was changed. */
type Former = { id: string; leftOut: LeftOut | null } | null

/**
 * Keeps that an order which was handled elsewhere stays out of Medusa, or takes that back. Leaving it out again changes nothing, so the
 * first who did stays named.
 * @throws MedusaError as {@link findUnimported} does, and NOT_ALLOWED while Walmart waits for units of it or cannot be asked
 */
const leaveOutStep = createStep(
  "leave-out",
  async ({ id, actor_id: by, left_out, note }: LeaveOutInput, { container }) => {
    const row = await findUnimported(container, id)
    const leftOut = leftOutOf(row)
    const done = { walmart_order_id: row.id }
    if (left_out) await refuseOpen(container, row)
    if ((leftOut !== null) === left_out) return new StepResponse(done, null as Former)
    const at = await walmartOf(container).databaseNow()
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await markLeftOut(db, row.id, left_out ? { at, by, note } : null)
    return new StepResponse<typeof done, Former>(done, { id: row.id, leftOut })
  },
  async (former, { container }) => {
    if (!former) return
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await markLeftOut(db, former.id, former.leftOut)
  }
)

/** Walmart is asked, so that nothing is decided by what was true some time ago. What cannot be understood is for a person to know. */
async function refuseOpen(
  container: MedusaContainer,
  { account_id, purchase_order_id }: WalmartOrderRow
): Promise<void> {
  const walmart = walmartOf(container)
  const readAt = await walmart.databaseNow()
  try {
    const order = await walmart.readOrder(account_id, purchase_order_id, readAt)
    await walmart.keepRead(account_id, order, readAt)
    if (["shipped", "canceled"].includes(orderStatus(order.lines))) return
  } catch (error) {
    if (isNotUnderstood(error)) return
    throw callFailed(error)
  }
  throw notAllowed(phrases("leave_out_open", { order: purchase_order_id }))
}

export const leaveOutWalmartOrderWorkflowId = "leave-out-walmart-order"

/**
 * Leaves an order that could not be imported out of Medusa, because it was shipped or settled elsewhere, or takes that back. It then waits
 * for nobody and is not imported, until Walmart shows units of it as open again.
 */
export const leaveOutWalmartOrderWorkflow = createWorkflow(
  leaveOutWalmartOrderWorkflowId,
  function (input: WorkflowData<LeaveOutInput>) {
    return new WorkflowResponse(leaveOutStep(input))
  }
)
