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
  let spare = booked.mirrored ?? 0
  return parts.map((part) => {
    const { wanted, own } = sumsOf(part, booked)
    const mirrored = Math.min(spare, Math.max(0, part.refunded - wanted - own))
    spare -= mirrored
    return wanted + own + mirrored
  })
}

/** The most that may have been given back of a part: what is mirrored may be all of this part, and what waits on top of it. */
function mostOf(part: RefundPart, booked: BookedRefunds): number {
  const { wanted, sent, own } = sumsOf(part, booked)
  return wanted + own + Math.min(booked.mirrored ?? 0, Math.max(0, part.refunded - sent - own))
}

function sumsOf(part: RefundPart, { known, planned = [] }: BookedRefunds) {
  const queued = refundedBy(known, ["pending", "needs_attention", "sent"], part)
  const about = planned.flatMap(({ lines }) => lines)
  const wanted = queued + sumOfPart(about, part)
  const dismissed = refundedBy(known, ["dismissed"], part)
  const own = Math.min(dismissed, Math.max(0, part.refunded - wanted))
  return { wanted, own, sent: refundedBy(known, ["sent"], part) }
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
  return parts.map((part) => openPart(part, Math.max(0, part.charged - mostOf(part, refunds))))
}

/** What of a part Walmart shall show as given back once all of these refunds have arrived, in hundredths. */
export function highestRefund(refunds: RefundPayload[], part: PartName): number {
  const own = refunds.flatMap(({ lines }) => lines).filter((line) => isSamePart(line, part))
  return Math.max(0, ...own.map(({ total }) => total))
}
