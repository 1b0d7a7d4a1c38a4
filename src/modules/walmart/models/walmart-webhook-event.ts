import { model } from "@medusajs/framework/utils"

/** An event that Walmart has delivered. Only what says which order to read, or that returns are to be polled; changed only by `event-sql.ts`. */
export const WalmartWebhookEvent = model
  .define("walmart_webhook_event", {
    id: model.id({ prefix: "wmwe" }).primaryKey(),
    account_id: model.text(),
    /** Walmart's id, by which a repetition is known. */
    event_id: model.text(),
    type: model.text(),
    sub_type: model.text().nullable(),
    /** Null for an event about a return. */
    purchase_order_id: model.text().nullable(),
    /** By Walmart's clock, as the event says. */
    event_time: model.dateTime().nullable(),
    received_at: model.dateTime(),
    /** When the order had been read for it; null while that is due. Of a return, when it came. */
    handled_at: model.dateTime().nullable(),
    /** What the read came to. */
    outcome: model.text().nullable(),
  })
  .indexes([
    { on: ["account_id", "event_id"], unique: true },
    { on: ["account_id", "received_at"] },
    { on: ["received_at"] },
    {
      name: "IDX_walmart_webhook_event_unhandled",
      on: ["account_id", "purchase_order_id"],
      where: "handled_at IS NULL AND deleted_at IS NULL",
    },
  ])
