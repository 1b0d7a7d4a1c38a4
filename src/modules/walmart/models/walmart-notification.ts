import { model } from "@medusajs/framework/utils"

/**
 * One cause that people are notified of, once each time it occurs. Changed only by the SQL of the `notifications` room.
 */
export const WalmartNotification = model
  .define("walmart_notification", {
    id: model.id({ prefix: "wmn" }).primaryKey(),
    /** What makes this cause the only one of its kind, such as `update:wmu_…`. */
    cause: model.text().unique(),
    /** One of `NOTIFICATION_KINDS` of `src/walmart/notifications/notification-kinds.ts`. */
    kind: model.text(),
    account_id: model.text(),
    /** Null for what is about the account. */
    walmart_order_id: model.text().nullable(),
    /** Purchase order number, or the account's id. */
    about: model.text(),
    code: model.text().nullable(),
    message: model.text().nullable(),
    due_at: model.dateTime().nullable(),
    /** `waiting` for a message, in one that is `sending`, `sent`, or the cause is `gone` and may come again. */
    state: model.enum(["waiting", "sending", "sent", "gone"]).default("waiting"),
    /** When the cause occurred first, and last. */
    first_at: model.dateTime(),
    last_at: model.dateTime(),
    /** How often it has occurred. */
    count: model.number().default(1),
    /** The message it is in, or was in last; part of the idempotency key of what is handed to Medusa. */
    message_id: model.text().nullable(),
    /** When that message was made. */
    notified_at: model.dateTime().nullable(),
    /** While sending: when another process may send the message again, because this one has died. */
    held_until: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["account_id", "kind", "notified_at"] },
    {
      name: "IDX_walmart_notification_waiting",
      on: ["account_id", "kind"],
      where: "state = 'waiting' AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_notification_sending",
      on: ["message_id"],
      where: "state = 'sending' AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_notification_live",
      on: ["cause"],
      where: "state IN ('waiting', 'sent') AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_notification_updated",
      on: ["updated_at"],
      where: "deleted_at IS NULL",
    },
  ])
