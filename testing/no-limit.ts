/** A rate limit that nothing here meets. */
export const NO_LIMIT = { perMinute: 600_000, burst: 10_000 }
