import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { MISSING_REASON } from "../../../../walmart/markets/markets"
import { PAYLOAD_VERSION } from "../../../../walmart/updates/model/update"
import { isPayload } from "../../../../walmart/updates/update-schema"
import { type QueueDue, walmartOrderId } from "../../../../walmart/common/ids"
import { tryCorrection } from "../retry-update"

/** A reason that was chosen on an order. */
export interface ReleaseUpdatesStepInput {
  walmart_order_id: string
  /** A code of the market; none when nothing was chosen. */
  reason?: string | null
  /** Who chose it. */
  actor_id: string
}

/**
 * Gives the order's cancellations that wait for a reason the one that was chosen, and makes them due, with everything that waits
 * behind them. One that Walmart would not take with this reason keeps waiting. Not undone: what a person decided stands.
 * @returns queues that are due now
 */
export const releaseReasonlessWalmartUpdatesStep = createStep(
  "release-reasonless-walmart-updates",
  async ({ walmart_order_id, reason, actor_id }: ReleaseUpdatesStepInput, { container }) => {
    if (!reason) return new StepResponse<QueueDue[]>([])
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const waiting = await walmart.listWalmartUpdates({
      ...{ walmart_order_id, status: "needs_attention", error_code: MISSING_REASON },
      payload_version: PAYLOAD_VERSION,
    })
    const outcomes = []
    for (const update of waiting) {
      if (!isPayload(update.payload)) continue
      const corrected = await tryCorrection(walmart, update, { reason })
      if ("problems" in corrected) continue
      const { payload } = corrected
      const given = { action: "give_reason", by: actor_id, read: update.payload, payload } as const
      outcomes.push(await walmart.intervene(update.id, given))
    }
    return new StepResponse(
      outcomes.includes("done") ? [{ id: walmartOrderId(walmart_order_id) }] : []
    )
  }
)
