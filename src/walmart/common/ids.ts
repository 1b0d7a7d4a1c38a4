/** Id of a row of `walmart_order`. Both kinds are texts, and one in the other's place would find nothing and say nothing. */
export type WalmartOrderId = string & { readonly __brand: "walmart_order" }

/** Id of a row of `walmart_return`. */
export type WalmartReturnId = string & { readonly __brand: "walmart_return" }

/** Id of an account of the plugin's options. */
export type AccountId = string & { readonly __brand: "walmart_account" }

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
