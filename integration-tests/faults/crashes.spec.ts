import { waitFor } from "../../testing/wait-for"
import { bundleWorker } from "./harness/bundle"
import { databaseNow } from "../../src/modules/walmart/orders/order-sql"
import { saveReturn, wantRefund } from "../../src/modules/walmart/queue/returns/return-sql"
import { sharesOf } from "../../src/walmart/returns/plan-return"
import { gatherFeeds } from "../../src/modules/walmart/queue/feeds/gather-sql"
import { wantStock } from "../../src/modules/walmart/queue/stock/want-sql"
import type { SenderDeps } from "../../src/modules/walmart/queue/senders/sender"
import { putOnShelf, shelfReader } from "./harness/stock/shelf"
import { ACCOUNT, HELD_MS, type KnownOrder, Stage } from "./harness/stage"
import { acknowledgment, cancellation, refund, shipment } from "./harness/updates"
import type { QueueOrders, WorkerOrders } from "./harness/worker"
import { WorkerProcess } from "./harness/worker-process"

/* Sending processes that die or stop at a named point. All times are the shipped defaults: the clock of the database is moved. */

const LEASE_MS = 120_000
const SETTLE_MS = 60_000
const TICK_MS = 15_000

/** When within its tick another process looks first. */
const LATENESS: [string, number][] = [
  ["in time", 0],
  ["a tick late", TICK_MS],
]

let stage: Stage
let script: string
const workers: WorkerProcess[] = []

beforeAll(async () => {
  script = bundleWorker()
  stage = await Stage.start()
})
afterAll(() => stage.close())

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.kill()))
  stage.calm()
  expect(await stage.findings()).toEqual([])
})

function worker(orders: Partial<WorkerOrders> = {}): WorkerProcess {
  const one = new WorkerProcess(script, {
    databaseUrl: stage.database.url,
    options: stage.pluginOptions,
    lanes: 1,
    tickMs: 20,
    ...orders,
  })
  workers.push(one)
  return one
}

async function crash(
  crashAt: WorkerOrders["crashAt"],
  more: Partial<WorkerOrders> = {}
): Promise<void> {
  expect(await worker({ ...more, crashAt }).ended).toBe("SIGKILL")
}

async function diesQueueing(order: KnownOrder, diesAt: QueueOrders["diesAt"]): Promise<void> {
  const updates = [shipment({ 1: 2 })]
  if (diesAt === "after_commit") stage.remember(order, updates)
  const queue = { id: order.id, accountId: ACCOUNT, updates, diesAt }
  const dying = worker({ queue })
  expect(await dying.ended).toBe("SIGKILL")
  expect(dying.has(diesAt)).toBe(true)
}

/** The promise of recovery after a claim: nothing happens within the lease, everything at its end. */
async function recovers(order: KnownOrder): Promise<void> {
  await stage.pass(LEASE_MS - 30_000)
  expect(await stage.sender().round()).toBe(0)
  await stage.pass(30_000)
  expect(await stage.sender().round()).toBe(1)
  expect(await stage.statuses(order)).toEqual(["sent"])
}

/**
 * A call in doubt that Walmart does not show is made again a settle time behind the lease, after a second read, however late
 * within its tick the first one came.
 */
async function recoversByRepeating(order: KnownOrder, lateMs: number): Promise<void> {
  await stage.pass(LEASE_MS + lateMs)
  const before = stage.posts(order)
  expect(await stage.sender().round()).toBe(1)
  await stage.pass(SETTLE_MS - lateMs - 30_000)
  expect(await stage.sender().round()).toBe(0)
  expect(stage.posts(order)).toBe(before)
  await stage.pass(30_000)
  expect(await stage.sender().round()).toBe(1)
  expect(await stage.statuses(order)).toEqual(["sent"])
}

