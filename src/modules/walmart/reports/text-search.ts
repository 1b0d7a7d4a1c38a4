import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { spellingsOf } from "../../../walmart/carriers/formats/parcel-number"
import type { Condition, OrderSearch } from "./order-filter"

/** Orders that one way of reading a text finds at most. */
const MOST = 1_000

/** The last ones of an index whose first column is the expression; its second is the order's id, which rises with time. */
function last(expression: string, id: string): string {
  return `ORDER BY ${expression} DESC, ${id} DESC LIMIT ${MOST}`
}

/** So many of the newest orders are also found by any part of a product's name. */
export const NEWEST = 5_000

const SKU = 'lower(sku) COLLATE "C"'

/**
 * Orders a text may mean: by the beginning of their numbers or of a SKU, by a whole tracking number, each found by an index; and the
 * few that are open also by any part of a number or SKU, and the newest by any part of a product's name. A text that means thousands of
 * orders finds a thousand: the newest ones of a whole SKU, the highest numbers and last SKUs of a beginning.
 */
const FOUND = `SELECT id FROM walmart_order WHERE order_id = ANY(:numbered::text[]) AND deleted_at IS NULL
  ${["purchase_order_id", "customer_order_id"]
    .map((name) => `${name} COLLATE "C"`)
    .map(
      (number) =>
        `UNION (SELECT id FROM walmart_order WHERE ${number} LIKE :start AND deleted_at IS NULL ${last(number, "id")})`
    )
    .join(" ")}
  UNION (SELECT walmart_order_id FROM walmart_order_line
    WHERE ${SKU} = lower(:exact) AND deleted_at IS NULL ${last(SKU, "walmart_order_id")})
  UNION (SELECT walmart_order_id FROM walmart_order_line
    WHERE ${SKU} LIKE lower(:start) AND deleted_at IS NULL ${last(SKU, "walmart_order_id")})
  UNION (SELECT walmart_order_id FROM walmart_update WHERE string_to_array(upper(tracking_numbers), ' ') && :spellings::text[]
    AND tracking_numbers IS NOT NULL AND deleted_at IS NULL LIMIT ${MOST})
  UNION (SELECT open.id FROM walmart_order open WHERE open.status IN ('open', 'partially_shipped') AND open.deleted_at IS NULL
    AND (open.purchase_order_id LIKE :part OR open.customer_order_id LIKE :part OR (SELECT bool_or(l.sku ILIKE :part)
      FROM walmart_order_line l WHERE l.walmart_order_id = open.id AND l.deleted_at IS NULL)))
  UNION (SELECT newest.id FROM (SELECT id FROM walmart_order WHERE deleted_at IS NULL ORDER BY ordered_at DESC, id DESC LIMIT ${NEWEST}) AS newest
    WHERE (SELECT bool_or(l.product_name ILIKE :part) FROM walmart_order_line l
      WHERE l.walmart_order_id = newest.id AND l.deleted_at IS NULL))`

/** Medusa orders of the newest orders, exported so that its query plan can be asserted. */
const NEWEST_ORDERS = `SELECT order_id FROM (SELECT order_id FROM walmart_order
    WHERE deleted_at IS NULL ORDER BY ordered_at DESC, id DESC LIMIT ${NEWEST}) AS newest WHERE order_id IS NOT NULL`

/** Ids of the Medusa orders among which buyers are looked for: so many that the costs stay the same however long the history is. */
export async function newestOrderIds(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { order_id: string }[] }>(NEWEST_ORDERS)
  return rows.map(({ order_id }) => order_id)
}

/**
 * What a text asks of an order. People type a tracking number with spaces and hyphens, or scan its barcode; it is kept without, and as
 * the number in it. The ids are an array, because PostgreSQL expects more of the union than it finds, and would read an index of the
 * whole history to look for them.
 */
export function matching({ text, textOrderIds = [] }: OrderSearch): Condition[] {
  if (!text) return []
  const plain = text.replace(/[\\%_]/g, (character) => `\\${character}`)
  const tracking = text.replace(/[\s-]+/g, "") || text
  const values = {
    exact: text,
    start: `${plain}%`,
    part: `%${plain}%`,
    spellings: spellingsOf([tracking.toUpperCase()]),
    numbered: textOrderIds,
  }
  return [{ sql: `o.id = ANY(ARRAY(${FOUND}))`, values }]
}
