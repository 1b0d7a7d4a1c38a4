import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type FinishedImport, finishImports } from "../../../modules/walmart/orders/import-sql"
import { plannedAcknowledgment } from "../../../walmart/updates/acknowledgment/acknowledgment-kind"
import { lineQuantities } from "../../../walmart/orders/order"
import type { Attention, PlannedUpdate } from "../../../walmart/updates/model/update"
import { batched } from "../../shared/batch"
import type { ImportedOrder } from "../medusa/imported-order"
import { noteProblem } from "../note-problem"
import { walmartOf } from "../store/load-store"
import type { ReadWalmartOrder } from "./read-walmart-order"

/** Queues the acknowledgment of an order that Walmart shows as created. Its unique key makes repeating harmless. */
export const queueWalmartAcknowledgmentStep = createStep(
  "queue-walmart-acknowledgment",
  async (read: ReadWalmartOrder, step) => new StepResponse({ queued: await queue(step, read) })
)

const queue = batched(async (container, reads: ReadWalmartOrder[]) => {
  const created = reads.filter(({ order }) =>
    order.lines.some((line) => lineQuantities(line).created > 0)
  )
  const updates = new Map<string, PlannedUpdate[]>()
  for (const { walmart_order_id: id, order } of created) {
    updates.set(id, [plannedAcknowledgment(order.orderedAt)])
  }
  const added = await walmartOf(container).enqueueAll(updates, "import")
  const queued = new Set(added.map(({ walmart_order_id: id }) => id))
  return reads.map(({ walmart_order_id: id }) => queued.has(id))
})

/** The order that was imported, null when somebody has deleted it since. */
export interface FinishWalmartImportStepInput {
  walmart_order_id: string
  order: ImportedOrder | null
}

/** Marks the order as imported, after everything else. Nothing follows it but events, so there is nothing to undo. */
export const finishWalmartImportStep = createStep(
  "finish-walmart-import",
  async (finished: FinishWalmartImportStepInput, step) => {
    const is_first = await finish(step, finished)
    const { emitOrderPlaced } = walmartOf(step.container).options
    return new StepResponse({ is_first, emit_order_placed: is_first && emitOrderPlaced })
  }
)

const finish = batched(async (container, finished: FinishWalmartImportStepInput[]) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const first = await finishImports(db, finished.flatMap(endOf))
  return finished.map(({ walmart_order_id: id }) => first.has(id))
})

function endOf({ walmart_order_id: id, order }: FinishWalmartImportStepInput): FinishedImport[] {
  if (!order) return []
  return [
    { id, items: order.items.map((item) => ({ lineItemId: item.id, quantity: item.quantity })) },
  ]
}

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
