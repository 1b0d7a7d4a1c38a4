import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { contentOf, type Kinds, KINDS, trackingNumbersOf } from "../../../walmart/updates/kinds"
import {
  PAYLOAD_VERSION,
  type PlannedUpdate,
  type UpdatePayload,
} from "../../../walmart/updates/model/update"
import { HEAD } from "./mailbox-sql"
import { raiseRevision } from "../orders/sweep-sql"

/**
 * Writes new updates and makes their mailbox due, in one transaction. An update whose unique key exists already is left as it
 * is.
 * @param requestedBy who asked for those that name nobody
 * @returns ids of the updates that were new
 */
export async function enqueue(
  db: Knex,
  order: { id: string; accountId: string; deadlineAt: Date },
  updates: PlannedUpdate[],
  requestedBy: string
): Promise<string[]> {
  if (updates.length === 0) return []
  return db.transaction(async (trx) => {
    await lockOrCreateMailbox(trx, order)
    const added: string[] = []
    for (const update of updates)
      added.push(...(await insertUpdate(trx, order, update, requestedBy)))
    if (added.length === 0) return added
    await refreshHead(trx, order.id)
    await raiseRevision(trx, order.id)
    return added
  })
}

async function lockOrCreateMailbox(
  trx: Knex,
  order: { id: string; accountId: string; deadlineAt: Date }
): Promise<void> {
  await trx.raw(
    `INSERT INTO walmart_mailbox (id, walmart_order_id, account_id, deadline_at, dirty)
     VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (walmart_order_id) WHERE deleted_at IS NULL
     DO UPDATE SET dirty = walmart_mailbox.dirty + 1, deadline_at = excluded.deadline_at`,
    [generateEntityId("", "wmbx"), order.id, order.accountId, order.deadlineAt]
  )
}

async function insertUpdate(
  trx: Knex,
  order: { id: string; accountId: string },
  update: PlannedUpdate,
  requestedBy: string
): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `INSERT INTO walmart_update (id, walmart_order_id, account_id, sequence, kind, unique_key, payload, payload_version,
       status, fulfillment_id, tracking_numbers, requested_by, error_code, error, next_step, warnings, happened_at)
     SELECT :id, :order, :account, coalesce(max(sequence), 0) + 1, :kind, :key, :payload, :version,
       :status, :fulfillment, :tracking, :by, :code, :error, :step, :warnings, :happened
     FROM walmart_update WHERE walmart_order_id = :order
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
      step: update.attention?.nextStep ?? null,
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

/**
 * Makes mailbox state follow its first unfinished update. The caller holds the mailbox row's lock. While a call's outcome is
 * unknown the due time stays, even with nothing to send: what is queued next must wait for the settle time too.
 */
export async function refreshHead(trx: Knex, walmartOrderId: string): Promise<void> {
  await trx.raw(
    `UPDATE walmart_mailbox m SET
       next_kind = coalesce(head.kind, m.next_kind),
       state = CASE WHEN head.status = 'needs_attention' THEN 'needs_attention' ELSE 'ok' END,
       next_due_at = CASE
         WHEN m.leased THEN m.next_due_at
         WHEN head.status = 'pending' OR m.ambiguous THEN coalesce(m.next_due_at, now())
         ELSE NULL END,
       updated_at = now()
     FROM (SELECT 1) AS one LEFT JOIN ${HEAD} AS head ON true
     WHERE m.walmart_order_id = :order AND m.deleted_at IS NULL`,
    { order: walmartOrderId }
  )
}
