import type { ListQuery } from "./table-state"

/** Everything the plugin's screens keep in the dashboard's query cache; what an action may change has one prefix. */
export const keys = {
  all: ["walmart"] as const,
  order: (id: string) => ["walmart", "orders", "one", id] as const,
  cancellation: (orderId: string) => ["walmart", "orders", "cancellation", orderId] as const,
  refund: (orderId: string) => ["walmart", "orders", "refund", orderId] as const,
  lists: ["walmart", "orders", "list"] as const,
  orders: (query: ListQuery) => ["walmart", "orders", "list", query] as const,
  counts: ["walmart", "orders", "counts"] as const,
  countsOf: (accountIds: string) => ["walmart", "orders", "counts", accountIds] as const,
  returnLists: ["walmart", "returns", "list"] as const,
  returns: (query: ListQuery) => ["walmart", "returns", "list", query] as const,
  returnCounts: ["walmart", "returns", "counts"] as const,
  shipmentCheck: (wanted: string) => ["walmart", "shipments", "check", wanted] as const,
  update: (id: string, preview: boolean) => ["walmart", "updates", id, { preview }] as const,
  accounts: ["walmart", "accounts"] as const,
  accountKeys: ["walmart", "keys"] as const,
  settings: (accountId: string) => ["walmart", "accounts", accountId, "settings"] as const,
  webhooks: (accountId: string) => ["walmart", "accounts", accountId, "webhooks"] as const,
  performance: (days: string) => ["walmart", "performance", days] as const,
  measured: (accountId: string, days: string) =>
    ["walmart", "performance", "walmart", accountId, days] as const,
  misses: (accountId: string, days: string, measure: string) =>
    ["walmart", "performance", "misses", accountId, days, measure] as const,
  status: ["walmart", "status"] as const,
  setup: ["walmart-setup"] as const,
  person: (id: string) => ["walmart-staff", id] as const,
  findings: ["walmart-findings"] as const,
  variants: (q: string) => ["walmart-variants", q] as const,
  shippingChoices: ["walmart", "shipping-choices"] as const,
  refundReasons: ["walmart", "refund-reasons"] as const,
}

/** The dashboard's own cache of native orders, which a cancellation from here changes. */
export const NATIVE_ORDERS = ["orders"] as const

/** The dashboard's own cache of who is logged in, which it fills before any page is shown. */
export const NATIVE_ME = ["users", "me"] as const
