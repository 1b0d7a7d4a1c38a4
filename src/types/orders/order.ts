import type {
  Hundredths,
  WalmartAttention,
  WalmartDeadline,
  WalmartDeadlineFilter,
  WalmartImportStatus,
  WalmartOrderBadge,
  WalmartOrderStatus,
  WalmartSyncStatus,
  WalmartText,
  WalmartUpdateKind,
  WalmartWords,
} from "../common"

/** A way in which Medusa and Walmart disagree about an order and no unfinished update explains it. */
export interface AdminWalmartDiscrepancy extends WalmartAttention {
  /** Null when it is about the whole order or a fulfillment. */
  line_number: string | null
  remedy: string
}

/** A line of Walmart's order. Quantities are units by Walmart's status, as they were when it was last read. */
export interface AdminWalmartOrderLine {
  id: string
  line_number: string
  sku: string
  product_name: string
  quantity: number
  line_item_id: string | null
  created_quantity: number
  acknowledged_quantity: number
  shipped_quantity: number
  delivered_quantity: number
  canceled_quantity: number
  refunded_quantity: number
  customer_asked_to_cancel: boolean
  /** The line's charges, taxes included. */
  total: Hundredths
}

/** Updates of an order by stored status; a status that does not occur is 0. */
export interface WalmartUpdateCounts {
  pending: number
  sent: number
  needs_attention: number
  dismissed: number
  superseded: number
}

/** One row of the list of Walmart orders. */
export interface AdminWalmartOrder {
  id: string
  account_id: string
  purchase_order_id: string
  customer_order_id: string
  /** Id of the Medusa order. It is chosen before that order is made: while `order` is absent, nothing can be read by it. */
  order_id: string | null
  imported_at: string | null
  import_error_code: string | null
  import_error: string | null
  import_remedy: string | null
  /** Error and remedy for a translation. */
  import_words: WalmartWords | null
  /** What was imported with a reservation. */
  import_notes: WalmartText[] | null
  ordered_at: string
  acknowledge_by: string | null
  ship_by: string | null
  deliver_by: string | null
  auto_cancel_at: string | null
  method_code: string
  ship_node_id: string | null
  ship_node_type: string
  order_type: string | null
  status: WalmartOrderStatus
  customer_asked_to_cancel: boolean
  cancellation_reason: string | null
  cancellation_reason_by: string | null
  currency_code: string
  /** All charges and taxes. */
  total: Hundredths
  refreshed_at: string | null
  lines: AdminWalmartOrderLine[]
  /** The Medusa order; absent while there is none. */
  order?: {
    id: string
    display_id: number
    /** In units of the currency, as Medusa counts; only when `fields` asks for `order.total`, because Medusa adds it up anew each time. */
    total?: number
    status: string
    /** Only when `fields` asks for it. */
    shipping_address?: {
      first_name?: string | null
      last_name?: string | null
      address_1?: string | null
      address_2?: string | null
      city?: string | null
      province?: string | null
      postal_code?: string | null
    } | null
    /** Only when `fields` asks for it. */
    items?: { id: string; thumbnail?: string | null }[]
  }
  import_status: WalmartImportStatus
  /** In what Medusa and Walmart disagree; empty when they agree or an unfinished update explains it. */
  discrepancies: AdminWalmartDiscrepancy[]
  sync_status: WalmartSyncStatus
  badge: WalmartOrderBadge
  update_counts: WalmartUpdateCounts
  /** Units that are open at Walmart and that no shipment on its way there holds. */
  units_to_ship: number
  /** The first of its updates that waits for a person, and why. */
  attention: {
    update_id: string
    kind: WalmartUpdateKind
    message: string
    remedy: string | null
    words: WalmartWords | null
  } | null
  /** Last change of any of its updates. */
  last_update_at: string | null
  next_deadline: WalmartDeadline | null
  /** When something is sent for it next; null when nothing waits, or what waits is held: by a pause, a dry run, or a person's turn. */
  next_try_at: string | null
}

/** Answer of `GET /admin/walmart/orders`. */
export interface AdminWalmartOrderListResponse {
  orders: AdminWalmartOrder[]
  count: number
  offset: number
  limit: number
}

/** How many orders there are of each kind, whatever their age. */
export interface AdminWalmartOrderCounts {
  open: number
  partially_shipped: number
  shipped: number
  canceled: number
  needs_attention: number
  import_failed: number
  /** Open orders that Walmart or its partner ships; they are not among the open ones. */
  shipped_by_walmart: number
  /** Orders that someone has to do something about now, each counted once. */
  tasks: number
  deadlines: Record<WalmartDeadlineFilter, number>
}

/** Answer of `GET /admin/walmart/orders/counts`. */
export interface AdminWalmartOrderCountsResponse {
  counts: AdminWalmartOrderCounts
}
