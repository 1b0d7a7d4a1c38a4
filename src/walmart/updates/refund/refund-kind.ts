import { type RefundPayload, refundPayload } from "../payloads/refund-payload"
import type { Kind } from "../model/kind"
import { correctRefund } from "./correct-refund"
import { nextRefund } from "./next-refund"
import { isRefundGone, missingRefunds } from "./plan-refund"

/** Money of a shipped order that the buyer gets back; it waits for nothing else, and nothing else waits long for it. */
export const refundKind: Kind<RefundPayload> = {
  schema: refundPayload,
  endpoint: "orders.refund",
  urgency: 4,
  movesUnits: false,
  isTotal: true,
  correctable: ["reason", "refundLines"],
  isReadable: ({ lines }) => Array.isArray(lines),
  missing: (facts) => (facts.hasUnreadable ? [] : missingRefunds(facts)),
  isUnwanted: isRefundGone,
  next: nextRefund,
  send: (client, purchaseOrderId, body, startBy) =>
    client.refund(purchaseOrderId, body ?? {}, startBy),
  correct: correctRefund,
  content: ({ reason, lines }) => ({
    reason,
    refunds: lines.map(({ lineNumber, type, amount }) => ({ lineNumber, type, amount })),
  }),
  describe: ({ amount }) => `the refund of ${(amount / 100).toFixed(2)}`,
}