describe("a process that is killed", () => {
  it("before what it queues is committed: nothing is half there, and asking again queues it once", async () => {
    const order = await stage.anOrder()
    await diesQueueing(order, "before_commit")
    expect(await stage.statuses(order)).toEqual([])
    expect(await stage.queue(order)).toBeUndefined()
    await stage.enqueue(order, [shipment({ 1: 2 })])
    expect(await stage.sender().round()).toBe(1)
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  })

  it("right after it queued an update: the next tick of another sends it", async () => {
    const order = await stage.anOrder()
    await diesQueueing(order, "after_commit")
    expect(await stage.statuses(order)).toEqual(["pending"])
    expect(await stage.sender().round()).toBe(1)
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  })

  it("after its claim: the order comes back at the end of the lease, no attempt is counted", async () => {
    const order = await stage.anOrder()
    await stage.enqueue(order, [shipment({ 1: 2 })])
    await crash("claimed")
    expect(await stage.queue(order)).toMatchObject({ leased: true, attempts: 0 })
    await recovers(order)
    expect(await stage.outcomes(order)).toEqual(["applied"])
    expect(stage.posts(order)).toBe(1)
  })

  it("after reading the order: the order counts as doubtful, is read again, and one call is made", async () => {
    const order = await stage.anOrder()
    await stage.enqueue(order, [shipment({ 1: 2 })])
    await crash("order_read")
    expect(await stage.queue(order)).toMatchObject({ in_doubt: true, attempts: 0 })
    await recovers(order)
    expect(stage.posts(order)).toBe(1)
  })

  it.each(LATENESS)(
    "between writing down a call and making it: the call is made once, the first try stays on record; looked after %s",
    async (_name, lateMs) => {
      const order = await stage.anOrder()
      await stage.enqueue(order, [shipment({ 1: 2 })])
      await crash("call_begun")
      expect(stage.posts(order)).toBe(0)
      await recoversByRepeating(order, lateMs)
      expect(await stage.outcomes(order)).toEqual(["unknown", "applied"])
      expect(stage.posts(order)).toBe(1)
    }
  )

  it.each([
    ["a shipment", () => shipment({ 1: 1 })],
    ["a cancellation", () => cancellation({ 1: 1 })],
  ])(
    "between Walmart's yes to %s and our commit: one effect, and no second call",
    async (_name, make) => {
      const order = await stage.anOrder([3])
      await stage.enqueue(order, [make()])
      await crash("call_answered")
      expect(stage.posts(order)).toBe(1)
      expect(await stage.statuses(order)).toEqual(["pending"])
      await recovers(order)
      expect(stage.posts(order)).toBe(1)
      expect(await stage.outcomes(order)).toEqual(["unknown"])
    }
  )

  it("between Walmart's yes to an acknowledgment and our commit: no second call", async () => {
    const order = await stage.anOrder([2], "Created")
    await stage.enqueue(order, [acknowledgment()])
    await crash("call_answered")
    await recovers(order)
    expect(stage.posts(order)).toBe(1)
  })

  it("while the call is under way: what Walmart applied meanwhile is found by reading", async () => {
    const order = await stage.anOrder([4])
    await stage.enqueue(order, [shipment({ 1: 2 })])
    stage.fault("orders.shipping", { kind: "delay", ms: HELD_MS })
    const sending = worker()
    await until(() => stage.shipped(order) === 2)
    await sending.kill()
    await recovers(order)
    expect(stage.posts(order)).toBe(1)
    expect(stage.shipped(order)).toBe(2)
  })

  it.each(LATENESS)(
    "while the call is under way, before Walmart applies it: it is made again, once; looked after %s",
    async (_name, lateMs) => {
      const order = await stage.anOrder([4])
      await stage.enqueue(order, [shipment({ 1: 2 })])
      stage.fault("orders.shipping", { kind: "hang" })
      const sending = worker()
      await until(() => stage.posts(order) === 1)
      await sending.kill()
      await recoversByRepeating(order, lateMs)
      expect(stage.posts(order)).toBe(2)
      expect(stage.shipped(order)).toBe(2)
    }
  )

  it("between settling an update and giving the order back: nothing is left to do, and that is found out", async () => {
    const order = await stage.anOrder()
    await stage.enqueue(order, [shipment({ 1: 2 })])
    await crash("updates_finished")
    expect(await stage.statuses(order)).toEqual(["sent"])
    await recovers(order)
    expect(await stage.queue(order)).toMatchObject({
      leased: false,
      next_due_at: null,
      in_doubt: false,
    })
    expect(stage.posts(order)).toBe(1)
  })

  it("at every point, one after the other: still one effect each, in their order", async () => {
    const order = await stage.anOrder([9])
    await stage.enqueue(order, [shipment({ 1: 2 }), cancellation({ 1: 1 }), shipment({ 1: 3 })])
    const points = [
      "claimed",
      "order_read",
      "call_begun",
      "call_answered",
      "updates_finished",
    ] as const
    for (const point of points) {
      await crash(point)
      await stage.pass(LEASE_MS)
    }
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent", "sent", "sent"])
    expect(stage.shipped(order)).toBe(5)
  })
})

