import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Sealed keys of an account. */
export interface SealedKeys {
  id: string
  client_id: string
  client_secret: string
}

/** A row of `walmart_account_key`. */
export interface KeyRow extends SealedKeys {
  changed_by: string
  changed_at: Date
}

/** All keys that were set in the settings. */
export async function loadKeys(db: Knex): Promise<KeyRow[]> {
  const { rows } = await db.raw<{ rows: KeyRow[] }>(
    `SELECT id, client_id, client_secret, changed_by, changed_at FROM walmart_account_key
     WHERE deleted_at IS NULL ORDER BY id`
  )
  return rows
}

/** Keeps keys in place of those that were set before. */
export async function saveKeys(db: Knex, keys: SealedKeys, changedBy: string): Promise<void> {
  await db.raw(
    `INSERT INTO walmart_account_key (id, client_id, client_secret, changed_by, changed_at)
     VALUES (:id, :client_id, :client_secret, :changedBy, now())
     ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, client_secret = excluded.client_secret,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at, updated_at = now(), deleted_at = NULL`,
    { ...keys, changedBy }
  )
}

/** Replaces the seal of keys that stay the same; keys that somebody changed meanwhile stay as they are. */
export async function sealAgain(db: Knex, before: SealedKeys, after: SealedKeys): Promise<void> {
  await db.raw(
    `UPDATE walmart_account_key SET client_id = :client_id, client_secret = :client_secret, updated_at = now()
     WHERE id = :id AND client_secret = :before`,
    { ...after, before: before.client_secret }
  )
}

/** Takes keys away, for good. */
export async function deleteKeys(db: Knex, accountId: string): Promise<void> {
  await db.raw(`DELETE FROM walmart_account_key WHERE id = ?`, [accountId])
}
