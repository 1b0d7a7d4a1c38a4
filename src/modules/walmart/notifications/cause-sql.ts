import { WALMART_AWAY } from "../../../walmart/import/walmart-away"
import { IMPORT, OPEN, UNACKNOWLEDGED } from "../reports/report-sql"

/*
 * What people are notified of, as the tables have it now. Every part is found by a partial index of open work, so that the cost
 * follows what is open and not the history. Each row is one cause: `kind`, its unique `cause`, and what a message says of it.
 */

/** What the statements of this room need to know. */
export interface CauseRequest {
  /** Connected accounts; one without keys is not polled. */
  accountIds: string[]
  /** Hours before each deadline from which it is near. */
  acknowledgeHours: number
  shipByHours: number
  autoCancelHours: number
  /** Seconds without a complete poll after which polls are silent. */
  silentSeconds: number
  /** Hours that a listing is left at zero. */
  zeroHours: number
}

const OF_ORDER = "o.account_id, o.id AS walmart_order_id, o.purchase_order_id AS about"

const UPDATE_FAILED = `SELECT 'update_failed' AS kind, 'update:' || u.id AS cause, ${OF_ORDER},
    u.error_code AS code, u.error AS message, NULL::timestamptz AS due_at
  FROM walmart_update u JOIN walmart_order o ON o.id = u.walmart_order_id
  WHERE u.status = 'needs_attention' AND u.deleted_at IS NULL`

/** An order that Walmart canceled as a whole is a kind of its own. */
const ORDERS_DIFFER = `SELECT 'orders_differ', 'difference:' || o.id || ':' || md5(found->>'key'), ${OF_ORDER},
    found->>'code', found->>'message', NULL
  FROM walmart_order o, jsonb_array_elements(o.discrepancies) AS found
  WHERE o.discrepancies IS NOT NULL AND o.deleted_at IS NULL
    AND NOT (o.status = 'canceled' AND found->>'code' = 'canceled_only_at_walmart')`

const IMPORT_FAILED = `SELECT 'import_failed', 'import:' || o.id || ':' || o.import_error_code, ${OF_ORDER},
    o.import_error_code, o.import_error, o.ship_by
  FROM walmart_order o WHERE ${IMPORT.failed} AND o.import_error_code <> '${WALMART_AWAY}' AND o.deleted_at IS NULL`

function near(kind: string, column: string, hours: string, only = "true"): string {
  return `SELECT '${kind}', 'order:' || o.id || ':${column}', ${OF_ORDER}, NULL, NULL, o.${column}
  FROM walmart_order o WHERE ${OPEN} AND o.deleted_at IS NULL AND o.${column} < now() + :${hours} * interval '1 hour' AND ${only}`
}

const CANCEL_REQUESTED = `SELECT 'cancel_requested', 'order:' || o.id || ':cancel_requested', ${OF_ORDER}, NULL, NULL, o.ship_by
  FROM walmart_order o WHERE ${OPEN} AND o.deleted_at IS NULL AND o.customer_asked_to_cancel`

/** Units of the line `l` that this store was never to ship, or has asked Walmart to cancel; what makes no sense of a payload is left out. */
const CANCELED_HERE = `greatest(l.quantity - l.imported_quantity, (SELECT max((part->>'total')::int)
  FROM walmart_update u, jsonb_path_query(u.payload, '$.lines[*]') AS part
  WHERE u.walmart_order_id = o.id AND u.kind = 'cancellation' AND u.deleted_at IS NULL AND part->>'lineNumber' = l.line_number
    AND jsonb_typeof(part->'total') = 'number'))`

/** Canceled as a whole after it was imported, and more of it than this store has asked Walmart for. Looked for within a day. */
const CANCELED_AT_WALMART = `SELECT 'canceled_at_walmart', 'order:' || o.id || ':canceled', ${OF_ORDER}, NULL, NULL, NULL
  FROM walmart_order o WHERE o.status IN ('shipped', 'canceled') AND o.deleted_at IS NULL
    AND o.updated_at > now() - interval '1 day' AND o.status = 'canceled'
    AND o.imported_at IS NOT NULL AND o.order_id IS NOT NULL AND EXISTS (SELECT 1 FROM walmart_order_line l
      WHERE l.walmart_order_id = o.id AND l.deleted_at IS NULL AND l.canceled_quantity > ${CANCELED_HERE})`

