import { claim, CLAIM } from "../../src/modules/walmart/mailbox-sql"
import { connect } from "./harness/connect"
import { TcpProxy } from "./harness/proxy"
import { Gate } from "./harness/scenarios"
import { createSender } from "./harness/sender"
import { ACCOUNT, Stage } from "./harness/stage"
import { halfAnOrder } from "./harness/updates"

/* The database goes away, is full of old things, or goes back in time. */

const LEASE_MS = 120_000

let stage: Stage

beforeEach(async () => {
  stage = await Stage.start()
})
afterEach(async () => {
  expect(await stage.findings()).toEqual([])
  await stage.close()
})

const aParcel = () => halfAnOrder(stage)

const cutOthers = () =>
  stage.db.raw(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`
  )

it.each(["order_read", "call_begun", "call_answered", "updates_settled"] as const)(
  "losing every connection at %s loses nothing and sends nothing twice",
  async (point) => {
    const order = await aParcel()
    const gate = new Gate(point)
    const db = connect(stage.database.url, 3)
    const sending = createSender(db, stage.options, (deps) => ({
      ...deps,
      reached: gate.reached,
    })).round(1)
    await gate.isThere
    await cutOthers()
    gate.open()
    await Promise.allSettled([sending])
    for (let n = 0; n < 2; n++) {
      await stage.pass(LEASE_MS)
      await createSender(db, stage.options).round(1)
    }
    await db.destroy()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  }
)

it("a database that is away for a while ends the round with an error, and the same process goes on when it is back", async () => {
  const order = await aParcel()
  const address = new URL(stage.database.url)
  const proxy = await TcpProxy.start({ host: address.hostname, port: Number(address.port) })
  address.port = String(proxy.port)
  const db = connect(address.href.replace("localhost", "127.0.0.1"), 3)
  const sender = createSender(db, stage.options)
  await sender.claim(0)
  proxy.mode = "refuse"
  proxy.cutAll()
  await expect(sender.round(1)).rejects.toThrow()
  proxy.mode = "pass"
  await sender.round(1)
  expect(await stage.statuses(order)).toEqual(["sent"])
  await db.destroy()
  await proxy.close()
})

it("a database that takes no writes sends nothing, and needs no help afterwards", async () => {
  const order = await aParcel()
  const db = connect(stage.database.url, 3)
  const readOnly = (on: boolean) =>
    stage.db.raw(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = ${on}', current_database()); END $$`
    )
  await readOnly(true)
  await expect(createSender(db, stage.options).round(1)).rejects.toThrow(/read-only/)
  expect(stage.posts(order)).toBe(0)
  await stage.db.raw("SET default_transaction_read_only = off")
  await readOnly(false)
  await db.destroy()
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent"])
})

it("a backup that is restored makes everything be read again, and nothing be sent again", async () => {
  const orders = [await aParcel(), await aParcel(), await aParcel()]
  for (const table of ["mailbox", "update", "order_line"])
    await stage.db.raw(`CREATE TABLE backup_${table} AS SELECT * FROM walmart_${table}`)
  await stage.sender().round()
  for (const table of ["mailbox", "update", "order_line"]) {
    await stage.db.raw(`DELETE FROM walmart_${table}`)
    await stage.db.raw(`INSERT INTO walmart_${table} SELECT * FROM backup_${table}`)
  }
  expect(await stage.statuses(orders[0])).toEqual(["pending"])
  await stage.sender().round()
  for (const order of orders) {
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  }
})

it("ten thousand dead orders and a hundred thousand quiet ones cost a claim nothing", async () => {
  const empty = await claimMs()
  await stage.db.raw(
    `INSERT INTO walmart_mailbox (id, walmart_order_id, account_id, deadline_at, next_kind, next_due_at, state)
     SELECT 'wmbx_' || n, 'wmo_' || n, '${ACCOUNT}', now(), 'shipment',
       CASE WHEN n % 1000 = 0 THEN now() END, CASE WHEN n < 10000 THEN 'needs_attention' ELSE 'ok' END
     FROM generate_series(1, 110000) n`
  )
  await stage.db.raw("ANALYZE walmart_mailbox")
  const full = await claimMs()
  console.info(
    `claim of up to 100: ${empty.toFixed(1)} ms empty, ${full.toFixed(1)} ms beside 110,000 orders`
  )
  const { rows } = await stage.db.raw(`EXPLAIN ${CLAIM}`, request())
  const plan = rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n")
  expect(plan).toContain("IDX_walmart_mailbox_claim")
  expect(plan).not.toMatch(/Seq Scan on walmart_mailbox/)
  expect(full).toBeLessThan(50)
})

const KINDS = ["cancellation", "acknowledgment", "shipment"]

const request = () => ({
  account: ACCOUNT,
  kinds: KINDS,
  limit: 100,
  leaseMs: LEASE_MS,
  order: null,
})

/** Median of nine claims of a hundred, given back each time. */
async function claimMs(): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 9; n++) {
    const startedAt = performance.now()
    await claim(stage.db, { accountId: ACCOUNT, kinds: KINDS, limit: 100, leaseMs: LEASE_MS })
    times.push(performance.now() - startedAt)
    await stage.db.raw(
      "UPDATE walmart_mailbox SET leased = false, next_due_at = now() WHERE leased"
    )
  }
  return times.sort((a, b) => a - b)[4]
}

it("a hundred thousand due orders of one account do not delay those of another", async () => {
  await stage.db.raw(
    `INSERT INTO walmart_mailbox (id, walmart_order_id, account_id, deadline_at, next_kind, next_due_at)
     SELECT 'wmbx_' || n, 'wmo_' || n, 'large', now() - interval '1 day', 'shipment', now() FROM generate_series(1, 100000) n`
  )
  const orders = [await aParcel(), await aParcel()]
  expect(await stage.sender().round()).toBe(2)
  for (const order of orders) expect(await stage.statuses(order)).toEqual(["sent"])
})

it("a pool that others use up makes a round wait, not fail half-way", async () => {
  const order = await aParcel()
  const db = connect(stage.database.url, 1)
  const hog = await db.transaction()
  const sending = createSender(db, stage.options).round(1)
  await hog.rollback()
  await sending
  await db.destroy()
  expect(await stage.statuses(order)).toEqual(["sent"])
})
