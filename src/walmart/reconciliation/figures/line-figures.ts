import type { LineUnits } from "../../updates/payloads/payload-parts"
import { unitsIn } from "../../updates/payloads/units-in"
import type { MedusaFulfillment, MedusaOrder, WalmartSide } from "../../updates/model/sides"
import { cancellationsIn, shipmentsIn } from "../../updates/model/known-payloads"
import { highestTotal, mirroredCanceled } from "../../updates/cancellation/cancellation"
import type { ChangedPrice } from "./changed-price"
import { goneUnits, openQuantity } from "../../orders/order"
import { packagesOf } from "../../updates/payloads/shipment-payload"
import type { KnownUpdate } from "../../updates/model/update"
import type { Phrase } from "../../words/phrase"
import { isUnfinished } from "../../updates/model/update-status"

/** What else Medusa says about an order, beside what it wants Walmart to be told. */
export interface MedusaFacts {
  /** Set aside by staff: nothing more is expected to happen to it. */
  closedAs: "completed" | "archived" | null
  /** Items that are not part of the Walmart order, added by an edit or for a claim. */
  strangers: { title: string; quantity: number }[]
  /** Lines that an edit gave another price; none of a canceled order. */
  changedPrices: ChangedPrice[]
  lines: MedusaLineFacts[]
  fulfillments: MedusaFulfillmentFacts[]
}

/** What Medusa counts of one line. */
export interface MedusaLineFacts {
  lineNumber: string
  /** Units that the order counts as fulfilled, whatever became of the fulfillment. */
  fulfilled: number
  /** Units that had left before the import, for stores without a provider to mirror their packages. */
  shippedBefore: number
  /** Units that came back. */
  returned: number
}

/** What Medusa says about one fulfillment. */
export interface MedusaFulfillmentFacts {
  id: string
  /** Epoch milliseconds; null while it has not arrived. */
  deliveredAt: number | null
  /** Line numbers whose rows do not come out as whole units. */
  brokenLines: string[]
  /** Units per line that the order counts for it; none once it is canceled. */
  held: LineUnits[]
}

/** A line that Walmart shows and that has no item in the Medusa order. */
export interface UnknownLine {
  lineNumber: string
  sku: string
  open: number
}

/** Both sides of an order, and what is known between them. */
export interface Sides {
  medusa: MedusaOrder
  walmart: WalmartSide
  known: KnownUpdate[]
  facts: MedusaFacts
  /** Lines without an item: canceled before the import, or added by Walmart since. */
  unknownLines: UnknownLine[]
  /** Epoch milliseconds of the read that Walmart's lines are from; null when unknown. */
  readAt: number | null
  /** Set while later reads of the order cannot be understood, so that Walmart's lines may be out of date. */
  unread?: { since: number; why: Phrase[] } | null
  /** Units that came back by Walmart's own return orders, which see to their refund. */
  handledReturns?: LineUnits[]
  /** Hours after a shipment during which its tracking can be corrected; null where the market takes no correction. */
  correctionHours?: number | null
}

/** One line as both sides count it. Units, all of them. */
export interface LineFigures {
  lineNumber: string
  ordered: number
  medusa: SideFigures & { present: number; returned: number }
  /** `held`: units that Walmart holds back. */
  walmart: SideFigures & { refunded: number; held: number }
  /** Units that came back by Walmart's own return orders. */
  handledReturns: number
  /** Units that unfinished updates still want to tell. */
  unfinished: { shipped: number; canceled: number }
}

interface SideFigures {
  open: number
  shipped: number
  canceled: number
}

/** Walmart may answer one more time with an order as it was before; what it has shown within this time counts. */
const SHOWN_LATELY_MS = 15 * 60_000

/** Counts every line of an order on both sides. Pure. */
export function lineFigures(sides: Sides): LineFigures[] {
  const finished = sides.known.filter(isShownLately(sides.readAt))
  const unfinished = sides.known.filter(isUnfinished)
  return sides.walmart.lines.map((line) => {
    const { lineNumber, quantity: ordered, quantities } = line
    const shipped = shippedInMedusa(sides, lineNumber)
    const present = unitsIn([{ lines: sides.medusa.items }], lineNumber)
    const wanted = sides.medusa.canceledAt === null ? Math.min(present, ordered) : shipped
    const canceled = Math.max(0, ordered - wanted)
    const returned = sides.facts.lines.find((one) => one.lineNumber === lineNumber)?.returned ?? 0
    return {
      ...{ lineNumber, ordered },
      medusa: { present, shipped, canceled, returned, open: Math.max(0, wanted - shipped) },
      walmart: {
        open: openQuantity(quantities),
        shipped: Math.max(goneUnits(ordered, quantities), shippedBy(finished, lineNumber)),
        canceled: Math.max(
          quantities.canceled,
          canceledBy(finished, lineNumber),
          mirroredCanceled(sides.medusa, lineNumber)
        ),
        refunded: quantities.refunded,
        held: line.onHold ?? 0,
      },
      handledReturns: unitsIn([{ lines: sides.handledReturns ?? [] }], lineNumber),
      unfinished: {
        shipped: shippedBy(unfinished, lineNumber),
        canceled: canceledBy(unfinished, lineNumber),
      },
    }
  })
}

/** Nothing that Walmart has shown as shipped or canceled is ever open again, so a read without it is an old one, for a while. */
export function isShownLately(readAt: number | null): (update: KnownUpdate) => boolean {
  return ({ status, sentAt }) =>
    status === "sent" && readAt !== null && sentAt != null && readAt < sentAt + SHOWN_LATELY_MS
}

/** A shipped fulfillment that was deleted has left; what Walmart was told of it says how much. */
function shippedInMedusa({ medusa, known, facts }: Sides, lineNumber: string): number {
  const shipped = medusa.fulfillments.filter((f) => f.shippedAt !== null && f.canceledAt === null)
  const before = facts.lines.find((line) => line.lineNumber === lineNumber)?.shippedBefore ?? 0
  const mirrored = unitsIn(shipped.filter(isShippedBeforeImport), lineNumber)
  const own = unitsIn(
    shipped.filter((one) => !isShippedBeforeImport(one)),
    lineNumber
  )
  const deleted = known.filter((update) => isOfDeleted(update, medusa.fulfillments))
  return own + Math.max(mirrored, before) + shippedBy(deleted, lineNumber)
}

function isShippedBeforeImport({ shippedBeforeImport }: MedusaFulfillment): boolean {
  return shippedBeforeImport
}

/** Tells of a fulfillment that the order no longer has. */
export function isOfDeleted(update: KnownUpdate, fulfillments: { id: string }[]): boolean {
  if (update.status !== "sent") return false
  return shipmentsIn([update]).some(({ fulfillmentId }) =>
    fulfillments.every(({ id }) => id !== fulfillmentId)
  )
}

function shippedBy(updates: KnownUpdate[], lineNumber: string): number {
  return unitsIn(shipmentsIn(updates).flatMap(packagesOf), lineNumber)
}

function canceledBy(updates: KnownUpdate[], lineNumber: string): number {
  return highestTotal(cancellationsIn(updates), lineNumber)
}
