import { subscribe, unsubscribe } from "node:diagnostics_channel"
import type { Socket } from "node:net"
import type { Fault } from "../../simulator"
import { waitFor } from "../../testing/wait-for"
import { clientFor } from "../../src/modules/walmart/accounts/clients"
import { intervene } from "../../src/modules/walmart/queue/intervene-sql"
import type { SenderDeps } from "../../src/modules/walmart/queue/senders/sender"
import { loadUpdates } from "../../src/modules/walmart/queue/update-sql"
import { ThrottledError } from "../../src/walmart/api/errors/errors"
import type { ProxyMode } from "./harness/proxy"
import { REFUSAL } from "./harness/refusal"
import { type KnownOrder, Stage } from "./harness/stage"
import { acknowledgment, cancellation, shipment } from "./harness/updates"

/* What Walmart and the network may answer. Only the call timeout is short; the other times are the shipped defaults. */

const LEASE_MS = 120_000
const SETTLE_MS = 60_000
const TICK_MS = 15_000
const TIMEOUT_MS = 1_500

let stage: Stage

beforeEach(async () => {
  stage = await Stage.start({
    callTimeoutMs: TIMEOUT_MS,
    maxBodyBytes: 1_000_000,
    rateLimits: { "orders.shipping": { perMinute: 6_000, burst: 100 } },
  })
})
afterEach(async () => {
  expect(await stage.findings()).toEqual([])
  await stage.close()
})

/** An order with one parcel of 2 of its 4 units queued: few enough that a second one would be accepted. */
async function aParcel() {
  const order = await stage.anOrder([4])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  return order
}

const calls = (path: string) => stage.simulator.control.requests(path).length

describe("a call whose outcome nobody knows", () => {
  it.each<[string, Fault]>([
    ["the connection breaks after Walmart applied it", { kind: "drop_after" }],
    ["Walmart answers 503 although it applied it", { kind: "error_after", status: 503 }],
    ["the answer is half a document", { kind: "malformed" }],
    ["the answer is empty", { kind: "empty" }],
    ["the answer is larger than is read", { kind: "huge", bytes: 2_000_000 }],
    ["the answer comes after the timeout", { kind: "delay", ms: TIMEOUT_MS + 200 }],
    [
      "Walmart applies it after the timeout",
      { kind: "apply_late", ms: TIMEOUT_MS + 200, answer: "hang" },
    ],
  ])("is found by reading and not repeated when %s", async (_name, fault) => {
    const order = await aParcel()
    stage.fault("orders.shipping", fault)
    await stage.sender().round()
    expect(await stage.outcomes(order)).toEqual(["unknown"])
    expect(await stage.queue(order)).toMatchObject({ in_doubt: true, attempts: 1 })
    await waitFor("Walmart to apply it", () => stage.shipped(order) === 2)
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  })

  it.each<[string, Fault]>([
    ["the connection breaks before Walmart applied it", { kind: "drop_before" }],
    ["Walmart answers 503 and did not apply it", { kind: "status", status: 503 }],
    ["a gateway answers with a page", { kind: "html" }],
    ["a gateway answers 200 with a page", { kind: "html", status: 200 }],
    ["the answer is empty and nothing was applied", { kind: "not_applied_empty" }],
    ["nobody answers at all", { kind: "hang" }],
  ])(
    "is repeated once, after two reads with a settle time before each, when %s",
    async (_name, fault) => {
      const order = await aParcel()
      stage.fault("orders.shipping", fault)
      await stage.sender().round()
      for (const reads of [1, 0]) {
        await stage.pass(SETTLE_MS - 30_000)
        expect(await stage.sender().round()).toBe(0)
        await stage.pass(30_000)
        expect(await stage.sender().round()).toBe(1)
        expect(stage.posts(order)).toBe(2 - reads)
      }
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(stage.posts(order)).toBe(2)
      expect(stage.shipped(order)).toBe(2)
    }
  )

  it("is repeated no later when the first read came a tick late", async () => {
    const order = await aParcel()
    stage.fault("orders.shipping", { kind: "drop_before" })
    await stage.sender().round()
    await stage.pass(SETTLE_MS + TICK_MS)
    expect(await stage.sender().round()).toBe(1)
    await stage.pass(SETTLE_MS - TICK_MS - 30_000)
    expect(await stage.sender().round()).toBe(0)
    expect(stage.posts(order)).toBe(1)
    await stage.pass(30_000)
    expect(await stage.sender().round()).toBe(1)
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.shipped(order)).toBe(2)
  })

  it("is done when the answer comes late, but before the timeout", async () => {
    const order = await aParcel()
    stage.fault("orders.shipping", { kind: "delay", ms: TIMEOUT_MS / 3 })
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
  })

  it("that is given up is closed to everybody, a person too, for the settle time", async () => {
    const order = await aParcel()
    stage.fault("orders.shipping", { kind: "drop_before" })
    await stage.sender().round()
    await stage.pass(49 * 3_600_000)
    stage.fault("orders.shipping", { kind: "drop_after" })
    await stage.passTwoReads()
    expect(await stage.statuses(order)).toEqual(["needs_attention"])
    expect(await stage.queue(order)).toMatchObject({ in_doubt: true })
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.queue(order)).toMatchObject({ in_doubt: false, next_due_at: null })
  })
})

