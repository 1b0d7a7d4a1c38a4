import { shownMoney } from "../../common/money"
import { type RefundPayload, refundPayload } from "../payloads/refund-payload"
import type { Kind } from "../model/kind"
import { correctRefund } from "./correct-refund"
import { nextRefund } from "./next-refund"
import { isRefundGone, missingRefunds } from "./plan-refund"
import { phrase } from "../../words/phrase"

/** Money of a shipped order that the buyer gets back. Least urgent across orders; within its order it keeps its place in the sequence. */
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
  describe: ({ amount }) => phrase("update_named", "refund", { amount: shownMoney(amount) }),
}
