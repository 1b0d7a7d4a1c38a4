import type { ReturnLine } from "../orders/return-order"
import { unshownLines, type WantedRefund } from "./wanted-refund"

/** What Walmart has shown of a return until now. */
export interface ShownReturn {
  /** Its lines as they are kept, with the most units that were ever shown as refunded. */
  kept: ReturnLine[]
  /** Units to refund; as many were shown as coming back when they were wanted. */
  wanted: WantedRefund
}

/**
 * Whether Walmart shows a return as it was before something that it has shown already: fewer units are refunded or come back, or a line is
 * missing. Nothing may be refunded because of such a read, and what it forbids may be allowed. Pure.
 */
export function isReturnBehind(lines: ReturnLine[], { kept, wanted }: ShownReturn): boolean {
  return (
    unshownLines(lines, wanted).length > 0 ||
    lines.some((line) => {
      const known = kept.find(({ returnLineNumber: number }) => number === line.returnLineNumber)
      const most = wanted[String(line.returnLineNumber)] ?? 0
      return line.quantity < most || line.refunded < (known?.refunded ?? 0)
    })
  )
}
