import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { spellingsOf } from "../../../walmart/carriers/formats/parcel-number"
import { contentOf, type Kinds, KINDS, trackingNumbersOf } from "../../../walmart/updates/kinds"
import {
  PAYLOAD_VERSION,
  type PlannedUpdate,
  type UpdatePayload,
} from "../../../walmart/updates/model/update"
import type { SendTarget } from "../orders/side-sql"
import { noteAllEnqueued, refreshHeads } from "./due-sql"
import { raiseRevision } from "../orders/sweep-sql"

/** Updates to queue for one order. */
export interface Wanted {
  order: SendTarget
  updates: PlannedUpdate[]
}

/** An update that enqueuing wrote. */
export interface NewUpdate {
  id: string
  walmart_order_id: string
}

/**
 * Writes new updates of some orders and makes their queues due, in one transaction. An update whose unique key exists already is
 * left as it is.
 * @param requestedBy who asked for those that do not say
 * @returns the updates that were new
 */
export async function enqueueAll(
  db: Knex,
  wanted: Wanted[],
  requestedBy: string
): Promise<NewUpdate[]> {
  const some = wanted.filter(({ updates }) => updates.length > 0)
  if (some.length === 0) return []
  return db.transaction(async (trx) => {
    await noteAllEnqueued(
      trx,
      some.map(({ order }) => ({ subject: "order", ...order }))
    )
    const added = await insertUpdates(trx, some, requestedBy)
    if (added.length === 0) return added
    const ids = [...new Set(added.map(({ walmart_order_id: id }) => id))]
    await refreshHeads(trx, "order", { ids, failed: [] })
    await raiseRevision(trx, ids)
    return added
  })
}

/** {@link enqueueAll} for one order. @returns ids of the updates that were new */
export async function enqueue(
  db: Knex,
  order: SendTarget,
  updates: PlannedUpdate[],
  requestedBy: string
): Promise<string[]> {
  const added = await enqueueAll(db, [{ order, updates }], requestedBy)
  return added.map(({ id }) => id)
}

/** One statement for all. The queues are locked, so that nobody else numbers updates of these orders meanwhile. */
async function insertUpdates(
  trx: Knex,
  wanted: Wanted[],
  requestedBy: string
): Promise<NewUpdate[]> {
  const updates = wanted.flatMap(({ order, updates }) =>
    updates.map((update, place) => ({
      place,
      ...updateRow(order, update, requestedBy),
    }))
  )
  const { rows } = await trx.raw<{ rows: NewUpdate[] }>(INSERT, [JSON.stringify(updates)])
  return rows
}

const TYPES = `id text, walmart_order_id text, account_id text, kind text, unique_key text, payload jsonb, payload_version int,
  status text, fulfillment_id text, tracking_numbers text, requested_by text, error_code text, error text, remedy text,
  words jsonb, warnings jsonb, happened_at timestamptz`

const NAMES = TYPES.split(",")
  .map((column) => column.trim().split(" ")[0])
  .join(", ")

/** Numbers those that are new behind the updates that their order has. */
const INSERT = `INSERT INTO walmart_update (${NAMES}, sequence)
  SELECT ${NAMES},
    (SELECT coalesce(max(k.sequence), 0) FROM walmart_update k
      WHERE k.walmart_order_id = new.walmart_order_id AND k.deleted_at IS NULL)
    + row_number() OVER (PARTITION BY new.walmart_order_id ORDER BY new.place)
  FROM jsonb_to_recordset(?::jsonb) AS new(place int, ${TYPES})
  WHERE NOT EXISTS (SELECT 1 FROM walmart_update k WHERE k.walmart_order_id = new.walmart_order_id
    AND k.unique_key = new.unique_key AND k.deleted_at IS NULL)
  ORDER BY new.walmart_order_id, new.place
  ON CONFLICT (walmart_order_id, unique_key) WHERE deleted_at IS NULL DO NOTHING
  RETURNING id, walmart_order_id`

function updateRow(order: SendTarget, update: PlannedUpdate, requestedBy: string) {
  const { payload, attention, warnings } = update
  const { fulfillment, tracking } = searchable(payload)
  return {
    id: generateEntityId("", "wmu"),
    walmart_order_id: order.id,
    account_id: order.accountId,
    kind: payload.kind,
    unique_key: update.uniqueKey,
    payload,
    payload_version: PAYLOAD_VERSION,
    status: attention ? "needs_attention" : "pending",
    fulfillment_id: fulfillment,
    tracking_numbers: tracking,
    requested_by: update.requestedBy ?? requestedBy,
    error_code: attention?.code ?? null,
    error: attention?.message ?? null,
    remedy: attention?.remedy ?? null,
    words: attention?.words ?? null,
    warnings: warnings.length > 0 ? warnings : null,
    happened_at: new Date(update.happenedAt),
  }
}

/** Values of an update that are searched for. */
export function searchable(
  payload: UpdatePayload,
  kinds: Kinds = KINDS
): { fulfillment: string | null; tracking: string | null } {
  const { fulfillmentId } = contentOf(payload, kinds)
  const tracking = spellingsOf(trackingNumbersOf(payload, kinds)).join(" ")
  return { fulfillment: fulfillmentId, tracking: tracking || null }
}
