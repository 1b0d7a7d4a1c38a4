/**
 * Money in hundredths of its currency's unit, an integer. Hundredths in every currency, also in one without decimals: Walmart writes
 * a decimal amount in each, and 199900 is both 1,999.00 US dollars and 1,999 Chilean pesos.
 */
export type Hundredths = number

/** Status of an order, derived from its line quantities. */
export type WalmartOrderStatus = "open" | "partially_shipped" | "shipped" | "canceled"

/** The worst of an order's updates; a difference that none of them explains needs attention. */
export type WalmartSyncStatus = "in_sync" | "syncing" | "needs_attention"

/**
 * One word about an order: `up_to_date` only when both sides were compared and are the same; `waiting` is about to be sent;
 * `waiting_for_walmart` could not be sent yet, and is tried again; `not_sent` was dismissed by a person; `left_different` was dismissed too
 * and was never to be sent.
 */
export type WalmartOrderBadge =
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

/** Whether the Medusa order exists: `failed` says why, `pending` is still to come or never wanted. */
export type WalmartImportStatus = "imported" | "failed" | "pending" | "left_out"

/** Kinds of updates: those of the registry (`src/walmart/updates/kinds.ts`), which the validators hold equal to these. */
export type WalmartUpdateKind =
  "acknowledgment" | "shipment" | "cancellation" | "tracking_correction" | "refund"

/** Status of an update as stored, plus `sending` while its order is being sent for. */
export type WalmartShownStatus =
  "pending" | "sending" | "sent" | "needs_attention" | "dismissed" | "superseded"

/**
 * What makes an open order urgent, each a count and a filter. `…_soon` means within an hour for acknowledgments and within a day for
 * the others; days are those of the time zone that is asked for, and what is late is not due today. Only orders the seller can still
 * do something about are counted, and what has been shipped here is late no more, though Walmart does not know it yet.
 */
export type WalmartDeadlineFilter =
  | "acknowledge_overdue"
  | "acknowledge_soon"
  | "ship_overdue"
  | "ship_soon"
  | "due_today"
  | "due_tomorrow"
  | "customer_asked"
  | "auto_cancel_soon"

/** What Walmart expects next of an open order. */
export interface WalmartDeadline {
  kind: "acknowledge" | "ship" | "auto_cancel"
  at: string
}

/** Something wrong with what a person entered, with its value and remedy. */
export interface WalmartProblem {
  code: string
  field: "tracking_number" | "carrier" | "tracking_url" | "reason" | "stock_location" | "amount"
  value: string
  message: string
  remedy: string
  /** Both for a translation. */
  words: WalmartWords
}

/**
 * One sentence of the server's, so that a screen can say it in its own language: which text of the admin's translations, below
 * `messages`, and what is put into it.
 */
export interface WalmartPhrase {
  /** Such as `not_found.remedy`; all of them are {@link WalmartTextKey}. */
  key: string
  params: Record<string, WalmartParam>
}

/** What is put into a text: a value, names that each language joins in its own way, or sentences of which one is a part. */
export type WalmartParam = string | number | WalmartList | WalmartPhrase[]

/** "A, B and C", or "A, B or C". */
export type WalmartList = { and: readonly WalmartListItem[] } | { or: readonly WalmartListItem[] }

/** A name, or sentences. */
export type WalmartListItem = string | WalmartPhrase[]

/** A text of the server's: in English, and sentence by sentence for a translation. */
export interface WalmartText {
  text: string
  words: WalmartPhrase[]
}

/** Message and remedy, sentence by sentence. */
export interface WalmartWords {
  message: WalmartPhrase[]
  remedy: WalmartPhrase[]
}

/** Why something cannot continue automatically. */
export interface WalmartAttention {
  code: string
  /** In English. */
  message: string
  remedy: string | null
  /** Both for a translation; null for what other hands have worded. */
  words: WalmartWords | null
}

/** Names of all texts that the server may send in words. */
export type { TextKey as WalmartTextKey } from "../walmart/words/phrase"

/** A reason that may be chosen, with what choosing it causes. */
export interface AdminWalmartReason {
  code: string
  label: string
  effect: string
  /** Label and effect are the plugin's own words, which a screen may translate; false for words of the store's options. */
  built_in: boolean
  only_when_customer_asked: boolean
  zeroes_stock: boolean
  counts_against_seller: boolean
  preselected: boolean
}
