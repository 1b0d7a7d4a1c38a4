import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Measure, Tally } from "../../../walmart/performance/judge"
import { withoutCompiling } from "../common/without-compiling"

/*
 * How an account did with its orders of the last days, by the plugin's own records. Orders are found by the index of their time and
 * everything else by their ids, so that costs follow the window and not the history.
 */

/** Orders of an account, and what counts against the seller. */
export interface PerformanceWindow {
  accountId: string
  /** Orders of so many days before now. */
  days: number
  /** Codes of cancellation reasons that count against the seller. */
  reasons: string[]
}

/** An order behind a miss. */
export interface MissedOrder {
  id: string
  purchase_order_id: string
  /** Medusa order; null when there is none. */
  order_id: string | null
  ordered_at: Date
  /** What it had to be done by; null where there is no deadline. */
  due_at: Date | null
  /** When it was done; null when it was not, or when it is not known. */
  done_at: Date | null
}

/** A parcel's number that a warning of our check names was sent although it is doubtful. */
const DOUBTFUL = `(SELECT count(*) FROM jsonb_path_query(u.payload, '$.packages[*].trackingNumber') AS number
  WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(u.warnings) AS warning WHERE position(number #>> '{}' IN warning->>'text') > 0))`

/** What was sent for an order. */
const SENT = `SELECT u.walmart_order_id,
    max(u.sent_at) FILTER (WHERE u.kind = 'acknowledgment') AS acknowledged_at,
    max(u.sent_at) FILTER (WHERE u.kind = 'shipment') AS shipped_at,
    coalesce(bool_or(u.kind = 'cancellation' AND u.payload->>'reason' = ANY(:reasons)), false) AS canceled,
    min(u.sent_at) FILTER (WHERE u.kind = 'cancellation' AND u.payload->>'reason' = ANY(:reasons)) AS canceled_at,
    coalesce(sum(jsonb_array_length(u.payload->'packages')) FILTER (WHERE u.kind = 'shipment'), 0)::int AS parcels,
    coalesce(sum(${DOUBTFUL}) FILTER (WHERE u.kind = 'shipment' AND jsonb_typeof(u.warnings) = 'array'), 0)::int AS doubtful
  FROM walmart_update u JOIN walmart_order o ON o.id = u.walmart_order_id
  WHERE u.status = 'sent' AND u.deleted_at IS NULL AND ORDERS GROUP BY u.walmart_order_id`

/** Units of an order by what became of them. */
const UNITS = `SELECT l.walmart_order_id, sum(l.created_quantity) AS created,
    sum(l.created_quantity + l.acknowledged_quantity) AS open,
    sum(l.shipped_quantity + l.delivered_quantity + l.refunded_quantity) AS gone,
    sum(l.shipped_quantity) AS on_way, sum(l.delivered_quantity) AS arrived
  FROM walmart_order_line l JOIN walmart_order o ON o.id = l.walmart_order_id
  WHERE l.deleted_at IS NULL AND ORDERS GROUP BY l.walmart_order_id`

/** When what left by other hands did so, by what Walmart showed; null once the snapshot is not kept any more. */
const SHIPPED_ELSEWHERE = `(SELECT to_timestamp(max((shown #>> '{}')::numeric) / 1000)
  FROM jsonb_path_query(o.snapshot, '$.lines[*].statuses[*].package.shippedAt') AS shown WHERE jsonb_typeof(shown) = 'number')`

/**
 * When the last line arrived: Walmart changes the status of a line that has arrived no more. Null when none has, when Walmart does not say,
 * or once the snapshot is not kept any more.
 */
const ARRIVED = `(SELECT to_timestamp(max((line->>'statusAt')::numeric) / 1000)
  FROM jsonb_path_query(o.snapshot, '$.lines[*]') AS line
  WHERE jsonb_typeof(line->'statusAt') = 'number' AND line->'statuses' @> '[{"status": "Delivered"}]')`

const ORDERS = `o.account_id = :account AND o.ordered_at > now() - :days * interval '1 day'
  AND o.ship_node_type = 'SellerFulfilled' AND o.deleted_at IS NULL`

const FACTS =
  `SELECT o.id, o.purchase_order_id, o.order_id, o.ordered_at, o.acknowledge_by, o.ship_by, o.deliver_by, o.created_at,
    s.acknowledged_at, s.canceled_at, coalesce(s.canceled, false) AS canceled,
    coalesce(s.parcels, 0) AS parcels, coalesce(s.doubtful, 0) AS doubtful,
    coalesce(n.created, 0) AS created, coalesce(n.open, 0) AS open, coalesce(n.gone, 0) AS gone,
    coalesce(n.on_way, 0) AS on_way, CASE WHEN coalesce(n.arrived, 0) > 0 THEN ${ARRIVED} END AS arrived_at,
    CASE WHEN s.shipped_at IS NOT NULL OR coalesce(n.gone, 0) = 0 THEN s.shipped_at ELSE ${SHIPPED_ELSEWHERE} END AS shipped_at
  FROM walmart_order o LEFT JOIN (${SENT}) s ON s.walmart_order_id = o.id LEFT JOIN (${UNITS}) n ON n.walmart_order_id = o.id
  WHERE ORDERS`.replaceAll("ORDERS", ORDERS)

