import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"

/** By which the server knows the sessions of worker processes. */
export const WORKER = "worker"

/** How many sessions of a database wait for a lock. */
export async function waitingForALock(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
  )
  return rows.length
}

/**
 * Connects as Medusa does: one knex pool; a connection that breaks is replaced by the next one asked for.
 * @param application_name by which the server knows the sessions
 */
export function connect(url: string, max = 10, application_name = "test"): Knex {
  const connection = { connectionString: url, application_name }
  return knex({ client: "pg", connection, pool: { min: 0, max } })
}
