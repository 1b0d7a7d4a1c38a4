import type { FulfillmentRow, OrderRow } from "./medusa-order-rows"
import type { ShipWhen } from "./departure"

/** Whom to read: a Medusa order, and the line items of it that are Walmart's. */
export interface AskedMedusaOrder {
  orderId: string
  itemIds: string[]
  /** The account's rule. */
  shipWhen: ShipWhen
}

/** What Medusa keeps of orders, as far as it decides what is sent to Walmart. */
export interface MedusaRows {
  orders: OrderRow[]
  /** Changes of these orders, with the actions that make fulfillments or name a price. */
  changes: ChangeRow[]
  /** Fulfillments of the asked line items; what brings goods back does not count. */
  ofItems: FulfillmentRow[]
}

/** A change of an order, such as an edit or the registration of a fulfillment. */
export interface ChangeRow {
  id: string
  status: string
  order_id: string
  actions?: {
    action: string
    reference: string | null
    reference_id: string | null
    details: { reference_id?: string; quantity?: unknown; unit_price?: unknown } | null
  }[]
}
