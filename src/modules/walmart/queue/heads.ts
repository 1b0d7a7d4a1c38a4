import { FORBIDDEN_STOCK } from "../../../walmart/inventory/forbidden-stock"
import {
  FEED_KIND,
  FEED_STATUS_KIND,
  RETURN_KIND,
  STOCK_KIND,
  type Subject,
} from "../common/subject"

const ANY_TIME = "NULL::timestamptz AS not_before"

/** First unfinished update of the order, which decides what is sent next. */
const orderHead = (id: string) => `(SELECT kind, status, ${ANY_TIME} FROM walmart_update u
   WHERE u.walmart_order_id = ${id} AND u.status IN ('pending', 'needs_attention') AND u.deleted_at IS NULL
   ORDER BY u.sequence LIMIT 1)`

/** A push of the row `s` whose answer was lost, and that no later one has overtaken. */
const PUSH_IN_DOUBT = `EXISTS (SELECT 1 FROM walmart_attempt a WHERE a.subject_id = s.id AND a.outcome IN ('started', 'unknown')
    AND a.started_at > coalesce(s.sent_at, '-infinity') AND a.deleted_at IS NULL)`

/** Walmart set a held figure to 0 itself; what was sent or shown last may have come after that. */
const MAY_SHOW_UNITS = `(s.sent_amount > 0 OR (s.walmart_amount > 0 AND s.read_at > s.held_at) OR ${PUSH_IN_DOUBT})`

/**
 * Which figures are for their sender, as a condition on the row `s`: those that are wanted, not sent, in no feed and not held. The start
 * of a hold looks the count up that will end it, and a figure that may have reached Walmart after the hold began is taken back to 0.
 */
export const STOCK_SENDABLE = `s.wanted_version > s.sent_version AND s.deleted_at IS NULL AND (
  (s.held_reason IS NULL AND s.feed_id IS NULL)
  OR (s.held_reason = 'recount' AND s.held_stocked IS NULL)
  OR (s.held_reason = 'recount' AND s.feed_id IS NULL AND ${MAY_SHOW_UNITS}))`

/**
 * Whether the row `s` is sent without a person: nothing is wrong with it, its key may not send it yet, or Medusa's figure may be
 * another one than that which failed.
 */
export const STOCK_UNASKED = `(s.error_code IS NULL OR s.error_code = '${FORBIDDEN_STOCK}' OR s.wanted_version > s.error_version)`

const stockHead = (id: string) => `(SELECT '${STOCK_KIND}' AS kind,
     CASE WHEN ${STOCK_UNASKED} THEN 'pending' ELSE 'needs_attention' END AS status,
     CASE WHEN s.error_code IS NOT NULL THEN s.retry_at END AS not_before FROM walmart_stock s
   WHERE s.id = ${id} AND ${STOCK_SENDABLE})`

/** A feed of stock: it is handed in, and then looked at until it is at its end. */
const feedHead = (
  id: string
) => `(SELECT CASE WHEN f.feed_id IS NULL THEN '${FEED_KIND}' ELSE '${FEED_STATUS_KIND}' END AS kind,
     'pending' AS status, ${ANY_TIME} FROM walmart_stock_feed f
   WHERE f.id = ${id} AND f.ended_at IS NULL AND f.deleted_at IS NULL)`

/** A refund that is wanted and that Walmart does not show. */
const returnHead = (id: string) => `(SELECT '${RETURN_KIND}' AS kind,
     CASE WHEN r.error_code IS NULL THEN 'pending' ELSE 'needs_attention' END AS status, ${ANY_TIME} FROM walmart_return r
   WHERE r.id = ${id} AND r.wanted_version > r.sent_version AND r.deleted_at IS NULL)`

/**
 * What a subject's queue sends next, as a query of at most one row with `kind` (the endpoint it needs), `status` (`pending` or
 * `needs_attention`) and `not_before` (null when it may go at any time). No row: nothing is left to send. Takes the subject's id as an
 * SQL expression.
 */
export const HEADS: Record<Subject, (id: string) => string> = {
  order: orderHead,
  stock: stockHead,
  return: returnHead,
  feed: feedHead,
}
