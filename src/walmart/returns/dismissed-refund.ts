import type { ReturnLine } from "../orders/return-order"
import { BY_RECEIPT, mostWanted, type WantedRefund } from "./wanted-refund"

/** What is known of a return's units, each by return line number. */
export interface DecidedReturn {
  lines: ReturnLine[]
  received: WantedRefund | null
  /** Units whose refund was decided on, dismissed ones too. */
  wanted: WantedRefund | null
  /** Units that Walmart said yes to having refunded in all. */
  accepted: WantedRefund | null
  /** Units of the wanted ones that a person dismissed, so that no receipt has them sent. */
  dismissed: WantedRefund | null
  /** A refund of it waits to be sent, or for a person. */
  is_waiting: boolean
  /** What went wrong; null when nothing did. */
  error_code: string | null
}

/** What a person's decision or a receipt makes of a return. */
export type Decision = Required<{ [Key in "wanted" | "dismissed"]: WantedRefund }>

/**
 * Dismisses what a person was shown: the refund that waits, otherwise what was received and is to be decided on. It is decided on then, but
 * what of it is neither refunded nor agreed to never is. Pure.
 */
export function dismissedReturn(row: DecidedReturn): Decision {
  const isShownWaiting = row.is_waiting || row.error_code !== null
  const wanted = mostWanted(row.wanted ?? {}, isShownWaiting ? {} : (row.received ?? {}))
  return { wanted, dismissed: unrefunded(wanted, row) }
}

/**
 * What is wanted of a return once more of it is. A person may want again what was dismissed, a receipt may not. Units that Walmart shows as
 * refunded since they were dismissed, such as by hand, are refunded ones. Pure.
 */
export function wantedReturn(
  row: DecidedReturn,
  { wanted, by }: { wanted: WantedRefund; by: string }
): Decision {
  const before = row.wanted ?? {}
  const open = unrefunded(before, row)
  const dismissed = unitsOf(row.dismissed ?? {}, (number, units) => {
    if (by !== BY_RECEIPT && (wanted[number] ?? 0) > 0) return 0
    return Math.min(units, open[number] ?? 0)
  })
  return { wanted: mostWanted(before, wanted), dismissed }
}

/** Units that are wanted and were not dismissed: what Walmart shall have refunded in all. Pure. */
export function undismissed(wanted: WantedRefund, dismissed: WantedRefund): WantedRefund {
  return unitsOf(wanted, (number, units) => units - (dismissed[number] ?? 0))
}

/** Units that Walmart neither shows as refunded nor said yes to. */
function unrefunded(
  wanted: WantedRefund,
  { lines, accepted }: Pick<DecidedReturn, "lines" | "accepted">
): WantedRefund {
  return unitsOf(wanted, (number, units) => {
    const line = lines.find(({ returnLineNumber }) => String(returnLineNumber) === number)
    return units - Math.max(line?.refunded ?? 0, accepted?.[number] ?? 0)
  })
}

/** Units made of others, without lines that have none. */
function unitsOf(
  units: WantedRefund,
  change: (number: string, units: number) => number
): WantedRefund {
  const changed = Object.entries(units).map(([number, one]) => [number, change(number, one)])
  return Object.fromEntries(changed.filter(([, left]) => Number(left) > 0)) as WantedRefund
}
