import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Tallied } from "./tally"

/** Adds to the counts of accounts. */
export async function addCounts(db: Knex, counts: Tallied[]): Promise<void> {
  await db.raw(
    `INSERT INTO walmart_webhook_count AS c (id, account_id, name, times, last_at)
     SELECT g.id, g.account_id, g.name, g.times, now()
     FROM unnest(:ids::text[], :accounts::text[], :names::text[], :times::int[]) AS g(id, account_id, name, times)
     ORDER BY g.account_id, g.name
     ON CONFLICT (account_id, name) WHERE deleted_at IS NULL DO UPDATE
       SET times = c.times + excluded.times, last_at = excluded.last_at, updated_at = now()`,
    {
      ids: counts.map(() => generateEntityId("", "wmwc")),
      accounts: counts.map(({ accountId }) => accountId),
      names: counts.map(({ name }) => name),
      times: counts.map(({ times }) => times),
    }
  )
}
