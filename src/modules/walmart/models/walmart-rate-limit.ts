import { model } from "@medusajs/framework/utils"

/** Token bucket and breaker of one account and endpoint, shared by all processes; changed only by `shared-allowance-sql.ts`. */
export const WalmartRateLimit = model
  .define("walmart_rate_limit", {
    id: model.id({ prefix: "wmrl" }).primaryKey(),
    account_id: model.text(),
    endpoint: model.text(),
    /** Calls left at `refilled_at`; below 0, turns that callers have reserved and wait for. */
    tokens: model.float(),
    capacity: model.float(),
    per_minute: model.float(),
    refilled_at: model.dateTime(),
    /** No call before this moment: Walmart said 429, or the breaker is open. */
    open_until: model.dateTime().nullable(),
    /** Consecutive unknown outcomes and 5xx answers. */
    failures: model.number().default(0),
  })
  .indexes([{ on: ["account_id", "endpoint"], unique: true }])
