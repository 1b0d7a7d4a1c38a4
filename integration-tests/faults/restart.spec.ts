import { type OwnPostgres, startPostgres } from "../../scripts/postgres"
import { waitFor } from "../../testing/wait-for"
import { bundleWorker } from "./harness/bundle"
import { type KnownOrder, Stage } from "./harness/stage"
import { cancellation, shipment } from "./harness/updates"
import { WorkerProcess } from "./harness/worker-process"

/* PostgreSQL itself restarts while a process sends. A server of its own, which keeps what was committed. */

const LEASE_MS = 120_000
const ORDERS = 20

let postgres: OwnPostgres
let stage: Stage

beforeAll(async () => {
  postgres = await startPostgres({ durable: true })
  Object.assign(process.env, postgres.env)
  stage = await Stage.start()
})
afterAll(async () => {
  await stage.close()
  await postgres.stop()
})

it.each(["fast", "immediate"] as const)(
  "a %s restart of PostgreSQL in the middle of sending loses nothing and sends nothing twice",
  async (mode) => {
    const orders: KnownOrder[] = []
    for (let n = 0; n < ORDERS; n++) {
      const order = await stage.anOrder([3])
      await stage.enqueue(order, [shipment({ 1: 2 }), cancellation({ 1: 1 })])
      orders.push(order)
    }
    stage.fault("orders.shipping", { kind: "delay", ms: 50 }, { times: ORDERS })
    const worker = new WorkerProcess(bundleWorker(), {
      databaseUrl: stage.database.url,
      options: stage.pluginOptions,
      lanes: 3,
      tickMs: 20,
    })
    await worker.failpoint("sending")
    await postgres.restart(mode)
    await waitFor("the same process to send again", () => theLast(orders) > 0)
    await waitFor("it to have nothing more to do", nothingMoves)
    await worker.kill()
    for (let n = 0; n < 3; n++) {
      await stage.pass(LEASE_MS)
      await stage.sender().round(3)
    }
    for (const order of orders) expect(await stage.statuses(order)).toEqual(["sent", "sent"])
    expect(await stage.findings(true)).toEqual([])
  }
)

/** Units of the last order that Walmart accepted. */
function theLast(orders: KnownOrder[]): number {
  return stage.shipped(orders[ORDERS - 1])
}

/** What is left belongs to owners that the restart took by surprise, and waits for the end of their leases. */
async function nothingMoves(): Promise<boolean> {
  const { rows } = await stage.db.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM walmart_queue WHERE next_due_at IS NOT NULL
     AND (NOT leased OR next_due_at > now() + ?::float * interval '1 millisecond') LIMIT 1`,
    [LEASE_MS - 5_000]
  )
  return rows.length === 0
}
