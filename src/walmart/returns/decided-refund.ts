import type { DecidedReturn } from "./dismissed-refund"
import { wholeRefund, type WantedRefund } from "./wanted-refund"

/** What is known of a return when a person presses Refund. */
type Decidable = Pick<DecidedReturn, "lines" | "received" | "wanted" | "dismissed">

/**
 * What is to be refunded when a person says so: what was received where some of it is still to be decided on or was dismissed, otherwise all
 * that can be refunded, since Walmart counts the units in all. Empty where nothing is left. Pure.
 */
export function decidedRefund(row: Decidable): WantedRefund {
  const received = row.received ?? {}
  const isOpen = Object.entries(received).some(
    ([number, units]) => units > decidedUnits(row, number)
  )
  return isOpen ? received : wholeRefund(row.lines)
}

/** Units of a line on which nothing is left to decide. Dismissed ones are refunded as well where Walmart shows them so, such as by hand. */
function decidedUnits({ lines, wanted, dismissed }: Decidable, number: string): number {
  const decided = wanted?.[number] ?? 0
  const line = lines.find(({ returnLineNumber }) => String(returnLineNumber) === number)
  return Math.min(decided, Math.max(decided - (dismissed?.[number] ?? 0), line?.refunded ?? 0))
}

/** A return as a person sees it. */
interface ShownReturn {
  state: string
  is_replacement: boolean
  no_return: string | null
  lines: { quantity: number; received: number; refunded: number; keep_it: boolean }[]
}

/**
 * Whether a person is offered to refund a return: to decide on what was received, or once something of it has come back. Medusa may have
 * received it before Walmart shows it as delivered. Pure.
 */
export function isRefundOffered({
  state,
  lines,
  no_return: noReturn,
  ...one
}: ShownReturn): boolean {
  if (state === "to_decide") return true
  const isBack = lines.some(({ received }) => received > 0)
  if (state !== "to_receive" && !(state === "on_the_way" && isBack)) return false
  const isLeft = lines.some((line) => !line.keep_it && line.refunded < line.quantity)
  return isLeft && !one.is_replacement && noReturn !== "by_walmart"
}
