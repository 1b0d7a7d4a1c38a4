/**
 * How far back searches for orders and returns reach, in milliseconds. Walmart keeps 180 days of orders (docs/walmart-api.md, "Reading
 * orders") and publishes nothing for returns; a day less, so that no search begins before what is kept.
 */
export const HISTORY_MS = 179 * 86_400_000
