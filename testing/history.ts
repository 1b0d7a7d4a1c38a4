import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** How much a store has sold. Orders are numbered from 1, the oldest, to `orders`; each `wmo_h_<number>` is made of its number alone. */
export interface History {
  orders: number
  /** Orders with something left to send: nine of ten are the newest, the others lie anywhere in the history. */
  open: number
  accountId: string
  /** How long ago the oldest was made. */
  days?: number
}

const NUMBER = "lpad(n::text, 9, '0')"

/** Number of the first order of those that are all open. */
const NEWEST = ":orders::int - :open::int * 9 / 10"

/** The orders of a history by number, with what follows from it. */
const NUMBERED = `SELECT n, ${NUMBER} AS number, n % 20 = 7 AND NOT is_open AS is_walmarts, is_open,
    now() - (:orders - n) * (:days::float / :orders) * interval '1 day' AS ordered_at,
    CASE WHEN is_open THEN CASE WHEN n % 10 = 1 THEN 'partially_shipped' ELSE 'open' END
      WHEN n % 25 = 0 THEN 'canceled' ELSE 'shipped' END AS status
  FROM (SELECT n, n > ${NEWEST} OR n % greatest(1, 10 * :orders / :open) = 0 AS is_open FROM generate_series(1, :orders::int) n) AS numbers`

/** All units of all lines, as payloads name them. */
const LINES = `(SELECT jsonb_agg(jsonb_build_object('lineNumber', line::text, 'quantity', 2, 'total', 2)) FROM generate_series(1, 1 + n % 2) line)`

/** Each table's rows, in an order that keeps foreign keys. */
const STATEMENTS = [
  `INSERT INTO walmart_order (id, account_id, purchase_order_id, customer_order_id, order_id, imported_at, ordered_at,
     acknowledge_by, ship_by, deliver_by, auto_cancel_at, method_code, ship_node_id, ship_node_type, order_type, status,
     currency_code, total, snapshot, refreshed_at, last_update_at, created_at, updated_at)
   SELECT 'wmo_h_' || number, :account, '1' || lpad((n * 7::bigint)::text, 12, '0'), '2' || lpad((n * 11::bigint)::text, 12, '0'),
     CASE WHEN NOT is_walmarts THEN 'order_h_' || number END, CASE WHEN NOT is_walmarts THEN ordered_at END, ordered_at,
     ordered_at + interval '4 hours', ordered_at + interval '3 days', ordered_at + interval '8 days', ordered_at + interval '10 days',
     'Standard', '10001', CASE WHEN is_walmarts THEN 'WFSFulfilled' ELSE 'SellerFulfilled' END, 'REGULAR', status, 'usd', 1000 + n % 9000,
     CASE WHEN ordered_at > now() - interval '90 days' THEN jsonb_build_object('lines', '[]'::jsonb, 'padding', repeat('x', 1000)) END,
     ordered_at + interval '3 days', CASE WHEN NOT is_walmarts THEN ordered_at + interval '2 days' END, ordered_at, ordered_at + interval '3 days'
   FROM (${NUMBERED}) AS numbered`,
  `INSERT INTO walmart_order_line (id, walmart_order_id, line_number, sku, product_name, quantity, line_item_id, imported_quantity,
     acknowledged_quantity, shipped_quantity, canceled_quantity, total, created_at, updated_at)
   SELECT 'wmol_h_' || number || '_' || line, 'wmo_h_' || number, line::text, 'SKU-' || (n * 31::bigint + line * 7) % 2000, 'A thing that is sold', 2,
     'ordli_h_' || number || '_' || line, 2, CASE WHEN status IN ('shipped', 'canceled') THEN 0 WHEN status = 'open' OR line = 2 THEN 2 ELSE 1 END,
     CASE WHEN status = 'shipped' THEN 2 WHEN status = 'partially_shipped' AND line = 1 THEN 1 ELSE 0 END, CASE status WHEN 'canceled' THEN 2 ELSE 0 END, 1000, ordered_at, ordered_at
   FROM (${NUMBERED}) AS numbered, generate_series(1, 1 + n % 2) line`,
  `INSERT INTO walmart_update (id, walmart_order_id, account_id, sequence, kind, unique_key, payload, status, fulfillment_id,
     tracking_numbers, requested_by, happened_at, sent_at, finished_at, created_at, updated_at)
   SELECT 'wmu_h_' || number || '_' || sequence, 'wmo_h_' || number, :account, sequence, kind,
     CASE kind WHEN 'shipment' THEN 'shipment:ful_h_' || number WHEN 'cancellation' THEN 'cancellation:1=2' ELSE kind END,
     CASE kind WHEN 'shipment' THEN jsonb_build_object('kind', kind, 'fulfillmentId', 'ful_h_' || number, 'shippedAt', 0, 'sellerOrderId', n::text,
         'packages', jsonb_build_array(jsonb_build_object('trackingNumber', '1Z' || number, 'carrier', jsonb_build_object('carrier', 'UPS'),
           'lines', CASE status WHEN 'shipped' THEN ${LINES}
             ELSE jsonb_build_array(jsonb_build_object('lineNumber', '1', 'quantity', 1)) END)))
       WHEN 'cancellation' THEN jsonb_build_object('kind', kind, 'reason', 'CUSTOMER_REQUESTED_SELLER_TO_CANCEL',
         'lines', ${LINES})
       ELSE jsonb_build_object('kind', kind) END,
     'sent', CASE kind WHEN 'shipment' THEN 'ful_h_' || number END, CASE kind WHEN 'shipment' THEN '1Z' || number END, 'planner',
     ordered_at, at, at, at, at
   FROM (${NUMBERED}) AS numbered, LATERAL (SELECT sequence, kind, ordered_at + (sequence - 1) * interval '2 days' AS at
       FROM (VALUES (1, 'acknowledgment'), (2, CASE status WHEN 'canceled' THEN 'cancellation' WHEN 'open' THEN NULL ELSE 'shipment' END))
         AS wish(sequence, kind) WHERE kind IS NOT NULL) AS told
   WHERE NOT is_walmarts`,
  `INSERT INTO walmart_queue (id, subject_id, account_id, deadline_at, next_kind, fence, enqueued_version, created_at, updated_at)
   SELECT 'wmq_h_' || number, 'wmo_h_' || number, :account, ordered_at, 'shipment', 2, 2, ordered_at, ordered_at
   FROM (${NUMBERED}) AS numbered WHERE NOT is_walmarts`,
  `INSERT INTO walmart_attempt (id, subject_id, account_id, update_ids, endpoint, outcome, fence, http_status, request, response,
     started_at, finished_at)
   SELECT 'wma_h_' || number || '_' || sequence, 'wmo_h_' || number, :account, jsonb_build_array('wmu_h_' || number || '_' || sequence),
     'orders.shipping', 'applied', sequence, 200, jsonb_build_object('body', repeat('y', 400)), jsonb_build_object('body', repeat('z', 600)),
     ordered_at + sequence * interval '1 day', ordered_at + sequence * interval '1 day'
   FROM (${NUMBERED}) AS numbered, generate_series(1, CASE status WHEN 'open' THEN 1 ELSE 2 END) sequence
   WHERE NOT is_walmarts AND ordered_at > now() - interval '90 days'`,
]

