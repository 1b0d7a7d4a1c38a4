import type { Correction, CorrectionContext, CorrectionResult } from "../model/correction"
import { cancellationBody, cancellationRemainder } from "./cancellation"
import {
  type CancellationPayload,
  cancellationPayload,
  namesLines,
} from "../payloads/cancellation-payload"
import type { LineUnits } from "../payloads/payload-parts"
import type { Kind } from "../model/kind"
import { checkReason } from "../../markets/markets"
import { type CallLimits, type NextAction, type NextCall, NOTHING } from "../model/next-action"
import type { Order } from "../../orders/order"
import { isTakenBack, missingCancellations } from "./plan-cancellation"
import type { KnownUpdate } from "../model/update"
import { phrase } from "../../words/phrase"

/** Units that will not be shipped; sent first, because an order that must not be shipped is the most urgent news. */
export const cancellationKind: Kind<CancellationPayload> = {
  schema: cancellationPayload,
  endpoint: "orders.cancel",
  urgency: 1,
  movesUnits: true,
  isTotal: true,
  correctable: ["reason"],
  isReadable: namesLines,
  missing: (facts) => (facts.hasUnreadable ? [] : missingCancellations(facts)),
  isUnwanted: isTakenBack,
  next: nextCancellation,
  send: (client, purchaseOrderId, body, startBy) =>
    client.cancel(purchaseOrderId, body ?? {}, startBy),
  correct: correctCancellation,
  content: ({ reason, lines }) => ({ reason, lines }),
  describe: ({ lines }) => {
    const named = lines.map(({ lineNumber }) => lineNumber).join(", ")
    return phrase("update_named", "cancellation", { lines: named })
  },
}

/**
 * Cancellations are told one by one, because each has its own reason. Open units go although others of it are shipped: Walmart
 * would wait for them, and cancel them in the end at the seller's cost.
 */
function nextCancellation(
  order: Order,
  head: KnownUpdate<CancellationPayload>[],
  all: KnownUpdate[],
  limits: CallLimits
): NextAction {
  const [{ id, payload }] = head
  const remains = cancellationRemainder(order, payload, sentCancellations(all))
  if (remains.lines.length === 0) return { ...NOTHING, done: [id] }
  const { conflict, sendable } = remains
  return {
    ...NOTHING,
    attention: conflict && { id, attention: conflict },
    call: sendable.length === 0 ? null : cancellationCall(id, payload, sendable, limits),
  }
}

function cancellationCall(
  id: string,
  { kind, reason }: CancellationPayload,
  lines: LineUnits[],
  { maxLines }: CallLimits
): NextCall {
  const body = cancellationBody(reason, lines, maxLines)
  return { kind, endpoint: "orders.cancel", updateIds: [id], body }
}

function sentCancellations(updates: KnownUpdate[]): CancellationPayload[] {
  return updates.flatMap(({ status, payload }) =>
    status === "sent" && payload.kind === "cancellation" ? [payload] : []
  )
}

function correctCancellation(
  payload: CancellationPayload,
  correction: Correction,
  { market, askedLines }: CorrectionContext
): CorrectionResult<CancellationPayload> {
  const reason = (correction.reason ?? payload.reason).trim()
  const customerAsked = payload.lines.every(({ lineNumber }) => askedLines.includes(lineNumber))
  const problem = checkReason(market, reason, { customerAsked })
  return problem ? { problems: [problem] } : { payload: { ...payload, reason }, warnings: [] }
}