describe("reading", () => {
  it.each<[string, Fault]>([
    ["a broken connection", { kind: "drop_before" }],
    ["a 503", { kind: "status", status: 503 }],
    ["half a document", { kind: "malformed" }],
    ["a page of a gateway", { kind: "html", status: 200 }],
    ["no answer", { kind: "hang" }],
  ])("that ends with %s sends nothing and is repeated", async (_name, fault) => {
    const order = await aParcel()
    stage.fault("orders.get", fault)
    await stage.sender().round()
    expect(stage.posts(order)).toBe(0)
    expect(await stage.statuses(order)).toEqual(["pending"])
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  })

  it("that shows a status nobody knows sends nothing, and a person sees the value", async () => {
    const order = await aParcel()
    const body = unknownStatus(order.po)
    stage.fault("orders.get", { kind: "status", status: 200, body })
    await stage.sender().round()
    expect(stage.posts(order)).toBe(0)
    expect(await stage.statuses(order)).toEqual(["needs_attention"])
    expect((await stage.attention(order)).error).toContain("Teleported")
  })

  it("that does not show yet what was applied is not believed: a second one tells, and nothing is repeated", async () => {
    const order = await aParcel()
    stage.fault("orders.shipping", { kind: "drop_after" })
    await stage.sender().round()
    stage.fault("orders.get", { kind: "stale_read" })
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.queue(order)).toMatchObject({
      in_doubt: true,
      attempts: 1,
      last_error_code: "not_seen",
    })
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
    expect(stage.shipped(order)).toBe(2)
  })

  /** A person retries, and Walmart shows the order once more as it was before. */
  async function retryOnAnOldRead(order: KnownOrder): Promise<void> {
    const [{ id }] = await loadUpdates(stage.db, order.id)
    stage.fault("orders.get", { kind: "stale_read" })
    expect(await intervene(stage.db, id, { action: "retry", by: "user_1" })).toBe("done")
    await stage.sender().round()
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
  }

  /** Sends, and leaves the database as if the process had died between writing down the answer and settling the update. */
  async function dieBehindItsYes(): Promise<void> {
    await stage.sender().round()
    await stage.db.raw("UPDATE walmart_update SET status = 'pending', sent_at = NULL")
    await stage.db.raw(
      `UPDATE walmart_queue SET leased = true, in_doubt = true, next_due_at = now() + interval '120 seconds'`
    )
  }

  it("that is old behind Walmart's yes is not believed either, when the sender died in between", async () => {
    const order = await aParcel()
    await dieBehindItsYes()
    stage.fault("orders.get", { kind: "stale_read" })
    await stage.pass(LEASE_MS)
    await stage.sender().round()
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  })

  it("that is old when a person retries behind a yes nobody wrote down is not believed either", async () => {
    const order = await aParcel()
    await dieBehindItsYes()
    await stage.pass(LEASE_MS)
    stage.fault("orders.get", { kind: "status", status: 404 })
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["needs_attention"])
    await retryOnAnOldRead(order)
    expect(stage.posts(order)).toBe(1)
  })

  it("that is old when a person retries what was given up is not believed either", async () => {
    const order = await aParcel()
    stage.fault("orders.shipping", { kind: "drop_before" })
    await stage.sender().round()
    await stage.pass(49 * 3_600_000)
    await stage.sender().round()
    stage.fault("orders.shipping", { kind: "drop_after" })
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["needs_attention"])
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    await retryOnAnOldRead(order)
    expect(stage.shipped(order)).toBe(2)
  })

  it("that does not show a confirmed parcel holds up nothing that comes later", async () => {
    const order = await aParcel()
    stage.fault("orders.shipping", { kind: "drop_after" })
    await stage.sender().round()
    await stage.enqueue(order, [shipment({ 1: 1 })])
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent", "sent"])
  })
})

