import type { Logger } from "@medusajs/framework/types"
import { oneLine } from "../common/failure"

/** A call to Walmart that was made for an order, as a log names it. */
export interface LoggedCall {
  orderId: string
  updateIds: string[]
  attemptId: string
  outcome: string
  httpStatus: number | null
  correlationId: string | null
}

/**
 * Logs a call with its ids as fields of their own, so that a log that is kept as JSON can be searched by order, update, attempt and
 * Walmart's correlation id.
 */
export function logCall(logger: Pick<Logger, "log">, accountId: string, call: LoggedCall): void {
  const { outcome, orderId, updateIds } = call
  const level = outcome === "applied" ? "info" : "warn"
  const message = oneLine(`Walmart: a call for order ${orderId} ended: ${outcome}`)
  const walmart = {
    account_id: accountId,
    walmart_order_id: orderId,
    update_ids: updateIds,
    attempt_id: call.attemptId,
    correlation_id: call.correlationId,
    http_status: call.httpStatus,
    outcome,
  }
  logger.log({ level, message, walmart })
}
