import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaFulfillment, MedusaOrder } from "../walmart/plan"
import type { LineUnits } from "../walmart/update"

/** Fields of a Medusa order that decide what Walmart is told. */
export const ORDER_FIELDS = [
  "id",
  "display_id",
  "status",
  "canceled_at",
  "updated_at",
  "items.id",
  "items.detail.quantity",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
  "fulfillments.id",
  "fulfillments.provider_id",
  "fulfillments.shipping_option_id",
  "fulfillments.shipped_at",
  "fulfillments.marked_shipped_by",
  "fulfillments.canceled_at",
  "fulfillments.metadata",
  "fulfillments.items.line_item_id",
  "fulfillments.items.inventory_item_id",
  "fulfillments.items.quantity",
  "fulfillments.labels.tracking_number",
  "fulfillments.labels.tracking_url",
]

/** A Medusa order as `query.graph` answers for `ORDER_FIELDS`. */
export interface OrderRow {
  id: string
  display_id: number
  status: string
  canceled_at: string | Date | null
  updated_at: string | Date
  items: ItemRow[]
  fulfillments: FulfillmentRow[]
}

interface ItemRow {
  id: string
  /** The present quantity; the item itself does not hold it. */
  detail: { quantity: number }
  variant?: { inventory_items?: { inventory_item_id: string; required_quantity: number }[] } | null
}

interface FulfillmentRow {
  id: string
  provider_id: string | null
  shipping_option_id: string | null
  shipped_at: string | Date | null
  marked_shipped_by: string | null
  canceled_at: string | Date | null
  metadata: Record<string, unknown> | null
  items: { line_item_id: string | null; inventory_item_id: string | null; quantity: number }[]
  labels: { tracking_number: string; tracking_url: string | null }[]
}

/** What was decided about a fulfillment in the plugin's own screen. */
export interface CarrierChoiceRow {
  fulfillment_id: string
  carrier: string | null
  tracking_url: string | null
  ship_anyway: boolean
}

/** What turns Medusa's ids into Walmart's words. */
export interface Translation {
  lines: { line_number: string; line_item_id: string | null }[]
  choices: CarrierChoiceRow[]
  /** Shipping option id or provider id to Walmart carrier. */
  carrierMap: Record<string, string>
  reason: string | null
  reasonBy: string | null
  defaultReason: string | null
}

/** Translates a Medusa order into the wish that the planner compares. Pure. */
export function toMedusaOrder(order: OrderRow, translation: Translation): MedusaOrder {
  const lineNumbers = new Map(
    translation.lines.flatMap((l) => (l.line_item_id ? [[l.line_item_id, l.line_number]] : []))
  )
  return {
    displayId: String(order.display_id),
    canceledAt: order.status === "canceled" ? time(order.canceled_at ?? order.updated_at) : null,
    updatedAt: time(order.updated_at),
    items: order.items.flatMap((item) => {
      const lineNumber = lineNumbers.get(item.id)
      return lineNumber ? [{ lineNumber, quantity: units(item.detail.quantity) }] : []
    }),
    fulfillments: order.fulfillments.map((f) => toFulfillment(f, order, translation, lineNumbers)),
    reason: translation.reason,
    reasonBy: translation.reasonBy,
    defaultReason: translation.defaultReason,
  }
}

function toFulfillment(
  row: FulfillmentRow,
  order: OrderRow,
  { choices, carrierMap }: Translation,
  lineNumbers: Map<string, string>
): MedusaFulfillment {
  const choice = choices.find(({ fulfillment_id: id }) => id === row.id)
  return {
    id: row.id,
    shippedAt: row.shipped_at ? time(row.shipped_at) : null,
    shippedBy: row.marked_shipped_by,
    canceledAt: row.canceled_at ? time(row.canceled_at) : null,
    lines: unitsOf(row, order, lineNumbers),
    labels: row.labels.map((label) => ({
      trackingNumber: label.tracking_number,
      trackingUrl: label.tracking_url,
    })),
    chosen: choice?.carrier ? { carrier: choice.carrier, trackingUrl: choice.tracking_url } : null,
    shipAnyway: choice?.ship_anyway ?? false,
    mapped: carrierMap[row.shipping_option_id ?? ""] ?? carrierMap[row.provider_id ?? ""] ?? null,
    takenOver: row.metadata?.walmart_taken_over === true,
  }
}

/** A kit leaves as one row per inventory item; it counts as whole units of its line. */
function unitsOf(row: FulfillmentRow, order: OrderRow, lineNumbers: Map<string, string>) {
  const whole = new Map<string, number>()
  for (const item of row.items) {
    const lineNumber = lineNumbers.get(item.line_item_id ?? "")
    if (!lineNumber) continue
    const share = Math.floor(units(item.quantity) / requiredFor(order, item))
    whole.set(lineNumber, Math.min(whole.get(lineNumber) ?? Infinity, share))
  }
  const all: LineUnits[] = [...whole].map(([lineNumber, quantity]) => ({ lineNumber, quantity }))
  return all.filter(({ quantity }) => quantity > 0)
}

function requiredFor(order: OrderRow, item: FulfillmentRow["items"][number]): number {
  const line = order.items.find(({ id }) => id === item.line_item_id)
  const part = line?.variant?.inventory_items?.find(
    ({ inventory_item_id: id }) => id === item.inventory_item_id
  )
  return part?.required_quantity ?? 1
}

/** A quantity that is not a number would look like units taken away, and cancel them. */
function units(value: unknown): number {
  const quantity = Number(value)
  if (Number.isFinite(quantity)) return quantity
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `Medusa answered ${String(value)} as a quantity.`
  )
}

function time(value: string | Date): number {
  return new Date(value).getTime()
}