/**
 * What a measure counts of an order, and what of that is missed; of what cannot be judged nothing. An order that was imported after its
 * deadline may have been acknowledged by others before, and what is canceled as a whole need not ship. What is on its way counts once its
 * delivery date has passed.
 */
const MEASURED: Record<Measure, { counted: string; missed: string; due: string; done: string }> = {
  acknowledgment: {
    counted: `(f.created_at <= f.acknowledge_by AND (f.acknowledged_at IS NOT NULL OR (f.created > 0 AND f.acknowledge_by < now())))::int`,
    missed: `(f.created_at <= f.acknowledge_by AND CASE WHEN f.acknowledged_at IS NULL THEN f.created > 0 AND f.acknowledge_by < now()
      ELSE f.acknowledged_at > f.acknowledge_by END)::int`,
    due: "f.acknowledge_by",
    done: "f.acknowledged_at",
  },
  shipment: {
    counted: `CASE WHEN f.open > 0 THEN f.ship_by < now() ELSE f.ship_by IS NOT NULL AND f.gone > 0 AND f.shipped_at IS NOT NULL END::int`,
    missed: `CASE WHEN f.open > 0 THEN f.ship_by < now() ELSE f.gone > 0 AND f.shipped_at > f.ship_by END::int`,
    due: "f.ship_by",
    done: "CASE WHEN f.open = 0 THEN f.shipped_at END",
  },
  delivery: {
    counted: `CASE WHEN f.open + f.on_way > 0 THEN f.deliver_by < now() ELSE f.deliver_by IS NOT NULL AND f.arrived_at IS NOT NULL END::int`,
    missed: `CASE WHEN f.open + f.on_way > 0 THEN f.deliver_by < now() ELSE f.arrived_at > f.deliver_by END::int`,
    due: "f.deliver_by",
    done: "CASE WHEN f.open + f.on_way = 0 THEN f.arrived_at END",
  },
  cancellation: {
    counted: "1",
    missed: "f.canceled::int",
    due: "NULL::timestamptz",
    done: "f.canceled_at",
  },
  tracking: {
    counted: "f.parcels",
    missed: "f.doubtful",
    due: "NULL::timestamptz",
    done: "f.shipped_at",
  },
}

const MEASURE_NAMES = Object.keys(MEASURED) as Measure[]

const TALLIES = `SELECT ${MEASURE_NAMES.map(
  (name) => `coalesce(sum(${MEASURED[name].counted}), 0)::int AS ${name}_counted,
    coalesce(sum(${MEASURED[name].missed}), 0)::int AS ${name}_missed`
).join(", ")} FROM (${FACTS}) f`

/** Counts an account's orders of the window by each measure. */
export async function performanceTallies(
  db: Knex,
  window: PerformanceWindow
): Promise<Record<Measure, Tally>> {
  const [row] = await withoutCompiling<Record<string, number>>(db, TALLIES, valuesOf(window))
  const tallies = MEASURE_NAMES.map((name) => [
    name,
    { counted: row[`${name}_counted`], missed: row[`${name}_missed`] },
  ])
  return Object.fromEntries(tallies) as Record<Measure, Tally>
}

/** Counts an account's orders of the window by one measure. */
export async function performanceTally(
  db: Knex,
  window: PerformanceWindow,
  measure: Measure
): Promise<Tally> {
  const { counted, missed } = MEASURED[measure]
  const [tally] = await withoutCompiling<Tally>(
    db,
    `SELECT coalesce(sum(${counted}), 0)::int AS counted, coalesce(sum(${missed}), 0)::int AS missed FROM (${FACTS}) f`,
    valuesOf(window)
  )
  return tally
}

/** Which page of which misses. */
export interface MissPage {
  measure: Measure
  limit: number
  offset: number
}

/** A page of orders behind misses, and how many there are. */
export interface MissedOrders {
  orders: MissedOrder[]
  count: number
}

/** The orders behind a measure's misses, the newest first. */
export async function missedOrders(
  db: Knex,
  window: PerformanceWindow,
  { measure, limit, offset }: MissPage
): Promise<MissedOrders> {
  const { missed, due, done } = MEASURED[measure]
  const rows = await withoutCompiling<MissedOrder & { total: number }>(
    db,
    `SELECT f.id, f.purchase_order_id, f.order_id, f.ordered_at, ${due} AS due_at, ${done} AS done_at,
       count(*) OVER ()::int AS total
     FROM (${FACTS}) f WHERE ${missed} > 0 ORDER BY f.ordered_at DESC, f.id LIMIT :limit OFFSET :offset`,
    { ...valuesOf(window), limit, offset }
  )
  return { orders: rows.map(({ total: _, ...order }) => order), count: rows[0]?.total ?? 0 }
}

function valuesOf({ accountId, days, reasons }: PerformanceWindow) {
  return { account: accountId, days, reasons }
}

/** The statement behind the rates, exported so that its query plan can be asserted. */
export const PERFORMANCE_STATEMENTS = [TALLIES]
