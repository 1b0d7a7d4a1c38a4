import type { CorrectedParcel } from "../payloads/tracking-correction-payload"
import { sameTracking } from "../shipment/packages"

/** Units of one line that get another number. */
export interface Move {
  lineNumber: string
  /** Number that Walmart has for them. */
  replaces: string
  /** With the number that they get. */
  parcel: CorrectedParcel
  quantity: number
  /** Units of the line that Walmart shall still show under the replaced number afterwards. */
  kept: number
  /** Units of the line that have the new number already, as far as the correction says so. */
  beside: number
}

/**
 * What a correction changes of each line when all is done. Units of a line are alike, so numbers that move along several parcels are
 * one move: A to B and B to C leave B's unit as it is and give A's the number C. No number is then both replaced and given, and in
 * whatever turn Walmart takes the moves, and however often, it ends with the same. Pure.
 */
export function movesOf(packages: CorrectedParcel[]): Move[] {
  const steps = packages.flatMap((parcel) =>
    parcel.lines.map(({ lineNumber, quantity, kept }) => ({
      ...{ lineNumber, replaces: parcel.replaces, parcel, quantity },
      told: kept + quantity,
    }))
  )
  const joined = [...new Set(steps.map(({ lineNumber }) => lineNumber))].flatMap((lineNumber) =>
    join(steps.filter((step) => step.lineNumber === lineNumber))
  )
  return joined.map(({ told, ...move }) => {
    const given = steps.find(
      ({ lineNumber, replaces }) =>
        lineNumber === move.lineNumber && sameTracking(replaces, move.parcel.trackingNumber)
    )
    return {
      ...move,
      kept: Math.max(0, told - replacedUnits(joined, move)),
      beside: given ? Math.max(0, given.told - replacedUnits(joined, given)) : 0,
    }
  })
}

interface Step extends Omit<Move, "kept" | "beside"> {
  /** Units that Walmart has under the replaced number before. */
  told: number
}

function replacedUnits(
  steps: Step[],
  { lineNumber, replaces }: Pick<Step, "lineNumber" | "replaces">
): number {
  return steps
    .filter((one) => one.lineNumber === lineNumber && sameTracking(one.replaces, replaces))
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

/** Joins a step that gives a number to one that replaces it, until there are none; each time fewer units are named. */
function join(all: Step[]): Step[] {
  const steps = all.filter(
    ({ replaces, parcel, quantity }) =>
      quantity > 0 && !sameTracking(replaces, parcel.trackingNumber)
  )
  for (const [place, first] of steps.entries()) {
    const next = steps.findIndex(({ replaces }) =>
      sameTracking(replaces, first.parcel.trackingNumber)
    )
    if (next === -1) continue
    const quantity = Math.min(first.quantity, steps[next].quantity)
    const rest = steps.map((step, index) =>
      index === place || index === next ? { ...step, quantity: step.quantity - quantity } : step
    )
    return join([...rest, { ...first, parcel: steps[next].parcel, quantity }])
  }
  return steps
}
