import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { medusa } from "../../testing/store-process"
import { waitFor } from "../../testing/wait-for"
import { createDatabase, dropDatabase } from "../../scripts/database"
import { bundleWorker } from "./harness/bundle"
import { connect } from "../../testing/connect"
import { databaseUrlOf } from "../helpers/database-url"
import { migrate, migrationFiles, toEarlierTables } from "./harness/database"
import { HELD_MS, type KnownOrder, Stage } from "./harness/stage"
import { halfAnOrder, shipment } from "./harness/updates"
import { WorkerProcess } from "./harness/worker-process"

describe("an upgrade while work is under way", () => {
  it("loses nothing, doubles nothing, and needs no pause", async () => {
    const stage = await Stage.start()
    const doubtful = await inDoubt(stage)
    const waiting = await backlog(stage)
    const upgrade = await toEarlierTables(stage.db)
    stage.fault("orders.shipping", { kind: "delay", ms: HELD_MS }, { times: 3 })
    const older = worker(stage, { isEarlierVersion: true })
    await waitFor("three calls to be under way", () => underWay(stage, waiting) === 3)
    await upgrade()
    expect(underWay(stage, waiting)).toBe(3)
    stage.release()
    expect(await stage.queue(doubtful)).toMatchObject({ in_doubt: true, leased: false })
    await stage.pass(stage.options.settleMs)
    const newer = worker(stage, {})
    await waitFor("all to be sent", () => isSent(stage, [doubtful, ...waiting]))
    await Promise.all([older.kill(), newer.kill()])
    expect(stage.posts(doubtful)).toBe(1)
    expect(await stage.findings(true)).toEqual([])
    await stage.close()
  })

  it("waits for its tables: a newer version on older ones sends nothing, and goes on by itself", async () => {
    const stage = await Stage.start()
    const orders = await backlog(stage)
    const upgrade = await toEarlierTables(stage.db)
    await expect(stage.sender().round()).rejects.toThrow(/column .* does not exist/)
    expect(orders.map((order) => stage.posts(order))).toEqual(orders.map(() => 0))
    expect(await stage.queue(orders[0])).toMatchObject({ leased: false, attempts: 0 })
    await upgrade()
    await stage.sender().round()
    expect(await isSent(stage, orders)).toBe(true)
    await stage.close()
  })

  /** An order whose call Walmart applied, and whose answer was lost. */
  async function inDoubt(stage: Stage): Promise<KnownOrder> {
    const order = await halfAnOrder(stage)
    stage.fault("orders.shipping", { kind: "drop_after" })
    await stage.sender().round()
    expect(await stage.outcomes(order)).toEqual(["unknown"])
    return order
  }

  async function backlog(stage: Stage): Promise<KnownOrder[]> {
    const orders: KnownOrder[] = []
    for (let n = 0; n < 8; n++) {
      const order = await stage.anOrder([3])
      await stage.enqueue(order, [shipment({ 1: 1 }), shipment({ 1: 2 })])
      orders.push(order)
    }
    return orders
  }

  function worker(stage: Stage, more: { isEarlierVersion?: boolean }): WorkerProcess {
    const { database, pluginOptions: options } = stage
    const orders = { databaseUrl: database.url, options, lanes: 3, tickMs: 20, ...more }
    return new WorkerProcess(bundleWorker(), orders)
  }

  /** Calls for these orders that Walmart has and has not answered. */
  function underWay(stage: Stage, orders: KnownOrder[]): number {
    const seen = orders.flatMap(({ po }) => stage.simulator.control.requests(`/v3/orders/${po}/`))
    return seen.filter(({ method, status }) => method === "POST" && status === 0).length
  }

  async function isSent(stage: Stage, orders: KnownOrder[]): Promise<boolean> {
    const statuses = await Promise.all(orders.map((order) => stage.statuses(order)))
    return statuses.flat().every((status) => status === "sent")
  }
})