function unknownStatus(po: string): unknown {
  const order = JSON.parse(
    JSON.stringify(stage.simulator.control.run("GET", `orders/${po}`))
  ) as Record<string, unknown>
  const amount = { currency: "USD", amount: 20 }
  const status = {
    status: "Teleported",
    statusQuantity: { unitOfMeasurement: "EACH", amount: "4" },
  }
  const line = {
    lineNumber: "1",
    item: { productName: "Mug", sku: "MUG-1" },
    charges: { charge: [{ chargeType: "PRODUCT", chargeName: "ItemPrice", chargeAmount: amount }] },
    orderLineQuantity: { unitOfMeasurement: "EACH", amount: "4" },
    statusDate: Date.now(),
    orderLineStatuses: { orderLineStatus: [status] },
  }
  return {
    order: {
      purchaseOrderId: po,
      customerOrderId: order.customerOrderId,
      customerEmailId: "a@relay.walmart.com",
      orderDate: Date.now(),
      shippingInfo: {
        methodCode: "Standard",
        estimatedShipDate: Date.now(),
        estimatedDeliveryDate: Date.now(),
      },
      orderLines: { orderLine: [line] },
      shipNode: { type: "SellerFulfilled", name: "x", id: "1" },
    },
  }
}

describe("the network", () => {
  it("that breaks before the request arrives: one effect in the end", async () => {
    const order = await aParcel()
    await cutAt("call_begun", "cut_request")
    expect(stage.posts(order)).toBe(0)
    await stage.passTwoReads()
    expect(stage.shipped(order)).toBe(2)
  })

  it("that breaks when the answer comes back: one effect and one call", async () => {
    const order = await aParcel()
    await cutAt("call_begun", "cut_answer")
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
  })

  it("that goes silent on an open connection ends at the timeout, and the client itself gives that connection up", async () => {
    const order = await aParcel()
    const made = connectionsMade()
    const silent: Socket[] = []
    const failpoint = (point: string): void => {
      if (point !== "call_begun" || silent.length > 0) return
      silent.push(...made().filter(({ remotePort }) => remotePort === stage.proxy.port))
      stage.proxy.mode = "stall"
    }
    const sender = stage.sender((deps) => ({ ...deps, failpoint }))
    // The silence never ends: that the round does is the timeout's doing.
    await sender.round()
    expect(silent.map(({ destroyed }) => destroyed)).toEqual([true])
    expect(await stage.queue(order)).toMatchObject({ in_doubt: true })
    // The connection works again, and nobody has ended it: a client that still trusted it would use it.
    stage.proxy.mode = "pass"
    const before = stage.proxy.connections
    await stage.pass(SETTLE_MS)
    expect(await sender.round()).toBe(1)
    expect(stage.proxy.connections).toBe(before + 1)
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(stage.shipped(order)).toBe(2)
  })

  it.each([
    ["nobody listens", "http://127.0.0.1:1"],
    ["the name does not exist", "https://walmart.invalid"],
    ["the other side does not speak TLS", "tls"],
  ])(
    "where %s: nothing was sent, nothing is doubtful, and it is tried again",
    async (_name, url) => {
      const order = await aParcel()
      const baseUrl = url === "tls" ? `https://127.0.0.1:${stage.simulator.port}` : url
      const [account] = stage.options.accounts
      const options = { ...stage.options, accounts: [{ ...account, baseUrl }] }
      await stage.senderWith(options).round()
      expect(await stage.statuses(order)).toEqual(["pending"])
      expect(await stage.queue(order)).toMatchObject({ in_doubt: false, attempts: 0 })
      await stage.pass(SETTLE_MS)
      await stage.sender().round()
      expect(await stage.statuses(order)).toEqual(["sent"])
    }
  )

  /** Notes the connections that this process makes. @returns ends that, and tells which were made */
  function connectionsMade(): () => Socket[] {
    const made: Socket[] = []
    const note = (message: unknown): void => {
      made.push((message as { socket: Socket }).socket)
    }
    subscribe("net.client.socket", note)
    return () => {
      unsubscribe("net.client.socket", note)
      return made
    }
  }

  function breakAt(point: string, mode: ProxyMode) {
    return (at: string): void => {
      if (at === point) stage.proxy.mode = mode
    }
  }

  async function cutAt(point: string, mode: ProxyMode): Promise<void> {
    await stage.sender((deps) => ({ ...deps, failpoint: breakAt(point, mode) })).round()
    stage.proxy.mode = "pass"
    stage.proxy.cutAll()
  }
})

