const MINUTE_MS = 60_000

/** Codes of what the store has not settled, which is found out without asking Walmart. */
const OF_THE_STORE = ["stock_location_missing", "stock_location_unclear"]

/**
 * Milliseconds after which a figure that failed, and that a person was asked about, is tried once more because Medusa's figure has changed.
 * Walmart may take another number, but an item that it does not have stays unknown whatever the number: stock that changes all day must
 * not ask for it all day. Pure.
 * @param code why it failed
 */
export function changedTryMs(code: string): number {
  if (OF_THE_STORE.includes(code)) return 0
  return (code === "unknown_sku" ? 60 : 15) * MINUTE_MS
}
