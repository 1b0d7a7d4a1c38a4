import { logger } from "@medusajs/framework/logger"
import { waitFor } from "../../testing/wait-for"
import { CLAIM_INDEX } from "../../src/modules/walmart/queue/claim-index"
import { claim, CLAIM } from "../../src/modules/walmart/queue/claim-sql"
import { connect } from "../../testing/connect"
import { type CommitFate, LostCommit } from "./harness/lost-commit"
import { type ProxyMode, TcpProxy } from "./harness/proxy"
import type { Address, Relay } from "./harness/relay"
import { Gate } from "./harness/scenarios"
import { createSender } from "./harness/sender"
import { ACCOUNT, HELD_MS, type KnownOrder, Stage } from "./harness/stage"
import { clockOf, connectLikeMedusa, serviceOn, usageOf } from "./harness/store"
import { halfAnOrder, shipment } from "./harness/updates"

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

/** Puts a relay in front of the stage's database. */
async function inFront<T extends Relay>(start: (target: Address) => Promise<T>) {
  const address = new URL(stage.database.url)
  const relay = await start({ host: address.hostname, port: Number(address.port) })
  address.port = String(relay.port)
  return { relay, url: address.href.replace("localhost", "127.0.0.1") }
}

/** Reads of an order that Walmart saw. */
const reads = ({ po }: KnownOrder) =>
  stage.simulator.control.requests(`/v3/orders/${po}`).filter(({ method }) => method === "GET")
    .length

