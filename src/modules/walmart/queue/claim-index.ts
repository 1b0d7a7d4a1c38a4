import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { logLine } from "../common/failure"

/** Queues are claimed from this index; without it each claim reads the whole table. */
export const CLAIM_INDEX = "IDX_walmart_queue_claim"

/**
 * Warns when the claim's index is missing, or was left invalid by a build that was interrupted. Says nothing before the tables
 * are there. Never throws: a slow queue is better than a store that does not start.
 */
export async function warnOfClaimIndex(db: Knex, logger: Pick<Logger, "warn">): Promise<void> {
  try {
    const { rows } = await db.raw<{ rows: { is_usable: boolean }[] }>(
      `SELECT EXISTS (SELECT 1 FROM pg_index WHERE indrelid = t.oid AND indexrelid = to_regclass(?)
         AND indisvalid AND indisready) AS is_usable
       FROM (SELECT to_regclass('walmart_queue') AS oid) t WHERE t.oid IS NOT NULL`,
      [`"${CLAIM_INDEX}"`]
    )
    if (rows.every((row) => row.is_usable)) return
    logger.warn(
      `Walmart: the index "${CLAIM_INDEX}" of walmart_queue is missing or invalid, so that sending gets slow with many orders. Drop it if it is there, and create it again as the plugin's first migration does.`
    )
  } catch (error) {
    logger.warn(
      logLine(`Walmart: whether the index "${CLAIM_INDEX}" is usable could not be checked`, error)
    )
  }
}
