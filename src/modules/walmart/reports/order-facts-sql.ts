import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Deadline, nextDeadline } from "../../../walmart/orders/deadline"
import { type BadgeFacts } from "../../../walmart/orders/badge"
import type { Words } from "../../../walmart/words/phrase"
import type { Order } from "../../../walmart/orders/order"
import { unitsOnTheWay } from "../../../walmart/updates/shipment/next-shipment"
import { isPayload } from "../../../walmart/updates/update-schema"
import type { KnownUpdate } from "../../../walmart/updates/model/update"
import { IMPORT, type ImportStatus, OPEN, type SyncStatus, UNACKNOWLEDGED } from "./report-sql"
import { UPDATE_STATUSES, type UpdateStatus } from "../../../walmart/updates/model/update-status"

/** What is derived about an order from its updates, lines, dates and queue. */
export interface OrderFacts {
  id: string
  account_id: string
  import_status: ImportStatus
  sync_status: SyncStatus
  update_counts: Record<UpdateStatus, number>
  last_update_at: Date | null
  next_deadline: Deadline | null
  /** What its badge is decided by; whether the account is in dry run is in its settings. */
  badge: Omit<BadgeFacts, "account"> & { account: Omit<BadgeFacts["account"], "dryRun"> }
  /** Someone sends for it right now, also when the account was paused in the meantime. */
  sending: boolean
  /** Units open at Walmart that no shipment on its way holds. Never negative. */
  units_to_ship: number
  /** The first of its updates that waits for a person. */
  attention: OrderAttention | null
  /** When something is sent next; null when nothing waits, or what waits is held. Dry run is not looked at. */
  next_try_at: Date | null
}

/** An update that waits for a person, and why. */
export interface OrderAttention {
  update_id: string
  kind: string
  message: string
  remedy: string | null
  words: Words | null
}

const OPEN_UNITS = `(SELECT coalesce(sum(l.created_quantity + l.acknowledged_quantity), 0)
  FROM walmart_order_line l WHERE l.walmart_order_id = o.id AND l.deleted_at IS NULL)::int`

const WAITING_SHIPMENTS = `w.walmart_order_id = o.id AND w.kind = 'shipment' AND w.status IN ('pending', 'needs_attention')
  AND w.deleted_at IS NULL`

/** Numbers that are none make no sense of a payload, and are left out. */
const WAITING_UNITS = `(SELECT coalesce(sum((told.units #>> '{}')::numeric), 0) FROM walmart_update w,
    jsonb_path_query(w.payload, '$.packages[*].lines[*].quantity') AS told(units)
  WHERE jsonb_typeof(told.units) = 'number' AND ${WAITING_SHIPMENTS})::int`

/** Where some units are gone, a shipment that waits may have arrived in part: what Walmart showed says of which units that is so. */
const SHOWN = `CASE WHEN EXISTS (SELECT 1 FROM walmart_update w WHERE ${WAITING_SHIPMENTS})
    AND EXISTS (SELECT 1 FROM walmart_order_line l WHERE l.walmart_order_id = o.id AND l.deleted_at IS NULL
      AND l.shipped_quantity + l.delivered_quantity + l.refunded_quantity > 0) THEN o.snapshot END`

const ATTENTION = `(SELECT jsonb_build_object('update_id', w.id, 'kind', w.kind, 'message', coalesce(w.error, ''), 'remedy', w.remedy, 'words', w.words)
    FROM walmart_update w WHERE w.walmart_order_id = o.id AND w.status = 'needs_attention' AND w.deleted_at IS NULL
    ORDER BY w.sequence LIMIT 1)`

/** An expired lease does not count as sending: its owner died, and someone else will claim it. */
const SENDING = "coalesce(m.leased AND m.next_due_at > now(), false)"

/** Reads all updates of the orders of these Medusa orders. @returns updates by Walmart order */
export type ReadUpdates = (orderIds: string[]) => Promise<Map<string, KnownUpdate[]>>