const cutOthers = () =>
  stage.db.raw(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`
  )

it.each(["order_read", "call_begun", "call_answered", "updates_finished"] as const)(
  "losing every connection at %s loses nothing and sends nothing twice",
  async (point) => {
    const order = await aParcel()
    const gate = new Gate(point)
    const db = connect(stage.database.url, 3)
    const sending = createSender(db, stage.options, (deps) => ({
      ...deps,
      failpoint: gate.failpoint,
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

const FAILED = /the job "send" failed; its next run tries again/
const unhandled: unknown[] = []
const noteUnhandled = (reason: unknown) => unhandled.push(reason)

describe("the store's own rounds, when the database goes away in the middle of them:", () => {
  let relay: TcpProxy
  let db: ReturnType<typeof connectLikeMedusa>
  const logged = jest.spyOn(logger, "error").mockImplementation(() => {})

  beforeEach(async () => {
    const front = await inFront((target) => TcpProxy.start(target))
    relay = front.relay
    db = connectLikeMedusa(front.url)
    logged.mockClear()
    process.on("unhandledRejection", noteUnhandled)
  })
  afterEach(async () => {
    process.off("unhandledRejection", noteUnhandled)
    await db.destroy()
    await relay.close()
    expect(unhandled.splice(0)).toEqual([])
  })
  afterAll(() => logged.mockRestore())

  /** Four parcels that wait, whose calls are held until the database is lost. */
  async function breakInMidWork(mode: ProxyMode, begin: () => void): Promise<KnownOrder[]> {
    const orders: KnownOrder[] = []
    for (let n = 0; n < 4; n++) orders.push(await aParcel())
    stage.fault("orders.shipping", { kind: "delay", ms: HELD_MS }, { times: 4 })
    begin()
    await waitFor("two calls", () => orders.filter((order) => stage.posts(order)).length >= 2)
    relay.mode = mode
    if (mode === "refuse") relay.cutAll()
    stage.calm()
    stage.release()
    return orders
  }

  /** What was interrupted behind its claim comes at the end of the lease; a call in doubt, a second read later. */
  async function recover(round: () => Promise<unknown>): Promise<void> {
    await waitFor("every connection to be given back", () => usageOf(db).used === 0)
    relay.mode = "pass"
    for (let looks = 0; looks < 2; looks++) {
      await stage.pass(LEASE_MS)
      await round()
    }
  }

  async function nothingIsUnderWay(): Promise<boolean> {
    const under = "leased OR next_due_at <= now()"
    const { rows } = await stage.db.raw(`SELECT 1 FROM walmart_queue WHERE ${under}`)
    return rows.length === 0
  }

  async function expectAllSent(orders: KnownOrder[]): Promise<void> {
    for (const order of orders) {
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(stage.posts(order)).toBe(1)
    }
    expect(usageOf(db)).toEqual({ used: 0, awaited: 0 })
  }

  it.each([
    ["cannot be reached", "refuse"],
    ["takes statements and answers none", "cut_answer"],
  ] as const)(
    "it %s, a round ends with an error, and the next ones send everything once",
    async (_name, mode) => {
      const service = serviceOn(stage, db)
      let round: Promise<unknown> = Promise.resolve()
      const orders = await breakInMidWork(mode, () => {
        round = service.sendDue()
        round.catch(() => {})
      })
      await expect(round).rejects.toThrow()
      await recover(() => service.sendDue())
      await expectAllSent(orders)
    }
  )

  it("it takes no statement, the job's round ends with a line in the log, and its next ones send everything once", async () => {
    const clock = clockOf(serviceOn(stage, db))
    const orders = await breakInMidWork("cut_request", () => clock.start("send"))
    await waitFor("the log", () => logged.mock.calls.some(([line]) => FAILED.test(String(line))))
    await recover(async () => {
      clock.start("send")
      await waitFor("the round to end", nothingIsUnderWay)
    })
    await clock.stop()
    await expectAllSent(orders)
  })
})

/** Commits of a send: the statement of each, the calls made by then, and the reads that it takes afterwards to know. */
const COMMITS = [
  ["a call's beginning", /INSERT INTO walmart_attempt/, 0, { done: 2, undone: 1 }],
  ["what was sent", /UPDATE walmart_update u SET status = 'sent'/, 1, { done: 0, undone: 1 }],
] as const

describe.each(COMMITS)("the commit of %s", (_name, statement, calls, readsToKnow) => {
  it.each<CommitFate>(["done", "undone"])(
    "is %s, and nobody is told: reading tells, and Walmart gets one call",
    async (fate) => {
      const order = await aParcel()
      const { relay, url } = await inFront((target) => LostCommit.start(target))
      const db = connectLikeMedusa(url, 1)
      const sender = createSender(db, stage.options)
      const [owned] = await sender.claim()
      relay.set(statement, fate)
      await Promise.allSettled([sender.send(owned)])
      expect({ lost: relay.lost, calls: stage.posts(order) }).toEqual({ lost: 1, calls })
      const before = reads(order)
      for (let looks = 0; looks < 3; looks++) {
        await stage.pass(LEASE_MS)
        await sender.round(1)
      }
      expect(reads(order) - before).toBe(readsToKnow[fate])
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(stage.posts(order)).toBe(1)
      expect(await stage.findings(true)).toEqual([])
      expect(usageOf(db)).toEqual({ used: 0, awaited: 0 })
      await db.destroy()
      await relay.close()
    }
  )
})

it("a database that is away for a while ends the round with an error, and the same process goes on when it is back", async () => {
  const order = await aParcel()
  const { relay: proxy, url } = await inFront((target) => TcpProxy.start(target))
  const db = connect(url, 3)
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

it("a database that takes no writes gives no claim, sends nothing, and the same handle goes on afterwards", async () => {
  const order = await aParcel()
  const before = await stage.queue(order)
  const db = connect(stage.database.url, 3)
  const sender = createSender(db, stage.options)
  const readOnly = (on: boolean) =>
    stage.db.raw(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = ${on}', current_database()); END $$`
    )
  await readOnly(true)
  await expect(sender.claim()).rejects.toThrow(/UPDATE in a read-only transaction/)
  await expect(sender.round(1)).rejects.toThrow(/read-only/)
  expect(await stage.queue(order)).toEqual(before)
  expect(stage.posts(order)).toBe(0)
  await stage.db.raw("SET default_transaction_read_only = off")
  await readOnly(false)
  await cutOthers()
  await stage.pass(0)
  await sender.round(1)
  expect(await stage.statuses(order)).toEqual(["sent"])
  await db.destroy()
})

