import type { Problem } from "../../common/problem"
import { PLAIN_REASON, checkRefundReason } from "../../refunds/reasons"
import { isSamePart, type RefundPart } from "../../refunds/refund-parts"
import type { MedusaRefund, PlanInput } from "../model/sides"
import type { Attention, KnownUpdate, PlannedUpdate } from "../model/update"
import { asAttention, askedBy } from "../model/planned"
import type { RefundPayload } from "../payloads/refund-payload"
import { phrase, say, saying, wordsOf } from "../../words/phrase"
import { bookedOf, type BookedRefunds } from "./booked"
import { refundLinesOf } from "./check-refund"
import { sumOfAmounts } from "../../common/sums"

type Planned = PlannedUpdate<RefundPayload>

/**
 * Medusa's refunds that Walmart shall know of and does not yet, one update each, in the order in which they were made. What cannot be sent
 * as it is waits for a person. Pure.
 */
export function missingRefunds(input: PlanInput): Planned[] {
  if (!input.market.takesRefunds) return []
  const missing = (input.medusa.refunds ?? [])
    .filter(({ madeAtWalmart, kept }) => !madeAtWalmart && !kept)
    .filter(({ id }) => !hasUpdate(input, id))
  return missing.reduce<Planned[]>(
    (planned, refund) => [...planned, plannedRefund(input, refund, planned)],
    []
  )
}

function hasUpdate({ known }: Pick<PlanInput, "known">, refundId: string): boolean {
  return known.some(({ uniqueKey }) => uniqueKey === refundKey(refundId))
}

/** Everything that can be given back of an order; null while Walmart's order as it was read is not kept. */
export function partsOf({ walmart }: Pick<PlanInput, "walmart">): RefundPart[] | null {
  const parts = walmart.lines.map((line) => line.refundParts)
  return parts.some((one) => one === undefined) ? null : parts.flatMap((one) => one ?? [])
}

/**
 * What of Medusa's refunds is in its books without ever being sent, in hundredths: it only writes down what Walmart gave back, or the store
 * gives it back in Seller Center.
 */
export function mirroredOf(input: Pick<PlanInput, "medusa" | "known">): number {
  const mirrored = (input.medusa.refunds ?? []).filter(
    ({ id, madeAtWalmart, kept }) => madeAtWalmart || (kept && !hasUpdate(input, id))
  )
  return sumOfAmounts(mirrored)
}

/** Key of the update that tells about a refund of Medusa's. */
function refundKey(refundId: string): string {
  return `refund:${refundId}`
}

function plannedRefund(input: PlanInput, refund: MedusaRefund, before: Planned[]): Planned {
  const planned = before.map(({ payload }) => payload)
  const parts = partsOf(input)
  const { choice, amount } = refund
  const booked = { known: input.known, planned, mirrored: mirroredOf(input) }
  const context = { parts: parts ?? [], ...booked }
  const found = parts ? refundLinesOf(amount, choice?.lines ?? null, context) : null
  const lines = found && "lines" in found ? found.lines : []
  const reason = choice?.reason ?? refund.reason ?? PLAIN_REASON
  const problem = checkRefundReason(reason)
  return {
    uniqueKey: refundKey(refund.id),
    payload: {
      ...{ kind: "refund", refundId: refund.id, amount, reason },
      chargesPer: input.walmart.chargesPer ?? "line",
      lines: withTotals(lines, context.parts, booked),
    },
    attention: attentionOf(found) ?? (problem ? asAttention([problem]) : null),
    warnings: [],
    happenedAt: refund.createdAt,
    ...askedBy(refund.by),
  }
}

function attentionOf(found: ReturnType<typeof refundLinesOf> | null): Attention | null {
  if (found === null) return UNREAD
  return "problems" in found ? asAttention(found.problems.map(afterwards)) : null
}

/** The refund is in Medusa's books already, so that only Walmart's side can follow. */
function afterwards(problem: Problem): Problem {
  const code =
    problem.code === "refund_lines_unclear" ? problem.code : ("refund_settled_elsewhere" as const)
  const remedy = [phrase(code, "remedy", {})]
  return { ...problem, ...saying({ ...wordsOf(problem), remedy }) }
}

const UNREAD: Attention = say("refund_order_unread", {})

/** What Walmart shall show of each part afterwards. */
export function withTotals(
  lines: { lineNumber: string; type: string; amount: number }[],
  parts: RefundPart[],
  refunds: BookedRefunds
): RefundPayload["lines"] {
  const totals = bookedOf(parts, refunds)
  return lines.map((line) => {
    const { lineNumber, type, amount } = line
    const at = parts.findIndex((one) => isSamePart(one, line))
    return { lineNumber, type, amount, total: (totals[at] ?? 0) + amount }
  })
}

/** Core deletes a refund only when its payment's provider fails. */
export function isRefundGone({ medusa }: PlanInput, { payload }: KnownUpdate): boolean {
  if (payload.kind !== "refund" || !medusa.refunds) return false
  return medusa.refunds.every(({ id }) => id !== payload.refundId)
}
