const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * From how many figures on a feed takes the place of single calls, unless the options say otherwise. One by one they would take two and a
 * half minutes, 200 a minute; a feed takes Walmart minutes to hours, and only ten an hour are allowed.
 */
export const STOCK_FEED_FROM = 500

/** Most figures of one feed: its file stays below one megabyte of the ten that Walmart takes. */
export const MOST_FIGURES = 5_000

/**
 * How long a feed may take before its figures go one by one. Walmart suggests to look after 15 minutes, 1, 2 and 4 hours
 * (docs/walmart-api.md, "Inventory"), so one that is not at its end then may never be.
 */
export const FEED_DEADLINE_MS = 4 * HOUR_MS

/** How long a feed that was given up is looked at, in case Walmart works through it late and shows old figures. */
export const LATE_FEED_MS = 72 * HOUR_MS

/**
 * Milliseconds until a feed is looked at again. Looks cost next to nothing, and until its end no newer figure of its SKUs goes out,
 * so the first come sooner than Walmart suggests.
 * @param ageMs since it was handed in
 */
export function nextLookMs(ageMs: number): number {
  if (ageMs < 10 * MINUTE_MS) return MINUTE_MS
  if (ageMs < HOUR_MS) return 5 * MINUTE_MS
  return ageMs < FEED_DEADLINE_MS ? 15 * MINUTE_MS : HOUR_MS
}

/** Name of a feed's file, by which it is found again at Walmart when its receipt was lost. @param id the plugin's id of the feed */
export function feedFileName(id: string): string {
  return `medusa-stock-${id}.json`
}
