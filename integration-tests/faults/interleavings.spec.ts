import { waitFor } from "../../testing/wait-for"
import { intervene } from "../../src/modules/walmart/queue/intervene-sql"
import { claim } from "../../src/modules/walmart/queue/claim-sql"
import { release } from "../../src/modules/walmart/queue/release-sql"
import { wantFreedStock } from "../../src/modules/walmart/queue/stock/freed-sql"
import { markSent } from "../../src/modules/walmart/queue/update-sql"
import { bundleWorker } from "./harness/bundle"
import { ALL_SCENARIOS } from "./harness/all-scenarios"
import { Gate, sending } from "./harness/scenarios"
import { ACCOUNT, HELD_MS, Stage } from "./harness/stage"
import { cancellation, shipment } from "./harness/updates"
import { VARIANTS, type Variant, withoutSafeguard } from "./harness/variants"
import { WorkerProcess } from "./harness/worker-process"

/* Who does what when, decided by barriers instead of by chance. */

const LEASE_MS = 120_000
const SETTLE_MS = 60_000
const QUICKLY = { everyMs: 20 }

let stage: Stage

beforeEach(async () => {
  stage = await Stage.start()
})
afterEach(() => stage.close())

const NEEDED: Record<Variant, keyof typeof ALL_SCENARIOS> = {
  no_read_back: "lostAnswer",
  no_second_read: "staleRead",
  no_settle: "lateApplication",
  no_fencing: "lateOwner",
  no_enqueued_version: "lostWakeUp",
  no_fed_version: "changedInFlight",
  no_late_end: "endedLate",
  no_zero: "heldInFlight",
}

describe.each(VARIANTS)("a sender with %s", (variant) => {
  const scenario = ALL_SCENARIOS[NEEDED[variant]]

  it(`goes wrong in ${NEEDED[variant]}`, async () => {
    await scenario(stage, (deps) => withoutSafeguard(deps, variant))
    expect(await stage.findings()).not.toEqual([])
  })

  it(`goes right in ${NEEDED[variant]} once it is put back`, async () => {
    await scenario(stage, (deps) => deps)
    await stage.sender().round()
    expect(await stage.findings(true)).toEqual([])
  })
})

describe("several processes", () => {
  it("never own one order at the same time, and share all of them", async () => {
    const orders = []
    for (let n = 0; n < 20; n++) orders.push(await stage.anOrder())
    for (const order of orders) await stage.enqueue(order, [shipment({ 1: 1 })])
    const claims = await Promise.all([1, 2, 3, 4, 5].map(() => stage.sender().claim(6)))
    const owned = claims.flat().map(({ subjectId }) => subjectId)
    expect(owned.sort()).toEqual(orders.map(({ id }) => id).sort())
  })

  it("make no call twice when five of them look in at once", async () => {
    const orders = []
    for (let n = 0; n < 10; n++) orders.push(await stage.anOrder())
    for (const order of orders) await stage.enqueue(order, [shipment({ 1: 1 })])
    await Promise.all([1, 2, 3, 4, 5].map(() => stage.sender().round(2)))
    expect(orders.map((order) => stage.posts(order))).toEqual(orders.map(() => 1))
    expect(await stage.findings(true)).toEqual([])
  })

  it("do not deadlock when they queue, send and decide about the same orders", async () => {
    const orders = [await stage.anOrder([50]), await stage.anOrder([50])]
    const rounds = Array.from({ length: 10 }, async () => {
      for (const order of orders) {
        const [id] = await stage.enqueue(order, [shipment({ 1: 1 })])
        await intervene(stage.db, id, { action: "retry", by: "user_1" })
        await stage.sender().round(1)
      }
    })
    await Promise.all(rounds)
    await stage.sender().round()
    const findings = await stage.findings(true)
    // Who asks at the same time has no order among each other.
    expect(findings.filter(({ what }) => what !== "out_of_order")).toEqual([])
  })
})

