/** What the widget reads of the native order that the order page hands it. */
export interface NativeOrder {
  id: string
  status: string
  metadata?: Record<string, unknown> | null
  items?: { quantity: number; detail?: { return_received_quantity?: unknown } }[]
  fulfillments?: { id: string; shipped_at?: unknown; canceled_at?: unknown }[]
  payment_collections?: { payments?: { refunds?: { id: string }[] }[] }[]
}

/** Imports mark their orders, so that the pages of all other orders need no request to know they are not Walmart's. */
export function isWalmartOrder(order: NativeOrder): boolean {
  return purchaseOrderOf(order) !== null
}

/** Walmart's number of the order; null for an order that is not Walmart's. */
export function purchaseOrderOf({ metadata }: NativeOrder): string | null {
  const number = metadata?.walmart_purchase_order_id
  return typeof number === "string" ? number : null
}

/** Changes whenever something was saved on the native order that may have to be sent to Walmart. */
export function fingerprint(order: NativeOrder): string {
  const { status, items = [], fulfillments = [], payment_collections: collections = [] } = order
  const quantities = items
    .map(({ quantity, detail }) => `${quantity}-${String(detail?.return_received_quantity ?? 0)}`)
    .join(",")
  const payments = collections.flatMap(({ payments: all = [] }) => all)
  const refunds = payments.flatMap(({ refunds: all = [] }) => all.map(({ id }) => id))
  const states = fulfillments.map(
    ({ id, shipped_at, canceled_at }) => `${id}:${shipped_at ?? ""}:${canceled_at ?? ""}`
  )
  return [status, quantities, ...states, ...refunds].join("|")
}
