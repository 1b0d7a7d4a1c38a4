import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** That somebody decided that an order stays out of Medusa. The next read that shows units of it as open takes that away. */
export interface LeftOut {
  at: Date
  by: string
  note: string
}

/** Keeps that an order is left out of Medusa, or takes that back with null. One that was imported meanwhile stays as it is. */
export async function markLeftOut(
  db: Knex,
  walmartOrderId: string,
  leftOut: LeftOut | null
): Promise<void> {
  const { at, by, note } = leftOut ?? { at: null, by: null, note: null }
  await db.raw(
    `UPDATE walmart_order SET left_out_at = :at, left_out_by = :by, left_out_note = :note, updated_at = now()
     WHERE id = :id AND imported_at IS NULL AND deleted_at IS NULL`,
    { at, by, note, id: walmartOrderId }
  )
}
