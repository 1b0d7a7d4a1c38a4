import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StockTarget } from "./reading"

/** Those of the SKUs at one ship node of an account that wait for a recount. */
export async function heldForRecount(
  db: Knex,
  { accountId, shipNodeId }: Pick<StockTarget, "accountId" | "shipNodeId">,
  skus: string[]
): Promise<{ id: string; sku: string }[]> {
  const { rows } = await db.raw<{ rows: { id: string; sku: string }[] }>(
    `SELECT id, sku FROM walmart_stock WHERE account_id = ? AND ship_node_id = ? AND sku = ANY(?)
       AND held_reason = 'recount' AND deleted_at IS NULL ORDER BY sku`,
    [accountId, shipNodeId ?? "", skus]
  )
  return rows
}

/** Notes what Walmart showed of a figure; null when it has no such item. */
export async function noteShown(db: Knex, id: string, amount: number | null): Promise<void> {
  await db.raw(
    `UPDATE walmart_stock SET walmart_amount = ?, read_at = now(), updated_at = now() WHERE id = ?`,
    [amount, id]
  )
}

/** A figure that Walmart is asked about. */
export interface UncheckedStock {
  id: string
  sku: string
  ship_node_id: string
  /** By which a figure is known that was sent while Walmart was asked: what Walmart showed is older then. */
  sent_version: number
}

/** The row `s` is of the default node, to which figures went before an order named it: the row with its name has the figure and its hold. */
const IS_NAMED_SINCE = `s.ship_node_id = '' AND EXISTS (SELECT 1 FROM walmart_stock n
  WHERE n.account_id = s.account_id AND n.sku = s.sku AND n.ship_node_id <> '' AND n.deleted_at IS NULL)`

/** Figures that wait for nothing and that Walmart has not shown for a day, the longest first. */
export const uncheckedStock = oldestFirst(
  "read_at",
  `wanted_version = sent_version AND held_reason IS NULL AND NOT (${IS_NAMED_SINCE})`
)

/** Figures that Walmart had no item for, and was not asked about for a day, the longest first. */
export const unlistedStock = oldestFirst("coalesce(read_at, held_at)", "held_reason = 'not_listed'")

/** Reads figures of an account that Walmart was last asked about a day ago or longer. */
function oldestFirst(askedAt: string, condition: string) {
  return async (db: Knex, accountId: string, limit: number): Promise<UncheckedStock[]> => {
    const { rows } = await db.raw<{ rows: UncheckedStock[] }>(
      `SELECT id, sku, ship_node_id, sent_version FROM walmart_stock s
       WHERE account_id = ? AND ${askedAt} < now() - interval '1 day' AND ${condition} AND deleted_at IS NULL
       ORDER BY ${askedAt} LIMIT ?`,
      [accountId, limit]
    )
    return rows
  }
}

/** A figure that Medusa's has to be compared with. */
export interface SettledFigure {
  id: string
  sku: string
  ship_node_id: string
  /** Units that Walmart was sent; null for a figure of which the store had none. */
  sent_amount: number | null
}

/**
 * Figures of an account that were sent and wait for nothing, and those that the store did not count, in the order of their ids.
 * @param after id of the last one that is known
 */
export async function settledStock(
  db: Knex,
  accountId: string,
  { after, limit }: { after: string; limit: number }
): Promise<SettledFigure[]> {
  const { rows } = await db.raw<{ rows: SettledFigure[] }>(
    `SELECT id, sku, ship_node_id, CASE WHEN held_reason IS NULL THEN sent_amount END AS sent_amount
     FROM walmart_stock s WHERE account_id = ? AND id > ? AND deleted_at IS NULL AND NOT (${IS_NAMED_SINCE})
       AND (held_reason = 'not_counted'
         OR (held_reason IS NULL AND sent_amount IS NOT NULL AND wanted_version = sent_version))
     ORDER BY id LIMIT ?`,
    [accountId, after, limit]
  )
  return rows
}

/**
 * Notes that Walmart was asked for a figure, so that it is not asked again for a day.
 * @param shown null when it has no such item; left out when it could not say
 */
export async function noteChecked(
  db: Knex,
  { id, sent_version }: UncheckedStock,
  shown?: { amount: number | null }
): Promise<void> {
  await db.raw(
    `UPDATE walmart_stock SET read_at = now(), updated_at = now(),
       walmart_amount = CASE WHEN :isShown THEN :amount::int ELSE walmart_amount END
     WHERE id = :id AND sent_version = :sent_version`,
    { id, sent_version, isShown: shown !== undefined, amount: shown?.amount ?? null }
  )
}
