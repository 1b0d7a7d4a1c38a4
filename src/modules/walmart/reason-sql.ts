import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LineCancellation } from "../../walmart/update"

/** Keeps the reason of units that an order change is about to take out. */
export async function keepLineCancellation(
  db: Knex,
  walmartOrderId: string,
  kept: LineCancellation
): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET line_cancellations = coalesce(line_cancellations, '[]') || ?::jsonb, updated_at = now()
     WHERE id = ?`,
    [JSON.stringify([kept]), walmartOrderId]
  )
}

/** Forgets the reason of an order change that came to nothing. */
export async function forgetLineCancellation(
  db: Knex,
  walmartOrderId: string,
  changeId: string
): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET updated_at = now(), line_cancellations =
       (SELECT jsonb_agg(kept) FROM jsonb_array_elements(line_cancellations) AS kept WHERE kept->>'id' <> ?)
     WHERE id = ? AND line_cancellations IS NOT NULL`,
    [changeId, walmartOrderId]
  )
}
