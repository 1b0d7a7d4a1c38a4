import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { finishImport } from "../../../modules/walmart/orders/import-sql"
import { plannedAcknowledgment } from "../../../walmart/updates/acknowledgment/acknowledgment-kind"
import { lineQuantities } from "../../../walmart/orders/order"
import type { Attention } from "../../../walmart/updates/model/update"
import type { ImportedOrder } from "../medusa/imported-order"
import { noteProblem } from "../note-problem"
import { walmartOf } from "../store/load-store"
import type { ReadWalmartOrder } from "./read-walmart-order"

/** Queues the acknowledgment of an order that Walmart shows as created. Its unique key makes repeating harmless. */
export const queueWalmartAcknowledgmentStep = createStep(
  "queue-walmart-acknowledgment",
  async ({ walmart_order_id, order }: ReadWalmartOrder, { container }) => {
    const isCreated = order.lines.some((line) => lineQuantities(line).created > 0)
    if (!isCreated) return new StepResponse({ queued: false })
    const added = await walmartOf(container).enqueue(
      walmart_order_id,
      [plannedAcknowledgment(order.orderedAt)],
      "import"
    )
    return new StepResponse({ queued: added.length > 0 })
  }
)

/** The order that was imported, null when somebody has deleted it since. */
export interface FinishWalmartImportStepInput {
  walmart_order_id: string
  order: ImportedOrder | null
}

/** Marks the order as imported, after everything else. Nothing follows it but events, so there is nothing to undo. */
export const finishWalmartImportStep = createStep(
  "finish-walmart-import",
  async ({ walmart_order_id, order }: FinishWalmartImportStepInput, { container }) => {
    if (!order) return new StepResponse({ is_first: false, emit_order_placed: false })
    const items = order.items.map(({ id, quantity }) => ({ lineItemId: id, quantity }))
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const is_first = await finishImport(db, walmart_order_id, items)
    const { emitOrderPlaced } = walmartOf(container).options
    return new StepResponse({ is_first, emit_order_placed: is_first && emitOrderPlaced })
  }
)

/** An order that cannot be imported, and why. */
export interface NoteImportProblemStepInput {
  walmart_order_id: string
  attention: Attention
}

/** Keeps why an order cannot be imported. Answers whether that is news. */
export const noteWalmartImportProblemStep = createStep(
  "note-walmart-import-problem",
  async ({ walmart_order_id, attention }: NoteImportProblemStepInput, { container }) =>
    new StepResponse({ is_news: await noteProblem(container, walmart_order_id, attention) })
)