describe("the account's keys", () => {
  it("expire in mid-work: one new token for all, every call once more, no attempt counted", async () => {
    const orders = await parcels(6)
    const sender = stage.sender()
    await sender.deps.client.getOrder(orders[0].po)
    const before = calls("/v3/token")
    stage.simulator.control.run("POST", "time", { advanceMs: 901_000 })
    await sender.round(5)
    expect(calls("/v3/token") - before).toBe(1)
    for (const order of orders) {
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(await stage.queue(order)).toMatchObject({ attempts: 0 })
    }
  })

  it("cannot be used because the token service is down: everything stays due, and the service is not hammered", async () => {
    const orders = await parcels(40)
    const before = calls("/v3/token")
    stage.fault("token", { kind: "status", status: 503 }, { times: 1_000 })
    expect(await stage.sender().round(5)).toBeLessThanOrEqual(5)
    await stage.pass(20_000)
    expect(await stage.sender().round(5)).toBe(0)
    expect(calls("/v3/token") - before).toBeLessThanOrEqual(5)
    stage.calm()
    await stage.pass(10_000)
    await stage.sender().round(5)
    for (const order of orders) {
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(await stage.queue(order)).toMatchObject({ attempts: 0 })
    }
  })

  it("are refused: the account waits with a reason, no order is handed over, and it goes on with good keys", async () => {
    const orders = await parcels(40)
    const [account] = stage.options.accounts
    const options = { ...stage.options, accounts: [{ ...account, clientSecret: "wrong" }] }
    const before = calls("/v3/token")
    await stage.senderWith(options).round(5)
    expect(calls("/v3/token") - before).toBeLessThanOrEqual(5)
    const { rows } = await stage.db.raw("SELECT * FROM walmart_account")
    expect(rows[0].last_error).toContain("does not accept the client id")
    expect(rows[0].blocked_until.getTime()).toBeGreaterThan(Date.now())
    expect(await stage.sender().round()).toBe(0)
    await stage.pass(15 * 60_000)
    await stage.sender().round(5)
    for (const order of orders) expect(await stage.statuses(order)).toEqual(["sent"])
  })

  async function parcels(count: number) {
    const orders = []
    for (let n = 0; n < count; n++) orders.push(await aParcel())
    return orders
  }
})

/** A process whose clock is off by so many milliseconds. */
function skewedBy(offMs: number) {
  const now = () => Date.now() + offMs
  const client = clientFor(stage.db, stage.options.accounts[0], stage.options, now)
  return (deps: SenderDeps): SenderDeps => ({ ...deps, client, now })
}

it.each([
  ["slow", -600_000],
  ["fast", 600_000],
])(
  "of two processes with clocks 20 minutes apart, the %s one first: the database alone says when a lease ends and when to read",
  async (_name, offMs) => {
    const order = await aParcel()
    const [one, other] = [stage.sender(skewedBy(offMs)), stage.sender(skewedBy(-offMs))]
    expect(await one.claim()).toHaveLength(1)
    await expectDueIn(order, LEASE_MS)
    await stage.pass(LEASE_MS - 30_000)
    expect(await other.claim()).toEqual([])
    await stage.pass(30_000)
    stage.fault("orders.shipping", { kind: "drop_before" })
    expect(await other.round()).toBe(1)
    for (const reader of [one, other]) {
      await expectDueIn(order, SETTLE_MS)
      await stage.pass(SETTLE_MS - 30_000)
      expect(await Promise.all([one.round(), other.round()])).toEqual([0, 0])
      expect(stage.posts(order)).toBe(1)
      await stage.pass(30_000)
      expect(await reader.round()).toBe(1)
    }
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(2)
    expect(stage.shipped(order)).toBe(2)
  }
)

/** By the database's clock, less what the statements since took. */
async function expectDueIn({ id }: KnownOrder, ms: number): Promise<void> {
  const { rows } = await stage.db.raw<{ rows: { ms: number }[] }>(
    `SELECT (extract(epoch FROM next_due_at - now()) * 1000)::float AS ms FROM walmart_queue
     WHERE subject_id = ?`,
    [id]
  )
  expect(rows[0].ms).toBeLessThanOrEqual(ms)
  expect(rows[0].ms).toBeGreaterThan(ms - 25_000)
}

