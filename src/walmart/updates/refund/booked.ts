import { openPart, type OpenPart } from "../../refunds/find-lines"
import { isSamePart, type PartName, type RefundPart, sumOfPart } from "../../refunds/refund-parts"
import { refundsIn } from "../model/known-payloads"
import type { KnownUpdate } from "../model/update"
import type { UpdateStatus } from "../model/update-status"
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
  return countedOf(parts, booked, ({ wanted }) => wanted)
}

/** @param arrived how much of what Walmart shows of a part is known to be refunds of Medusa's */
function countedOf(
  parts: RefundPart[],
  booked: BookedRefunds,
  arrived: (sums: ReturnType<typeof sumsOf>) => number
): number[] {
  let spare = booked.mirrored ?? 0
  return parts.map((part) => {
    const sums = sumsOf(part, booked)
    const own = Math.min(sums.dismissed, Math.max(0, part.refunded - sums.wanted))
    const mirrored = Math.min(spare, Math.max(0, part.refunded - arrived(sums) - own))
    spare -= mirrored
    return sums.wanted + own + mirrored
  })
}

function sumsOf(part: RefundPart, { known, planned = [] }: BookedRefunds) {
  const queued = refundedBy(known, ["pending", "needs_attention", "sent"], part)
  const about = planned.flatMap(({ lines }) => lines)
  return {
    wanted: queued + sumOfPart(about, part),
    sent: refundedBy(known, ["sent"], part),
    dismissed: refundedBy(known, ["dismissed"], part),
  }
}

/** What refunds in these states give back of a part, in hundredths. Pure. */
function refundedBy(
  known: KnownUpdate[],
  statuses: readonly UpdateStatus[],
  part: PartName
): number {
  const refunds = refundsIn(known.filter(({ status }) => statuses.includes(status)))
  return sumOfPart(
    refunds.flatMap(({ lines }) => lines),
    part
  )
}

/**
 * What is left of each part for a further refund of Medusa's. Nobody knows whether what waits is in what Walmart shows already, or on top
 * of it, as beside a return: as little is left as there may be.
 */
export function openParts(parts: RefundPart[], refunds: BookedRefunds): OpenPart[] {
  const arrived = bookedOf(parts, refunds)
  const waiting = countedOf(parts, refunds, ({ sent }) => sent)
  return parts.map((part, i) => {
    const booked = Math.max(arrived[i], waiting[i])
    return openPart(part, Math.max(0, part.charged - booked))
  })
}

/** What of a part Walmart shall show as given back once all of these refunds have arrived, in hundredths. */
export function highestRefund(refunds: RefundPayload[], part: PartName): number {
  const own = refunds.flatMap(({ lines }) => lines).filter((line) => isSamePart(line, part))
  return Math.max(0, ...own.map(({ total }) => total))
}