describe("a process that is killed while it sends stock", () => {
  const NODE = "1000001"

  /** So many units are on the shelf, and Walmart shall show it. */
  const stocked = async (sku: string, units: number) => {
    await putOnShelf(stage.db, sku, units)
    await wantStock(stage.db, [{ accountId: ACCOUNT, sku, shipNodeId: NODE }])
  }

  const shown = (sku: string) =>
    stage.simulator.control
      .ledger()
      .filter((entry) => entry.effect === "inventory" && entry.sku === sku)
      .map(({ quantity }) => quantity)

  it.each(["claimed", "call_begun", "call_answered", "updates_finished"] as const)(
    "at %s: whatever was sent, Walmart ends with the last figure",
    async (point) => {
      const sku = `SKU-${point}`
      stage.simulator.control.run("POST", "inventory", { sku, amount: 1, shipNode: NODE })
      await stocked(sku, 7)
      await crash(point, { hasShelf: true })
      await stocked(sku, 3)
      const withShelf = (deps: SenderDeps) => ({ ...deps, readStock: shelfReader(stage.db) })
      expect(await stage.sender(withShelf).round()).toBe(0)
      await stage.pass(LEASE_MS)
      await stage.sender(withShelf).round()
      await stage.passTwoReads(withShelf)
      const isSent = point === "call_answered" || point === "updates_finished"
      expect(shown(sku)).toEqual(isSent ? [1, 7, 3] : [1, 3])
      const { rows } = await stage.db.raw<{ rows: Record<string, unknown>[] }>(
        `SELECT s.sent_amount, s.walmart_amount, s.wanted_version - s.sent_version AS behind, q.leased, q.in_doubt, q.next_due_at
         FROM walmart_stock s JOIN walmart_queue q ON q.subject_id = s.id WHERE s.sku = ?`,
        [sku]
      )
      expect(rows).toEqual([
        {
          ...{ sent_amount: 3, walmart_amount: 3, behind: 0 },
          ...{ leased: false, in_doubt: false, next_due_at: null },
        },
      ])
    }
  )
})

describe("a process that is killed while it sends a feed of stock", () => {
  const NODE = "1000001"

  /** So many units are on the shelf, and Walmart shall show them. */
  const stocked = async (skus: string[], units: number) => {
    for (const sku of skus) await putOnShelf(stage.db, sku, units)
    await wantStock(
      stage.db,
      skus.map((sku) => ({ accountId: ACCOUNT, sku, shipNodeId: NODE }))
    )
  }

  const shown = (sku: string) =>
    stage.simulator.control
      .ledger()
      .filter((entry) => entry.effect === "inventory" && entry.sku === sku)
      .map(({ quantity }) => quantity)

  const feedsSeen = () =>
    stage.simulator.control.requests("/v3/feeds").filter(({ method }) => method === "POST").length

  const withShelf = (deps: SenderDeps) => ({ ...deps, readStock: shelfReader(stage.db) })

  /** The feed is handed in and looked at until nothing is due. */
  const toItsEnd = async () => {
    for (let looks = 0; looks < 4; looks++) {
      await stage.pass(LEASE_MS)
      await stage.sender(withShelf).round()
    }
  }

  it.each(["claimed", "call_begun", "call_answered", "updates_finished"] as const)(
    "at %s: each item ends with its last figure, and is handed in once",
    async (point) => {
      const skus = ["A", "B", "C"].map((name) => `FEED-${point}-${name}`)
      const [changed, kept] = skus
      for (const sku of skus)
        stage.simulator.control.run("POST", "inventory", { sku, amount: 1, shipNode: NODE })
      const before = feedsSeen()
      await stocked(skus, 7)
      expect(await gatherFeeds(stage.db, { accountId: ACCOUNT, from: 3, most: 10 })).toBe(1)
      await crash(point, { hasShelf: true })
      await stocked([changed], 3)
      expect(await stage.sender(withShelf).round()).toBe(0)
      await toItsEnd()
      expect(feedsSeen() - before).toBe(1)
      expect(shown(kept)).toEqual([1, 7])
      expect(shown(changed).at(-1)).toBe(3)
      const { rows } = await stage.db.raw<{ rows: Record<string, unknown>[] }>(
        `SELECT f.outcome, (SELECT count(*)::int FROM walmart_stock s JOIN walmart_queue q ON q.subject_id = s.id
           WHERE s.sku = ANY(?) AND s.wanted_version = s.sent_version AND s.feed_id IS NULL AND q.next_due_at IS NULL) AS even
         FROM walmart_stock_feed f ORDER BY f.gathered_at DESC LIMIT 1`,
        [skus]
      )
      expect(rows).toEqual([{ outcome: "processed", even: 3 }])
    }
  )
})