describe("Walmart's rate limit", () => {
  const MINUTE = 60_000
  const inAMinute = () => Date.now() + MINUTE

  it.each<[string, () => Record<string, string>, number]>([
    ["in epoch milliseconds", () => ({ "x-next-replenish-time": String(inAMinute()) }), MINUTE],
    [
      "in epoch seconds",
      () => ({ "x-next-replenishment-time": String(Math.ceil(inAMinute() / 1000)) }),
      MINUTE,
    ],
    [
      "as a date",
      () => ({ "X-Next-Replenishment-Time": new Date(inAMinute()).toISOString() }),
      MINUTE,
    ],
    ["as Retry-After", () => ({ "retry-after": "60" }), MINUTE],
    ["not at all", () => ({}), MINUTE / 2],
    ["as garbage", () => ({ "x-next-replenish-time": "soon" }), MINUTE / 2],
    ["in the year 2286", () => ({ "x-next-replenish-time": "9999999999999" }), 15 * MINUTE],
  ])(
    "that names its end %s stops every process until then, and counts as no attempt",
    async (_name, headers, endMs) => {
      const order = await aParcel()
      const other = await aParcel()
      stage.fault("orders.shipping", { kind: "rate_limited", headers: headers() }, { times: 2 })
      await stage.sender().round(1)
      const limited = stage.posts(order) + stage.posts(other)
      expect(limited).toBe(1)
      expect(await stage.sender().round(3)).toBe(0)
      await stage.pass(endMs / 2)
      expect(await stage.sender().round(3)).toBe(0)
      expect(stage.posts(order) + stage.posts(other)).toBe(1)
      stage.calm()
      await stage.pass(endMs / 2 + 2_000)
      await stage.sender().round()
      for (const one of [order, other]) {
        expect(await stage.statuses(one)).toEqual(["sent"])
        expect(await stage.queue(one)).toMatchObject({ attempts: 0 })
      }
    }
  )

  it.each([-600_000, 600_000])(
    "is waited for by Walmart's own clock when this process's is %d ms off",
    async (offMs) => {
      const order = await aParcel()
      const headers = { "x-next-replenish-time": String(Date.now() + 60_000) }
      stage.fault("orders.shipping", { kind: "rate_limited", headers })
      const sender = stage.sender(skewedBy(offMs))
      await sender.round()
      await stage.pass(30_000)
      expect(await sender.round()).toBe(0)
      await stage.pass(32_000)
      await sender.round()
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(stage.posts(order)).toBe(2)
    }
  )

  it("that is used up by another program is believed: no more calls are left than Walmart says", async () => {
    const order = await aParcel()
    await stage.sender().round()
    await stage.db.raw(
      "UPDATE walmart_rate_limit SET tokens = 10, refilled_at = now() WHERE endpoint = 'orders.get'"
    )
    stage.simulator.control.run("POST", "rate-limits", {
      off: false,
      "orders.get": { capacity: 3, perMinute: 60 },
    })
    const { client } = stage.sender().deps
    await client.getOrder(order.po)
    const { rows } = await stage.db.raw(
      "SELECT tokens FROM walmart_rate_limit WHERE endpoint = 'orders.get'"
    )
    expect(rows[0].tokens).toBeLessThanOrEqual(3)
  })

  it("that another program has used up but for one call is followed: the others wait for their turn, none is refused, and all are sent", async () => {
    const [account] = stage.options.accounts
    const limit = { perMinute: 120, burst: 100 }
    const limits = { ...stage.options, rateLimits: { "orders.shipping": limit } }
    const client = clientFor(stage.db, account, limits)
    const other = clientFor(stage.db, { ...account, id: "elsewhere" }, stage.options)
    const orders = [await aParcel(), await aParcel(), await aParcel()]
    // Twice as fast as ours, so that a busy machine does not decide whether a turn that was waited for is there.
    const walmarts = { capacity: 3, perMinute: 240 }
    stage.simulator.control.run("POST", "rate-limits", { off: false, "orders.shipping": walmarts })
    // Of an order that is nobody's: it spends a call, and changes nothing.
    for (let n = 0; n < 2; n++) await expect(other.ship("no-order", {})).rejects.toThrow()
    await stage.sender((deps) => ({ ...deps, client })).round(1)
    const ours = orders.flatMap(({ po }) => stage.simulator.control.requests(`/v3/orders/${po}/`))
    expect(ours.map(({ status }) => status)).toEqual([200, 200, 200])
    for (const order of orders) {
      expect(await stage.statuses(order)).toEqual(["sent"])
      expect(await stage.outcomes(order)).toEqual(["applied"])
    }
  })

  it("that another program shares costs a refused call or two and no attempt, and everything is sent in the end", async () => {
    const limit = { perMinute: 300, burst: 100 }
    const limits = { ...stage.options, rateLimits: { "orders.shipping": limit } }
    const [account] = stage.options.accounts
    const client = clientFor(stage.db, account, limits)
    const other = clientFor(stage.db, { ...account, id: "elsewhere" }, limits)
    const orders = [await aParcel(), await aParcel(), await aParcel()]
    // Every call uses up what there is, and the next one is to be had after half a second.
    const walmarts = { capacity: 1, perMinute: 120 }
    stage.simulator.control.run("POST", "rate-limits", { off: false, "orders.shipping": walmarts })
    const takesATurn = async () => {
      // Of an order that is nobody's: it spends a call, and changes nothing.
      const refusal = await other.ship("no-order", {}).catch((error: unknown) => error)
      return !(refusal instanceof ThrottledError)
    }
    let begun = 0
    const failpoint = async (point: string) => {
      if (point === "call_begun" && ++begun === 2) await waitFor("the other's turn", takesATurn)
    }
    const sender = stage.sender((deps) => ({ ...deps, client, failpoint }))
    const isDone = async () => {
      await sender.round(1)
      return orders.every((order) => stage.shipped(order) === 2)
    }
    await waitFor("all parcels", isDone)
    const ours = orders.flatMap(({ po }) => stage.simulator.control.requests(`/v3/orders/${po}/`))
    const refused = ours.filter(({ status }) => status === 429).length
    expect(ours).toHaveLength(orders.length + refused)
    expect([1, 2]).toContain(refused)
    for (const order of orders) expect(await stage.queue(order)).toMatchObject({ attempts: 0 })
  })

  it("is obeyed again at once when the database's clock was set back an hour", async () => {
    const order = await aParcel()
    await stage.sender().deps.client.getOrder(order.po)
    await stage.db.raw(
      "UPDATE walmart_rate_limit SET refilled_at = now() + interval '1 hour', tokens = 0.5"
    )
    await stage.sender().round()
    await stage.pass(30_000)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
  })
})

