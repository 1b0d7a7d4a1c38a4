import { model } from "@medusajs/framework/utils"
import type { Words } from "../../../walmart/words/phrase"

/** One call to Walmart for one subject: written before the call, finished after it. Redacted and prunable. */
export const WalmartAttempt = model
  .define("walmart_attempt", {
    id: model.id({ prefix: "wma" }).primaryKey(),
    subject_id: model.text(),
    account_id: model.text(),
    /** Ids of the updates that the call carries; none for a subject without updates. */
    update_ids: model.json<string[]>(),
    /** Endpoint, such as `orders.shipping`. */
    endpoint: model.text(),
    /** `started` until an outcome is known. */
    outcome: model
      .enum(["started", "applied", "refused", "unknown", "not_applied", "throttled", "account"])
      .default("started"),
    /** Fence it ran under. */
    fence: model.number(),
    /** Who caused it: a user id, or `system`. */
    actor: model.text().nullable(),
    /** HTTP status, null when no answer came. */
    http_status: model.number().nullable(),
    correlation_id: model.text().nullable(),
    duration_ms: model.number().nullable(),
    error_code: model.text().nullable(),
    error: model.text().nullable(),
    /** The same in words. */
    error_words: model.json<Words>().nullable(),
    request: model.json().nullable(),
    response: model.json().nullable(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    /** When Walmart's order was read after a call in doubt and did not show its effect; a second such read allows to repeat it. */
    unseen_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["subject_id", "started_at"] }, { on: ["started_at"] }])
