import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Stage } from "../integration-tests/faults/harness/stage"
import { shipment } from "../integration-tests/faults/harness/updates"
import { prune } from "../src/modules/walmart/maintenance/prune-sql"
import { NO_LIMIT } from "../testing/no-limit"
import type { Figure } from "./figure"

/**
 * What an order with one sent update leaves in PostgreSQL: bytes in the plugin's tables with all their indexes, of which pruning leaves the
 * second figure, and bytes of write-ahead log from the first read to the end of the send.
 * @throws Error when not every update was sent
 */
export async function weight(orders: number): Promise<Figure[]> {
  const stage = await Stage.start({ rateLimits: { "orders.shipping": NO_LIMIT } })
  const { db } = stage
  try {
    const [bytesBefore, logBefore] = [await bytes(db), await logPosition(db)]
    for (let n = 0; n < orders; n++)
      await stage.enqueue(await stage.anOrder([1]), [shipment({ 1: 1 })])
    await stage.sender().round(4)
    await judge(db, orders)
    const [bytesAfter, logAfter] = [await bytes(db), await logPosition(db)]
    await pruneAll(db)
    const kept = (after: number) => (after - bytesBefore) / orders
    return [
      figure("bytes of an order with one sent update", kept(bytesAfter), 12_000),
      figure("of these after pruning", kept(await bytes(db)), 4_500),
      figure("bytes of write-ahead log for it", (logAfter - logBefore) / orders, 30_000),
    ]
  } finally {
    await stage.close()
  }
}

function figure(name: string, value: number, budget: number): Figure {
  return { name, value, unit: "bytes", budget }
}

async function judge(db: Knex, orders: number): Promise<void> {
  const { rows } = await db.raw<{ rows: { sent: number }[] }>(
    "SELECT count(*)::int AS sent FROM walmart_update WHERE status = 'sent'"
  )
  if (rows[0].sent !== orders) throw new Error(`${rows[0].sent} of ${orders} updates were sent.`)
}

/** As if everything were older than is kept, with the space given back. */
async function pruneAll(db: Knex): Promise<void> {
  await db.raw("UPDATE walmart_order SET status = 'shipped'")
  while ((await prune(db, 0)) > 0);
  await db.raw("VACUUM FULL")
}

async function bytes(db: Knex): Promise<number> {
  await db.raw("VACUUM")
  const { rows } = await db.raw<{ rows: { bytes: string }[] }>(
    "SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class WHERE relkind = 'r' AND relname LIKE 'walmart%'"
  )
  return Number(rows[0].bytes)
}

async function logPosition(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: { bytes: string }[] }>(
    "SELECT pg_current_wal_lsn() - '0/0'::pg_lsn AS bytes"
  )
  return Number(rows[0].bytes)
}