const OF_RETURN = "r.account_id, coalesce(o.id, r.id), r.return_order_id"
const RETURNS = `walmart_return r LEFT JOIN walmart_order o ON o.account_id = r.account_id
    AND o.purchase_order_id = r.purchase_order_id AND o.deleted_at IS NULL`

/** Walmart refunds automatically what came back 48 hours ago; a day is left then. */
const REFUND_NEAR = `SELECT 'refund_near', 'return:' || r.id || ':refund_by', ${OF_RETURN}, NULL, NULL, r.refund_by
  FROM ${RETURNS} WHERE r.refund_by IS NOT NULL AND r.deleted_at IS NULL AND r.refund_by < now() + interval '1 day'`

const RETURN_FAILED = `SELECT 'return_failed', 'return:' || r.id || ':' || r.error_code, ${OF_RETURN}, r.error_code, r.error, r.refund_by
  FROM ${RETURNS} WHERE r.error_code IS NOT NULL AND r.deleted_at IS NULL`

const OF_ACCOUNT = "a.id, NULL, a.id"

const ACCOUNT_BLOCKED = `SELECT 'account_blocked', 'account:' || a.id || ':blocked', ${OF_ACCOUNT}, a.last_error_code, a.last_error, NULL
  FROM walmart_account a WHERE a.id = ANY(:accounts) AND a.failures > 0 AND a.last_error_code IS NOT NULL AND a.deleted_at IS NULL`

/** The mark of an account moves with complete polls only. */
const POLLS_SILENT = `SELECT 'polls_silent', 'account:' || a.id || ':polls', ${OF_ACCOUNT}, NULL, a.last_poll_error, NULL
  FROM walmart_account a WHERE a.id = ANY(:accounts) AND a.deleted_at IS NULL
    AND coalesce(a.polled_until, a.created_at) < now() - :silent * interval '1 second'`

/** Walmart shows 0 since an order was canceled as out of stock, and nobody has counted the shelf since. */
const LISTING_AT_ZERO = `SELECT 'listing_at_zero', 'stock:' || s.id || ':at_zero', s.account_id, NULL, s.sku, s.held_reason,
    'Walmart has shown 0 since an order was canceled as out of stock', NULL
  FROM walmart_stock s WHERE s.held_reason = 'recount' AND s.account_id = ANY(:accounts) AND s.deleted_at IS NULL
    AND s.held_at < now() - :zero * interval '1 hour'`

/** A figure that Medusa has and Walmart does not show, which waits for a person. */
const STOCK_FAILED = `SELECT 'stock_failed', 'stock:' || s.id || ':' || s.error_code, s.account_id, NULL, s.sku, s.error_code, s.error, NULL
  FROM walmart_stock s WHERE s.error_code IS NOT NULL AND s.account_id = ANY(:accounts) AND s.deleted_at IS NULL`

/** Every cause there is now. */
export const CAUSES = [
  UPDATE_FAILED,
  ORDERS_DIFFER,
  IMPORT_FAILED,
  near("acknowledge_near", "acknowledge_by", "acknowledge", UNACKNOWLEDGED),
  near("ship_near", "ship_by", "ship"),
  near("auto_cancel_near", "auto_cancel_at", "cancel"),
  CANCEL_REQUESTED,
  REFUND_NEAR,
  RETURN_FAILED,
  CANCELED_AT_WALMART,
  ACCOUNT_BLOCKED,
  POLLS_SILENT,
  LISTING_AT_ZERO,
  STOCK_FAILED,
].join("\n UNION ALL ")

/** What {@link CAUSES} binds. */
export function causeValues(request: CauseRequest) {
  return {
    accounts: request.accountIds,
    acknowledge: request.acknowledgeHours,
    ship: request.shipByHours,
    cancel: request.autoCancelHours,
    silent: request.silentSeconds,
    zero: request.zeroHours,
  }
}
