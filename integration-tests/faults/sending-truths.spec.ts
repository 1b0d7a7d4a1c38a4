import { intervene } from "../../src/modules/walmart/queue/intervene-sql"
import type { SenderDeps, SendingPoint } from "../../src/modules/walmart/queue/senders/sender"
import { loadUpdates } from "../../src/modules/walmart/queue/update-sql"
import type { CallRecord } from "../../src/walmart/api/errors/errors"
import { REFUSAL } from "./harness/refusal"
import { type KnownOrder, Stage } from "./harness/stage"
import { cancellation, correction, numberOf, refund, shipment } from "./harness/updates"

/* What the record says is what Walmart has, and an outage of reading is nobody's fault. */

let stage: Stage

beforeEach(async () => {
  stage = await Stage.start()
})
afterEach(async () => {
  expect(await stage.findings(true)).toEqual([])
  await stage.close()
})

async function aParcel() {
  const order = await stage.anOrder([1])
  await stage.enqueue(order, [shipment({ 1: 1 })])
  return order
}

it("an outage that answers reads with 400 hands nothing to a person, and the parcel goes out behind it", async () => {
  const order = await aParcel()
  for (let n = 0; n < 2; n++) {
    stage.fault("orders.get", REFUSAL)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["pending"])
    await stage.pass(30 * 60_000)
  }
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent"])
})

it("an order that Walmart keeps refusing to show waits for a person after three reads", async () => {
  const order = await aParcel()
  stage.fault("orders.get", REFUSAL, { times: 3 })
  for (let n = 0; n < 3; n++) {
    await stage.sender().round()
    await stage.pass(30 * 60_000)
  }
  expect(await stage.statuses(order)).toEqual(["needs_attention"])
  expect(stage.posts(order)).toBe(0)
  stage.asked.splice(0)
})

it("a parcel that is taken back while its call is under way is on record as sent, because Walmart has it", async () => {
  const order = await aParcel()
  const failpoint = async (point: SendingPoint) => {
    if (point !== "call_answered") return
    await stage.db.raw("UPDATE walmart_update SET status = 'superseded', finished_at = now()")
  }
  await stage.sender((deps) => ({ ...deps, failpoint })).round()
  expect(stage.shipped(order)).toBe(1)
  expect(await stage.statuses(order)).toEqual(["sent"])
})

it("units whose cancellation is confirmed are not canceled again when Walmart shows the order as it was before", async () => {
  const order = await stage.anOrder([9])
  await stage.enqueue(order, [cancellation({ 1: 3 })])
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent"])
  stage.fault("orders.get", { kind: "stale_read" })
  await stage.enqueue(order, [cancellation({ 1: 5 }, undefined, 2)])
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent", "sent"])
  expect(stage.posts(order)).toBe(2)
})

describe("an order that Walmart shows once more as it was before its parcel left", () => {
  const told = { lineNumber: "1", quantity: 2, trackingNumber: "LX30000001" }

  /** A parcel has left, and the next read does not show it. */
  async function aForgottenParcel(): Promise<KnownOrder> {
    const order = await stage.anOrder([2])
    await stage.enqueue(order, [shipment({ 1: 2 }, told.trackingNumber)])
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    stage.fault("orders.get", { kind: "stale_read" })
    return order
  }

  /** Nobody is asked by the old read, and the next one shows the parcel. */
  async function oldThenNew(order: KnownOrder): Promise<string[]> {
    await stage.sender().round()
    expect(await stage.queue(order)).toMatchObject({ last_error_code: "shown_old", attempts: 1 })
    expect((await stage.statuses(order)).at(-1)).toBe("pending")
    await stage.pass(stage.options.settleMs)
    await stage.sender().round()
    return stage.statuses(order)
  }

  it("gives no reason to refuse a refund as not shipped", async () => {
    const order = await aForgottenParcel()
    await stage.enqueue(order, [refund(300)])
    expect(await oldThenNew(order)).toEqual(["sent", "sent"])
  })

  it("gives no reason to call a number changed by others", async () => {
    const order = await aForgottenParcel()
    await stage.enqueue(order, [correction(told)])
    expect(await oldThenNew(order)).toEqual(["sent", "sent"])
  })

  it("nor does one with the number that was replaced", async () => {
    const order = await stage.anOrder([2])
    const first = correction(told)
    await stage.enqueue(order, [shipment({ 1: 2 }, told.trackingNumber)])
    await stage.enqueue(order, [first])
    await stage.sender().round()
    stage.fault("orders.get", { kind: "stale_read" })
    await stage.enqueue(order, [correction({ ...told, trackingNumber: numberOf(first) })])
    expect(await oldThenNew(order)).toEqual(["sent", "sent", "sent"])
  })

  it("is believed when it stays so, and a person is asked", async () => {
    const order = await aForgottenParcel()
    await stage.enqueue(order, [refund(300)])
    for (let reads = 0; reads < stage.options.refusedAttempts; reads++) {
      stage.fault("orders.get", { kind: "stale_read" })
      await stage.sender().round()
      await stage.pass(30 * 60_000)
    }
    expect(await stage.statuses(order)).toEqual(["sent", "needs_attention"])
    stage.asked.pop()
  })
})

describe("behind a yes that Walmart never shows", () => {
  const PLAIN: CallRecord = {
    ...{ method: "POST", path: "/v3/orders", correlationId: "c", status: 200, durationMs: 1 },
    ...{ request: null, response: null },
  }
  type Client = SenderDeps["client"]
  let calls = 0
  /** Does what Walmart said yes to last. */
  let catchUp: () => Promise<unknown>

  beforeEach(() => {
    calls = 0
  })

  /** A Walmart that says yes to every call and does nothing. */
  function idle(deps: SenderDeps): SenderDeps {
    const answer = async (...said: Parameters<Client["ship"]>) => {
      calls++
      catchUp = () => deps.client.ship(...said)
      return { order: await deps.client.getOrder(said[0]), call: PLAIN }
    }
    const client = Object.assign(Object.create(deps.client) as Client, {
      ...{ ship: answer, refund: answer },
    })
    return { ...deps, client }
  }

  async function minutes(count: number, change?: (deps: SenderDeps) => SenderDeps): Promise<void> {
    for (let passed = 0; passed < count; passed += 3) {
      await stage.sender(change).round()
      await stage.pass(3 * 60_000)
    }
  }

  it("a parcel that it shows half an hour later is settled, sent once, and nobody is asked", async () => {
    const order = await stage.anOrder([2])
    await stage.enqueue(order, [shipment({ 1: 2 })])
    await minutes(30, idle)
    expect(await stage.statuses(order)).toEqual(["pending"])
    await catchUp()
    await minutes(60)
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect({ calls, posts: stage.posts(order) }).toEqual({ calls: 1, posts: 1 })
  })

  it.each([
    ["a parcel", () => shipment({ 1: 2 }), "Acknowledged"],
    ["a refund", () => refund(300), "Shipped"],
  ] as const)(
    "%s waits for a person, and is sent again once they say so",
    async (_name, update, as) => {
      const order = await stage.anOrder([2], as)
      await stage.enqueue(order, [update()])
      await minutes(150, idle)
      expect(calls).toBe(1)
      expect(await stage.attention(order)).toMatchObject({ error_code: "not_shown" })
      const [{ id }] = await loadUpdates(stage.db, order.id)
      expect(await intervene(stage.db, id, { action: "retry", by: "user_1" })).toBe("done")
      await minutes(9)
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(calls).toBe(1)
      expect(stage.posts(order)).toBe(1)
    }
  )
})
