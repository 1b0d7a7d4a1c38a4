import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Vault } from "./vaults"

type Table = Vault["table"]

/** Sealed keys of an account. */
export interface SealedKeys {
  id: string
  client_id: string
  client_secret: string
}

/** A row of a table of sealed keys. */
export interface KeyRow extends SealedKeys {
  changed_by: string
  changed_at: Date
}

/** All keys that were set in the settings. */
export async function loadKeys(db: Knex, table: Table): Promise<KeyRow[]> {
  const { rows } = await db.raw<{ rows: KeyRow[] }>(
    `SELECT id, client_id, client_secret, changed_by, changed_at FROM ${table}
     WHERE deleted_at IS NULL ORDER BY id`
  )
  return rows
}

/** Keeps keys in place of those that were set before. */
export async function saveKeys(
  db: Knex,
  table: Table,
  keys: SealedKeys,
  changedBy: string
): Promise<void> {
  await db.raw(
    `INSERT INTO ${table} (id, client_id, client_secret, changed_by, changed_at)
     VALUES (:id, :client_id, :client_secret, :changedBy, now())
     ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, client_secret = excluded.client_secret,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at, updated_at = now(), deleted_at = NULL`,
    { ...keys, changedBy }
  )
}

/** Replaces the seal of keys that stay the same; keys that someone changed in the meantime stay as they are. */
export async function sealAgain(
  db: Knex,
  table: Table,
  before: SealedKeys,
  after: SealedKeys
): Promise<void> {
  await db.raw(
    `UPDATE ${table} SET client_id = :client_id, client_secret = :client_secret, updated_at = now()
     WHERE id = :id AND client_secret = :before`,
    { ...after, before: before.client_secret }
  )
}

/** Takes keys away, for good. */
export async function deleteKeys(db: Knex, table: Table, accountId: string): Promise<void> {
  await db.raw(`DELETE FROM ${table} WHERE id = ?`, [accountId])
}
