import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { isSettled } from "../../../walmart/order-edits/order-edit"
import { chunks } from "../../shared/chunks"
import { loadOrderEdits } from "../load-order-edits"

const CHUNK = 100

/** The edit's own event settles it within seconds; a sweep that is faster would only do the same work twice. */
const EVENT_MS = 60_000

/**
 * Looks through the orders that the sweep found changed and has not settled for edits that nobody settled, because their event was
 * lost. Costs one query per hundred of them; only edited ones are read. Reads only. Answers Medusa order ids.
 */
export const findUnsettledWalmartEditsStep = createStep(
  "find-unsettled-walmart-edits",
  async (_input: Record<string, never>, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const before = new Date((await walmart.databaseNow()).getTime() - EVENT_MS)
    const unsettled: string[] = []
    for (const orderIds of chunks(await walmart.unsettledOrders(), CHUNK)) {
      const edits = await loadOrderEdits(container, orderIds, before)
      for (const { order_id, settlement } of edits) {
        if (!isSettled(settlement)) unsettled.push(order_id)
      }
    }
    return new StepResponse(unsettled)
  }
)
