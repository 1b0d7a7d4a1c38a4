/** Reason codes that people chose on one order, by the person's id. */
export type ReasonsByPerson = Record<string, string>

/** The same as an order keeps it, with the time as ISO 8601. */
export type ChosenReasons = Record<string, { reason: string; at: string }>

/** Who chose what on an order. */
export interface ReasonChoices {
  /** Chosen last; null while nobody chose. */
  reason: string | null
  /** Id of the person who chose it. */
  reasonBy: string | null
  /** What each person chose, as several may be about to cancel. */
  ownReasons?: ReasonsByPerson
}

/** The reason of a cancellation by this person: the one they chose themselves, otherwise the one that was chosen last. */
export function reasonOf(
  { reason, reasonBy, ownReasons = {} }: ReasonChoices,
  personId: string | null | undefined
): { reason: string | null; reasonBy: string | null } {
  const own = Object.entries(ownReasons).find(([id]) => id === personId)
  return own ? { reason: own[1], reasonBy: own[0] } : { reason, reasonBy }
}

/** A refund in Medusa's books. */
export interface BookedRefund {
  createdBy: string | null
  /** Epoch milliseconds. */
  createdAt: number
}

/** Core refunds an order, and marks it as canceled a moment later. */
const CANCELING_MS = 60_000

/** Whether core made a refund because it canceled the order. Both times in epoch milliseconds. */
export function isOfCancellation(canceledAt: number, createdAt: number): boolean {
  return Math.abs(canceledAt - createdAt) < CANCELING_MS
}

/**
 * Who canceled an order. Core keeps it only as the maker of the refund that a cancel makes just before it marks the order; null
 * when there was nothing to refund.
 * @param canceledAt epoch milliseconds
 */
export function cancelerOf(refunds: BookedRefund[], canceledAt: number): string | null {
  const made = refunds
    .filter(({ createdAt }) => isOfCancellation(canceledAt, createdAt))
    .sort((a, b) => a.createdAt - b.createdAt)
  return made.at(-1)?.createdBy ?? null
}
