/**
 * An id of one kind. All ids are texts, and one in another's place would find nothing and say nothing. A text becomes one at the
 * border, by a function below.
 */
type Branded<Of extends string> = string & { readonly __brand: Of }

/**
 * An id of one kind, or a text of which nothing is known, as rows, requests and Walmart's answers have it. An id of another kind is
 * refused.
 */
export type Loose<Id extends Branded<string>> = string & { readonly __brand?: Id["__brand"] }

/** Id of a row of `walmart_order`. */
export type WalmartOrderId = Branded<"walmart_order">

/** Id of a row of `walmart_return`. */
export type WalmartReturnId = Branded<"walmart_return">

/** Id of an account of the plugin's options. */
export type AccountId = Branded<"walmart_account">

/** Fingerprint of an account's keys. */
export type SellerId = Loose<Branded<"seller">>

/** Walmart's number of a purchase order: one seller's part of what a buyer ordered. */
export type PurchaseOrderId = Loose<Branded<"purchase_order">>

/** Walmart's number of what a buyer ordered, as the buyer knows it. */
export type CustomerOrderId = Loose<Branded<"customer_order">>

/** Walmart's number of a return order. */
export type ReturnOrderId = Loose<Branded<"return_order">>

/** Number of a line within its purchase order. */
export type LineNumber = Loose<Branded<"line">>

/** A carrier's number of a parcel. */
export type TrackingNumber = Loose<Branded<"parcel">>

/** Walmart's SKU of an item. */
export type WalmartSku = Loose<Branded<"walmart_sku">>

/** Medusa's SKU of a variant, which may be another one than Walmart's. */
export type MedusaSku = Loose<Branded<"medusa_sku">>

/** Walmart's id of the place that an account ships from. */
export type ShipNodeId = Loose<Branded<"ship_node">>

/** Id of a Medusa order. */
export type MedusaOrderId = Loose<Branded<"order">>

/** Id of a line item of a Medusa order. */
export type LineItemId = Loose<Branded<"line_item">>

/** Id of a change of a Medusa order, such as an edit. */
export type OrderChangeId = Loose<Branded<"order_change">>

/** Id of a Medusa fulfillment. */
export type FulfillmentId = Loose<Branded<"fulfillment">>

/** Id of a Medusa return. */
export type MedusaReturnId = Loose<Branded<"return">>

/** Id of a Medusa customer. */
export type CustomerId = Loose<Branded<"customer">>

/** Id of a Medusa inventory item. */
export type InventoryItemId = Loose<Branded<"inventory_item">>

/** Id of a Medusa stock location. */
export type StockLocationId = Loose<Branded<"stock_location">>

/** What `walmart.queue.due` says: one order, or everything of an account. */
export type QueueDue = { id: WalmartOrderId } | { account_id: AccountId }

/** @param id as a row of `walmart_order` or its event has it */
export function walmartOrderId(id: string): WalmartOrderId {
  return id as WalmartOrderId
}

/** @param id as a row of `walmart_return` or its event has it */
export function walmartReturnId(id: string): WalmartReturnId {
  return id as WalmartReturnId
}

/** @param id as the plugin's options or a row of `walmart_account` have it */
export function accountId(id: string): AccountId {
  return id as AccountId
}
