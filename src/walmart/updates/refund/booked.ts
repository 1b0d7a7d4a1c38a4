import { openPart, type OpenPart } from "../../refunds/find-lines"
import type { RefundPart } from "../../refunds/refund-parts"
import { refundsIn } from "../model/known-payloads"
import type { KnownUpdate } from "../model/update"
import type { RefundPayload } from "../payloads/refund-payload"

/**
 * What Medusa's refunds have given back of a part, in hundredths, sent or about to be. One that a person dismissed counts as far as
 * Walmart shows it: it was made in Seller Center, or never. Pure.
 */
export function bookedOf(
  { lineNumber, type, refunded }: RefundPart,
  known: KnownUpdate[],
  planned: RefundPayload[] = []
): number {
  const isOf = (status: string) => known.filter((update) => update.status === status)
  const sumIn = (payloads: RefundPayload[]) =>
    payloads
      .flatMap(({ lines }) => lines)
      .filter((line) => line.lineNumber === lineNumber && line.type === type)
      .reduce((sum, { amount }) => sum + amount, 0)
  const wanted = ["pending", "needs_attention", "sent"].flatMap(isOf)
  const sent = sumIn([...refundsIn(wanted), ...planned])
  const dismissed = sumIn(refundsIn(isOf("dismissed")))
  return sent + Math.min(dismissed, Math.max(0, refunded - sent))
}

/** What is left of each part for a further refund of Medusa's. */
export function openParts(
  parts: RefundPart[],
  known: KnownUpdate[],
  planned: RefundPayload[] = []
): OpenPart[] {
  return parts.map((part) =>
    openPart(part, Math.max(0, part.charged - bookedOf(part, known, planned)))
  )
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