it("a wakeUp for an order that somebody is just queueing for waits for that, and is not lost", async () => {
  const order = await stage.anOrder([4])
  await stage.enqueue(order, [shipment({ 1: 1 })])
  const queueing = await stage.db.transaction()
  await stage.enqueue(order, [shipment({ 1: 1 })], queueing)
  const wakeUp = { accountId: ACCOUNT, kinds: ["shipment"], limit: 1, leaseMs: LEASE_MS }
  const claims = claim(stage.db, { ...wakeUp, subjectId: order.id })
  await stage.isWaitingForLock()
  await queueing.commit()
  const [owned] = await claims
  expect(await claim(stage.db, { ...wakeUp, subjectId: order.id })).toEqual([])
  await stage.sender().send(owned)
  expect(await stage.statuses(order)).toEqual(["sent", "sent"])
  expect(await stage.findings(true)).toEqual([])
})

describe("an update", () => {
  afterEach(async () => expect(await stage.findings()).toEqual([]))

  it("is queued once and sent once, however often and however concurrently it is asked for", async () => {
    const order = await stage.anOrder()
    const same = shipment({ 1: 1 })
    await Promise.all([1, 2, 3, 4, 5].map(() => stage.enqueue(order, [same])))
    await stage.sender().round()
    await stage.enqueue(order, [same])
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  })

  it("queued while a call's outcome is unknown does not cut the settle time short", async () => {
    const order = await stage.anOrder([9])
    await stage.enqueue(order, [shipment({ 1: 2 })])
    const gate = new Gate("call_begun")
    stage.fault("orders.shipping", { kind: "apply_late", ms: HELD_MS })
    const sending = stage.sender((deps) => ({ ...deps, failpoint: gate.failpoint })).round()
    await gate.isThere
    await stage.enqueue(order, [shipment({ 1: 3 })])
    gate.open()
    await sending
    expect(await stage.sender().round()).toBe(0)
    await stage.pass(SETTLE_MS - 30_000)
    expect(await stage.sender().round()).toBe(0)
    stage.release()
    await waitFor("the late call", () => stage.shipped(order) === 2)
    await stage.pass(30_000)
    await stage.sender().round()
    expect(await stage.findings(true)).toEqual([])
  })

  it("queued after a doubtful one was superseded still waits for the settle time", async () => {
    const order = await stage.anOrder([9])
    const [doubtful] = await stage.enqueue(order, [shipment({ 1: 2 })])
    stage.fault("orders.shipping", { kind: "drop_after" })
    await stage.sender().round()
    await intervene(stage.db, doubtful, { action: "supersede", by: "planner" })
    await stage.enqueue(order, [shipment({ 1: 2 })])
    expect(await stage.sender().round()).toBe(0)
    await stage.passTwoReads()
    expect(await stage.queue(order)).toMatchObject({ in_doubt: false })
  })

  describe("taken back while nobody knew whether Walmart had applied it", () => {
    const canceledInDoubt = async (kind: "drop_after" | "drop_before") => {
      const order = await stage.anOrder([9])
      const [doubtful] = await stage.enqueue(order, [cancellation({ 1: 2 })])
      stage.fault("orders.cancel", { kind })
      await stage.sender().round()
      expect(await stage.outcomes(order)).toEqual(["unknown"])
      await intervene(stage.db, doubtful, { action: "supersede", by: "planner" })
      return order
    }

    it("is known as sent once Walmart shows it, and nothing is sent again", async () => {
      const order = await canceledInDoubt("drop_after")
      await stage.pass(SETTLE_MS)
      await stage.sender().round()
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(await stage.queue(order)).toMatchObject({ in_doubt: false })
      expect(stage.posts(order)).toBe(1)
    })

    it("is known as sent also when the first read is an old one", async () => {
      const order = await canceledInDoubt("drop_after")
      stage.fault("orders.get", { kind: "stale_read" })
      await stage.pass(SETTLE_MS)
      await stage.sender().round()
      expect(await stage.statuses(order)).toEqual(["superseded"])
      await stage.passTwoReads()
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(stage.posts(order)).toBe(1)
    })

    it("is known as sent when something else has been queued since", async () => {
      const order = await canceledInDoubt("drop_after")
      await stage.enqueue(order, [shipment({ 1: 3 })])
      await stage.passTwoReads()
      expect(await stage.statuses(order)).toEqual(["sent", "sent"])
      expect(stage.posts(order)).toBe(2)
    })

    it("is not taken for the same units that are canceled once more", async () => {
      const order = await canceledInDoubt("drop_before")
      const again = cancellation({ 1: 2 })
      await stage.enqueue(order, [{ ...again, uniqueKey: `${again.uniqueKey}#2` }])
      await stage.passTwoReads()
      expect(await stage.statuses(order)).toEqual(["superseded", "sent"])
      expect(stage.posts(order)).toBe(2)
    })

    it("needs a person when Walmart's order cannot be read any more", async () => {
      const order = await canceledInDoubt("drop_after")
      stage.fault("orders.get", { kind: "status", status: 404 })
      await stage.pass(SETTLE_MS)
      await stage.sender().round()
      expect(await stage.statuses(order)).toEqual(["needs_attention"])
      const { rows } = await stage.db.raw<{ rows: { error_code: string; error: string }[] }>(
        "SELECT error_code, error FROM walmart_update WHERE walmart_order_id = ?",
        [order.id]
      )
      expect(rows).toEqual([
        {
          error_code: "taken_back_unread",
          error: expect.stringMatching(/outcome is not known.*Walmart does not know/) as string,
        },
      ])
      expect(await stage.queue(order)).toMatchObject({ in_doubt: false })
      expect(stage.posts(order)).toBe(1)
    })

    it("stays taken back, and is asked about no more, when two reads do not show it", async () => {
      const order = await canceledInDoubt("drop_before")
      await stage.passTwoReads()
      expect(await stage.statuses(order)).toEqual(["superseded"])
      expect(await stage.queue(order)).toMatchObject({ in_doubt: false, next_due_at: null })
      expect(stage.posts(order)).toBe(1)
    })
  })

  it("superseded between reading and calling is not sent", async () => {
    const order = await stage.anOrder([9])
    const [id] = await stage.enqueue(order, [shipment({ 1: 2 })])
    const gate = new Gate("order_read")
    const sending = stage.sender((deps) => ({ ...deps, failpoint: gate.failpoint })).round()
    await gate.isThere
    await intervene(stage.db, id, { action: "supersede", by: "planner" })
    gate.open()
    await sending
    expect(await stage.statuses(order)).toEqual(["superseded"])
    expect(stage.posts(order)).toBe(0)
  })

  it("that came before its order's cancellation is sent before it", async () => {
    const order = await stage.anOrder([5])
    await stage.enqueue(order, [shipment({ 1: 2 }), cancellation({ 1: 1 }), shipment({ 1: 2 })])
    stage.fault("orders.shipping", { kind: "drop_before" })
    await stage.sender().round()
    expect(stage.posts(order)).toBe(1)
    await stage.passTwoReads()
    expect(await stage.findings(true)).toEqual([])
  })
})

