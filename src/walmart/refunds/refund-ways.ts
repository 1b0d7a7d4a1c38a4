/** What may become of a refund that is made in Medusa; the option `refunds`. */
export const REFUND_WAYS = ["send", "keep", "refuse"] as const

/** One of {@link REFUND_WAYS}. */
export type RefundWay = (typeof REFUND_WAYS)[number]

/** The option as the account's row remembers it. */
export interface SeenRefundWay {
  /** As it was last seen; null until it was. */
  refunds: RefundWay | null
  /** When it became `send` after it was not; null where it always was, or is not. */
  refunds_sent_from: Date | null
}

/**
 * The moment after which refunds that do not say themselves what becomes of them are sent, so that those of a time in which the option
 * was another stay in Medusa alone. Until the row has seen that the option is `send`, nobody knows that moment, and none is sent. Pure.
 * @returns epoch milliseconds; null while none is sent
 */
export function refundsSentFrom(way: RefundWay, seen: SeenRefundWay | undefined): number | null {
  if (way !== "send" || seen?.refunds !== "send") return null
  return seen.refunds_sent_from?.getTime() ?? 0
}
