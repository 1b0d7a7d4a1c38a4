import type { LineUnits } from "../../updates/payloads/payload-parts"
import { shipmentKey } from "../../updates/model/update-key"
import type { MedusaFulfillment, PlanInput, WalmartSide } from "../../updates/model/sides"
import { cancellationsIn } from "../../updates/model/known-payloads"
import { highestTotal } from "../../updates/cancellation/cancellation"
import { goneUnits } from "../../orders/order"
import type { KnownUpdate } from "../../updates/model/update"

/** What became of the units that Walmart ordered of one line. Units, all of them. */
export interface LineBudget {
  ordered: number
  /** Canceled at Walmart, or about to be. */
  canceled: number
  /** Shipped at Walmart by anyone, or shipped in Medusa and on the way there. */
  shipped: number
  /** What a parcel may still hold. */
  free: number
}

/**
 * Units of a line that one more parcel may hold. What other fulfillments shipped counts although Walmart does not show it yet,
 * unless a person decided that it never will. Pure.
 * @param apart id of the fulfillment that the question is about; null for a new one
 * @param anew units of a canceled fulfillment that Walmart has as shipped and that it replaces
 */
export function lineBudget(
  { medusa, known }: PlanInput,
  line: WalmartSide["lines"][number],
  apart: string | null,
  anew: LineUnits[] = []
): LineBudget {
  const { lineNumber, quantity: ordered, quantities } = line
  const others = medusa.fulfillments.filter((one) => one.id !== apart && counts(one, known))
  const gone = goneUnits(ordered, quantities) - unitsIn([{ lines: anew }], lineNumber)
  const shipped = Math.max(gone, unitsIn(others, lineNumber))
  const canceled = Math.max(quantities.canceled, waitingCanceled(known, lineNumber))
  return { ordered, canceled, shipped, free: Math.max(0, ordered - canceled - shipped) }
}

/** Units of a line in fulfillments that were made and have not been shipped. */
export function preparedUnits({ medusa }: Pick<PlanInput, "medusa">, lineNumber: string): number {
  const prepared = medusa.fulfillments.filter((f) => f.shippedAt === null && f.canceledAt === null)
  return unitsIn(prepared, lineNumber)
}

/**
 * Why a parcel may not hold these units of a line, with all figures; null when it may.
 * @param prepared units in other fulfillments that have not been shipped
 */
export function budgetRefusal(
  { lineNumber, quantity }: LineUnits,
  { ordered, canceled, shipped, free }: LineBudget,
  prepared = 0
): string | null {
  const left = Math.max(0, free - prepared)
  if (quantity <= left) return null
  const held = prepared > 0 ? `, in other fulfillments: ${prepared}` : ""
  return (
    `Line ${lineNumber} should ship ${quantity} unit(s), but only ${left} can be shipped. ` +
    `Walmart ordered ${ordered}; canceled there: ${canceled}, shipped: ${shipped}${held}.`
  )
}

function counts({ id, shippedAt, canceledAt }: MedusaFulfillment, known: KnownUpdate[]): boolean {
  if (shippedAt === null || canceledAt !== null) return false
  const status = known.find(({ uniqueKey }) => uniqueKey === shipmentKey(id))?.status
  return status !== "dismissed" && status !== "superseded"
}

function unitsIn(parts: { lines: LineUnits[] }[], lineNumber: string): number {
  return parts
    .flatMap(({ lines }) => lines)
    .filter((units) => units.lineNumber === lineNumber)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

function waitingCanceled(known: KnownUpdate[], lineNumber: string): number {
  const waiting = known.filter(({ status }) => WAITING.has(status))
  return highestTotal(cancellationsIn(waiting), lineNumber)
}

const WAITING = new Set(["pending", "needs_attention"])