it("an owner whose lease was taken changes nothing any more", async () => {
  const order = await stage.anOrder()
  const [id] = await stage.enqueue(order, [shipment({ 1: 1 })])
  const [older] = await stage.sender().claim()
  await stage.pass(LEASE_MS)
  const [newer] = await stage.sender().claim()
  expect(newer).toMatchObject({ fence: older.fence + 1, wasInDoubt: true })
  const done = { delayMs: 0, inDoubt: false, counts: "reset", refusals: 0, error: null } as const
  expect(await markSent(stage.db, older, [id])).toEqual([])
  expect(await release(stage.db, older, done)).toBe(false)
  expect(await stage.queue(order)).toMatchObject({ leased: true, fence: newer.fence })
})

it("a process that stood still before its call makes it later, or lets another make it", async () => {
  const slack = { ...stage.options, leaseMarginMs: 50 }
  const order = await stage.anOrder()
  await stage.enqueue(order, [shipment({ 1: 1 })])
  const blocked = stage.sender((deps) => ({
    ...deps,
    options: slack,
    failpoint: blockAt("call_begun"),
  }))
  await blocked.round()
  expect(stage.posts(order)).toBe(0)
  expect(await stage.outcomes(order)).toEqual(["not_applied"])
  await stage.pass(SETTLE_MS)
  await stage.sender().round()
  expect(stage.posts(order)).toBe(1)
  expect(await stage.findings(true)).toEqual([])
})

