import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Keeps some settings of an account; what is left out stays. Medusa's own update would merge maps, so that no entry could be
 * taken away.
 */
export async function keepSettings(db: Knex, accountId: string, settings: object): Promise<void> {
  await db.raw(
    `UPDATE walmart_account SET updated_at = now(),
       settings = CASE WHEN jsonb_typeof(settings) = 'object' THEN settings ELSE '{}' END || ?::jsonb
     WHERE id = ? AND deleted_at IS NULL`,
    [JSON.stringify(settings), accountId]
  )
}

/** Entries of one map of an account's settings. */
export interface ChangedMap {
  name: string
  /** The map as the options have it, in case it follows them until now. */
  before: Record<string, string>
  set: Record<string, string>
  takeOut: string[]
}

/** Changes some entries of a map, in one statement, so that those that others change meanwhile stay. */
export async function changeMap(
  db: Knex,
  accountId: string,
  { name, before, set, takeOut }: ChangedMap
): Promise<void> {
  await db.raw(
    `UPDATE walmart_account SET updated_at = now(), settings = jsonb_set(
       CASE WHEN jsonb_typeof(settings) = 'object' THEN settings ELSE '{}' END, ARRAY[:name::text],
       (CASE WHEN jsonb_typeof(settings->:name::text) = 'object' THEN settings->:name::text ELSE :before::jsonb END
         || :set::jsonb) - :takeOut::text[])
     WHERE id = :accountId AND deleted_at IS NULL`,
    { accountId, name, before: JSON.stringify(before), set: JSON.stringify(set), takeOut }
  )
}
