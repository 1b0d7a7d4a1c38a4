import { sumOfUnits } from "../common/units"
import type { LineStatusEntry } from "../orders/order"
import { lineFigures, type Sides } from "../reconciliation/figures/line-figures"
import { highestTotal } from "../updates/cancellation/cancellation"
import { cancellationsIn } from "../updates/model/known-payloads"
import type { LineUnits } from "../updates/payloads/payload-parts"
import { unitsIn } from "../updates/payloads/units-in"

/** A line of an order, and what was made of its canceled units so far. */
export interface StockedLine {
  lineNumber: string
  sku: string
  /** Units that had been canceled before the import, so that Medusa never held any stock for them. */
  never: number
  /** Units whose stock was asked for when they were free. */
  freed: number
  /** As Walmart shows it; empty once that is not kept any more. */
  statuses: LineStatusEntry[]
}

/** What a line comes to once its stock is asked for. */
export interface FreedLine {
  lineNumber: string
  /** All of its units that are free because they are canceled on both sides. */
  freed: number
  /** Units for which Walmart has set the listing to 0, so that it must not be offered again before somebody has counted it. */
  zeroed: number
}

/**
 * Units that are canceled at Walmart and in Medusa, whoever did it and in whichever order, so that their stock is free. What a cancellation
 * on its way has still to tell is its own: its stock is sent once Walmart has said yes. Pure.
 */
export function freedUnits(sides: Sides): LineUnits[] {
  if (sides.walmart.readOnly) return []
  const told = cancellationsIn(sides.known.filter(({ status }) => status === "pending"))
  return lineFigures(sides).flatMap(({ lineNumber, medusa, walmart }) => {
    const quantity = Math.min(medusa.canceled, walmart.canceled)
    return quantity > highestTotal(told, lineNumber) ? [{ lineNumber, quantity }] : []
  })
}

/**
 * Lines of every SKU of which more units are free than were asked for: a SKU has one listing, and what Walmart set it to 0 for by now is
 * one cause of counting it. Pure.
 * @param zeroingReasons codes of the reasons after which Walmart sets the stock to 0
 */
export function freedLines(
  units: LineUnits[],
  lines: StockedLine[],
  zeroingReasons: string[]
): FreedLine[] {
  const isNews = ({ lineNumber, never, freed }: StockedLine) =>
    unitsIn([{ lines: units }], lineNumber) > Math.max(never, freed)
  const skus = new Set(lines.filter(isNews).map(({ sku }) => sku))
  return lines
    .filter(({ sku }) => skus.has(sku))
    .map(({ lineNumber, statuses }) => ({
      lineNumber,
      freed: unitsIn([{ lines: units }], lineNumber),
      zeroed: zeroedUnits(statuses, zeroingReasons),
    }))
}

/** Units of a line that Walmart shows as canceled for a reason after which it sets the stock to 0. Pure. */
export function zeroedUnits(statuses: LineStatusEntry[], zeroingReasons: string[]): number {
  const canceled = statuses.filter(({ status }) => status === "Cancelled")
  return sumOfUnits(
    canceled.filter(({ cancellationReason: reason }) => zeroingReasons.includes(reason ?? ""))
  )
}
