import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SettledUpdate } from "../../../modules/walmart/queue/update-sql"
import { findKind } from "../../../walmart/updates/kinds"
import { compareOrders } from "../../reconciliation/compare-orders"

/**
 * Compares both sides of the orders that something was settled for. The order of a kind that moves no unit is left to the
 * sweep. Not undone: what is different follows from both sides.
 */
export const compareSettledWalmartOrdersStep = createStep(
  "compare-settled-walmart-orders",
  async ({ settled }: { settled: SettledUpdate[] }, { container }) => {
    const moved = settled.filter(({ kind }) => findKind(kind)?.movesUnits ?? true)
    const ids = [...new Set(moved.map(({ walmart_order_id: id }) => id))]
    await compareOrders(container, ids)
    return new StepResponse({ compared: ids.length })
  }
)
