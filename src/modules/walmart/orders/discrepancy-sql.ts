import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  DismissedDiscrepancy,
  Discrepancy,
} from "../../../walmart/reconciliation/figures/discrepancy"

/**
 * Keeps what was found different about an order, without what a person dismissed; a difference that is no longer found is
 * forgotten, so that it counts again when it comes back. Writes only what changes.
 * @returns the differences that are news
 */
export async function saveDiscrepancies(
  db: Knex,
  walmartOrderId: string,
  found: Discrepancy[]
): Promise<Discrepancy[]> {
  return db.transaction(async (trx) => {
    const row = await locked(trx, walmartOrderId)
    if (!row) return []
    const keys = new Set(found.map(({ key }) => key))
    const dismissed = (row.dismissed_discrepancies ?? []).filter(({ key }) => keys.has(key))
    const dismissedKeys = new Set(dismissed.map(({ key }) => key))
    const open = found.filter(({ key }) => !dismissedKeys.has(key))
    await write(trx, row, { discrepancies: open, dismissed_discrepancies: dismissed })
    const before = new Set((row.discrepancies ?? []).map(({ key }) => key))
    return open.filter(({ key }) => !before.has(key))
  })
}

/**
 * Dismisses differences of an order, until their figures change. @returns how many there were
 * @param isMeant which of them
 */
export async function dismissDiscrepancies(
  db: Knex,
  walmartOrderId: string,
  { by, note }: { by: string; note: string },
  isMeant: (discrepancy: Discrepancy) => boolean
): Promise<number> {
  return db.transaction(async (trx) => {
    const row = await locked(trx, walmartOrderId)
    const meant = (row?.discrepancies ?? []).filter(isMeant)
    if (!row || meant.length === 0) return 0
    const at = new Date().toISOString()
    await write(trx, row, {
      discrepancies: (row.discrepancies ?? []).filter((one) => !meant.includes(one)),
      dismissed_discrepancies: [
        ...(row.dismissed_discrepancies ?? []),
        ...meant.map((one) => ({ ...one, note, by, at })),
      ],
    })
    return meant.length
  })
}

interface DiscrepancyColumns {
  discrepancies: Discrepancy[] | null
  dismissed_discrepancies: DismissedDiscrepancy[] | null
}

type DiscrepancyRow = DiscrepancyColumns & { id: string }

async function locked(trx: Knex, id: string): Promise<DiscrepancyRow | undefined> {
  const { rows } = await trx.raw<{ rows: DiscrepancyRow[] }>(
    `SELECT id, discrepancies, dismissed_discrepancies FROM walmart_order
     WHERE id = ? AND deleted_at IS NULL FOR NO KEY UPDATE`,
    [id]
  )
  return rows.at(0)
}

async function write(trx: Knex, row: DiscrepancyRow, columns: DiscrepancyColumns): Promise<void> {
  const [open, dismissed] = [columns.discrepancies, columns.dismissed_discrepancies].map(jsonOrNull)
  await trx.raw(
    `UPDATE walmart_order SET discrepancies = :open::jsonb, dismissed_discrepancies = :dismissed::jsonb, updated_at = now()
     WHERE id = :id AND (discrepancies, dismissed_discrepancies) IS DISTINCT FROM (:open::jsonb, :dismissed::jsonb)`,
    { id: row.id, open, dismissed }
  )
}

function jsonOrNull(list: object[] | null): string | null {
  return list && list.length > 0 ? JSON.stringify(list) : null
}
