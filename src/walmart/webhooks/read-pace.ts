/** Least time between two reads of one order that webhooks ask for, in milliseconds: a storm of events costs one read in it. */
export const READ_GAP_MS = 10_000

const FIRST_MS = 30_000
const LONGEST_MS = 3_600_000

/** Failed reads after which an order is left to polling; with the waits between them that is about two hours. */
const MOST_ATTEMPTS = 9

/**
 * How long to wait before an order is asked for again, in milliseconds, doubling from 30 seconds to an hour; null when it is left
 * to polling.
 * @param attempts reads that have failed one after the other, this one included
 */
export function nextReadInMs(attempts: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null
  return Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS)
}
