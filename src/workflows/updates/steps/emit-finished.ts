import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { FinishedUpdate } from "../../../modules/walmart/queue/update-sql"
import type { WalmartEvent } from "../../shared/walmart-event"

/**
 * Emits what became of updates. At once, and not when the workflow ends as core's step does: a store's hook that fails
 * afterwards must not silence what has happened at Walmart. What was emitted cannot be taken back.
 */
export const emitFinishedUpdatesStep = createStep(
  "emit-finished-updates",
  async ({ finished }: { finished: FinishedUpdate[] }, { container }) => {
    const messages = finished.flatMap(messagesOf)
    const bus = container.resolve(Modules.EVENT_BUS)
    if (messages.length > 0) await bus.emit<WalmartEvent["data"]>(messages)
    return new StepResponse(undefined)
  }
)

function messagesOf({ status, error_code, ...update }: FinishedUpdate): WalmartEvent[] {
  const { walmart_order_id: id } = update
  if (status === "sent")
    return [{ name: "walmart.update.sent", data: { ...update, status, error_code: null } }]
  if (status !== "needs_attention") return []
  return [
    { name: "walmart.update.failed", data: { ...update, status, error_code } },
    { name: "walmart.order.attention_needed", data: { id, code: error_code } },
  ]
}
