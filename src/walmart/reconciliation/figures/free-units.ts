import type { LineUnits } from "../../updates/payloads/payload-parts"
import { unitsIn } from "../../updates/payloads/units-in"
import { lastOf, shipmentKey } from "../../updates/model/update-key"
import type { MedusaFulfillment, PlanInput, WalmartSide } from "../../updates/model/sides"
import { cancellationsIn } from "../../updates/model/known-payloads"
import { highestTotal } from "../../updates/cancellation/cancellation"
import { goneUnits } from "../../orders/order"
import type { KnownUpdate } from "../../updates/model/update"
import { type Phrase, phrase } from "../../words/phrase"
import { isUnfinished } from "../../updates/model/update-status"

/** What became of the ordered units of one line. Units, all of them. */
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
  const { lineNumber, quantity: ordered, quantities, onHold = 0 } = line
  const others = medusa.fulfillments.filter((one) => one.id !== apart && counts(one, known))
  const gone = goneUnits(ordered, quantities) - unitsIn([{ lines: anew }], lineNumber)
  const shipped = Math.max(gone, unitsIn(others, lineNumber))
  const canceled = Math.max(quantities.canceled, waitingCanceled(known, lineNumber))
  return { ordered, canceled, shipped, free: Math.max(0, ordered - canceled - shipped - onHold) }
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
  { lineNumber: line, quantity: units }: LineUnits,
  { ordered, canceled, shipped, free }: LineBudget,
  prepared = 0
): Phrase | null {
  const left = Math.max(0, free - prepared)
  if (units <= left) return null
  const about = { line, units, left, ordered, canceled, shipped, held: prepared }
  return phrase("ship_too_many", prepared > 0 ? "message_held" : "message", about)
}

function counts({ id, shippedAt, canceledAt }: MedusaFulfillment, known: KnownUpdate[]): boolean {
  if (shippedAt === null || canceledAt !== null) return false
  const status = lastOf(known, shipmentKey(id))?.status
  return status !== "dismissed" && status !== "superseded"
}

function waitingCanceled(known: KnownUpdate[], lineNumber: string): number {
  const waiting = known.filter(isUnfinished)
  return highestTotal(cancellationsIn(waiting), lineNumber)
}
