import { knex } from "@medusajs/framework/mikro-orm/knex"
import { CLAIM_INDEX, warnOfClaimIndex } from "../../src/modules/walmart/queue/claim-index"
import { claim, CLAIM } from "../../src/modules/walmart/queue/claim-sql"
import { databaseNow, saveOrder } from "../../src/modules/walmart/orders/order-sql"
import { Gate } from "./harness/scenarios"
import { createSender } from "./harness/sender"
import { ACCOUNT, Stage } from "./harness/stage"
import { halfAnOrder } from "./harness/updates"

/* A database whose connections, clock, old rows or index are not as they should be. */

const LEASE_MS = 120_000
const HOUR_MS = 3_600_000

let stage: Stage

beforeEach(async () => {
  stage = await Stage.start()
})
afterEach(async () => {
  expect(await stage.findings()).toEqual([])
  await stage.close()
})

const aParcel = () => halfAnOrder(stage)

it.each(["order_read", "call_begun", "call_answered"] as const)(
  "no connection to be had within the pool's time after %s: the parcel arrives once, at the latest after the lease",
  async (point) => {
    const order = await aParcel()
    const gate = new Gate(point)
    const pool = { min: 0, max: 1 }
    const settings = { client: "pg", connection: stage.database.url, acquireConnectionTimeout: 300 }
    const db = knex({ ...settings, pool })
    const sender = createSender(db, stage.options, (deps) => ({
      ...deps,
      failpoint: gate.failpoint,
    }))
    const sending = sender.round(1)
    await gate.isThere
    const hog = await db.transaction()
    gate.open()
    await expect(sending).rejects.toThrow(/Timeout acquiring a connection/)
    await hog.rollback()
    for (let looks = 0; looks < 2; looks++) {
      await stage.pass(LEASE_MS)
      await createSender(db, stage.options).round(1)
    }
    await db.destroy()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  }
)

/** Moves every time that is stored anywhere in the module's tables. */
async function moveEveryTime(ms: number): Promise<void> {
  const { rows } = await stage.db.raw<{ rows: { table: string; columns: string[] }[] }>(
    `SELECT table_name AS table, array_agg(column_name::text) AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name LIKE 'walmart%' AND data_type = 'timestamp with time zone'
     GROUP BY table_name`
  )
  for (const { table, columns } of rows) {
    const moves = columns.map((name) => `${name} = ${name} + ${ms} * interval '1 millisecond'`)
    await stage.db.raw(`UPDATE ${table} SET ${moves.join(", ")}`)
  }
}

it("a clock that is set back an hour makes leases longer, and doubles and loses nothing", async () => {
  const [claimed, waiting] = [await aParcel(), await aParcel()]
  const [owned] = await stage.sender().claim()
  await moveEveryTime(HOUR_MS)
  expect(await stage.sender().round()).toBe(0)
  await stage.sender().send(owned)
  await moveEveryTime(-HOUR_MS)
  await stage.sender().round()
  for (const order of [claimed, waiting]) {
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  }
})

it("what is read after the clock was set back replaces what was read before", async () => {
  const { id, po } = await stage.anOrder([2])
  await moveEveryTime(HOUR_MS)
  const { client, market } = stage.sender().deps
  const readAt = await databaseNow(stage.db)
  const order = await client.getOrder(po)
  await saveOrder(stage.db, { accountId: ACCOUNT, order, market, readAt })
  const { rows } = await stage.db.raw("SELECT refreshed_at FROM walmart_order WHERE id = ?", [id])
  expect(rows[0].refreshed_at).toEqual(readAt)
})

it("an old snapshot that keeps a hundred thousand dead rows does not change how queues are claimed", async () => {
  await stage.db.raw(
    `INSERT INTO walmart_queue (id, subject_id, account_id, deadline_at, next_kind, next_due_at)
     SELECT 'wmq_' || n, 'wmo_' || n, '${ACCOUNT}', now(), 'shipment', now() FROM generate_series(1, 20000) n`
  )
  const snapshot = await stage.db.transaction({ isolationLevel: "repeatable read" })
  await snapshot.raw("SELECT count(*) FROM walmart_queue")
  for (const due of ["NULL", "now()", "NULL", "now()", "NULL"])
    await stage.db.raw(`UPDATE walmart_queue SET next_due_at = ${due}`)
  await stage.db.raw("ANALYZE walmart_queue")
  const order = await aParcel()
  const request = { kinds: ["cancellation", "acknowledgment", "shipment"], limit: 1 }
  const { rows } = await stage.db.raw(`EXPLAIN ${CLAIM}`, {
    ...{ ...request, account: ACCOUNT, leaseMs: LEASE_MS, subject: null, dryRun: false },
  })
  const plan = rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n")
  expect(plan).toContain(CLAIM_INDEX)
  const startedAt = performance.now()
  const [owned] = await claim(stage.db, { ...request, accountId: ACCOUNT, leaseMs: LEASE_MS })
  console.info(`claim beside 100,000 dead rows: ${(performance.now() - startedAt).toFixed(1)} ms`)
  expect(owned.subjectId).toBe(order.id)
  await snapshot.rollback()
})

it("an index that is missing or was left half-built is warned of by its name when the store starts", async () => {
  const said: string[] = []
  const check = () => warnOfClaimIndex(stage.db, { warn: (text: string) => said.push(text) })
  await check()
  expect(said).toEqual([])
  await stage.db.raw(
    `UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"${CLAIM_INDEX}"'::regclass`
  )
  await check()
  expect(said).toEqual([expect.stringContaining(CLAIM_INDEX)])
  await stage.db.raw(`DROP INDEX "${CLAIM_INDEX}"`)
  await check()
  expect(said).toHaveLength(2)
  await stage.db.raw("ALTER TABLE walmart_queue RENAME TO not_there_yet")
  await check()
  expect(said).toHaveLength(2)
  await stage.db.raw("ALTER TABLE not_there_yet RENAME TO walmart_queue")
})