/** Which of the changes fail: by their number, as SQL compares it, of those whose row is like this. */
interface Failing {
  which?: string
  when?: string
}

/** Lets changes of a table fail as PostgreSQL would; all of them, when none are named. */
async function failing(
  change: string,
  code: string,
  { which = "> 0", when = "true" }: Failing = {}
) {
  await stage.db.raw(
    `CREATE SEQUENCE failures;
     CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF nextval('failures') ${which} THEN RAISE EXCEPTION 'made to fail' USING ERRCODE = '${code}'; END IF;
       RETURN NEW; END $$;
     CREATE TRIGGER failing BEFORE ${change} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION fail()`
  )
}

const DISK_FULL = "53100"

it.each([
  ["before a call: none is made", "INSERT", "walmart_attempt", 0],
  ["behind Walmart's yes: it is found by reading", "UPDATE", "walmart_update", 1],
])(
  "a disk that is full %s, and the same handle goes on when there is room",
  async (_name, event, table, calls) => {
    const order = await aParcel()
    const sender = stage.sender()
    await failing(`${event} ON ${table}`, DISK_FULL)
    const [owned] = await sender.claim()
    await Promise.allSettled([sender.send(owned)])
    expect(stage.posts(order)).toBe(calls)
    expect(await stage.statuses(order)).toEqual(["pending"])
    expect(await stage.queue(order)).toMatchObject({ leased: false, in_doubt: true })
    await stage.db.raw(`DROP TRIGGER failing ON ${table}`)
    await stage.pass(LEASE_MS)
    await sender.round(1)
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
    expect(await stage.findings(true)).toEqual([])
  }
)

it("a claim that fails takes nothing from what was claimed beside it: that is sent and told, and the failure is in the log", async () => {
  const orders = [await aParcel(), await aParcel()]
  await failing("UPDATE ON walmart_queue", DISK_FULL, { which: "= 1" })
  const { finished, said } = await drained()
  expect(finished.sort()).toEqual(orders.map(({ id }) => `${id} sent`).sort())
  expect(said).toContain(DISK_FULL)
})

it("a claim that fails takes nothing from what was sent before it, one order at a time", async () => {
  await stage.close()
  stage = await Stage.start({ concurrency: 1 })
  await aParcel()
  await aParcel()
  const when = "NEW.leased AND NOT OLD.leased"
  await failing("UPDATE ON walmart_queue", DISK_FULL, { which: "= 2", when })
  const { finished, said } = await drained()
  expect(finished).toEqual([expect.stringMatching(/ sent$/)])
  expect(said).toContain(DISK_FULL)
  await drained()
})

it("what was sent is told although the account's row cannot be written", async () => {
  const { id } = await aParcel()
  const service = serviceOn(stage, stage.db)
  await service.ensureAccounts()
  await failing("UPDATE OF last_sent_at ON walmart_account", DISK_FULL)
  const { finished, said } = await drained(service)
  expect(finished).toEqual([`${id} sent`])
  expect(said).toContain(DISK_FULL)
})

/** One round: what it finished, and what it logged. */
async function drained(service = serviceOn(stage, stage.db)) {
  const logged = jest.spyOn(logger, "error").mockImplementation(() => {})
  try {
    const { finished } = await service.sendDue()
    const told = finished.map((one) => `${one.walmart_order_id} ${one.status}`)
    return { finished: told, said: logged.mock.calls.join() }
  } finally {
    logged.mockRestore()
  }
}

it("a round in which no claim succeeds ends with an error, and the next one sends", async () => {
  const order = await aParcel()
  const service = serviceOn(stage, stage.db)
  await failing("UPDATE ON walmart_queue", DISK_FULL)
  await expect(service.sendDue()).rejects.toMatchObject({ code: DISK_FULL })
  await stage.db.raw("DROP TRIGGER failing ON walmart_queue")
  await service.sendDue()
  expect(await stage.statuses(order)).toEqual(["sent"])
})