it("an outage of hours costs one probe each time the breaker has been open, and everything is sent afterwards in its order", async () => {
  const HOURS = 3
  const orders: KnownOrder[] = []
  for (let n = 0; n < 10; n++) {
    const order = await aParcel()
    await stage.enqueue(order, [cancellation({ 1: 1 })])
    orders.push(order)
  }
  const posts = () => orders.reduce((sum, order) => sum + stage.posts(order), 0)
  const reads = () => calls("/v3/orders/") - orders.length - posts()
  stage.fault("orders.shipping", { kind: "status", status: 503 }, { times: 1_000 })
  const sender = stage.sender()
  await sender.round(1)
  const { failures } = stage.options.breaker
  expect(posts()).toBe(failures)
  const openings = HOURS * 12
  for (let n = 0; n < openings; n++) {
    expect(await breakerOpenForMs()).toBeGreaterThan(stage.options.breaker.openMs / 2)
    const before = posts()
    expect(await sender.round(1)).toBe(0)
    await stage.pass(5 * 60_000)
    await sender.round(1)
    expect(posts() - before).toBe(1)
  }
  expect(reads()).toBeLessThanOrEqual(failures + openings * orders.length)
  stage.calm()
  for (let n = 0; n < 3; n++) {
    await stage.pass(30 * 60_000)
    await stage.sender().round()
  }
  expect(await stage.findings(true)).toEqual([])
})

async function breakerOpenForMs(): Promise<number> {
  const { rows } = await stage.db.raw<{ rows: { ms: number }[] }>(
    `SELECT (extract(epoch FROM open_until - now()) * 1000)::float AS ms FROM walmart_rate_limit
     WHERE endpoint = 'orders.shipping'`
  )
  return rows[0].ms
}