it("a rollback waits for what is being queued, and then refuses", async () => {
  const stage = await Stage.start()
  const order = await stage.anOrder([3])
  const queueing = await stage.db.transaction()
  await stage.enqueue(order, [shipment({ 1: 1 })], queueing)
  const rolledBack = migrate(stage.db, "down").then(
    () => "dropped",
    (error: Error) => error.message
  )
  await stage.isWaitingForLock()
  await queueing.commit()
  expect(await rolledBack).toContain("1 update(s) that are not finished")
  expect(await stage.statuses(order)).toEqual(["pending"])
  await stage.close()
})

describe("Medusa's own commands", () => {
  const databaseUrl = databaseUrlOf(`walmart_upgrade_${Date.now()}`)
  const folder = mkdtempSync(join(tmpdir(), "walmart-upgrade-"))
  const logFile = join(folder, "medusa.log")
  const run = (...args: string[]) =>
    medusa(args, {
      env: { DATABASE_URL: databaseUrl, DISABLE_ADMIN: "true", WALMART_OPTIONS_JSON: "{}" },
      logFile,
    })
  let db: Knex

  beforeAll(async () => {
    await createDatabase(databaseUrl)
    db = connect(databaseUrl)
    await run("db:migrate")
  })
  afterAll(async () => {
    await db.destroy()
    await dropDatabase(databaseUrl)
    rmSync(folder, { recursive: true })
  })

  it("migrate twice at once, and leave one whole schema", async () => {
    const before = await schema()
    for (let n = 0; n < migrationFiles().length; n++) await run("db:rollback", "walmart")
    expect(await schema()).toEqual([])
    await Promise.all([run("db:migrate"), run("db:migrate")])
    expect(await schema()).toEqual(before)
  })

  it("do not roll back what Walmart has not been told", async () => {
    await db.raw(
      `INSERT INTO walmart_update (id, walmart_order_id, account_id, sequence, kind, unique_key, payload, happened_at)
       VALUES ('wmu_1', 'wmo_1', 'main', 1, 'shipment', 'shipment:ful_1', '{}', now())`
    )
    for (let n = 1; n < migrationFiles().length; n++) await run("db:rollback", "walmart")
    await expect(run("db:rollback", "walmart")).rejects.toThrow(/ended with 1/)
    expect(readFileSync(logFile, "utf8")).toContain(
      "The Walmart tables hold 1 update(s) that are not finished. Let them be sent, or dismiss them"
    )
    expect(await db("walmart_update").pluck("id")).toEqual(["wmu_1"])
    await db("walmart_update").update({ status: "dismissed" })
    await db.raw(
      `INSERT INTO walmart_order (id, account_id, purchase_order_id, customer_order_id, order_id, imported_at, ordered_at,
         method_code, ship_node_type, currency_code, total)
       VALUES ('wmo_1', 'main', '1', '2', 'order_1', now(), now(), 'Standard', 'SellerFulfilled', 'usd', 1)`
    )
    await expect(run("db:rollback", "walmart")).rejects.toThrow(/ended with 1/)
    expect(readFileSync(logFile, "utf8")).toContain("they would be imported a second time")
    await db("walmart_order").update({ status: "shipped" })
    await run("db:rollback", "walmart")
    expect(await db.schema.hasTable("walmart_update")).toBe(false)
  })

  /** Names of all columns and indexes, and what is checked of each row. */
  async function schema(): Promise<string[]> {
    const { rows } = await db.raw<{ rows: { name: string }[] }>(
      `SELECT indexname AS name FROM pg_indexes WHERE tablename LIKE 'walmart_%'
       UNION ALL SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_name LIKE 'walmart_%'
       UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
       WHERE contype = 'c' AND conrelid::regclass::text LIKE 'walmart_%'
       ORDER BY 1`
    )
    return rows.map(({ name }) => name)
  }
})
