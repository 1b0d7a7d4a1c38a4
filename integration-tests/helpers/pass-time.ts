import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Lets every waiting time of the queues pass, leases too, by the only clock that counts. */
export async function passTime(db: Knex): Promise<void> {
  await db.raw(
    `UPDATE walmart_queue SET next_due_at = now(), first_failed_at = first_failed_at - interval '1 hour'
     WHERE next_due_at IS NOT NULL`
  )
  await db.raw(
    `UPDATE walmart_attempt SET started_at = started_at - interval '1 hour',
       finished_at = finished_at - interval '1 hour', unseen_at = unseen_at - interval '1 hour'`
  )
}