describe("a refusal", () => {
  it("of one line while another was applied leaves only that line to a person", async () => {
    stage.simulator.control.run("POST", "options", { partialWrites: true })
    const order = await stage.anOrder([1, 1])
    await stage.enqueue(order, [shipment({ 1: 1, 2: 1 })])
    const failpoint = (point: string): void => {
      const lines = [{ lineNumber: "2" }]
      if (point === "call_begun" && stage.posts(order) === 0)
        stage.simulator.control.run("POST", `orders/${order.po}/cancel`, { lines })
    }
    await stage.sender((deps) => ({ ...deps, failpoint })).round()
    expect(stage.shipped(order)).toBe(1)
    expect(await stage.statuses(order)).toEqual(["needs_attention"])
    expect((await stage.attention(order)).error_code).toBe("line_not_open")
  })

  it("that never ends waits for a person after three real attempts, and what follows waits behind it", async () => {
    const stuck = await stage.anOrder([4])
    await stage.enqueue(stuck, [shipment({ 1: 1 }), cancellation({ 1: 1 })])
    const free = await aParcel()
    stage.fault("orders.shipping", REFUSAL, { times: 100, purchaseOrderId: stuck.po })
    for (let n = 0; n < 4; n++) {
      await stage.sender().round()
      await stage.pass(SETTLE_MS)
    }
    expect(await stage.statuses(stuck)).toEqual(["needs_attention", "pending"])
    expect(stage.posts(stuck)).toBe(3)
    expect(await stage.statuses(free)).toEqual(["sent"])
    const { error, remedy: step } = await stage.attention(stuck)
    expect(error).toBeTruthy()
    expect(step).toBeTruthy()
  })

  it("behind failures of another kind still waits for three of its own kind", async () => {
    const order = await aParcel()
    const broken: Fault = { kind: "status", status: 503 }
    for (const fault of [broken, broken, REFUSAL, REFUSAL]) {
      stage.fault("orders.shipping", fault)
      await untilCalled(order)
      expect(await stage.statuses(order)).toEqual(["pending"])
    }
    expect(await stage.queue(order)).toMatchObject({ attempts: 4, refusals: 2 })
    stage.fault("orders.shipping", REFUSAL)
    await untilCalled(order)
    expect(await stage.statuses(order)).toEqual(["needs_attention"])
  })

  /** Looks in again and again, a settle time apart, until one more call was made. */
  async function untilCalled(order: KnownOrder): Promise<void> {
    const before = stage.posts(order)
    for (let n = 0; n < 3 && stage.posts(order) === before; n++) {
      await stage.sender().round()
      await stage.pass(SETTLE_MS)
    }
  }

  it("of a generic kind that passes is sent after all", async () => {
    const order = await aParcel()
    stage.fault("orders.shipping", REFUSAL)
    await stage.sender().round()
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
  })
})

describe("an outage that is answered with a 400 which names nothing of the request", () => {
  const entry = {
    code: "INVALID_REQUEST.GMP_ORDER_API",
    field: "data",
    description: "Invalid Request",
    info: "Request invalid.",
    severity: "ERROR",
    category: "DATA",
    causes: [],
    errorIdentifiers: { entry: [] },
  }
  const description = "An UnKnown Error occurred in communicating-with OMS Server"
  const ANSWERS: [string, Fault][] = [
    ["an invalid request", answered({ errors: { error: [entry] } })],
    ["a silent order system", answered({ errors: { error: [{ ...entry, description }] } })],
    ["nothing at all", answered("")],
    ["a gateway's page", { kind: "html", status: 400 }],
    ["a gateway's page that forbids", { kind: "html", status: 403 }],
  ]

  function answered(body: unknown): Fault {
    return { kind: "status", status: 400, body }
  }

  it.each(ANSWERS)("is outlasted: %s", async (_name, fault) => {
    const order = await aParcel()
    stage.fault("orders.shipping", fault, { times: 100 })
    await stage.sender().round()
    expect((await stage.queue(order)).last_error_code).toBe("walmart_outage")
    for (let n = 0; n < 10; n++) {
      await stage.pass(60 * 60_000)
      await stage.sender().round()
    }
    expect(await stage.statuses(order)).toEqual(["pending"])
    expect(await stage.queue(order)).toMatchObject({ state: "ok", refusals: 0 })
    expect(stage.posts(order)).toBeGreaterThan(4)
    stage.simulator.control.run("DELETE", "faults")
    await stage.passTwoReads()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.shipped(order)).toBe(2)
  })

  it("hands the order to a person when it lasts longer than is tried", async () => {
    const order = await aParcel()
    const [[, fault]] = ANSWERS
    stage.fault("orders.shipping", fault, { times: 100 })
    await stage.sender().round()
    await stage.pass(49 * 3_600_000)
    await stage.passTwoReads()
    expect(await stage.statuses(order)).toEqual(["needs_attention"])
    expect((await stage.attention(order)).error).toContain("Invalid Request")
    await stage.pass(SETTLE_MS)
    await stage.sender().round()
    stage.asked.splice(0)
  })
})

