import { REFUND_FIELDS, type RefundedOrderRow } from "./medusa-refunds"
import type { FulfillmentItemRow, KitPart } from "./fulfillment-units"

/** Fields of a fulfillment that decide what is sent to Walmart. */
export const FULFILLMENT_FIELDS = [
  "id",
  "provider_id",
  "shipping_option_id",
  "location_id",
  "created_at",
  "created_by",
  "shipped_at",
  "delivered_at",
  "marked_shipped_by",
  "canceled_at",
  "metadata",
  "items.line_item_id",
  "items.inventory_item_id",
  "items.quantity",
  "labels.tracking_number",
  "labels.tracking_url",
]

/** Fields of a Medusa order that decide what is sent to Walmart. */
export const ORDER_FIELDS = [
  "id",
  "display_id",
  "status",
  "canceled_at",
  "updated_at",
  "items.id",
  "items.title",
  "items.metadata",
  "items.detail.quantity",
  "items.detail.unit_price",
  "items.detail.fulfilled_quantity",
  "items.detail.return_received_quantity",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
  ...FULFILLMENT_FIELDS.map((field) => `fulfillments.${field}`),
  ...REFUND_FIELDS,
]

/** A Medusa order as `query.graph` answers for `ORDER_FIELDS`. */
export interface OrderRow extends RefundedOrderRow {
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
  title?: string
  metadata?: Record<string, unknown> | null
  /** The present quantities and price; the item itself does not hold them. */
  detail: {
    quantity: unknown
    fulfilled_quantity?: unknown
    return_received_quantity?: unknown
    /** Major units; null while no edit has written the item anew. */
    unit_price?: unknown
  }
  variant?: { inventory_items?: KitPart[] } | null
}

/** A fulfillment as `query.graph` answers for `FULFILLMENT_FIELDS`. */
export interface FulfillmentRow {
  id: string
  provider_id: string | null
  shipping_option_id: string | null
  location_id?: string | null
  created_at?: string | Date
  created_by?: string | null
  shipped_at: string | Date | null
  delivered_at?: string | Date | null
  marked_shipped_by: string | null
  canceled_at: string | Date | null
  metadata: Record<string, unknown> | null
  items: FulfillmentItemRow[]
  labels: { tracking_number: string; tracking_url: string | null }[]
}
