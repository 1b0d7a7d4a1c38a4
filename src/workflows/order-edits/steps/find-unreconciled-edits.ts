import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { isReconciled } from "../../../walmart/order-edits/order-edit"
import { chunks } from "../../../walmart/common/chunks"
import { loadOrderEdits } from "../load-order-edits"

const CHUNK = 100

/** The edit's own event reconciles it within seconds; a sweep that is faster would only do the same work twice. */
const EVENT_MS = 60_000

/**
 * Looks through the orders that the sweep found changed and has not reconciled for edits that nobody reconciled, because their event was
 * lost. Costs one query per hundred of them; only edited ones are read. Reads only. Answers Medusa order ids.
 */
export const findUnreconciledEditsStep = createStep(
  "find-unreconciled-edits",
  async (_input: Record<string, never>, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const before = new Date((await walmart.databaseNow()).getTime() - EVENT_MS)
    const unfinished: string[] = []
    for (const orderIds of chunks(await walmart.unfinishedOrders(), CHUNK)) {
      const edits = await loadOrderEdits(container, orderIds, before)
      for (const { order_id, reconciliation } of edits) {
        if (!isReconciled(reconciliation)) unfinished.push(order_id)
      }
    }
    return new StepResponse(unfinished)
  }
)
