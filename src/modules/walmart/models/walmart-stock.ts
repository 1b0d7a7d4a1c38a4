import { model } from "@medusajs/framework/utils"
import type { Words } from "../../../walmart/words/phrase"

/** Why a figure is not sent although it is wanted. */
const HOLDS = ["recount", "not_listed", "not_counted"] as const

/** One of {@link HOLDS}. */
export type HeldReason = (typeof HOLDS)[number]

/** The stock of one SKU at one ship node as Walmart shall have it: absolute, computed when it is sent, the last value wins. */
export const WalmartStock = model
  .define("walmart_stock", {
    id: model.id({ prefix: "wms" }).primaryKey(),
    account_id: model.text(),
    /** Walmart SKU. */
    sku: model.text().searchable(),
    /** Walmart's ship node; empty for the account's default one. */
    ship_node_id: model.text().default(""),
    /** Rises with every change that may have changed the figure. */
    wanted_version: model.number().default(0),
    /** The version that the last push was computed for; while it is lower a push waits. */
    sent_version: model.number().default(0),
    /** Since when a push has been waiting. */
    wanted_at: model.dateTime().nullable(),
    /** Units that Walmart was sent last. */
    sent_amount: model.number().nullable(),
    sent_at: model.dateTime().nullable(),
    /** Units that Walmart answered last, to a push or to a look. */
    walmart_amount: model.number().nullable(),
    /** When that was, or Walmart was last asked for it in vain. */
    read_at: model.dateTime().nullable(),
    /** Units that Medusa could sell when that was computed last, before buffer and cap. */
    available: model.number().nullable(),
    /** Medusa's variant and stock location that the figure came from. */
    variant_id: model.text().nullable(),
    stock_location_id: model.text().nullable(),
    /**
     * `recount`: Walmart set it to 0 for a cancellation as out of stock; `not_listed`: Walmart has no such item, and never sold it;
     * `not_counted`: the store has no figure, because no variant has the SKU or its stock is not managed.
     */
    held_reason: model.enum([...HOLDS]).nullable(),
    held_at: model.dateTime().nullable(),
    /** Units stocked in Medusa when the hold began; another count ends it. Null until it was looked up. */
    held_stocked: model.number().nullable(),
    /** Feed that it goes with; until its end nothing else is sent of it. */
    feed_id: model.text().nullable(),
    /** Since when. */
    fed_at: model.dateTime().nullable(),
    /** Version and units that the feed has; null until they are computed. */
    fed_version: model.number().nullable(),
    fed_amount: model.number().nullable(),
    /** Why it waits for a person; null while it continues without one. */
    error_code: model.text().nullable(),
    error: model.text().nullable(),
    remedy: model.text().nullable(),
    /** Error and remedy as sentences that a screen may translate. */
    words: model.json<Words>().nullable(),
    /** Wanted version that failed; a newer one is tried without a person, from `retry_at` on. */
    error_version: model.number().nullable(),
    retry_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["account_id", "sku", "ship_node_id"], unique: true },
    { on: ["read_at"] },
    {
      name: "IDX_walmart_stock_feed_id",
      on: ["feed_id", "sku"],
      where: "feed_id IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_stock_held",
      on: ["held_reason"],
      where: "held_reason IS NOT NULL AND deleted_at IS NULL",
    },
    {
      name: "IDX_walmart_stock_failed",
      on: ["error_code"],
      where: "error_code IS NOT NULL AND deleted_at IS NULL",
    },
  ])
