import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { contentOf, type Kinds, KINDS, trackingNumbersOf } from "../../../walmart/updates/kinds"
import {
  PAYLOAD_VERSION,
  type PlannedUpdate,
  type UpdatePayload,
} from "../../../walmart/updates/model/update"
import { jsonOrNull } from "../common/json"
import { noteEnqueued, refreshHead } from "./due-sql"
import { raiseRevision } from "../orders/sweep-sql"

/**
 * Writes new updates and makes their queue due, in one transaction. An update whose unique key exists already is left as it
 * is.
 * @param requestedBy who asked for those that do not say
 * @returns ids of the updates that were new
 */
export async function enqueue(
  db: Knex,
  order: { id: string; accountId: string; deadlineAt: Date },
  updates: PlannedUpdate[],
  requestedBy: string
): Promise<string[]> {
  if (updates.length === 0) return []
  const queued = { subject: "order", ...order } as const
  return db.transaction(async (trx) => {
    await noteEnqueued(trx, queued)
    const added: string[] = []
    for (const update of updates)
      added.push(...(await insertUpdate(trx, order, update, requestedBy)))
    if (added.length === 0) return added
    await refreshHead(trx, queued)
    await raiseRevision(trx, order.id)
    return added
  })
}

async function insertUpdate(
  trx: Knex,
  order: { id: string; accountId: string },
  update: PlannedUpdate,
  requestedBy: string
): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `INSERT INTO walmart_update (id, walmart_order_id, account_id, sequence, kind, unique_key, payload, payload_version,
       status, fulfillment_id, tracking_numbers, requested_by, error_code, error, remedy, words, warnings, happened_at)
     SELECT :id, :order, :account, coalesce(max(sequence), 0) + 1, :kind, :key, :payload, :version,
       :status, :fulfillment, :tracking, :by, :code, :error, :step, :words, :warnings, :happened
     FROM walmart_update WHERE walmart_order_id = :order AND deleted_at IS NULL
     ON CONFLICT (walmart_order_id, unique_key) WHERE deleted_at IS NULL DO NOTHING
     RETURNING id`,
    {
      id: generateEntityId("", "wmu"),
      order: order.id,
      account: order.accountId,
      kind: update.payload.kind,
      key: update.uniqueKey,
      payload: JSON.stringify(update.payload),
      version: PAYLOAD_VERSION,
      status: update.attention ? "needs_attention" : "pending",
      ...searchable(update.payload),
      by: update.requestedBy ?? requestedBy,
      code: update.attention?.code ?? null,
      error: update.attention?.message ?? null,
      step: update.attention?.remedy ?? null,
      words: jsonOrNull(update.attention?.words),
      warnings: update.warnings.length > 0 ? JSON.stringify(update.warnings) : null,
      happened: new Date(update.happenedAt),
    }
  )
  return rows.map(({ id }) => id)
}

/** Values of an update that are searched for. */
export function searchable(
  payload: UpdatePayload,
  kinds: Kinds = KINDS
): { fulfillment: string | null; tracking: string | null } {
  const { fulfillmentId } = contentOf(payload, kinds)
  const tracking = trackingNumbersOf(payload, kinds).join(" ")
  return { fulfillment: fulfillmentId, tracking: tracking || null }
}
