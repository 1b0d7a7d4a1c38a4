import type { Order } from "../../orders/order"
import { isSamePart, type RefundPart } from "../../refunds/refund-parts"
import { refundsIn } from "../model/known-payloads"
import type { KnownUpdate } from "../model/update"
import type { RefundPayload } from "../payloads/refund-payload"
import { highestRefund } from "./booked"
import { othersBefore, partsShown } from "./correct-refund"
import { withTotals } from "./plan-refund"

/** What return orders have given back of each line of a purchase order, in hundredths. */
export type ReturnedMoney = Record<string, number>

/** What a refund is counted beside. */
interface Counting {
  shown: Pick<Order, "lines">
  known: KnownUpdate[]
  returned: ReturnedMoney
}

/**
 * A refund that no call was made for yet, with what Walmart shall show after it once a return has given back money of the same line: what
 * Walmart shows of that is not this refund's. The payload itself where nothing changes. Pure.
 */
export function besideReturns(
  payload: RefundPayload,
  { shown, known, returned }: Counting
): RefundPayload {
  const sent = refundsIn(known.filter(({ status }) => status === "sent"))
  const parts = partsShown(payload, shown).map((part) => withSent(part, sent))
  const before = othersBefore(known, payload)
  const lines = payload.lines.map((line) => {
    const own = parts.filter(({ lineNumber }) => lineNumber === line.lineNumber)
    const booked = { known: before, mirrored: returned[line.lineNumber] ?? 0 }
    const [{ total }] = booked.mirrored > 0 ? withTotals([line], own, booked) : [line]
    return { ...line, total: Math.max(line.total, total) }
  })
  const isMore = lines.some(({ total }, i) => total > payload.lines[i].total)
  return isMore ? { ...payload, lines } : payload
}

/**
 * Whether Walmart shows more given back of a refund's lines than it shall show before this refund: others gave it, perhaps for a return
 * that nobody has read yet. Pure.
 */
export function isUnexplained(
  payload: RefundPayload,
  { shown, known }: Omit<Counting, "returned">
): boolean {
  const sent = refundsIn(known.filter(({ status }) => status === "sent"))
  const parts = partsShown(payload, shown)
  return payload.lines.some((line) => {
    const part = parts.find((one) => isSamePart(one, line))
    const before = Math.max(line.total - line.amount, highestRefund(sent, line))
    return (part?.refunded ?? 0) > before
  })
}

/** A read may be older than what Walmart has shown of a refund. */
function withSent(part: RefundPart, sent: RefundPayload[]): RefundPart {
  return { ...part, refunded: Math.max(part.refunded, highestRefund(sent, part)) }
}
