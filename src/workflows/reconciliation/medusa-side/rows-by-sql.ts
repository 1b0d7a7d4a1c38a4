import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FulfillmentRow, OrderRow } from "./medusa-order-rows"
import type { PaymentRow } from "./medusa-refunds"
import type { AskedMedusaOrder, ChangeRow, MedusaRows } from "./medusa-rows"

/** A list of JSON objects, `[]` when there are none. */
function listOf(fields: string, from: string, order: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${from})`
}

/** Arguments of `jsonb_build_object` for columns under their own names. */
function named(alias: string, columns: string[]): string {
  return columns.map((column) => `'${column}', ${alias}.${column}`).join(", ")
}

const PARTS = listOf(
  named("k", ["inventory_item_id", "required_quantity"]),
  `product_variant v JOIN product_variant_inventory_item k ON k.variant_id = v.id AND k.deleted_at IS NULL
   WHERE v.id = l.variant_id AND v.deleted_at IS NULL`,
  "k.id"
)

const DETAIL = `jsonb_build_object(${named("i", ["quantity", "unit_price", "fulfilled_quantity", "return_received_quantity"])})`

/** The present version's; an edit writes its metadata next to the line item, which keeps its own. */
const ITEMS = listOf(
  `'id', l.id, 'title', l.title, 'metadata', coalesce(nullif(i.metadata, 'null'), l.metadata), 'detail', ${DETAIL},
   'variant', jsonb_build_object('inventory_items', ${PARTS})`,
  `order_item i JOIN order_line_item l ON l.id = i.item_id AND l.deleted_at IS NULL
   WHERE i.order_id = m.id AND i.version = m.version AND i.deleted_at IS NULL`,
  "i.created_at, i.id"
)

const OWN = [
  ...["id", "provider_id", "shipping_option_id", "location_id", "created_at", "created_by"],
  ...["shipped_at", "delivered_at", "marked_shipped_by", "canceled_at", "metadata"],
]

const HELD = listOf(
  named("h", ["line_item_id", "inventory_item_id", "quantity"]),
  "fulfillment_item h WHERE h.fulfillment_id = f.id AND h.deleted_at IS NULL",
  "h.id"
)

const LABELS = listOf(
  named("b", ["tracking_number", "tracking_url"]),
  "fulfillment_label b WHERE b.fulfillment_id = f.id AND b.deleted_at IS NULL",
  "b.id"
)

/** Those that are linked to the order, and those that hold its items without being linked to it. */
const FULFILLMENTS = listOf(
  `${named("f", OWN)}, 'items', ${HELD}, 'labels', ${LABELS}, 'is_linked', n.is_linked`,
  `(SELECT named.id, bool_or(named.is_linked) AS is_linked FROM (
      SELECT fulfillment_id AS id, true AS is_linked FROM order_fulfillment WHERE order_id = m.id AND deleted_at IS NULL
      UNION ALL SELECT fulfillment_id, false FROM fulfillment_item
        WHERE line_item_id = ANY(asked.items) AND deleted_at IS NULL) AS named GROUP BY named.id) AS n
   JOIN fulfillment f ON f.id = n.id AND f.deleted_at IS NULL
   WHERE n.is_linked OR NOT EXISTS (SELECT 1 FROM return_fulfillment r WHERE r.fulfillment_id = f.id AND r.deleted_at IS NULL)`,
  "f.id"
)

const REASON = `(SELECT jsonb_build_object('id', s.id, 'code', s.code) FROM refund_reason s
  WHERE s.id = r.refund_reason_id AND s.deleted_at IS NULL)`

const REFUNDS = listOf(
  `${named("r", ["id", "amount", "created_by", "created_at", "metadata"])}, 'refund_reason', ${REASON}`,
  "refund r WHERE r.payment_id = p.id AND r.deleted_at IS NULL",
  "r.id"
)

const PAYMENTS = listOf(
  `'provider_id', p.provider_id, 'refunds', ${REFUNDS}`,
  `order_payment_collection c JOIN payment_collection g ON g.id = c.payment_collection_id AND g.deleted_at IS NULL
   JOIN payment p ON p.payment_collection_id = g.id AND p.deleted_at IS NULL
   WHERE c.order_id = m.id AND c.deleted_at IS NULL`,
  "p.id"
)

const ACTIONS = listOf(
  named("a", ["action", "reference", "reference_id", "details"]),
  `order_change_action a WHERE a.order_change_id = h.id AND a.deleted_at IS NULL
   AND (a.action = 'FULFILL_ITEM' OR a.details -> 'unit_price' IS NOT NULL)`,
  "a.ordering"
)

const CHANGES = listOf(
  `${named("h", ["id", "status", "order_id"])}, 'actions', ${ACTIONS}`,
  "order_change h WHERE h.order_id = m.id AND h.deleted_at IS NULL",
  "h.id"
)

/** Exported so that its query plan can be asserted. */
export const MEDUSA_ROWS = `SELECT m.id, m.display_id, m.status, m.canceled_at, m.updated_at, ${ITEMS} AS items,
    ${FULFILLMENTS} AS fulfillments, ${PAYMENTS} AS payments, ${CHANGES} AS changes
  FROM jsonb_to_recordset(:asked::jsonb) AS asked(id text, items text[])
  JOIN "order" m ON m.id = asked.id AND m.deleted_at IS NULL`

interface Row extends Omit<OrderRow, "fulfillments" | "payment_collections"> {
  fulfillments: (FulfillmentRow & { is_linked: boolean })[]
  payments: PaymentRow[]
  changes: ChangeRow[]
}

/**
 * Reads Medusa orders in one statement, where Medusa's own query makes more than a dozen of them. Answers what {@link rowsByQuery}
 * does.
 */
export async function rowsBySql(db: Knex, asked: AskedMedusaOrder[]): Promise<MedusaRows> {
  const orders = asked.map(({ orderId, itemIds }) => ({ id: orderId, items: itemIds }))
  const values = { asked: JSON.stringify(orders) }
  const { rows } = await db.raw<{ rows: Row[] }>(MEDUSA_ROWS, values)
  return {
    orders: rows.map(({ payments, fulfillments, changes: _, ...row }) => ({
      ...row,
      fulfillments: fulfillmentsThat(fulfillments, true),
      payment_collections: [{ payments }],
    })),
    changes: rows.flatMap(({ changes }) => changes),
    ofItems: rows.flatMap(({ fulfillments }) => fulfillmentsThat(fulfillments, false)),
  }
}

function fulfillmentsThat(rows: Row["fulfillments"], areLinked: boolean): FulfillmentRow[] {
  return rows.flatMap(({ is_linked: isLinked, ...row }) => (isLinked === areLinked ? [row] : []))
}
