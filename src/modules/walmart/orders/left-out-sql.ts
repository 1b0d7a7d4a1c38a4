import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** That somebody decided that an order stays out of Medusa. The next read that shows units of it as open takes that away. */
export interface LeftOut {
  at: Date
  by: string
  note: string
}

/** The columns of an order's row that hold it. */
export interface LeftOutRow {
  left_out_at: Date | null
  left_out_by: string | null
  left_out_note: string | null
}

/** Who left an order out of Medusa, when and why; null when nobody did. */
export function leftOutOf(row: LeftOutRow): LeftOut | null {
  const { left_out_at: at, left_out_by: by, left_out_note: note } = row
  return at && { at, by: by ?? "", note: note ?? "" }
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
