/** What a hold for a recount began with. */
export interface ShelfCount {
  /** Units on the shelf in Medusa then, reserved or not. */
  stocked: number
  /** Epoch milliseconds. */
  at: number
}

/** What took units off the shelf, or put them back, without anybody counting it. Times are epoch milliseconds. */
export interface ShelfMove {
  /** Of a fulfillment; less than 0 for what a return brought back. */
  units: number
  madeAt: number
  /** When its units came back on the shelf; null while they have not. */
  canceledAt: number | null
}

/** Units of a return that were received in good order. */
export function receivedMove(units: number, madeAt: number): ShelfMove {
  return { units: -units, madeAt, canceledAt: null }
}

/** For how long Medusa may be at a fulfillment or a return, of which it changes row and shelf one after the other. */
const UNDER_WAY_MS = 60_000

/**
 * Whether somebody has counted the shelf since a hold began. What other orders took off it since then, and what came back when they were
 * canceled or returned, is no count: the figure that was wrong is still wrong by as much. Of what Medusa may still be at, the shelf
 * may show it or not. Pure.
 * @param stocked units on the shelf now
 * @param now epoch milliseconds
 */
export function isRecounted(
  stocked: number,
  held: ShelfCount,
  moves: ShelfMove[],
  now: number
): boolean {
  const changes = moves.flatMap((move) => changesSince(held.at, move))
  const uncounted = changes.reduce(
    (sums, { units, at }) => {
      const shown = [...sums].map((sum) => sum - units)
      return new Set(now - at < UNDER_WAY_MS ? [...sums, ...shown] : shown)
    },
    new Set([held.stocked])
  )
  return !uncounted.has(stocked)
}

interface ShelfChange {
  /** Units that were taken; less than 0 where they came back. */
  units: number
  at: number
}

/** What a move has changed since. */
function changesSince(since: number, { units, madeAt, canceledAt }: ShelfMove): ShelfChange[] {
  const made = { units, at: madeAt }
  const back = canceledAt === null ? [] : [{ units: -units, at: canceledAt }]
  return [made, ...back].filter(({ at }) => at >= since)
}
