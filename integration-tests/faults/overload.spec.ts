import { waitFor } from "../../testing/wait-for"
import { bundleWorker } from "./harness/bundle"
import { type KnownOrder, Stage } from "./harness/stage"
import { shipment } from "./harness/updates"
import { WorkerProcess } from "./harness/worker-process"

/* More parcels than Walmart takes: it asks to wait for minutes, or its limit is reached again and again. */

const LIMIT = { perMinute: 1_200, burst: 5 }
const MINUTES = 5 * 60_000

let stage: Stage

beforeEach(async () => {
  stage = await Stage.start({ rateLimits: { "orders.shipping": LIMIT } })
})
afterEach(async () => {
  expect(await stage.findings(true)).toEqual([])
  await stage.close()
})

/** Orders with a parcel each. @returns them by deadline, which is not the order in which they were queued */
async function backlog(count: number): Promise<KnownOrder[]> {
  const byDeadline: KnownOrder[] = []
  for (let n = 0; n < count; n++) {
    const order = await stage.anOrder([1])
    await stage.enqueue(order, [shipment({ 1: 1 })])
    const place = (n * 7) % count
    byDeadline[place] = order
    await stage.db.raw(
      "UPDATE walmart_queue SET deadline_at = now() + ?::int * interval '1 hour' WHERE subject_id = ?",
      [place, order.id]
    )
  }
  return byDeadline
}

/** Purchase orders in the order in which Walmart took their parcels. */
function taken(): string[] {
  const entries = stage.simulator.control.ledger()
  return entries
    .filter(({ effect }) => effect === "shipped")
    .map(({ purchaseOrderId }) => purchaseOrderId ?? "")
}

const throttled = () => stage.simulator.control.requests().filter(({ status }) => status === 429)

it("after minutes of 429 the backlog goes out by deadline, and nobody asked meanwhile", async () => {
  const orders = await backlog(20)
  stage.fault("orders.shipping", { kind: "rate_limited", headers: { "retry-after": "300" } })
  for (let n = 0; n < 5; n++) await stage.sender().round(1)
  expect(throttled()).toHaveLength(1)
  expect(taken()).toEqual([])
  await stage.pass(MINUTES)
  await stage.sender().round(1)
  expect(taken()).toEqual(orders.map(({ po }) => po))
})

it("two processes at Walmart's limit are never told to slow down, send each parcel once, and the urgent ones first", async () => {
  const orders = await backlog(60)
  const limit = { capacity: 2 * LIMIT.burst, perMinute: LIMIT.perMinute }
  stage.simulator.control.run("POST", "rate-limits", { off: false, "orders.shipping": limit })
  const senders = [stage.sender(), stage.sender()]
  const drained = async () => {
    await Promise.all(senders.map((sender) => sender.round(5)))
    return taken().length >= orders.length
  }
  await waitFor("the whole backlog", drained)
  expect(throttled()).toEqual([])
  expect(orders.map((order) => stage.posts(order))).toEqual(orders.map(() => 1))
  const places = taken().map((po) => orders.findIndex((order) => order.po === po))
  const late = places.map((place, position) => Math.abs(place - position))
  expect(Math.max(...late)).toBeLessThanOrEqual(20)
})

it("five processes that begin at the same moment are one sender: never told to slow down, each parcel once", async () => {
  const orders = await backlog(30)
  // Room for calls that a busy machine makes later than their turn, and less than five buckets would let through.
  const limit = { capacity: 3 * LIMIT.burst, perMinute: LIMIT.perMinute }
  stage.simulator.control.run("POST", "rate-limits", { off: false, "orders.shipping": limit })
  const { database, pluginOptions: options } = stage
  const told = { databaseUrl: database.url, options, lanes: 2, tickMs: 20, standby: true }
  const script = bundleWorker()
  const workers = Array.from({ length: 5 }, () => new WorkerProcess(script, told))
  try {
    await Promise.all(workers.map((worker) => worker.failpoint("ready")))
    for (const worker of workers) worker.go()
    const isEmpty = async () =>
      (await Promise.all(orders.map((order) => stage.statuses(order)))).flat().every(isSent)
    await waitFor("the whole backlog", isEmpty)
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()))
  }
  expect(throttled()).toEqual([])
  expect(orders.map((order) => stage.posts(order))).toEqual(orders.map(() => 1))
  expect(workers.filter((worker) => worker.has("sending")).length).toBeGreaterThan(1)
})

function isSent(status: string): boolean {
  return status === "sent"
}
