import { model } from "@medusajs/framework/utils"

/** How a feed ended: `processed` item by item, `failed` as a whole, `empty` because nothing was left to send, `lost` because it never ended. */
const FEED_OUTCOMES = ["processed", "failed", "empty", "lost"] as const

/** One of {@link FEED_OUTCOMES}. */
export type FeedOutcome = (typeof FEED_OUTCOMES)[number]

/** Figures of one account and ship node that go to Walmart in one file. Its figures are the rows of `walmart_stock` that name it. */
export const WalmartStockFeed = model
  .define("walmart_stock_feed", {
    id: model.id({ prefix: "wmf" }).primaryKey(),
    account_id: model.text(),
    /** Walmart's ship node; empty for the account's default one. */
    ship_node_id: model.text().default(""),
    /** When its figures were gathered. */
    gathered_at: model.dateTime(),
    /** Walmart's id; null until it is known that Walmart has the feed. */
    feed_id: model.text().nullable(),
    handed_in_at: model.dateTime().nullable(),
    /** When its figures went on without it, because Walmart did not come to its end. */
    given_up_at: model.dateTime().nullable(),
    ended_at: model.dateTime().nullable(),
    outcome: model.enum([...FEED_OUTCOMES]).nullable(),
    /** What was wrong with it as a whole. */
    error: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_walmart_stock_feed_live",
      on: ["account_id", "ship_node_id"],
      unique: true,
      where: "ended_at IS NULL AND given_up_at IS NULL AND deleted_at IS NULL",
    },
    { on: ["gathered_at"] },
  ])
