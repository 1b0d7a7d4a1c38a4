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
  return {
    code: "line_unknown",
    message: `Walmart order ${order.purchaseOrderId} has no line ${lineNumber}.`,
    remedy: "Refresh the order. If it stays, dismiss this update and ship in Seller Center.",
  }
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
  const mine = packages.map((parcel) => parcel.trackingNumber).join(", ")
  const what = `Line ${line.lineNumber} (${line.sku})`
  if (sums.canceled === 0 && isShippedByOthers(line, ours)) {
    const theirs = trackingNumbersOf(line.statuses)
    return {
      code: "shipped_elsewhere",
      message: `${what} is already shipped at Walmart with tracking number ${theirs}; Medusa says ${mine}.`,
      remedy:
        "If Walmart's number is right, dismiss this update. Else correct it in Seller Center.",
    }
  }
  return {
    code: NOT_OPEN,
    message: `${what} has ${left} open unit(s) at Walmart, ${quantity} should be shipped; of ${line.quantity} ordered, ${goneUnits(line.quantity, sums)} are shipped and ${sums.canceled} are canceled there.`,
    remedy:
      "Open units are told, the others cannot be. Stop their parcel if you can, then dismiss this update with a note.",
  }
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
  return {
    code: "customer_asked_to_cancel",
    message: `The customer asked Walmart to cancel line ${line.lineNumber} (${line.sku}) before it shipped.`,
    remedy: "Cancel the line with the customer's reason, or retry with “ship anyway”.",
  }
}
