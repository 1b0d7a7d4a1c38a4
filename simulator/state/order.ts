import type { Fields } from "../wire/body"
import type { Market } from "../wire/markets"
import type { LineStatus, ShipNodeType } from "../wire/wire-values"

/** What Walmart keeps about one package. */
export interface Tracking {
  shipDateTime: number
  carrier: string | null
  otherCarrier: string | null
  methodCode: string
  trackingNumber: string
  trackingURL: string | null
}

/** A quantity of a line in one status. */
export interface StatusEntry {
  status: LineStatus
  quantity: number
  cancellationReason: string | null
  tracking: Tracking | null
  /** when it was marked shipped; opens the window for tracking changes */
  shippedAt: number | null
  returnCenterAddress: Fields | null
}

/** Money of a whole line, major units; `tax` null when there is none. */
export interface Charge {
  chargeType: "PRODUCT" | "SHIPPING"
  chargeName: "ItemPrice" | "SubscriptionDiscount" | "Shipping"
  amount: number
  tax: number | null
}

/** An order line; the quantities of `statuses` add up to `quantity`. */
export interface Line {
  lineNumber: string
  sku: string
  productName: string
  quantity: number
  charges: Charge[]
  statuses: StatusEntry[]
  statusDate: number
  intentToCancel: boolean
  sellerOrderId: string | null
  /** refunded so far, a positive amount including tax */
  refunded: number
  refund: { refundId: string; refundComments: string; charges: Fields[] } | null
}

/** A delivery address as Walmart writes it (country alpha-3). */
export interface Address {
  name: string
  address1: string
  address2: string | null
  city: string
  state: string
  postalCode: string
  country: string
  addressType: string
}

/** One purchase order. Times in epoch milliseconds. */
export interface Order {
  sellerId: string
  market: Market
  purchaseOrderId: string
  customerOrderId: string
  customerEmailId: string
  orderType: string
  originalCustomerOrderId: string | null
  orderDate: number
  modifiedAt: number
  estimatedShipDate: number
  estimatedDeliveryDate: number
  methodCode: string
  phone: string
  address: Address
  shipNode: { type: ShipNodeType; name: string; id: string }
  shippingProgramType: string | null
  currency: string
  lines: Line[]
}

/** The quantity of a line that is in any of the given statuses. */
export function quantityIn(line: Line, ...statuses: LineStatus[]): number {
  return line.statuses
    .filter((entry) => statuses.includes(entry.status))
    .reduce((sum, entry) => sum + entry.quantity, 0)
}

/** A fresh status entry; what is not given is null. */
export function statusEntry(
  status: LineStatus,
  quantity: number,
  more: Partial<StatusEntry> = {}
): StatusEntry {
  return {
    status,
    quantity,
    cancellationReason: null,
    tracking: null,
    shippedAt: null,
    returnCenterAddress: null,
    ...more,
  }
}

/** Takes `quantity` out of the entries of the given statuses, in that order of preference; the caller has checked there is enough. */
export function takeQuantity(line: Line, quantity: number, ...statuses: LineStatus[]): void {
  let left = quantity
  for (const status of statuses) {
    for (const entry of line.statuses.filter((candidate) => candidate.status === status)) {
      const taken = Math.min(left, entry.quantity)
      entry.quantity -= taken
      left -= taken
    }
  }
  line.statuses = line.statuses.filter((entry) => entry.quantity > 0)
}

/** Turns every quantity of one status into another, keeping what the entries carry. */
export function moveAll(line: Line, from: LineStatus, to: LineStatus): number {
  const moved = quantityIn(line, from)
  for (const entry of line.statuses) if (entry.status === from) entry.status = to
  mergePlain(line, to)
  return moved
}

/** Turns a quantity of one status into another, splitting an entry when only a part of it moves; the caller has checked there is enough. */
export function moveQuantity(line: Line, quantity: number, from: LineStatus, to: LineStatus): void {
  let left = quantity
  line.statuses = line.statuses.flatMap((entry) => {
    const moved = entry.status === from ? Math.min(left, entry.quantity) : 0
    left -= moved
    const kept = { ...entry, quantity: entry.quantity - moved }
    const turned = { ...entry, status: to, quantity: moved }
    return [kept, turned].filter((part) => part.quantity > 0)
  })
  mergePlain(line, to)
}

/** Entries without tracking or reason and of the same status are one entry. */
function mergePlain(line: Line, status: LineStatus): void {
  const isPlain = (entry: StatusEntry) => entry.status === status && !entry.tracking
  const plain = line.statuses.filter(isPlain)
  if (plain.length < 2 || status === "Cancelled") return
  const total = plain.reduce((sum, entry) => sum + entry.quantity, 0)
  const others = line.statuses.filter((entry) => !isPlain(entry))
  line.statuses = [...others, statusEntry(status, total)]
}

/** Moves unshipped quantity to Cancelled in place; the caller has checked there is enough. */
export function cancelQuantity(line: Line, quantity: number, reason: string): void {
  takeQuantity(line, quantity, "Created", "Acknowledged")
  const same = line.statuses.find(
    (entry) => entry.status === "Cancelled" && entry.cancellationReason === reason
  )
  if (same) same.quantity += quantity
  else line.statuses.push(statusEntry("Cancelled", quantity, { cancellationReason: reason }))
}

/** Moves open quantity to Shipped in place; the caller has checked there is enough. */
export function shipQuantity(line: Line, quantity: number, tracking: Tracking, now: number): void {
  takeQuantity(line, quantity, "Acknowledged", "Created")
  line.statuses.push(statusEntry("Shipped", quantity, { tracking, shippedAt: now }))
}
