import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Attention } from "../../../walmart/updates/model/update"
import { jsonOrNull } from "../common/json"
import type { Claim } from "./claim-sql"
import { fencedStatement } from "./lease-sql"

/** Columns of a row that waits for nobody: what was wrong with it is forgotten. */
export const NOTHING_WRONG = "error_code = NULL, error = NULL, remedy = NULL, words = NULL"

/** The desired state that a subject's sender found, and whose row keeps why it waits for a person. */
export interface FoundDesired {
  table: "walmart_return" | "walmart_stock"
  version: number
  /** What else must still be so. */
  condition?: string
  /** Milliseconds until a newer wish is tried without the person; only of a figure of stock. */
  retryAfterMs?: number
}

const RETRIED_WHEN_NEWER =
  "error_version = wanted_version, retry_at = now() + :retryAfterMs::float * interval '1 millisecond'"

/** Leaves a return or a figure of stock to a person, unless it was wanted anew meanwhile. Fenced. */
export async function markSubjectAttention(
  db: Knex,
  owned: Claim,
  { table, version, condition = "true", retryAfterMs }: FoundDesired,
  { code, message, remedy, words }: Attention
): Promise<void> {
  const also = retryAfterMs === undefined ? "" : `, ${RETRIED_WHEN_NEWER}`
  await fencedStatement(
    db,
    owned,
    `UPDATE ${table} SET error_code = :code, error = :message, remedy = :remedy, words = :words, updated_at = now() ${also}
     WHERE id = :id AND wanted_version = :version AND ${condition}`,
    {
      ...{ code, message, remedy, words: jsonOrNull(words), id: owned.subjectId, version },
      retryAfterMs: retryAfterMs ?? null,
    }
  )
}