/** Derives sync status, import status, next deadline and next try of the given orders. */
export async function orderFacts(
  db: Knex,
  ids: string[],
  readUpdates: ReadUpdates
): Promise<OrderFacts[]> {
  const { rows } = await db.raw<{ rows: FactsRow[] }>(
    `SELECT o.id, o.account_id, ${OPEN} AS is_open, ${UNACKNOWLEDGED} AS is_unacknowledged,
       o.discrepancies IS NOT NULL AS is_different, o.acknowledge_by, o.ship_by, o.auto_cancel_at, now() AS now,
       CASE WHEN ${IMPORT.imported} THEN 'imported' WHEN ${IMPORT.failed} THEN 'failed'
         WHEN ${IMPORT.left_out} THEN 'left_out' ELSE 'pending' END AS import_status,
       ${codesIn("discrepancies")} AS differences, ${codesIn("dismissed_discrepancies")} AS dismissed_differences,
       o.ship_node_type <> 'SellerFulfilled' AS is_read_only, coalesce(a.paused, false) AS paused,
       coalesce(a.blocked_until > now(), false) OR EXISTS (SELECT 1 FROM walmart_rate_limit r
         WHERE r.account_id = o.account_id AND r.open_until > now() AND r.deleted_at IS NULL) AS is_held,
       coalesce(m.in_doubt OR m.first_failed_at IS NOT NULL, false) AS is_held_up,
       ${SENDING} AS sending,
       CASE WHEN ${SENDING} THEN now() WHEN a.paused OR m.next_due_at IS NULL THEN NULL
         ELSE greatest(m.next_due_at, a.blocked_until) END AS next_try_at,
       o.order_id, o.last_update_at, ${ATTENTION} AS attention,
       ${OPEN_UNITS} AS open_units, ${WAITING_UNITS} AS waiting_units, ${SHOWN} AS shown,
       ${UPDATE_STATUSES.map((s) => `(count(*) FILTER (WHERE u.status = '${s}'))::int AS ${s}`).join(", ")}
     FROM walmart_order o
       LEFT JOIN walmart_update u ON u.walmart_order_id = o.id AND u.deleted_at IS NULL
       LEFT JOIN walmart_queue m ON m.subject_id = o.id AND m.deleted_at IS NULL
       LEFT JOIN walmart_account a ON a.id = o.account_id
     WHERE o.id = ANY(?) GROUP BY o.id, m.id, a.id`,
    [ids]
  )
  const waiting = await unitsStillWaiting(rows, readUpdates)
  return rows.map((row) => toFacts(row, waiting.get(row.id) ?? row.waiting_units))
}

/** Units on their way of orders of which some have left, by order: what has arrived of a shipment that waits is not open any more. */
async function unitsStillWaiting(
  rows: FactsRow[],
  readUpdates: ReadUpdates
): Promise<Map<string, number>> {
  const orderIds = rows.flatMap(({ shown, order_id }) => (shown && order_id ? [order_id] : []))
  if (orderIds.length === 0) return new Map()
  const known = await readUpdates(orderIds)
  return new Map(
    rows.flatMap(({ id, shown }) => {
      const updates = known.get(id)?.filter(({ payload }) => isPayload(payload))
      return shown && updates ? [[id, unitsOnTheWay(shown, updates)]] : []
    })
  )
}

/** Codes of kept differences; null when there are none. */
function codesIn(column: string): string {
  return `(SELECT array_agg(d->>'code') FROM jsonb_array_elements(o.${column}) AS d)`
}

type FactsRow = Record<UpdateStatus, number> &
  Pick<
    OrderFacts,
    | "id"
    | "account_id"
    | "import_status"
    | "last_update_at"
    | "sending"
    | "next_try_at"
    | "attention"
  > & {
    order_id: string | null
    open_units: number
    waiting_units: number
    /** What Walmart showed of the order, where that decides which units are on their way. */
    shown: Pick<Order, "lines"> | null
    is_open: boolean
    is_unacknowledged: boolean
    is_different: boolean
    differences: string[] | null
    dismissed_differences: string[] | null
    is_read_only: boolean
    paused: boolean
    is_held: boolean
    is_held_up: boolean
    acknowledge_by: Date | null
    ship_by: Date | null
    auto_cancel_at: Date | null
    now: Date
  }

function toFacts(row: FactsRow, waiting: number): OrderFacts {
  const { id, account_id, import_status, last_update_at, pending, sent, sending } = row
  const { needs_attention, dismissed, superseded, attention } = row
  return {
    ...{ id, account_id, import_status, last_update_at, sending, attention },
    units_to_ship: Math.max(0, row.open_units - waiting),
    sync_status: syncStatus(row),
    badge: badgeFacts(row),
    update_counts: { pending, sent, needs_attention, dismissed, superseded },
    next_try_at: pending > 0 || sending ? row.next_try_at : null,
    next_deadline: row.is_open ? nextDeadline(datesOf(row), row.now) : null,
  }
}

function badgeFacts(row: FactsRow): OrderFacts["badge"] {
  return {
    isImported: row.import_status === "imported",
    isReadOnly: row.is_read_only,
    counts: row,
    differences: row.differences,
    dismissedDifferences: row.dismissed_differences,
    isSending: row.sending,
    isHeldUp: row.is_held_up,
    account: { paused: row.paused, isHeld: row.is_held },
  }
}

/** The worst of its updates; a difference that none of them explains is as bad as the worst. */
function syncStatus({ needs_attention, pending, is_different }: FactsRow): SyncStatus {
  if (needs_attention > 0 || is_different) return "needs_attention"
  return pending > 0 ? "syncing" : "in_sync"
}

function datesOf({ is_unacknowledged, acknowledge_by, ship_by, auto_cancel_at }: FactsRow) {
  return {
    isUnacknowledged: is_unacknowledged,
    acknowledgeBy: acknowledge_by,
    shipBy: ship_by,
    autoCancelAt: auto_cancel_at,
  }
}
