import { model } from "@medusajs/framework/utils"
import type { Words } from "../../../walmart/words/phrase"
import { SUBJECTS } from "../common/subject"

/** The queue of one subject: who may send for it, and when. Hot and narrow; changed only by the SQL of the `queue` room. */
export const WalmartQueue = model
  .define("walmart_queue", {
    id: model.id({ prefix: "wmq" }).primaryKey(),
    /** What is sent for; decides which sender does the work. */
    subject: model.enum([...SUBJECTS]).default("order"),
    /** Id of the subject's row: of `walmart_order` for an order. */
    subject_id: model.text().unique(),
    account_id: model.text(),
    /** `ok` flows, `needs_attention` waits for a person; its followers wait with it. */
    state: model.enum(["ok", "needs_attention"]).default("ok"),
    /** When it may be claimed next; while leased, when the lease ends; null when there is nothing to do. */
    next_due_at: model.dateTime().nullable(),
    /** Kind of the first pending work: what endpoint it needs. */
    next_kind: model.text().nullable(),
    /** Most urgent deadline first: of an order, its ship-by date, otherwise its order date. */
    deadline_at: model.dateTime(),
    /** Rises with every claim and with every change a person makes, so that a former owner's statements change nothing. */
    fence: model.number().default(0),
    /** True between claim and release. */
    leased: model.boolean().default(false),
    /** Rises with every enqueue, so that a release notices work that was added since the claim. */
    enqueued_version: model.number().default(0),
    /** True while a call's outcome is unknown: nothing may be decided before Walmart has been read. */
    in_doubt: model.boolean().default(false),
    /** Real attempts, with a call that was made, that failed since the last success. */
    attempts: model.number().default(0),
    /** Those of them that Walmart refused; after enough of them a person decides. */
    refusals: model.number().default(0),
    /** First failure of the present series, for giving up by age. */
    first_failed_at: model.dateTime().nullable(),
    last_error_code: model.text().nullable(),
    last_error: model.text().nullable(),
    /** The same in words. */
    last_error_words: model.json<Words>().nullable(),
    last_correlation_id: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_walmart_queue_claim",
      on: ["account_id", "next_kind", "deadline_at", "next_due_at"],
      where: "next_due_at IS NOT NULL AND deleted_at IS NULL",
    },
  ])
