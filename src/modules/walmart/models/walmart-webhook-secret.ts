import { model } from "@medusajs/framework/utils"

/** What an account's events are proven by, as it was set in the settings; sealed with the options' `keysSecret`. */
export const WalmartWebhookSecret = model.define("walmart_webhook_secret", {
  /** Account id from the options. */
  id: model.id().primaryKey(),
  /** Sealed user name or client id; a sealed empty text where Walmart signs, which needs none. */
  client_id: model.text(),
  /** Sealed secret. */
  client_secret: model.text(),
  /** Who set it. */
  changed_by: model.text(),
  changed_at: model.dateTime(),
})
