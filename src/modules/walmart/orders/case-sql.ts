import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** That an order is a case at Walmart, such as an appeal, so that its evidence stays. */
export interface CaseMark {
  at: Date
  by: string
}

/** Marks an order as a case, or ends it with null. */
export async function markCase(
  db: Knex,
  walmartOrderId: string,
  mark: CaseMark | null
): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET case_marked_at = ?, case_marked_by = ?, updated_at = now() WHERE id = ?`,
    [mark?.at ?? null, mark?.by ?? null, walmartOrderId]
  )
}
