import { refundedOf } from "../../refunds/refund-parts"
import { refundsIn } from "../../updates/model/known-payloads"
import type { KnownUpdate } from "../../updates/model/update"
import { partsOf } from "../../updates/refund/plan-refund"
import { highestRefund } from "../../updates/refund/booked"
import { type Discrepancy, difference, type DiscrepancyCode } from "./discrepancy"
import { phrase, saying } from "../../words/phrase"
import { isShownLately, type Sides } from "./line-figures"

/** What an order's buyer got back, as both sides count it. Hundredths, tax included. */
export interface RefundFigures {
  medusa: number
  /** Of Medusa's, what only writes down what Walmart gave back. */
  mirrored: number
  walmart: number
  /** What unfinished updates still want to send. */
  unfinished: number
}

/** Counts refunds on both sides; null while Walmart's order as it was read is not kept, so that nobody knows. Pure. */
export function refundFigures({ medusa, walmart, known, readAt }: Sides): RefundFigures | null {
  const parts = partsOf({ walmart })
  if (parts === null) return null
  const refunds = medusa.refunds ?? []
  const lately = refundsIn(known.filter(isShownLately(readAt)))
  const shown = parts.map((part) => ({
    ...part,
    refunded: Math.max(part.refunded, highestRefund(lately, part)),
  }))
  return {
    medusa: sumOf(refunds),
    mirrored: sumOf(refunds.filter(({ madeAtWalmart }) => madeAtWalmart)),
    walmart: refundedOf(shown),
    unfinished: sumOf(refundsIn(known.filter(isUnfinished))),
  }
}

/** Says that one side has given back more than the other. A return's refund need not show in Walmart's order. */
export function refundDifferences(sides: Sides): Discrepancy[] {
  const figures = refundFigures(sides)
  if (figures === null) return []
  const { medusa, mirrored, walmart, unfinished } = figures
  const both = { medusa: shown(medusa), walmart: shown(walmart) }
  const missing = medusa - mirrored - unfinished - walmart
  if (missing > 0) return [refundedOnce("refunded_only_in_medusa", missing, both)]
  return walmart > medusa ? [refundedOnce("refunded_only_at_walmart", walmart - medusa, both)] : []
}

function refundedOnce(
  code: Extract<DiscrepancyCode, `refunded_${string}`>,
  amount: number,
  both: { medusa: string; walmart: string }
): Discrepancy {
  const message = [
    phrase(code, "message", { amount: shown(amount) }),
    phrase("figures", "message_refunds", both),
  ]
  return difference({ code, ...saying({ message, remedy: [phrase(code, "remedy", {})] }) })
}

function isUnfinished({ status }: KnownUpdate): boolean {
  return status === "pending" || status === "needs_attention"
}

function sumOf(refunds: { amount: number }[]): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0)
}

function shown(hundredths: number): string {
  return (hundredths / 100).toFixed(2)
}