const TABLES = [
  "walmart_order",
  "walmart_order_line",
  "walmart_update",
  "walmart_queue",
  "walmart_attempt",
]

/** Fills the module's tables as if the orders had been imported and sent over the years, all of them in sync. */
export async function fillHistory(
  db: Knex,
  { accountId, days = 730, ...history }: History
): Promise<void> {
  const values = { ...history, days, account: accountId }
  await withoutIndexes(db, async () => {
    for (const sql of STATEMENTS) await db.raw(sql, values)
  })
  for (const table of TABLES) await db.raw(`VACUUM (ANALYZE) ${table}`)
}

/** A million rows take minutes to be put into a dozen indexes one by one, and seconds to be sorted into each at the end. */
async function withoutIndexes(db: Knex, work: () => Promise<void>): Promise<void> {
  const { rows } = await db.raw<{ rows: { name: string; definition: string }[] }>(
    `SELECT quote_ident(indexname) AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = ANY(?) AND schemaname = current_schema() AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [TABLES]
  )
  for (const { name } of rows) await db.raw(`DROP INDEX ${name}`)
  await work()
  for (const { definition } of rows) await db.raw(definition)
}

/** Medusa's side of the open orders, and of as many of the newest as `newest` says. Needs a store's tables. */
const MEDUSA = `CREATE TEMPORARY TABLE numbered AS SELECT * FROM (${NUMBERED}) AS all_of_them
  WHERE NOT is_walmarts AND (is_open OR n > :orders::int - :newest::int)`

const QUANTITIES = [
  "fulfilled",
  "shipped",
  "return_requested",
  "return_received",
  "return_dismissed",
  "written_off",
]

/** Every third open order is packed already. */
const FULFILLED = `(status IN ('shipped', 'partially_shipped') OR status = 'open' AND n % 3 = 0)`

const MEDUSA_STATEMENTS = [
  `INSERT INTO "order" (id, region_id, sales_channel_id, status, canceled_at, email, currency_code, metadata, created_at, updated_at, version)
   SELECT 'order_h_' || number, (SELECT id FROM region LIMIT 1), (SELECT id FROM sales_channel LIMIT 1),
     CASE status WHEN 'canceled' THEN 'canceled'::order_status_enum ELSE 'pending' END, CASE status WHEN 'canceled' THEN ordered_at END, 'someone@relay.walmart.com',
     'usd', jsonb_build_object('walmart_account_id', :account::text), ordered_at, ordered_at, 1 FROM numbered`,
  `INSERT INTO order_line_item (id, title, variant_id, variant_sku, unit_price, raw_unit_price, created_at, updated_at)
   SELECT 'ordli_h_' || number || '_' || line, 'A thing that is sold', :variant, 'MUG-1', 5, '{"value": "5", "precision": 20}', ordered_at, ordered_at
   FROM numbered, generate_series(1, 1 + n % 2) line`,
  `INSERT INTO order_item (id, order_id, version, item_id, quantity, raw_quantity, ${QUANTITIES.map((q) => `${q}_quantity`).join(", ")}, created_at, updated_at)
   SELECT 'orditem_h_' || number || '_' || line, 'order_h_' || number, 1, 'ordli_h_' || number || '_' || line, 2, '{"value": "2", "precision": 20}',
     ${QUANTITIES.map(() => "0").join(", ")}, ordered_at, ordered_at FROM numbered, generate_series(1, 1 + n % 2) line`,
  `INSERT INTO order_summary (id, order_id, version, totals, created_at, updated_at)
   SELECT 'ordsum_h_' || number, 'order_h_' || number, 1, '{"current_order_total": 10, "original_order_total": 10, "pending_difference": 0}', ordered_at, ordered_at FROM numbered`,
  `INSERT INTO fulfillment (id, location_id, packed_at, shipped_at, provider_id, shipping_option_id, created_at, updated_at)
   SELECT 'ful_h_' || number, :location, ordered_at, CASE WHEN status <> 'open' THEN ordered_at END, 'manual_manual', NULL, ordered_at, ordered_at
   FROM numbered WHERE ${FULFILLED}`,
  `INSERT INTO fulfillment_item (id, title, sku, barcode, quantity, raw_quantity, line_item_id, fulfillment_id, created_at, updated_at)
   SELECT 'fulit_h_' || number || '_' || line, 'A thing', 'MUG-1', '', units, jsonb_build_object('value', units::text, 'precision', 20),
     'ordli_h_' || number || '_' || line, 'ful_h_' || number, ordered_at, ordered_at
   FROM numbered, generate_series(1, 1 + n % 2) line, LATERAL (SELECT CASE status WHEN 'shipped' THEN 2 ELSE 1 END AS units) AS left_of_it
   WHERE ${FULFILLED} AND (status = 'shipped' OR line = 1)`,
  `INSERT INTO fulfillment_label (id, tracking_number, tracking_url, label_url, fulfillment_id, created_at, updated_at)
   SELECT 'fulla_h_' || number, '1Z' || number, '', '', 'ful_h_' || number, ordered_at, ordered_at
   FROM numbered WHERE status IN ('shipped', 'partially_shipped')`,
  `INSERT INTO order_fulfillment (order_id, fulfillment_id, id, created_at, updated_at)
   SELECT 'order_h_' || number, 'ful_h_' || number, 'ordful_h_' || number, ordered_at, ordered_at FROM numbered WHERE ${FULFILLED}`,
]

const MEDUSA_TABLES = [
  ...['"order"', "order_line_item", "order_item", "order_summary"],
  ...["fulfillment", "fulfillment_item", "fulfillment_label", "order_fulfillment"],
]

/** What Medusa has of a history. */
export interface MedusaHistory extends History {
  /** How many of the newest orders Medusa has although they are not open any more. */
  newest: number
  variantId: string
  locationId: string
}

/** Fills the tables of Medusa's orders and fulfillments; needs those of a store that is seeded. */
export async function fillMedusaHistory(
  db: Knex,
  { accountId, variantId, locationId, days = 730, ...history }: MedusaHistory
): Promise<void> {
  const values = { ...history, days, account: accountId, variant: variantId, location: locationId }
  await db.transaction(async (trx) => {
    for (const sql of [MEDUSA, ...MEDUSA_STATEMENTS, "DROP TABLE numbered"])
      await trx.raw(sql, values)
  })
  for (const table of MEDUSA_TABLES) await db.raw(`VACUUM (ANALYZE) ${table}`)
}