it("a process that stood still for less than its slack makes its call all the same, once", async () => {
  const slack = { ...stage.options, leaseMarginMs: 5_000 }
  const order = await stage.anOrder()
  await stage.enqueue(order, [shipment({ 1: 1 })])
  const failpoint = blockAt("call_begun")
  await stage.sender((deps) => ({ ...deps, options: slack, failpoint })).round()
  expect(await stage.outcomes(order)).toEqual(["applied"])
  expect(stage.posts(order)).toBe(1)
  expect(await stage.findings(true)).toEqual([])
})

it("a process that is stopped while its call is under way says nothing to the next owner when it goes on", async () => {
  const order = await stage.anOrder([4])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  stage.fault("orders.shipping", { kind: "delay", ms: HELD_MS })
  const { database, pluginOptions: options } = stage
  const orders = { databaseUrl: database.url, options, lanes: 1, tickMs: 20 }
  const stopped = new WorkerProcess(bundleWorker(), orders)
  try {
    await waitFor("its call at Walmart", async () => stage.shipped(order) === 2, QUICKLY)
    stopped.signal("SIGSTOP")
    await stage.pass(LEASE_MS)
    const next = stage.sender()
    const [owned] = await next.claim()
    const before = await stage.queue(order)
    stage.release()
    stopped.signal("SIGCONT")
    const follower = await stage.anOrder()
    await stage.enqueue(follower, [shipment({ 1: 1 })])
    const isBehind = async () => (await stage.statuses(follower))[0] === "sent"
    await waitFor("what it does behind its call", isBehind, QUICKLY)
    expect(await stage.outcomes(order)).toEqual(["applied"])
    expect(await stage.queue(order)).toEqual(before)
    expect(await stage.statuses(order)).toEqual(["pending"])
    await next.send(owned)
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
    expect(await stage.findings(true)).toEqual([])
  } finally {
    await stopped.kill()
  }
})

it("a yes that a stopped process writes down late does not make the next owner believe an old read", async () => {
  const order = await stage.anOrder([4])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  const [answered, read] = [new Gate("call_answered"), new Gate("order_read")]
  const older = sending(stage, (deps) => deps, [answered])
  await answered.isThere
  await stage.pass(LEASE_MS)
  stage.fault("orders.get", { kind: "stale_read" })
  const newer = sending(stage, (deps) => deps, [read])
  await read.isThere
  answered.open()
  await older
  expect(await stage.outcomes(order)).toEqual(["applied"])
  read.open()
  await newer
  expect(stage.posts(order)).toBe(1)
  await stage.pass(2 * SETTLE_MS)
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent"])
  expect(stage.posts(order)).toBe(1)
  expect(await stage.findings(true)).toEqual([])
})

it("a process that is asked to end between writing down a call and making it makes none, and another does at once", async () => {
  const order = await stage.anOrder()
  await stage.enqueue(order, [shipment({ 1: 1 })])
  let isAsked = false
  const reached = (point: string) => void (isAsked ||= point === "call_begun")
  await sending(stage, (deps) => ({ ...deps, failpoint: reached, isStopping: () => isAsked }), [])
  expect(stage.posts(order)).toBe(0)
  expect(await stage.outcomes(order)).toEqual([])
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent"])
  expect(await stage.findings(true)).toEqual([])
})

