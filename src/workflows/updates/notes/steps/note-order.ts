import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { findWalmartOrder } from "../../../shared/find-walmart-rows"

/** A note that a person leaves on an order for colleagues. */
export interface NoteOrderStepInput {
  /** Walmart order, its Medusa order, or its purchase order number. */
  id: string
  /** An empty text takes the note away. */
  note: string
  /** Who wrote it. */
  actor_id: string
}

/** Keeps a note on an order, in place of the one before. @throws MedusaError NOT_FOUND */
export const noteWalmartOrderStep = createStep(
  "note-walmart-order",
  async ({ id, note, actor_id }: NoteOrderStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const { id: orderId, note: text, note_by, note_at } = await findWalmartOrder(walmart, id)
    const written = { note, note_by: actor_id, note_at: await walmart.databaseNow() }
    const nothing = { note: null, note_by: null, note_at: null }
    await walmart.updateWalmartOrders({ id: orderId, ...(note ? written : nothing) })
    return new StepResponse(
      { walmart_order_id: orderId },
      { id: orderId, note: text, note_by, note_at }
    )
  },
  async (before, { container }) => {
    if (!before) return
    await container.resolve<WalmartModuleService>(WALMART_MODULE).updateWalmartOrders(before)
  }
)
