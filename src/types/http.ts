/*
 * What the admin API under /admin/walmart takes and answers. Pure types, shared by routes and screens. Times are ISO 8601
 * texts.
 */

export * from "./account"
export * from "./cancellation"
export * from "./common"
export * from "./doctor"
export * from "./keys"
export * from "./order"
export * from "./order-detail"
export * from "./performance"
export * from "./refund"
export * from "./setup"
export * from "./return"
export * from "./shipment"
export * from "./status"
export * from "./stock"
export * from "./unimported"
export * from "./update"
export * from "./webhook"
