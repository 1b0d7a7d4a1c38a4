import { openPart, type OpenPart } from "../../refunds/find-lines"
import type { RefundPart } from "../../refunds/refund-parts"
import { refundsIn } from "../model/known-payloads"
import type { KnownUpdate } from "../model/update"
import type { RefundPayload } from "../payloads/refund-payload"

/** What is known of an order's refunds beside what Walmart shows. */
export interface BookedRefunds {
  known: KnownUpdate[]
  /** About to be queued. */
  planned?: RefundPayload[]
  /** Hundredths of Medusa's refunds that are never sent: they write down what Walmart gives back, for a return or in Seller Center. */
  mirrored?: number
}

/**
 * What Medusa's refunds have given back of each part, in hundredths, sent or about to be. What a person dismissed, and what only writes
 * down what Walmart gave back, counts as far as Walmart shows it, because neither says which part it is of. Pure.
 */
export function bookedOf(parts: RefundPart[], booked: BookedRefunds): number[] {
  let spare = booked.mirrored ?? 0
  return parts.map((part) => {
    const { sent, dismissed } = sumsOf(part, booked)
    const beyond = Math.max(0, part.refunded - sent)
    const own = Math.min(dismissed, beyond)
    const mirrored = Math.min(spare, beyond - own)
    spare -= mirrored
    return sent + own + mirrored
  })
}

function sumsOf({ lineNumber, type }: RefundPart, { known, planned = [] }: BookedRefunds) {
  const isOf = (status: string) => known.filter((update) => update.status === status)
  const sumIn = (payloads: RefundPayload[]) =>
    payloads
      .flatMap(({ lines }) => lines)
      .filter((line) => line.lineNumber === lineNumber && line.type === type)
      .reduce((sum, { amount }) => sum + amount, 0)
  const wanted = ["pending", "needs_attention", "sent"].flatMap(isOf)
  return {
    sent: sumIn([...refundsIn(wanted), ...planned]),
    dismissed: sumIn(refundsIn(isOf("dismissed"))),
  }
}

/** What is left of each part for a further refund of Medusa's. */
export function openParts(parts: RefundPart[], refunds: BookedRefunds): OpenPart[] {
  const booked = bookedOf(parts, refunds)
  return parts.map((part, i) => openPart(part, Math.max(0, part.charged - booked[i])))
}

/** What of a part Walmart shall show as given back once all of these refunds have arrived, in hundredths. */
export function highestRefund(
  refunds: RefundPayload[],
  { lineNumber, type }: { lineNumber: string; type: string }
): number {
  const lines = refunds.flatMap((refund) => refund.lines)
  const own = lines.filter((line) => line.lineNumber === lineNumber && line.type === type)
  return Math.max(0, ...own.map(({ total }) => total))
}
