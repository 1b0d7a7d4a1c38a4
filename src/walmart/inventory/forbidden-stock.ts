import { phrase, saying } from "../words/phrase"
import type { Attention } from "../updates/model/update"
import type { Explanation } from "../updates/outcome"

/** Code of a figure that the account's key may not send. It needs attention, and is still retried automatically. */
export const FORBIDDEN_STOCK = "permission_missing"

const HOUR_MS = 3_600_000

/**
 * When a figure that was forbidden is tried again: in about an hour, spread so that the figures of an account do not come all at once. A key
 * rarely changes, and when it does nobody needs to push each figure.
 * @param random from 0 to 1
 */
export function nextForbiddenTryMs(random: () => number): number {
  return Math.round(HOUR_MS * (0.75 + random() / 2))
}

/** What is said of such a figure. */
export function forbiddenStock({ words }: Pick<Explanation, "words">): Attention {
  const remedy = [phrase("permission_missing", "remedy_stock", {})]
  return { code: FORBIDDEN_STOCK, ...saying({ message: words.message, remedy }) }
}

/** What is said of a figure that Walmart refuses: it belongs to no order, and is neither corrected nor dismissed. */
export function refusedStock(explained: Explanation): Attention {
  if (explained.code !== "refused") return explained
  const remedy = [phrase("refused", "remedy_stock", {})]
  return { code: explained.code, ...saying({ message: explained.words.message, remedy }) }
}
