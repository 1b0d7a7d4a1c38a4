import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { medusa } from "../../demo/store-process"
import { waitFor } from "../../demo/wait-for"
import { createDatabase, dropDatabase } from "../../scripts/database"
import { bundleWorker } from "./harness/bundle"
import { connect } from "./harness/connect"
import { migrate, serverUrl } from "./harness/database"
import { type KnownOrder, Stage } from "./harness/stage"
import { shipment } from "./harness/updates"
import { WorkerProcess } from "./harness/worker-process"

/** All migrations but the first; the first makes the tables. */
const LATER = /^(?!Migration20261123113229)/

jest.setTimeout(300_000)

describe("an upgrade while work is under way", () => {
  it("loses nothing, doubles nothing, and needs no pause", async () => {
    const stage = await Stage.start()
    await migrate(stage.db, "down", LATER)
    const orders: KnownOrder[] = []
    for (let n = 0; n < 8; n++) {
      const order = await stage.anOrder([3])
      await stage.enqueue(order, [shipment({ 1: 1 }), shipment({ 1: 2 })])
      orders.push(order)
    }
    const worker = new WorkerProcess(bundleWorker(), {
      databaseUrl: stage.database.url,
      options: stage.pluginOptions,
      lanes: 3,
      tickMs: 20,
    })
    await worker.reached("sending")
    await migrate(stage.db, "up", LATER)
    await waitFor("all to be sent", async () => {
      const statuses = await Promise.all(orders.map((order) => stage.statuses(order)))
      return statuses.flat().every((status) => status === "sent")
    })
    await worker.kill()
    expect(await stage.findings(true)).toEqual([])
    await stage.close()
  })
})

describe("Medusa's own commands", () => {
  const databaseUrl = serverUrl(`walmart_upgrade_${process.pid}_${Date.now()}`)
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
    const before = await indexes()
    await run("db:rollback", "walmart")
    expect(await indexes()).not.toEqual(before)
    await Promise.all([run("db:migrate"), run("db:migrate")])
    expect(await indexes()).toEqual(before)
  })

  it("do not roll back what Walmart has not been told", async () => {
    await db.raw(
      `INSERT INTO walmart_update (id, walmart_order_id, account_id, sequence, kind, unique_key, payload, happened_at)
       VALUES ('wmu_1', 'wmo_1', 'main', 1, 'shipment', 'shipment:ful_1', '{}', now())`
    )
    await run("db:rollback", "walmart")
    await expect(run("db:rollback", "walmart")).rejects.toThrow(/ended with 1/)
    expect(readFileSync(logFile, "utf8")).toContain(
      "The Walmart tables hold 1 update(s) that are not finished. Let them be sent, or dismiss them"
    )
    expect(await db("walmart_update").pluck("id")).toEqual(["wmu_1"])
    await db("walmart_update").update({ status: "dismissed" })
    await run("db:rollback", "walmart")
    expect(await db.schema.hasTable("walmart_update")).toBe(false)
  })

  async function indexes(): Promise<string[]> {
    const names: string[] = await db("pg_indexes")
      .where("tablename", "like", "walmart_%")
      .orderBy("indexname")
      .pluck("indexname")
    return names
  }
})
