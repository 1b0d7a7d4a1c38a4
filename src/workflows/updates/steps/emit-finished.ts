import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { FinishedUpdate } from "../../../modules/walmart/queue/update-sql"

/**
 * Tells by events what became of updates. At once, and not when the workflow ends as core's step does: a store's hook that fails
 * afterwards must not silence what has happened at Walmart. What was told cannot be taken back.
 */
export const emitFinishedUpdatesStep = createStep(
  "emit-finished-updates",
  async ({ finished }: { finished: FinishedUpdate[] }, { container }) => {
    const messages = finished.flatMap(messagesOf)
    if (messages.length > 0) await container.resolve(Modules.EVENT_BUS).emit(messages)
    return new StepResponse(undefined)
  }
)

function messagesOf(update: FinishedUpdate): { name: string; data: object }[] {
  const { walmart_order_id: id, error_code: code } = update
  if (update.status === "sent") return [{ name: "walmart.update.sent", data: update }]
  if (update.status !== "needs_attention") return []
  return [
    { name: "walmart.update.failed", data: update },
    { name: "walmart.order.attention_needed", data: { id, code } },
  ]
}
