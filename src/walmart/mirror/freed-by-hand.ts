import { lineFigures, type Sides } from "../reconciliation/figures/line-figures"
import { highestTotal, mirroredCanceled } from "../updates/cancellation/cancellation"
import { cancellationsIn } from "../updates/model/known-payloads"
import type { LineUnits } from "../updates/payloads/payload-parts"
import { unitsIn } from "../updates/payloads/units-in"

/**
 * Units that were canceled at Walmart by other hands, and that a person took out of Medusa before the mirror did: nothing is sent of
 * them, so that no cancellation of this plugin says that their stock is free. Pure.
 * @param never units that were canceled before the import, so that Medusa never held any stock for them
 */
export function freedByHand(sides: Sides, never: LineUnits[]): LineUnits[] {
  if (sides.walmart.readOnly) return []
  const told = cancellationsIn(sides.known.filter(({ status }) => status !== "superseded"))
  return lineFigures(sides).flatMap(({ lineNumber, medusa, walmart }) => {
    const canceled = Math.min(medusa.canceled, walmart.canceled)
    const known = Math.max(
      highestTotal(told, lineNumber),
      mirroredCanceled(sides.medusa, lineNumber),
      unitsIn([{ lines: never }], lineNumber)
    )
    return canceled > known ? [{ lineNumber, quantity: canceled - known }] : []
  })
}
