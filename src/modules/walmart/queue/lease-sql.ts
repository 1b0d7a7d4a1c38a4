import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Claim } from "./claim-sql"

/** Renews the lease. @returns whether this owner still has it */
export async function renewLease(trx: Knex, owned: Claim, leaseMs: number): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `UPDATE walmart_queue SET next_due_at = now() + :leaseMs::float * interval '1 millisecond'
     WHERE subject_id = :subject AND fence = :fence AND leased AND deleted_at IS NULL RETURNING 1`,
    { subject: owned.subjectId, fence: owned.fence, leaseMs }
  )
  return rows.length > 0
}

/**
 * Common table expression `owned`: one row, locked until the statement or its transaction ends, while `:subject` belongs to
 * the owner of `:fence`; none when the lease was lost. What joins it changes nothing in the name of a former owner.
 */
export const OWNED = `owned AS (SELECT 1 FROM walmart_queue
  WHERE subject_id = :subject AND fence = :fence AND leased AND deleted_at IS NULL FOR UPDATE)`

/** One statement in the name of a queue's owner: nothing happens when the lease was lost. */
export async function fencedStatement(
  db: Knex,
  owned: Claim,
  sql: string,
  values: Parameters<Knex["raw"]>[1]
): Promise<void> {
  await fenced(db, owned, async (trx) => {
    await trx.raw(sql, values)
    return []
  })
}

/** Several changes in the name of a queue's owner, in one transaction: nothing happens when the lease was lost. */
export async function fenced<T>(
  db: Knex,
  owned: Claim,
  change: (trx: Knex) => Promise<T[]>
): Promise<T[]> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: unknown[] }>(
      `SELECT 1 FROM walmart_queue
       WHERE subject_id = ? AND fence = ? AND leased AND deleted_at IS NULL FOR UPDATE`,
      [owned.subjectId, owned.fence]
    )
    return rows.length > 0 ? change(trx) : []
  })
}
