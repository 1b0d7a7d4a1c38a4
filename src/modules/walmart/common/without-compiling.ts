import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Runs a statement that PostgreSQL would compile before it runs it, because it looks at some thousand orders through many indexes;
 * that would take several times as long as running it.
 */
export async function withoutCompiling<T>(
  db: Knex,
  sql: string,
  values: Record<string, string | string[] | number | Date | null>
): Promise<T[]> {
  return db.transaction(async (trx) => {
    await trx.raw("SET LOCAL jit = off")
    const { rows } = await trx.raw<{ rows: T[] }>(sql, values)
    return rows
  })
}
