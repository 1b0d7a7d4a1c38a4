import type { Problem } from "../../common/problem"
import { checkRefundReason } from "../../refunds/reasons"
import { type RefundPart, refundParts } from "../../refunds/refund-parts"
import type { KnownUpdate } from "../model/update"
import { isUnfinished } from "../model/update-status"
import type { Correction, CorrectionContext, CorrectionResult } from "../model/correction"
import type { RefundPayload } from "../payloads/refund-payload"
import { refundLinesOf } from "./check-refund"
import { withTotals } from "./plan-refund"

/** Applies a reason, and what the refund is for while nobody has said so. */
export function correctRefund(
  payload: RefundPayload,
  correction: Correction,
  context: CorrectionContext
): CorrectionResult<RefundPayload> {
  const reason = (correction.reason ?? payload.reason).trim()
  const problem = checkRefundReason(reason)
  const named = namedLines(payload, correction, context)
  const problems = [...(problem ? [problem] : []), ...("problems" in named ? named.problems : [])]
  if (problems.length > 0 || "problems" in named) return { problems }
  return { payload: { ...payload, reason, lines: named.lines }, warnings: [] }
}

function namedLines(
  payload: RefundPayload,
  { refundLines }: Correction,
  { shown, known = [], mirrored }: CorrectionContext
): { lines: RefundPayload["lines"] } | { problems: Problem[] } {
  if (!refundLines && payload.lines.length > 0) return { lines: payload.lines }
  const parts = partsShown(payload, shown)
  const others = known.filter((update) => !isOf(update.payload, payload))
  const found = refundLinesOf(payload.amount, refundLines ?? null, {
    parts,
    known: others,
    mirrored,
  })
  if ("problems" in found) return found
  const before = { known: othersBefore(known, payload), mirrored }
  return { lines: withTotals(found.lines, parts, before) }
}

/** Everything that can be given back of an order as Walmart was last read; nothing while that is not kept. */
export function partsShown(
  { chargesPer }: RefundPayload,
  shown: CorrectionContext["shown"]
): RefundPart[] {
  return (shown?.lines ?? []).flatMap((line) => refundParts(line, chargesPer))
}

/** Refunds that Walmart has, or has before this one; those behind follow it. */
export function othersBefore(known: KnownUpdate[], payload: RefundPayload): KnownUpdate[] {
  const own = known.find((update) => isOf(update.payload, payload))
  return known.filter(
    (update) => update !== own && !(own && isUnfinished(update) && update.sequence > own.sequence)
  )
}

/** A refund's lines with what Walmart shall show after all refunds before it, as if it were made now. */
export function renewedRefund(
  payload: RefundPayload,
  { shown, known = [], mirrored }: Pick<CorrectionContext, "shown" | "known" | "mirrored">
): RefundPayload {
  const parts = partsShown(payload, shown)
  const before = { known: othersBefore(known, payload), mirrored }
  return { ...payload, lines: withTotals(payload.lines, parts, before) }
}

function isOf(other: { kind: string; refundId?: unknown }, { refundId }: RefundPayload): boolean {
  return other.kind === "refund" && other.refundId === refundId
}
