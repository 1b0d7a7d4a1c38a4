import type { Package, ShipmentPayload } from "../payloads/shipment-payload"
import {
  goneEntries,
  goneUnits,
  lineQuantities,
  type LineStatusEntry,
  type Order,
  type OrderLine,
} from "../../orders/order"
import { sameTracking } from "./packages"
import type { Attention } from "../model/update"
import { say } from "../../words/phrase"

/** A shipment that wants to go out, and what it is held against. */
export interface Wanted {
  order: Order
  shipment: ShipmentPayload
  packages: Package[]
  open: Map<string, number>
  /** Numbers of all shipments of the order. */
  ours: string[]
}

/** Why the units of a shipment cannot go out as they are, line by line; empty when they can. Pure. */
export function conflictsOf({ order, shipment, packages, open, ours }: Wanted): Attention[] {
  const wanted = new Map<string, number>()
  for (const { lineNumber, quantity } of packages.flatMap((parcel) => parcel.lines)) {
    wanted.set(lineNumber, (wanted.get(lineNumber) ?? 0) + quantity)
  }
  return [...wanted].flatMap(([lineNumber, quantity]): Attention[] => {
    const line = order.lines.find((candidate) => candidate.lineNumber === lineNumber)
    if (!line) return [unknownLine(order, lineNumber)]
    const left = open.get(lineNumber) ?? 0
    const isAsked = line.customerAskedToCancel && !shipment.overrideCustomerCancellation
    return [
      // Of what is not open Walmart asks nothing; also the open part of too many units needs the decision.
      ...(isAsked && left > 0 ? [asked(line)] : []),
      ...(quantity > left ? [notOpen(line, { quantity, left, packages, ours })] : []),
    ]
  })
}

function unknownLine(order: Order, lineNumber: string): Attention {
  return say("line_unknown", { order: order.purchaseOrderId, line: lineNumber }, "shipment")
}

/** Units of a line that are wanted, and those of them that are open. */
interface TooMany extends Pick<Wanted, "packages" | "ours"> {
  quantity: number
  left: number
}

const NOT_OPEN = "line_not_open"

/** Only units that are not open stand against it; the open ones may go. */
export function isNotOpen({ code }: Attention): boolean {
  return code === NOT_OPEN
}

function notOpen(line: OrderLine, { quantity, left, packages, ours }: TooMany): Attention {
  const sums = lineQuantities(line)
  const about = { line: line.lineNumber, sku: line.sku }
  if (sums.canceled === 0 && isShippedByOthers(line, ours)) {
    const theirs = trackingNumbersOf(line.statuses)
    const mine = packages.map((parcel) => parcel.trackingNumber).join(", ")
    return say("shipped_elsewhere", { ...about, theirs, mine })
  }
  return say(NOT_OPEN, {
    ...about,
    ...{ open: left, wanted: quantity, ordered: line.quantity },
    ...{ gone: goneUnits(line.quantity, sums), canceled: sums.canceled },
  })
}

function isShippedByOthers(line: OrderLine, ours: string[]): boolean {
  return goneEntries(line).some(
    (entry) => !ours.some((one) => sameTracking(one, entry.package?.trackingNumber ?? one))
  )
}

function trackingNumbersOf(entries: LineStatusEntry[]): string {
  const numbers = entries.flatMap((entry) => entry.package?.trackingNumber ?? [])
  return numbers.length > 0 ? [...new Set(numbers)].join(", ") : "(none)"
}

function asked(line: OrderLine): Attention {
  return say("customer_asked_to_cancel", { line: line.lineNumber, sku: line.sku }, "line")
}
