import { model } from "@medusajs/framework/utils"

/** The leased row of one Walmart order: who may send for it, and when. Hot and narrow; changed only by the `*-sql.ts` beside the models. */
export const WalmartMailbox = model
  .define("walmart_mailbox", {
    id: model.id({ prefix: "wmbx" }).primaryKey(),
    walmart_order_id: model.text().unique(),
    account_id: model.text(),
    /** `ok` flows, `needs_attention` waits for a person; its followers wait with it. */
    state: model.enum(["ok", "needs_attention"]).default("ok"),
    /** When it may be claimed next; while leased, when the lease ends; null when there is nothing to do. */
    next_due_at: model.dateTime().nullable(),
    /** Kind of the first pending update: what endpoint it needs. */
    next_kind: model.text().nullable(),
    /** Most urgent deadline first: ship-by date, else order date. */
    deadline_at: model.dateTime(),
    /** Fencing number; rises with every claim and with every change a person makes. */
    lease: model.number().default(0),
    /** True between claim and release. */
    leased: model.boolean().default(false),
    /** Rises with every enqueue, so that a release notices work that came meanwhile. */
    dirty: model.number().default(0),
    /** True while a call's outcome is unknown: nothing may be decided before the order has been read. */
    ambiguous: model.boolean().default(false),
    /** Real attempts, with a call that was made, that failed since the last success. */
    attempts: model.number().default(0),
    /** Those of them that Walmart refused; enough of them, and a person decides. */
    refusals: model.number().default(0),
    /** First failure of the present series, for giving up by age. */
    first_failed_at: model.dateTime().nullable(),
    last_error_code: model.text().nullable(),
    last_error: model.text().nullable(),
    last_correlation_id: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_walmart_mailbox_claim",
      on: ["account_id", "next_kind", "deadline_at", "next_due_at"],
      where: "next_due_at IS NOT NULL AND deleted_at IS NULL",
    },
  ])
