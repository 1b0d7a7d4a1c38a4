import { PATIENCE_MS, waitFor } from "../../testing/wait-for"
import { SILENT_MS, TICK_MS } from "../../src/modules/walmart/scheduler/clock"
import { Fleet, type ProcessName, TIMES } from "./fleet"
import { hasRedisServer, RedisServer } from "./redis-server"

/*
 * Two servers and two workers on one database and one Redis, with Medusa's Redis event bus, workflow engine, locking and cache.
 * The tests share the store and its processes, in their order. Without a Redis at all they are skipped; on a Redis of somebody
 * else (REDIS_URL, and no redis-server on this machine) those that flush or kill it are.
 */

const SHARED_REDIS = process.env.REDIS_URL
const hasOwn = hasRedisServer()
const describeOnRedis = hasOwn || SHARED_REDIS ? describe : describe.skip
const itOnOwnRedis = hasOwn ? it : it.skip

/** Until Medusa's workflow engine gives up on a Redis that is away. */
const GIVE_UP_MS = 25_000

const promptly = { timeoutMs: 2 * TICK_MS + PATIENCE_MS, everyMs: 100 }
const afterAKill = {
  ...promptly,
  timeoutMs: TIMES.leaseMs + TIMES.settleMs + TICK_MS + PATIENCE_MS,
}
const afterSilence = { ...promptly, timeoutMs: SILENT_MS + 2 * TICK_MS + PATIENCE_MS }
const withoutRedis = { ...afterSilence, timeoutMs: afterSilence.timeoutMs + GIVE_UP_MS }

interface Parcel {
  po: string
  trackingNumber: string
}

describeOnRedis("two servers and two workers", () => {
  let redis: RedisServer | null = null
  let fleet: Fleet
  const parcels: Parcel[] = []

  beforeAll(async () => {
    if (hasOwn) redis = await RedisServer.start()
    fleet = await Fleet.start(redis?.url ?? SHARED_REDIS ?? "")
    // Four processes boot at the same time.
  })
  afterAll(async () => {
    await fleet?.close()
    await redis?.kill()
  })

  const ledger = (po: string) => fleet.simulator.control.ledger(po)
  const hasArrived = ({ po }: Parcel) => ledger(po).some(({ effect }) => effect === "shipped")
  const callersOf = (path: RegExp) => {
    const names = fleet.calls(path).map(({ channelType }) => channelType)
    return [...new Set(names)].sort()
  }

  /** Creates orders at Walmart and waits until each has its Medusa order. */
  async function importedOrders(count: number): Promise<string[]> {
    const lines = [{ sku: "MUG-1", quantity: 1, price: 9.99 }]
    const create = () => fleet.simulator.control.createOrder({ lines }).purchaseOrderId
    const pos = Array.from({ length: count }, create)
    for (const po of pos) await waitFor(`${po} in Medusa`, () => fleet.orderIdOf(po), afterSilence)
    return pos
  }

  /** Ships an order on the screens of a server. */
  async function ship(po: string, server: ProcessName): Promise<Parcel> {
    const orderId = (await fleet.orderIdOf(po)) ?? ""
    const admin = fleet.admin(server)
    const tracking_number = `QQ${77_000_000 + parcels.length}`
    const tracking_url = `https://track.example.com/${tracking_number}`
    await admin.ship(orderId, await admin.fulfill(orderId), [{ tracking_number, tracking_url }])
    const parcel = { po, trackingNumber: tracking_number }
    parcels.push(parcel)
    return parcel
  }

  it("import each order once, and only workers ask Walmart for orders", async () => {
    const pos = await importedOrders(16)
    await waitFor("both to have polled", () => callersOf(/\/orders$/).length === 2, afterSilence)
    expect(callersOf(/\/orders$/)).toEqual(["worker-1", "worker-2"])
    expect(await fleet.countOrders()).toBe(pos.length)
  })

  it("share a backlog of parcels from both servers, within one rate limit", async () => {
    const pos = await fleet.purchaseOrders()
    await fleet.pause()
    const sent: Parcel[] = []
    for (const [n, po] of pos.entries()) sent.push(await ship(po, n % 2 ? "server-1" : "server-2"))
    await fleet.resume()
    await waitFor("all parcels at Walmart", () => sent.every(hasArrived), afterSilence)
    expect(callersOf(/\/(acknowledge|shipping)$/)).toEqual(["worker-1", "worker-2"])
  })

  it("survive a worker that dies in mid-send, and a server right after it answered", async () => {
    const [inSend, answered] = await importedOrders(2)
    const fault = { kind: "delay", ms: 60_000 }
    const armed = { route: "orders.shipping", purchaseOrderId: inSend, fault }
    fleet.simulator.control.run("POST", "faults", armed)
    const first = await ship(inSend, "server-1")
    const [call] = await waitFor(
      "the call",
      () => {
        const calls = fleet.calls(new RegExp(`${inSend}/shipping$`))
        return calls.length > 0 && calls
      },
      promptly
    )
    fleet.kill(call.channelType as ProcessName)
    const second = await ship(answered, "server-1")
    fleet.kill("server-1")
    await waitFor("both parcels", () => [first, second].every(hasArrived), afterAKill)
    await waitFor("the first to be finished", () => fleet.isSent(inSend), afterAKill)
  })

  itOnOwnRedis("lose nothing when Redis is flushed: no event and no schedule is left", async () => {
    const [lost, next] = await importedOrders(2)
    const [worker] = fleet.alive("worker")
    fleet.signal(worker, "SIGSTOP")
    const parcel = await ship(lost, "server-2")
    await redis?.flush()
    fleet.signal(worker, "SIGCONT")
    await waitFor("the parcel of the lost event", () => hasArrived(parcel), afterSilence)
    const later = await ship(next, "server-2")
    await waitFor("the next parcel", () => hasArrived(later), promptly)
    await importedOrders(1)
  })

  itOnOwnRedis("send what is queued while Redis is away, and go on when it is back", async () => {
    const [queued, next] = await importedOrders(2)
    await fleet.pause()
    const parcel = await ship(queued, "server-2")
    await waitFor("the update", () => fleet.isQueued(queued), promptly)
    await redis?.kill()
    await fleet.resume()
    await waitFor("the parcel, without Redis", () => hasArrived(parcel), withoutRedis)
    await redis?.startAgain()
    const later = await ship(next, "server-2")
    await waitFor("the next parcel", () => hasArrived(later), afterSilence)
    await importedOrders(1)
  })

  it("sent each parcel exactly once, and were never told to slow down", async () => {
    for (const { po, trackingNumber } of parcels) {
      const effects = ledger(po).map((entry) => [entry.effect, entry.trackingNumber])
      expect(effects).toEqual([
        ["acknowledged", null],
        ["shipped", trackingNumber],
      ])
    }
    expect(await fleet.countOrders()).toBe((await fleet.purchaseOrders()).length)
    expect(fleet.calls(/./).filter(({ status }) => status === 429)).toEqual([])
  })
})
