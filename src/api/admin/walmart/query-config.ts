/** Fields of an order's line as the API shows it. */
export const LINE_FIELDS = [
  "id",
  "line_number",
  "sku",
  "product_name",
  "quantity",
  "line_item_id",
  "created_quantity",
  "acknowledged_quantity",
  "shipped_quantity",
  "delivered_quantity",
  "canceled_quantity",
  "refunded_quantity",
  "customer_asked_to_cancel",
  "total",
]

/** Fields of an order's own row in a list. The snapshot is left out, because it is large. */
export const ORDER_FIELDS = [
  "id",
  "account_id",
  "purchase_order_id",
  "customer_order_id",
  "order_id",
  "imported_at",
  "import_error_code",
  "import_error",
  "import_remedy",
  "import_words",
  "import_notes",
  "ordered_at",
  "acknowledge_by",
  "ship_by",
  "deliver_by",
  "auto_cancel_at",
  "method_code",
  "ship_node_id",
  "ship_node_type",
  "order_type",
  "status",
  "customer_asked_to_cancel",
  "cancellation_reason",
  "cancellation_reason_by",
  "currency_code",
  "total",
  "refreshed_at",
  "discrepancies",
]

/** Fields of a listed Walmart order when the caller names none. */
export const ORDER_LIST_FIELDS = [
  ...ORDER_FIELDS,
  ...LINE_FIELDS.map((field) => `lines.${field}`),
  "order.id",
  "order.display_id",
  "order.status",
]
