/**
 * Most units that a count of stock holds, as many as the database's counts hold. What a store or Walmart has of more is as good as endless,
 * and must keep no other figure from being sent.
 */
const MOST_STOCK = 2_147_483_647

/** Units of stock as they are counted, at most as many as a count holds. Pure. */
export function countable(units: number): number {
  return Math.min(units, MOST_STOCK)
}
