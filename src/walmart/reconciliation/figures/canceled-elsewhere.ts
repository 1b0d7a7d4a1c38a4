import type { LineUnits } from "../../updates/payloads/payload-parts"
import type { PlanInput } from "../../updates/model/sides"

/**
 * Units that Walmart, its fraud check, the buyer or someone in Seller Center canceled, while Medusa still means to ship them.
 * What Medusa has taken out itself, or had canceled as a whole, is not among them. Pure.
 */
export function canceledElsewhere({
  medusa,
  walmart,
}: Pick<PlanInput, "medusa" | "walmart">): LineUnits[] {
  if (medusa.canceledAt !== null) return []
  return walmart.lines
    .map(({ lineNumber, quantity, quantities }) => {
      const item = medusa.items.find((entry) => entry.lineNumber === lineNumber)
      const takenOut = Math.max(0, quantity - (item?.quantity ?? 0))
      return { lineNumber, quantity: quantities.canceled - takenOut }
    })
    .filter(({ quantity }) => quantity > 0)
}
