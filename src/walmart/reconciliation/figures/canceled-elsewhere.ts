import type { LineUnits } from "../../updates/payloads/payload-parts"
import type { PlanInput } from "../../updates/model/sides"
import type { LineFigures } from "./line-figures"

/**
 * Units of a line that Walmart, its fraud check, the buyer or someone in Seller Center canceled, and that Medusa still means to ship.
 * What Medusa has taken out itself is not among them. Pure.
 */
export function canceledElsewhere({ medusa, walmart }: LineFigures): number {
  return Math.min(beyondOwn(walmart.canceled, medusa.canceled), medusa.open)
}

/**
 * Units canceled elsewhere as staff are warned of them, line by line: with those that were shipped all the same, because they can
 * perhaps still be stopped. None of an order that is canceled in Medusa too. Pure.
 */
export function unitsToStop({
  medusa,
  walmart,
}: Pick<PlanInput, "medusa" | "walmart">): LineUnits[] {
  if (medusa.canceledAt !== null) return []
  return walmart.lines
    .map(({ lineNumber, quantity, quantities }) => {
      const item = medusa.items.find((entry) => entry.lineNumber === lineNumber)
      const takenOut = Math.max(0, quantity - (item?.quantity ?? 0))
      return { lineNumber, quantity: beyondOwn(quantities.canceled, takenOut) }
    })
    .filter(({ quantity }) => quantity > 0)
}

function beyondOwn(canceledAtWalmart: number, canceledInMedusa: number): number {
  return Math.max(0, canceledAtWalmart - canceledInMedusa)
}
