import type { WalmartSide } from "../../walmart/updates/model/sides"
import type { OrderSide } from "../../modules/walmart/orders/side-sql"
import { goneEntries, isFulfilledByOthers } from "../../walmart/orders/order"
import type { ChargesPer } from "../../walmart/orders/charges"
import { readingOf, type ReadingSettings } from "../../walmart/import/order-money"
import { refundParts } from "../../walmart/refunds/refund-parts"

type LineRow = OrderSide["lines"][number]

/** What Walmart showed of an order when it was last read, as planning and comparing want it. */
export function walmartSide(row: OrderSide, reading: ReadingSettings): WalmartSide {
  const chargesPer = chargesPerOf(row, reading)
  return {
    purchaseOrderId: row.purchase_order_id,
    customerOrderId: row.customer_order_id,
    orderedAt: row.ordered_at.getTime(),
    currency: row.currency_code,
    readOnly: isFulfilledByOthers({ shipNode: { type: row.ship_node_type } }),
    chargesPer,
    // A line without an item was canceled before the import, or added by Walmart since: Medusa has no desired state for it.
    lines: row.lines
      .filter((line) => !hasNoItem(line))
      .sort(byLineNumber)
      .map((line) => ({
        lineNumber: line.line_number,
        quantity: line.quantity,
        customerAskedToCancel: line.customer_asked_to_cancel,
        quantities: quantitiesOf(line),
        onHold: shownLine(row, line)?.onHold ?? 0,
        parcels: parcelsOf(row, line),
        refundParts: partsOf(row, line, chargesPer),
      })),
  }
}

function shownLine(row: OrderSide, { line_number }: LineRow) {
  return row.snapshot?.lines.find(({ lineNumber }) => lineNumber === line_number)
}

/** As the import chose it: by Walmart's own total, where it tells. */
function chargesPerOf(row: OrderSide, settings: ReadingSettings): ChargesPer | undefined {
  const order = row.snapshot
  if (!order) return undefined
  const reading = readingOf(order, settings)
  return "per" in reading ? reading.per : settings.chargesPer
}

function partsOf(row: OrderSide, line: LineRow, per: ChargesPer | undefined) {
  const shown = shownLine(row, line)
  return shown && per && refundParts(shown, per)
}

/** Absent while Walmart's order as it was read is not kept. */
function parcelsOf(row: OrderSide, lineRow: LineRow) {
  const line = shownLine(row, lineRow)
  const gone = line && goneEntries(line)
  return gone?.map(({ package: parcel, quantity, status }) => {
    const { trackingNumber = null, trackingUrl = null, carrier = null } = parcel ?? {}
    return { quantity, status, trackingNumber, trackingUrl, carrier }
  })
}

/** The database answers rows in no order of its own. */
function byLineNumber({ line_number: a }: LineRow, { line_number: b }: LineRow): number {
  return Number(a) - Number(b) || a.localeCompare(b)
}

/** Whether a line has no item in the Medusa order: it was canceled before the import, or added by Walmart since. */
export function hasNoItem({ line_item_id: id }: LineRow): boolean {
  return id === null
}

/** How many units of a line are where, as Walmart counts them. */
export function quantitiesOf(line: LineRow) {
  return {
    created: line.created_quantity,
    acknowledged: line.acknowledged_quantity,
    shipped: line.shipped_quantity,
    delivered: line.delivered_quantity,
    canceled: line.canceled_quantity,
    refunded: line.refunded_quantity,
  }
}