it.each([
  ["a deadlock", "40P01"],
  ["a serialization failure", "40001"],
])(
  "%s while queueing leaves nothing half there, and asking again queues once",
  async (_name, code) => {
    const order = await aParcel()
    const before = await stage.queue(order)
    const more = [shipment({ 1: 1 }), shipment({ 1: 1 })]
    await failing("INSERT ON walmart_update", code, { which: "= 1" })
    await expect(stage.enqueue(order, more)).rejects.toMatchObject({ code })
    expect(await stage.statuses(order)).toEqual(["pending"])
    expect(await stage.queue(order)).toEqual(before)
    expect(await stage.enqueue(order, more)).toHaveLength(2)
    expect(await stage.enqueue(order, more)).toEqual([])
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent", "sent", "sent"])
    expect(await stage.findings(true)).toEqual([])
  }
)

it("a backup that is restored makes everything be read again, and nothing be sent again", async () => {
  const orders = [await aParcel(), await aParcel(), await aParcel()]
  const restore = await backUp()
  await stage.sender().round()
  await stage.db.raw("CREATE TABLE forgotten AS TABLE walmart_attempt")
  await restore()
  for (const order of orders) {
    expect(await stage.statuses(order)).toEqual(["pending"])
    expect(await stage.outcomes(order)).toEqual([])
  }
  const before = orders.map(reads)
  await stage.sender().round()
  expect(orders.map(reads)).toEqual(before.map((count) => count + 1))
  for (const order of orders) {
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  }
  // The backup does not know these calls; the judgment shall, and find none besides them.
  await stage.db.raw("INSERT INTO walmart_attempt TABLE forgotten")
  expect(await stage.findings(true)).toEqual([])
})

/** Copies every table of the module. @returns what puts them back as they were */
async function backUp(): Promise<() => Promise<void>> {
  const tables = await stage
    .db("pg_tables")
    .whereLike("tablename", "walmart\\_%")
    .pluck("tablename")
  // A name before what begins with it, so that an order is back before its lines.
  tables.sort()
  for (const table of tables) await stage.db.raw(`CREATE TABLE backup_${table} AS TABLE ${table}`)
  return () =>
    stage.db.transaction(async (trx) => {
      await trx.raw(`TRUNCATE ${tables.join(", ")}`)
      for (const table of tables) await trx.raw(`INSERT INTO ${table} TABLE backup_${table}`)
    })
}

it("ten thousand dead orders and a hundred thousand quiet ones cost a claim nothing", async () => {
  await addQueues(100, "ok", true)
  const [pagesBefore, msBefore] = [await pagesToFind(100), await claimMs()]
  await addQueues(10_000, "needs_attention", false)
  await addQueues(100_000, "ok", false)
  // Measuring the time claims and rolls back, which leaves dead entries behind; those are not what is counted here,
  // and PostgreSQL would leave them in the index as long as few of the table's pages have any.
  await stage.db.raw("VACUUM (ANALYZE, INDEX_CLEANUP ON) walmart_queue")
  const [pagesAfter, msAfter] = [await pagesToFind(100), await claimMs()]
  console.info(
    `claim of 100: ${pagesBefore} pages, ${msBefore.toFixed(1)} ms alone; ` +
      `${pagesAfter} pages, ${msAfter.toFixed(1)} ms beside 110,000 orders`
  )
  expect(pagesAfter).toBeLessThan(2 * pagesBefore)
  const { rows } = await stage.db.raw(`EXPLAIN ${CLAIM}`, request())
  const plan = rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n")
  expect(plan).toContain(CLAIM_INDEX)
  expect(plan).not.toMatch(/Seq Scan on walmart_queue/)
})

async function addQueues(count: number, state: string, isDue: boolean): Promise<void> {
  await stage.db.raw(
    `INSERT INTO walmart_queue (id, subject_id, account_id, deadline_at, next_kind, next_due_at, state)
     SELECT 'wmq_' || one, 'wmo_' || one, '${ACCOUNT}', now(), 'shipment', CASE WHEN :isDue THEN now() END, :state
     FROM generate_series(1, :count::int) n, LATERAL (SELECT :state || :isDue::text || n AS one) AS names`,
    { count, state, isDue }
  )
}

