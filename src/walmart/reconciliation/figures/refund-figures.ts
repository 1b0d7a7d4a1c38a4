import { shownMoney } from "../../common/money"
import { refundedOf } from "../../refunds/refund-parts"
import { refundsIn } from "../../updates/model/known-payloads"
import { partsOf } from "../../updates/refund/plan-refund"
import { highestRefund } from "../../updates/refund/booked"
import { type Discrepancy, difference, type DiscrepancyCode } from "./discrepancy"
import { phrase, saying } from "../../words/phrase"
import { isShownLately, type Sides } from "./line-figures"
import { isUnfinished } from "../../updates/model/update-status"
import { sumOfAmounts } from "../../common/sums"

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
function refundFigures({ medusa, walmart, known, readAt }: Sides): RefundFigures | null {
  const parts = partsOf({ walmart })
  if (parts === null) return null
  const refunds = medusa.refunds ?? []
  const lately = refundsIn(known.filter(isShownLately(readAt)))
  const shown = parts.map((part) => ({
    ...part,
    refunded: Math.max(part.refunded, highestRefund(lately, part)),
  }))
  return {
    medusa: sumOfAmounts(refunds),
    mirrored: sumOfAmounts(refunds.filter(({ madeAtWalmart }) => madeAtWalmart)),
    walmart: refundedOf(shown),
    unfinished: sumOfAmounts(refundsIn(known.filter(isUnfinished))),
  }
}

/** Says that one side has given back more than the other. A return's refund need not show in Walmart's order. */
export function refundDifferences(sides: Sides): Discrepancy[] {
  const figures = refundFigures(sides)
  if (figures === null) return []
  const { medusa, mirrored, walmart, unfinished } = figures
  const shown = (hundredths: number) => shownMoney(hundredths, sides.walmart.currency)
  const both = { medusa: shown(medusa), walmart: shown(walmart) }
  const missing = medusa - mirrored - unfinished - walmart
  if (missing > 0) return [refundedOnce("refunded_only_in_medusa", shown(missing), both)]
  const more = walmart - medusa
  return more > 0 ? [refundedOnce("refunded_only_at_walmart", shown(more), both)] : []
}

function refundedOnce(
  code: Extract<DiscrepancyCode, `refunded_${string}`>,
  amount: string,
  both: { medusa: string; walmart: string }
): Discrepancy {
  const message = [phrase(code, "message", { amount }), phrase("figures", "message_refunds", both)]
  return difference({ code, ...saying({ message, remedy: [phrase(code, "remedy", {})] }) })
}
