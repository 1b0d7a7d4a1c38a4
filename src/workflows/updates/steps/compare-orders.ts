import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { FinishedUpdate } from "../../../modules/walmart/queue/update-sql"
import { findKind } from "../../../walmart/updates/kinds"
import { mirrorAndCompare } from "../../mirror/after-read"

/**
 * Compares both sides of the orders that something was finished for. The order of a kind that moves no unit is left to the
 * sweep. Not undone: what is different follows from both sides.
 */
export const compareFinishedOrdersStep = createStep(
  "compare-finished-orders",
  async ({ finished }: { finished: FinishedUpdate[] }, { container }) => {
    const moved = finished.filter(({ kind }) => findKind(kind)?.movesUnits ?? true)
    const ids = [...new Set(moved.map(({ walmart_order_id: id }) => id))]
    await mirrorAndCompare(container, ids)
    return new StepResponse({ compared: ids.length })
  }
)