describe("what was done elsewhere", () => {
  const elsewhere = (po: string, what: string, body: object) =>
    stage.simulator.control.run("POST", `orders/${po}/${what}`, body)

  it("shipped with the same number: done without a call", async () => {
    const order = await stage.anOrder([1])
    await stage.enqueue(order, [shipment({ 1: 1 }, "LX77777777")])
    elsewhere(order.po, "ship", { carrier: "OnTrac", trackingNumber: "LX77777777" })
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(0)
    stage.asked.splice(0)
  })

  it("shipped with the same number while our call is under way: Walmart says 400, the order is read again, and it is done", async () => {
    const order = await stage.anOrder([1])
    await stage.enqueue(order, [shipment({ 1: 1 }, "LX99999999")])
    const failpoint = (point: string): void => {
      const shipped = { carrier: "OnTrac", trackingNumber: "LX99999999" }
      if (point === "call_begun") elsewhere(order.po, "ship", shipped)
    }
    await stage.sender((deps) => ({ ...deps, failpoint })).round()
    expect(await stage.outcomes(order)).toEqual(["refused"])
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(1)
    expect(stage.simulator.control.ledger(order.po)).toMatchObject([{ by: "elsewhere" }])
    stage.asked.splice(0)
  })

  it("shipped with another number: a person sees both", async () => {
    const order = await stage.anOrder([1])
    await stage.enqueue(order, [shipment({ 1: 1 }, "LX88888888")])
    elsewhere(order.po, "ship", { carrier: "UPS", trackingNumber: "OTHER12345" })
    await stage.sender().round()
    expect((await stage.attention(order)).error).toMatch(/OTHER12345.*LX88888888/)
    expect(stage.posts(order)).toBe(0)
  })

  it("canceled there, shipped here: no blind call, a person decides", async () => {
    const order = await aParcel()
    elsewhere(order.po, "cancel", {})
    await stage.sender().round()
    expect((await stage.attention(order)).error_code).toBe("line_not_open")
    expect(stage.posts(order)).toBe(0)
  })

  it("shipped there, canceled here: no blind call, a person decides", async () => {
    const order = await stage.anOrder([1])
    await stage.enqueue(order, [cancellation({ 1: 1 })])
    elsewhere(order.po, "ship", { carrier: "UPS", trackingNumber: "OTHER12345" })
    await stage.sender().round()
    expect((await stage.attention(order)).error_code).toBe("line_already_shipped")
    expect(stage.posts(order)).toBe(0)
  })

  it("shipped there in part, canceled here: what is open is canceled once, a person decides about the rest", async () => {
    const order = await stage.anOrder([3])
    await stage.enqueue(order, [cancellation({ 1: 3 })])
    const lines = [{ lineNumber: "1", quantity: 2 }]
    elsewhere(order.po, "ship", { carrier: "UPS", trackingNumber: "OTHER12345", lines })
    for (let n = 0; n < 2; n++) {
      await stage.sender().round()
      await stage.pass(SETTLE_MS)
    }
    expect((await stage.attention(order)).error_code).toBe("line_already_shipped")
    expect(stage.posts(order)).toBe(1)
    expect(stage.simulator.control.ledger(order.po)).toMatchObject([
      { by: "elsewhere", effect: "shipped", quantity: 2 },
      { by: "seller_api", effect: "cancelled", quantity: 1 },
    ])
  })

  it("acknowledged there: done without a call", async () => {
    const order = await stage.anOrder([1], "Created")
    await stage.enqueue(order, [acknowledgment()])
    elsewhere(order.po, "acknowledge", {})
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["sent"])
    expect(stage.posts(order)).toBe(0)
    stage.asked.splice(0)
  })
})

describe("a row that this version cannot send", () => {
  it.each([
    ["of another version", `payload_version = 99`],
    ["whose payload makes no sense", `payload = '{"kind": "shipment", "packages": null}'`],
    ["whose payload is null", `payload = 'null'`],
    ["whose payload is a number", `payload = '5'`],
    ["of a kind nobody knows", `payload = '{"kind": "teleportation"}'`],
  ])("%s waits for a person, and other orders go on", async (_name, change) => {
    const broken = await stage.anOrder([4])
    const [id] = await stage.enqueue(broken, [shipment({ 1: 1 }), shipment({ 1: 1 })])
    await stage.db.raw(`UPDATE walmart_update SET ${change} WHERE id = ?`, [id])
    const good = await aParcel()
    for (let n = 0; n < 3; n++) {
      await stage.sender().round()
      await stage.pass(SETTLE_MS)
    }
    expect(await stage.statuses(broken)).toEqual(["needs_attention", "pending"])
    expect((await stage.attention(broken)).remedy).toBeTruthy()
    expect(await stage.statuses(good)).toEqual(["sent"])
    expect(stage.posts(broken)).toBe(0)
  })
})
