/** What is counted of requests that leave no event, per account. */
export const WEBHOOK_COUNTS = [
  /** Refused: not from who knows the secret. */
  "refused",
  /** Refused: larger than any event. */
  "too_large",
  /** Authentic, but no JSON object. */
  "unreadable",
  /** About a return: the account's returns are polled at once. */
  "return",
  /** Authentic, but about no order: another type of event, or Walmart's check of the address. */
  "other",
  /** An event that was received before. */
  "repeated",
  /** More than a day old or dated ahead; it was accepted. */
  "untimely",
  /** Older than the window in which events are taken; it was answered, and caused nothing. */
  "stale",
] as const

/** One of {@link WEBHOOK_COUNTS}. */
export type WebhookCount = (typeof WEBHOOK_COUNTS)[number]
