import { model } from "@medusajs/framework/utils"

/** How often something has happened to an account's webhooks that leaves no event. */
export const WalmartWebhookCount = model
  .define("walmart_webhook_count", {
    id: model.id({ prefix: "wmwc" }).primaryKey(),
    account_id: model.text(),
    /** One of `WEBHOOK_COUNTS`. */
    name: model.text(),
    times: model.number().default(0),
    last_at: model.dateTime(),
  })
  .indexes([{ on: ["account_id", "name"], unique: true }])
