import type { LineUnits } from "../updates/payloads/payload-parts"
import type { MedusaFulfillment } from "../updates/model/sides"
import { canceledElsewhere } from "../reconciliation/figures/canceled-elsewhere"
import { type LineFigures, lineFigures, type Sides } from "../reconciliation/figures/line-figures"
import type { MirrorAction } from "./action"

/**
 * What takes the units out of Medusa that Walmart shows as canceled while Medusa still means to ship them: of the order as a
 * whole, or of single lines. Units in a fulfillment that has not left come free by its cancellation, if it holds no others;
 * what has left in Medusa is for a person to see. Pure.
 */
export function mirroredCancellations(sides: Sides): MirrorAction[] {
  const lines = lineFigures(sides)
  return isWhole(sides, lines) ? wholeOrder(sides) : singleLines(sides, lines)
}

function isWhole({ unknownLines, facts }: Sides, lines: LineFigures[]): boolean {
  return (
    lines.some(({ medusa }) => medusa.open > 0) &&
    lines.every(isAllCanceled) &&
    unknownLines.every(({ open }) => open === 0) &&
    facts.strangers.length === 0
  )
}

function isAllCanceled(line: LineFigures): boolean {
  return !isBusy(line) && line.walmart.canceled >= line.ordered && line.medusa.shipped === 0
}

/** An update of the same units is on its way; what it comes to decides. */
export function isBusy({ unfinished }: LineFigures): boolean {
  return unfinished.shipped > 0 || unfinished.canceled > 0
}

function wholeOrder(sides: Sides): MirrorAction[] {
  const standing = sides.medusa.fulfillments.filter(({ canceledAt }) => canceledAt === null)
  if (standing.some((one) => !isPrepared(sides, one))) return []
  return [...standing.map(({ id }) => canceling(id)), { kind: "cancel_order" }]
}

function canceling(fulfillmentId: string): MirrorAction {
  return { kind: "cancel_fulfillment", fulfillmentId }
}

/** Made, and neither shipped, delivered nor canceled. */
export function isPrepared({ facts }: Sides, fulfillment: MedusaFulfillment): boolean {
  const own = facts.fulfillments.find(({ id }) => id === fulfillment.id)
  return (
    fulfillment.shippedAt === null && fulfillment.canceledAt === null && own?.deliveredAt == null
  )
}

function singleLines(sides: Sides, lines: LineFigures[]): MirrorAction[] {
  const canceled = lines.flatMap((line) => {
    const quantity = unitsToTakeOut(line)
    return quantity > 0 ? [{ line, quantity, free: freeUnits(sides, line) }] : []
  })
  const over = canceled.map(({ line: { lineNumber }, quantity, free }) => ({
    lineNumber,
    quantity: quantity - free,
  }))
  const taken = canceled.flatMap(({ line, quantity: all, free }) => {
    const { lineNumber } = line
    const quantity = Math.min(all, free)
    return quantity > 0 ? [{ lineNumber, quantity, left: line.medusa.present - quantity }] : []
  })
  return [
    ...emptied(sides, over).map(canceling),
    ...(taken.length > 0 && !isEverything(sides, lines, taken)
      ? [{ kind: "take_out" as const, lines: taken }]
      : []),
  ]
}

/** Units canceled elsewhere that can be taken out: none while an update of their line is on its way. */
export function unitsToTakeOut(line: LineFigures): number {
  return isBusy(line) ? 0 : canceledElsewhere(line)
}

/** Units of a line that no fulfillment holds. */
export function freeUnits({ facts }: Sides, { lineNumber, medusa }: LineFigures): number {
  const own = facts.lines.find((line) => line.lineNumber === lineNumber)
  return Math.max(0, medusa.present - (own?.fulfilled ?? 0))
}

/** Prepared fulfillments of which every unit is canceled at Walmart. */
function emptied(sides: Sides, over: LineUnits[]): string[] {
  const left = new Map(over.map(({ lineNumber, quantity }) => [lineNumber, quantity]))
  return sides.medusa.fulfillments.flatMap((one) => {
    const isMeant =
      isPrepared(sides, one) &&
      one.lines.length > 0 &&
      one.lines.every(({ lineNumber, quantity }) => (left.get(lineNumber) ?? 0) >= quantity)
    if (!isMeant) return []
    for (const { lineNumber, quantity } of one.lines) {
      left.set(lineNumber, (left.get(lineNumber) ?? 0) - quantity)
    }
    return [one.id]
  })
}

/** An order of which nothing would be left is no edit's business, and something else about it is different too. */
function isEverything(sides: Sides, lines: LineFigures[], taken: LineUnits[]): boolean {
  const isStanding = sides.medusa.fulfillments.some(({ canceledAt }) => canceledAt === null)
  const left = lines.map(({ lineNumber, medusa }) => {
    const out = taken.find((one) => one.lineNumber === lineNumber)?.quantity ?? 0
    return medusa.present - out
  })
  return !isStanding && left.every((quantity) => quantity <= 0)
}
