import { model } from "@medusajs/framework/utils"

/** Keys of an account that were set in the settings, sealed with the options' `keysSecret`; the database alone opens none. */
export const WalmartAccountKey = model.define("walmart_account_key", {
  /** Account id from the options. */
  id: model.id().primaryKey(),
  /** Sealed client id. */
  client_id: model.text(),
  /** Sealed client secret. */
  client_secret: model.text(),
  /** Who set them. */
  changed_by: model.text(),
  changed_at: model.dateTime(),
})