const POINTS = ["claimed", "order_read", "call_begun", "call_answered", "updates_finished"] as const

describe("a process that is killed while it refunds", () => {
  const refunded = (po: string) =>
    stage.simulator.control
      .ledger(po)
      .filter(({ effect }) => effect === "refunded")
      .map(({ amount }) => amount)

  it.each(POINTS)("an order, at %s: the buyer gets the money once", async (point) => {
    const order = await stage.anOrder([2], "Shipped")
    await stage.enqueue(order, [refund(750)])
    await crash(point)
    await stage.pass(LEASE_MS)
    await stage.sender().round()
    await stage.passTwoReads()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(refunded(order.po)).toEqual([7.5])
  })

  it.each(POINTS)("a return, at %s: the buyer gets the money once", async (point) => {
    const { po } = await stage.anOrder([2], "Shipped")
    const lines = [{ purchaseOrderId: po }]
    const { returnOrderId } = stage.simulator.control.run("POST", "returns", { lines }) as {
      returnOrderId: string
    }
    const { client } = stage.sender().deps
    const [share] = sharesOf(await client.returns.get(returnOrderId))
    const { id } = await saveReturn(stage.db, ACCOUNT, share, await databaseNow(stage.db))
    await wantRefund(stage.db, id, { wanted: { "1": 1 }, by: "received" })
    await crash(point)
    await stage.pass(LEASE_MS)
    await stage.sender().round()
    await stage.passTwoReads()
    expect(refunded(po)).toEqual([10])
    const { rows } = await stage.db.raw<{ rows: Record<string, unknown>[] }>(
      `SELECT r.wanted_version - r.sent_version AS behind, r.error_code, q.leased, q.in_doubt, q.next_due_at
       FROM walmart_return r JOIN walmart_queue q ON q.subject_id = r.id WHERE r.id = ?`,
      [id]
    )
    expect(rows).toEqual([
      { behind: 0, error_code: null, leased: false, in_doubt: false, next_due_at: null },
    ])
  })
})

describe("a process that is stopped and goes on later", () => {
  it.each(["claimed", "order_read", "call_begun"] as const)(
    "longer than its lease, at %s: it makes no call any more",
    async (stopAt) => {
      const order = await stage.anOrder([4])
      await stage.enqueue(order, [shipment({ 1: 2 })])
      // A slack of 300 ms, so that the pause before the call can be a real one.
      const options = { ...stage.pluginOptions, leaseMarginMs: 300 }
      const stopped = worker({ stopAt, options })
      await stopped.failpoint(stopAt)
      await stage.pass(LEASE_MS)
      await stage.sender().round()
      await stage.passTwoReads()
      expect(stage.posts(order)).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 400))
      stopped.signal("SIGCONT")
      const follower = await stage.anOrder()
      await stage.enqueue(follower, [shipment({ 1: 1 })])
      await until(async () => (await stage.statuses(follower))[0] === "sent")
      expect(stage.posts(order)).toBe(1)
      expect(stage.shipped(order)).toBe(2)
    }
  )

  it("after Walmart's yes: what it says then changes nothing, and the other's word stays", async () => {
    const order = await stage.anOrder([4])
    await stage.enqueue(order, [shipment({ 1: 2 })])
    const stopped = worker({ stopAt: "call_answered" })
    await stopped.failpoint("call_answered")
    await stage.pass(LEASE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    const before = await stage.queue(order)
    stopped.signal("SIGCONT")
    const follower = await stage.anOrder()
    await stage.enqueue(follower, [shipment({ 1: 1 })])
    await until(async () => (await stage.statuses(follower))[0] === "sent")
    expect(await stage.queue(order)).toEqual(before)
    expect(stage.posts(order)).toBe(1)
  })
})

it("keeps a doubtful call to itself for the whole settle time, then reads", async () => {
  const order = await stage.anOrder([4])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  stage.fault("orders.shipping", { kind: "drop_after" })
  await stage.sender().round()
  await stage.pass(SETTLE_MS - 30_000)
  expect(await stage.sender().round()).toBe(0)
  await stage.pass(30_000)
  expect(await stage.sender().round()).toBe(1)
  expect(await stage.statuses(order)).toEqual(["sent"])
  expect(stage.posts(order)).toBe(1)
})

/** Looks again and again; for what another process does. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await waitFor("another process", isSo, { everyMs: 10 })
}
