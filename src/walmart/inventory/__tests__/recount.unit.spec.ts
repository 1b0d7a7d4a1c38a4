import fc from "fast-check"
import { isRecounted, receivedMove, type ShelfMove } from "../recount"

const HELD_AT = 1_000
const HELD = { stocked: 5, at: HELD_AT }

/** A moment at which Medusa is through with everything that was made. */
const LATER = HELD_AT + 3_600_000

const made = (units: number, changes: Partial<ShelfMove> = {}): ShelfMove => ({
  ...{ units, madeAt: HELD_AT + 1, canceledAt: null },
  ...changes,
})

describe("a shelf that waits for a recount", () => {
  it("is counted once another figure is on it", () => {
    expect(isRecounted(5, HELD, [], LATER)).toBe(false)
    expect(isRecounted(0, HELD, [], LATER)).toBe(true)
    expect(isRecounted(40, HELD, [], LATER)).toBe(true)
  })

  it("is not counted because other orders are shipped from it", () => {
    expect(isRecounted(3, HELD, [made(2)], LATER)).toBe(false)
    expect(isRecounted(2, HELD, [made(2)], LATER)).toBe(true)
  })

  it("is not counted because such a parcel is canceled, whenever it was made", () => {
    const canceledAt = HELD_AT + 2
    expect(isRecounted(5, HELD, [made(2, { canceledAt })], LATER)).toBe(false)
    expect(isRecounted(7, HELD, [made(2, { madeAt: HELD_AT - 1, canceledAt })], LATER)).toBe(false)
  })

  it("has lost already what left before", () => {
    const before = made(2, { madeAt: HELD_AT - 2 })
    expect(isRecounted(5, HELD, [before], LATER)).toBe(false)
    expect(isRecounted(5, HELD, [{ ...before, canceledAt: HELD_AT - 1 }], LATER)).toBe(false)
  })

  it("is not counted because a returned unit is put back on it", () => {
    expect(isRecounted(7, HELD, [receivedMove(2, HELD_AT + 1)], LATER)).toBe(false)
    expect(isRecounted(5, HELD, [receivedMove(2, HELD_AT + 1)], LATER)).toBe(true)
    expect(isRecounted(5, HELD, [receivedMove(2, HELD_AT - 1)], LATER)).toBe(false)
  })

  it("is not counted while Medusa is at a parcel or a return of which the shelf may not know yet", () => {
    const now = HELD_AT + 2
    expect(isRecounted(5, HELD, [made(2)], now)).toBe(false)
    expect(isRecounted(3, HELD, [made(2)], now)).toBe(false)
    expect(isRecounted(4, HELD, [made(2)], now)).toBe(true)
    expect(isRecounted(5, HELD, [made(2)], LATER)).toBe(true)
    const back = made(2, { madeAt: HELD_AT - 1, canceledAt: HELD_AT + 1 })
    expect(isRecounted(5, HELD, [back], now)).toBe(false)
    expect(isRecounted(5, HELD, [made(1), receivedMove(1, HELD_AT + 1)], now)).toBe(false)
  })

  it("is counted by nothing but a count, whatever leaves and comes back", () => {
    const time = fc.integer({ min: HELD_AT - 50, max: HELD_AT + 50 })
    const moves = fc.array(
      fc
        .record({ units: fc.nat({ max: 9 }), madeAt: time, after: fc.option(fc.nat({ max: 50 })) })
        .map(({ units, madeAt, after }) => ({
          ...{ units, madeAt },
          canceledAt: after === null ? null : madeAt + after,
        }))
    )
    fc.assert(
      fc.property(fc.nat(), moves, fc.integer({ min: -9, max: 9 }), (start, all, counted) => {
        const held = { stocked: start - onTheWay(all, HELD_AT - 1), at: HELD_AT }
        const now = start - onTheWay(all, Infinity) + counted
        expect(isRecounted(now, held, all, LATER)).toBe(counted !== 0)
      })
    )
  })
})

/** Units that fulfillments hold at a moment. */
function onTheWay(moves: ShelfMove[], at: number): number {
  return moves
    .filter(({ madeAt, canceledAt }) => madeAt <= at && !(canceledAt !== null && canceledAt <= at))
    .reduce((sum, { units }) => sum + units, 0)
}
