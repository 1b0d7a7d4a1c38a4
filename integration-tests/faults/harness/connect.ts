import { type Knex, knex } from "@medusajs/framework/mikro-orm/knex"

/** Connects as Medusa does: one knex pool; a connection that breaks is replaced by the next one asked for. */
export function connect(url: string, max = 10): Knex {
  return knex({ client: "pg", connection: url, pool: { min: 0, max } })
}
