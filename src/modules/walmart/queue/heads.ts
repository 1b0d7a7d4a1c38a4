import type { Subject } from "../common/subject"

/** First unfinished update of the order `:subject`, which decides what is sent next. */
const ORDER_HEAD = `(SELECT kind, status FROM walmart_update u
   WHERE u.walmart_order_id = :subject AND u.status IN ('pending', 'needs_attention') AND u.deleted_at IS NULL
   ORDER BY u.sequence LIMIT 1)`

/**
 * What a subject's queue sends next, as a query of at most one row with `kind` (the endpoint it needs) and `status` (`pending` or
 * `needs_attention`). No row: nothing is left to send.
 */
export const HEADS: Record<Subject, string> = { order: ORDER_HEAD }
