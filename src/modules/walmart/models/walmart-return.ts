import { model } from "@medusajs/framework/utils"
import type { ReturnLine } from "../../../walmart/orders/return-order"
import type { WantedRefund } from "../../../walmart/returns/wanted-refund"
import type { Words } from "../../../walmart/words/phrase"
import { RETURN_STATUSES } from "../../../walmart/orders/return-order"

/** Why there is no Medusa return: the buyer keeps it all, Walmart takes it back itself, or it was closed before one was made. */
const NO_RETURN = ["kept", "by_walmart", "closed"] as const

/** One of {@link NO_RETURN}. */
export type NoReturn = (typeof NO_RETURN)[number]

/** A return order of Walmart's as far as it is about one purchase order. Amounts are hundredths of the currency's unit. */
export const WalmartReturn = model
  .define("walmart_return", {
    id: model.id({ prefix: "wmr" }).primaryKey(),
    account_id: model.text(),
    /** Walmart's return order, also called RMA number. */
    return_order_id: model.text().searchable(),
    purchase_order_id: model.text().searchable(),
    customer_order_id: model.text(),
    /** Medusa return; null while there is none. */
    return_id: model.text().unique().nullable(),
    /** Why there will be none. */
    no_return: model.enum([...NO_RETURN]).nullable(),
    /** Walmart sends the buyer another one instead of money. */
    is_replacement: model.boolean().default(false),
    status: model.enum([...RETURN_STATUSES]).default("initiated"),
    requested_at: model.dateTime().nullable(),
    /** Until when the buyer may send it back. */
    return_by: model.dateTime().nullable(),
    scanned_at: model.dateTime().nullable(),
    delivered_at: model.dateTime().nullable(),
    /** When Walmart refunds it automatically; null while nothing came back, and once all is refunded. */
    refund_by: model.dateTime().nullable(),
    carrier: model.text().nullable(),
    tracking_number: model.text().searchable().nullable(),
    /** Lines as last read; `ReturnLine` of `src/walmart/orders/return-order.ts`. */
    lines: model.json<ReturnLine[]>(),
    /** When they were read; an older read never overwrites a newer one. */
    read_at: model.dateTime(),
    /** What Walmart has refunded; Chile's sums reach beyond an integer column. */
    refunded_amount: model.bigNumber().default(0),
    /** Some of it without being asked. */
    is_refunded_by_walmart: model.boolean().default(false),
    /** What of it is recorded as a refund in Medusa, or cannot be any more because the order is deleted there. */
    recorded_amount: model.bigNumber().default(0),
    /** Units received in Medusa, by return line number. */
    received: model.json<WantedRefund>().nullable(),
    /** Units whose refund was decided on, by return line number; Walmart shall have refunded them, but for what was dismissed. */
    wanted: model.json<WantedRefund>().nullable(),
    /** Units of these that a person dismissed, by return line number; no receipt has them sent. */
    dismissed: model.json<WantedRefund>().nullable(),
    /** Units that Walmart said yes to having refunded, by return line number; it may show them later. */
    accepted: model.json<WantedRefund>().nullable(),
    /** Who wanted it last: a user id, or `received`. */
    wanted_by: model.text().nullable(),
    wanted_at: model.dateTime().nullable(),
    /** Rises with every change of what is wanted. */
    wanted_version: model.number().default(0),
    /** The version that Walmart shows; while it is lower a refund waits. */
    sent_version: model.number().default(0),
    sent_at: model.dateTime().nullable(),
    /** Why it waits for a person; null while it continues without one. */
    error_code: model.text().nullable(),
    error: model.text().nullable(),
    remedy: model.text().nullable(),
    /** Error and remedy as sentences that a screen may translate. */
    words: model.json<Words>().nullable(),
    /** What was wrong when a person dismissed it; the same is not said again. */
    dismissed_error: model.text().nullable(),
    /** Note of the person who dismissed what it waited for. */
    note: model.text().nullable(),
  })
  .indexes([
    { on: ["account_id", "return_order_id", "purchase_order_id"], unique: true },
    { on: ["purchase_order_id"] },
    { on: ["tracking_number"] },
    { on: ["requested_at"] },
    {
      name: "IDX_walmart_return_refund_by",
      on: ["refund_by"],
      where: "refund_by IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_return_unrecorded",
      on: ["id"],
      where: "recorded_amount < refunded_amount AND wanted_version > 0 AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_return_attention",
      on: ["account_id"],
      where: "error_code IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_return_received",
      on: ["account_id"],
      where: "received IS NOT NULL AND status IN ('initiated', 'delivered') AND deleted_at IS NULL",
    },
  ])
