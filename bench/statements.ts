import { performance } from "node:perf_hooks"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { createDatabase } from "../integration-tests/faults/harness/database"
import { enqueue } from "../src/modules/walmart/queue/enqueue-sql"
import { claim } from "../src/modules/walmart/queue/claim-sql"
import { release } from "../src/modules/walmart/queue/release-sql"
import { markSent } from "../src/modules/walmart/queue/update-sql"
import type { PlannedUpdate } from "../src/walmart/updates/model/update"
import type { Figure } from "./figure"

const ACCOUNT = "bench"
const KINDS = ["cancellation", "acknowledgment", "shipment"]

/** How fast the queue's statements are, alone and beside a history of `orders` orders. */
export async function statements(orders: number): Promise<Figure[]> {
  const { db, drop } = await createDatabase()
  try {
    return [...(await throughput(db)), ...(await claims(db, orders))]
  } finally {
    await drop()
  }
}

async function claims(db: Knex, orders: number): Promise<Figure[]> {
  await fill(db, "idle", orders, "NULL", "ok")
  await fill(db, "dead", Math.ceil(orders / 10), "NULL", "needs_attention")
  await db.raw("ANALYZE walmart_queue")
  const idle = await p50(50, () => claimSome(db, 100))
  await fill(db, "busy", 5_000, "now()", "ok")
  const few = await p50(20, () => claimSome(db, 100))
  await fill(db, "due", orders, "now()", "ok")
  const many = await p50(20, () => claimSome(db, 100))
  const history = `${orders} idle + ${Math.ceil(orders / 10)} dead orders`
  return [
    { name: `idle tick, ${history}`, value: idle, unit: "ms", budget: 1 },
    { name: `claim of 100, ${history}`, value: few, unit: "ms", budget: 5 },
    { name: `claim of 100, ${orders} due`, value: many, unit: "ms", budget: 5 },
  ]
}

async function fill(db: Knex, prefix: string, count: number, due: string, state: string) {
  await db.raw(
    `INSERT INTO walmart_queue (id, subject_id, account_id, deadline_at, next_kind, next_due_at, state)
     SELECT '${prefix}_' || n, '${prefix}_' || n, '${ACCOUNT}', now() + n * interval '1 second', 'shipment', ${due},
       '${state}' FROM generate_series(1, ${count}) n`
  )
}

function claimSome(db: Knex, limit: number) {
  return claim(db, { accountId: ACCOUNT, kinds: KINDS, limit, leaseMs: 600_000 })
}

/** Queue, claim, settle and release one order at a time, as sending does, without the calls. */
async function throughput(db: Knex): Promise<Figure[]> {
  const count = 2_000
  const enqueued = await perSecond(count, (n) =>
    enqueue(
      db,
      { id: `wmo_${n}`, accountId: ACCOUNT, deadlineAt: new Date() },
      [update(n)],
      "bench"
    )
  )
  const finished = await perSecond(count, async () => {
    const [owned] = await claimSome(db, 1)
    const { rows } = await db.raw("SELECT id FROM walmart_update WHERE walmart_order_id = ?", [
      owned.subjectId,
    ])
    await markSent(db, owned, [rows[0].id])
    await release(db, owned, {
      delayMs: 0,
      inDoubt: false,
      counts: "reset",
      refusals: 0,
      error: null,
    })
  })
  return [
    { name: "updates queued", value: enqueued, unit: "/s", budget: 200, more: true },
    {
      name: "updates claimed, finished, released",
      value: finished,
      unit: "/s",
      budget: 500,
      more: true,
    },
  ]
}

function update(n: number): PlannedUpdate {
  return {
    uniqueKey: `shipment:ful_${n}`,
    attention: null,
    warnings: [],
    happenedAt: 0,
    payload: { kind: "acknowledgment" },
  }
}

async function perSecond(count: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const lanes = 8
  const start = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let n = lane; n < count; n += lanes) await work(n)
    })
  )
  return (count * 1000) / (performance.now() - start)
}

async function p50(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]
}
