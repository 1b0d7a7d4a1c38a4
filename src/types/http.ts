/*
 * What the admin API under /admin/walmart takes and answers. Pure types, shared by routes and screens. Times are ISO 8601
 * texts.
 */

export * from "./account"
export * from "./orders/cancellation"
export * from "./common"
export * from "./doctor"
export * from "./keys"
export * from "./orders/order"
export * from "./orders/order-detail"
export * from "./performance"
export * from "./orders/refund"
export * from "./setup"
export * from "./orders/return"
export * from "./orders/shipment"
export * from "./status"
export * from "./stock"
export * from "./unimported"
export * from "./orders/update"
export * from "./webhook"
