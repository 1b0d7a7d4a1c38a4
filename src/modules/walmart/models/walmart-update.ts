import { model } from "@medusajs/framework/utils"
import type { UpdatePayload } from "../../../walmart/updates/model/update"
import type { Text, Words } from "../../../walmart/words/phrase"
import { UPDATE_KINDS } from "../../../walmart/updates/kinds"

/** One thing to send to Walmart about one order. */
export const WalmartUpdate = model
  .define("walmart_update", {
    id: model.id({ prefix: "wmu" }).primaryKey(),
    walmart_order_id: model.text(),
    account_id: model.text(),
    /** Place in the order's sequence; effects reach Walmart in this order. */
    sequence: model.number(),
    kind: model.enum(UPDATE_KINDS),
    /** What makes this update the only one of its desired change, such as `shipment:ful_…`. */
    unique_key: model.text(),
    /** The desired change in domain terms; see `src/walmart/updates/model/update.ts`. */
    payload: model.json<UpdatePayload>(),
    payload_version: model.number().default(1),
    status: model
      .enum(["pending", "sent", "needs_attention", "dismissed", "superseded"])
      .default("pending"),
    /** Medusa fulfillment the update is about, null for other kinds. */
    fulfillment_id: model.text().nullable(),
    /** Tracking numbers in it, for search. */
    tracking_numbers: model.text().nullable(),
    /** Who asked for it: a user id, `planner`, or `system`. */
    requested_by: model.text().nullable(),
    /** Why it needs attention: machine-readable code. */
    error_code: model.text().nullable(),
    /** The same in words, with the value that is wrong. */
    error: model.text().nullable(),
    /** What a person can do about it. */
    remedy: model.text().nullable(),
    /** Error and remedy as sentences that a screen may translate. */
    words: model.json<Words>().nullable(),
    /** What the planner would like a person to know though nothing is blocked. */
    warnings: model.json<Text[]>().nullable(),
    /** Note of the person who dismissed it. */
    note: model.text().nullable(),
    /** When the thing happened in Medusa (shipment saved, order canceled): latency counts from here. */
    happened_at: model.dateTime(),
    /** When Walmart showed it. */
    sent_at: model.dateTime().nullable(),
    /** When it left the queue in any way. */
    finished_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["walmart_order_id", "unique_key"], unique: true },
    { on: ["walmart_order_id", "sequence"] },
    {
      name: "IDX_walmart_update_attention",
      on: ["account_id", "status"],
      where: "status = 'needs_attention' AND deleted_at IS NULL",
    },
    { on: ["finished_at"] },
    { on: ["created_at", "id"] },
  ])
