/* How returns and figures of stock stand, and what of them waits for a person. */

/** How a return stands, by the first that fits. */
export const RETURN_STATES = {
  needs_attention: "r.error_code IS NOT NULL",
  refunding: "r.wanted_version > r.sent_version",
  to_decide: `r.received IS NOT NULL AND EXISTS (SELECT 1 FROM jsonb_each_text(r.received) AS back(line, units)
      WHERE back.units::int > coalesce((r.wanted ->> back.line)::int, 0))
    AND r.status IN ('initiated', 'delivered') AND NOT r.is_replacement`,
  canceled: "r.status = 'canceled'",
  refunded: "r.status = 'completed'",
  to_receive: "r.status = 'delivered' AND r.no_return IS DISTINCT FROM 'by_walmart'",
  on_the_way: "true",
}

/** How a figure of stock stands, by the first that fits. */
export const STOCK_STATES = {
  needs_attention: "s.error_code IS NOT NULL",
  recount: "s.held_reason = 'recount'",
  not_listed: "s.held_reason = 'not_listed'",
  not_counted: "s.held_reason = 'not_counted'",
  waiting: "s.wanted_version > s.sent_version",
  sent: "true",
}

/** What waits for a person of an account, beside its updates and imports. */
export interface StaffReport {
  /** Orders of which Medusa and Walmart show different units. */
  differing_orders: number
  /** Returns that need attention or are to be decided on, as the page of returns counts them. */
  waiting_returns: number
  /** Figures of stock that were refused, or wait for a recount. */
  waiting_stock: number
}

/** {@link StaffReport} by account. Each part is found by its own index, but for the figures of stock, of which there is one for a SKU. */
export const FOR_STAFF = `WITH waiting AS (
    SELECT account_id, 'order' AS what FROM walmart_order WHERE discrepancies IS NOT NULL AND deleted_at IS NULL
    UNION ALL SELECT account_id, 'return' FROM (
      SELECT r.account_id, r.id FROM walmart_return r WHERE ${RETURN_STATES.needs_attention} AND r.deleted_at IS NULL
      UNION SELECT r.account_id, r.id FROM walmart_return r WHERE ${RETURN_STATES.to_decide}
        AND NOT (${RETURN_STATES.refunding}) AND r.deleted_at IS NULL) AS returns
    UNION ALL SELECT s.account_id, 'stock' FROM walmart_stock s
      WHERE (${STOCK_STATES.needs_attention} OR ${STOCK_STATES.recount}) AND s.deleted_at IS NULL)
  SELECT account_id, (count(*) FILTER (WHERE what = 'order'))::int AS differing_orders,
    (count(*) FILTER (WHERE what = 'return'))::int AS waiting_returns,
    (count(*) FILTER (WHERE what = 'stock'))::int AS waiting_stock
  FROM waiting GROUP BY account_id`