interface PlanNode {
  "Index Name"?: string
  "Actual Rows": number
  "Actual Loops": number
  "Shared Hit Blocks": number
  "Shared Read Blocks": number
  Plans?: PlanNode[]
}

/** Pages that a claim looks at to find the given number of due queues. */
async function pagesToFind(due: number): Promise<number> {
  const trx = await stage.db.transaction()
  // A handful of rows would be read without any index.
  await trx.raw("SET LOCAL enable_seqscan = off")
  const { rows } = await trx.raw(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${CLAIM}`, request())
  await trx.rollback()
  const [{ Plan: root }] = rows[0]["QUERY PLAN"] as { Plan: PlanNode }[]
  const finds = nodesOf(root).filter((node) => node["Index Name"] === CLAIM_INDEX)
  const found = finds.map((node) => node["Actual Rows"] * node["Actual Loops"])
  expect(Math.round(found.reduce((sum, count) => sum + count, 0))).toBe(due)
  return finds.reduce((sum, n) => sum + n["Shared Hit Blocks"] + n["Shared Read Blocks"], 0)
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

const KINDS = ["cancellation", "acknowledgment", "shipment"]

const request = () => ({
  account: ACCOUNT,
  kinds: KINDS,
  limit: 100,
  leaseMs: LEASE_MS,
  subject: null,
  dryRun: false,
})

/** Median of nine claims of a hundred, given back each time. */
async function claimMs(): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < 9; n++) {
    const startedAt = performance.now()
    await claim(stage.db, { accountId: ACCOUNT, kinds: KINDS, limit: 100, leaseMs: LEASE_MS })
    times.push(performance.now() - startedAt)
    await stage.db.raw("UPDATE walmart_queue SET leased = false, next_due_at = now() WHERE leased")
  }
  return times.sort((a, b) => a - b)[4]
}

it("a hundred thousand due orders of one account do not delay those of another", async () => {
  await stage.db.raw(
    `INSERT INTO walmart_queue (id, subject_id, account_id, deadline_at, next_kind, next_due_at)
     SELECT 'wmq_' || n, 'wmo_' || n, 'large', now() - interval '1 day', 'shipment', now() FROM generate_series(1, 100000) n`
  )
  const orders = [await aParcel(), await aParcel()]
  expect(await stage.sender().round()).toBe(2)
  for (const order of orders) expect(await stage.statuses(order)).toEqual(["sent"])
})

it("a pool that others use up makes a round wait, not fail half-way", async () => {
  const order = await aParcel()
  const db = connectLikeMedusa(stage.database.url, 1)
  const hog = await db.transaction()
  const sending = createSender(db, stage.options).round(1)
  await waitFor("the round to wait", () => usageOf(db).awaited === 1)
  expect(await stage.queue(order)).toMatchObject({ leased: false, attempts: 0 })
  await hog.rollback()
  await sending
  expect(await stage.statuses(order)).toEqual(["sent"])
  expect(usageOf(db)).toEqual({ used: 0, awaited: 0 })
  await db.destroy()
})

it("a pool that others use up for too long ends the store's round, and the same store goes on when it is free", async () => {
  const order = await aParcel()
  const db = connectLikeMedusa(stage.database.url, 1)
  const service = serviceOn(stage, db)
  const hog = await db.transaction()
  await expect(service.sendDue()).rejects.toThrow(/Timeout acquiring a connection/)
  expect(usageOf(db)).toEqual({ used: 1, awaited: 0 })
  expect(await stage.queue(order)).toMatchObject({ leased: false, attempts: 0 })
  await hog.rollback()
  expect(await service.sendDue()).toMatchObject({ claimed: 1 })
  expect(await stage.statuses(order)).toEqual(["sent"])
  await db.destroy()
})