/** Keeps the event loop busy, as a long computation in the same process does. */
function blockAt(at: string) {
  return (point: string): void => {
    const end = Date.now() + 100
    while (point === at && Date.now() < end);
  }
}

describe("a person", () => {
  afterEach(async () => expect(await stage.findings()).toEqual([]))

  it("is told to wait while the order is being sent for, and while a call's outcome is unknown", async () => {
    const order = await stage.anOrder()
    const [id] = await stage.enqueue(order, [shipment({ 1: 1 })])
    const gate = new Gate("order_read")
    stage.fault("orders.shipping", { kind: "drop_after" })
    const sending = stage.sender((deps) => ({ ...deps, failpoint: gate.failpoint })).round()
    await gate.isThere
    expect(await intervene(stage.db, id, { action: "retry", by: "user_1" })).toBe("busy")
    gate.open()
    await sending
    const dismissal = { action: "dismiss", by: "user_1", note: "by hand" } as const
    expect(await intervene(stage.db, id, dismissal)).toBe("busy")
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await intervene(stage.db, id, dismissal)).toBe("finished")
    expect(await stage.findings(true)).toEqual([])
  })

  it("who presses retry twice causes one call", async () => {
    const order = await stage.anOrder()
    const [id] = await stage.enqueue(order, [shipment({ 1: 1 })])
    await stage.db.raw("UPDATE walmart_update SET status = 'needs_attention' WHERE id = ?", [id])
    const retry = () => intervene(stage.db, id, { action: "retry", by: "user_1" })
    expect(await Promise.all([retry(), retry()])).toEqual(["done", "done"])
    await Promise.all([stage.sender().round(), stage.sender().round()])
    expect(stage.posts(order)).toBe(1)
    expect(await retry()).toBe("finished")
  })

  it("who retries what Walmart already has causes no call", async () => {
    const order = await stage.anOrder([1])
    const update = shipment({ 1: 1 })
    const [id] = await stage.enqueue(order, [update])
    await stage.db.raw("UPDATE walmart_update SET status = 'needs_attention' WHERE id = ?", [id])
    const trackingNumber = update.uniqueKey.replace("shipment:ful_", "")
    stage.simulator.control.run("POST", `orders/${order.po}/ship`, {
      carrier: "OnTrac",
      trackingNumber,
    })
    await intervene(stage.db, id, { action: "retry", by: "user_1" })
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(0)
    stage.asked.splice(0)
  })
})

describe("stock that comes free", () => {
  const free = (walmartOrderId: string, zeroed = 0) =>
    wantFreedStock(
      stage.db,
      { walmartOrderId, lines: [{ lineNumber: "1", freed: 1, zeroed }] },
      true
    )

  it("waits for a recount although Walmart is known only later to have set its listing to 0", async () => {
    const { id } = await stage.anOrder([3])
    expect(await free(id)).toHaveLength(1)
    expect(await free(id)).toEqual([])
    expect(await free(id, 1)).toHaveLength(1)
    expect(await stage.db("walmart_stock").pluck("held_reason")).toEqual(["recount"])
  })

  it("is noted behind whoever writes its order, so that they never wait for each other", async () => {
    const { id } = await stage.anOrder([1, 1])
    const writing = await stage.db.transaction()
    await writing.raw("SELECT 1 FROM walmart_order WHERE id = ? FOR UPDATE", [id])
    const freed = free(id)
    try {
      await stage.isWaitingForLock()
      const lines = "SELECT 1 FROM walmart_order_line WHERE walmart_order_id = ? FOR UPDATE NOWAIT"
      await writing.raw(lines, [id])
    } finally {
      await writing.commit()
    }
    expect(await freed).toHaveLength(1)
  })
})
