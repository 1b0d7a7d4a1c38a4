/** Something Walmart expects of the seller, or does itself. */
export interface Deadline {
  kind: "acknowledge" | "ship" | "auto_cancel"
  at: Date
}

/** Dates of an order that is open. */
export interface DeadlineDates {
  isUnacknowledged: boolean
  acknowledgeBy: Date | null
  shipBy: Date | null
  autoCancelAt: Date | null
}

/**
 * What comes next for an open order. A ship-by date that was missed cannot be met any more; what counts from then on is when
 * Walmart cancels, where it does. Pure.
 */
export function nextDeadline(dates: DeadlineDates, now: Date): Deadline | null {
  const { isUnacknowledged, acknowledgeBy, shipBy, autoCancelAt } = dates
  const isMissed = shipBy !== null && shipBy < now && autoCancelAt !== null
  const wanted = [
    { kind: "acknowledge" as const, at: isUnacknowledged && !isMissed ? acknowledgeBy : null },
    { kind: "ship" as const, at: isMissed ? null : shipBy },
    { kind: "auto_cancel" as const, at: autoCancelAt },
  ]
  const known = wanted.flatMap(({ kind, at }) => (at ? [{ kind, at }] : []))
  return known.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null
}
