/**
 * The one word about an order. `up_to_date` is earned: it means that both sides were compared and are the same,
 * never only that nothing waits.
 */
export type OrderBadge =
  | "up_to_date"
  | "sending"
  | "waiting"
  | "waiting_for_walmart"
  | "paused"
  | "dry_run"
  | "needs_attention"
  | "not_sent"
  | "left_different"
  | "not_imported"
  | "shipped_by_walmart"

/** What decides about an order's badge. */
export interface BadgeFacts {
  isImported: boolean
  /** Walmart or a logistics partner ships it. */
  isReadOnly: boolean
  /** Updates by status. */
  counts: { needs_attention: number; pending: number; dismissed: number }
  /** What is different and counts; null when both sides are the same. */
  differences: string[] | null
  /** What is different and was dismissed; null when nothing is. */
  dismissedDifferences: string[] | null
  /** Someone sends for it right now. */
  isSending: boolean
  /** The last call for it failed, or its outcome is unknown. */
  isHeldUp: boolean
  account: {
    paused: boolean
    dryRun: boolean
    /** Walmart refuses its keys, or answers nothing. */
    isHeld: boolean
  }
}

/** Codes of differences that an update would have told Walmart of. */
const UNTOLD = new Set(["shipped_only_in_medusa", "canceled_only_in_medusa"])

/** What is shown of an order. The worst comes first; what holds an account only counts while something waits for it. Pure. */
export function badgeOf(facts: BadgeFacts): OrderBadge {
  const { counts, differences, dismissedDifferences } = facts
  if (facts.isReadOnly) return "shipped_by_walmart"
  if (!facts.isImported) return "not_imported"
  if (counts.needs_attention > 0) return "needs_attention"
  if (differences) return isUntold(facts, differences) ? "not_sent" : "needs_attention"
  if (facts.isSending) return "sending"
  if (counts.pending > 0) return whileWaiting(facts)
  if (!dismissedDifferences) return "up_to_date"
  return isUntold(facts, dismissedDifferences) ? "not_sent" : "left_different"
}

/** All that is different is what a person decided not to send. */
function isUntold({ counts }: BadgeFacts, codes: string[]): boolean {
  return counts.dismissed > 0 && codes.every((code) => UNTOLD.has(code))
}

function whileWaiting({ account, isHeldUp }: BadgeFacts): OrderBadge {
  if (account.paused) return "paused"
  if (account.dryRun) return "dry_run"
  return account.isHeld || isHeldUp ? "waiting_for_walmart" : "waiting"
}
