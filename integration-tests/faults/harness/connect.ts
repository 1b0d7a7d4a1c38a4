import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"

/** By which the server knows the sessions of worker processes. */
export const WORKER = "worker"

/**
 * Connects as Medusa does: one knex pool; a connection that breaks is replaced by the next one asked for.
 * @param application_name by which the server knows the sessions
 */
export function connect(url: string, max = 10, application_name = "test"): Knex {
  const connection = { connectionString: url, application_name }
  return knex({ client: "pg", connection, pool: { min: 0, max } })
}
