/**
 * Where imports of a store under test begin, as `importFrom` has it: all that a test orders was ordered later. A first poll asks
 * Walmart week by week, so one that begins years ago costs each such store a hundred calls.
 */
export const LATELY = new Date(Date.now() - 25 * 86_400_000).toISOString().slice(0, 10)
