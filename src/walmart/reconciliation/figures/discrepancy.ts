import type { Said, Words } from "../../words/phrase"

/** A way in which Medusa's state and Walmart's lines disagree that no unfinished update explains. */
export interface Discrepancy {
  /** Names the difference with its figures: the same text as long as nothing about it changes. */
  key: string
  code: DiscrepancyCode
  /** Null when it is about the whole order or a fulfillment. */
  lineNumber: string | null
  /** What each side shows. */
  message: string
  /** What makes both sides agree. */
  remedy: string
  /** Both as sentences that a screen may translate; absent from a row of an earlier version. */
  words?: Words | null
  /** Walmart still waits for these units. */
  isOpen: boolean
}

/** A difference that a person dismissed. */
export interface DismissedDiscrepancy extends Discrepancy {
  note: string
  by: string
  /** ISO 8601. */
  at: string
}

export type DiscrepancyCode =
  | "shipped_only_in_medusa"
  | "shipped_only_at_walmart"
  | "canceled_only_in_medusa"
  | "canceled_only_at_walmart"
  | "returned_only_in_medusa"
  | "more_units_in_medusa"
  | "closed_with_open_units"
  | "delivered_not_shipped"
  | "units_not_whole"
  | "fulfillment_missing"
  | "tracking_differs"
  | "item_unknown"
  | "price_changed"
  | "refunded_only_in_medusa"
  | "refunded_only_at_walmart"
  | "line_unknown"
  | "account_missing"
  | "order_unreadable"
  | "walmart_unreadable"
  | "order_deleted"
  | "unknown_at_walmart"

/** A difference that is not about one line, unless it names one. */
export function difference(
  { code, message, remedy, words }: Said & { code: DiscrepancyCode },
  { lineNumber = null, isOpen = false }: Partial<Pick<Discrepancy, "lineNumber" | "isOpen">> = {}
): Discrepancy {
  return { key: `${code} ${message}`, code, lineNumber, message, remedy, words, isOpen }
}
