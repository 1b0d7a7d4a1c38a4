import { waitFor } from "../../testing/wait-for"
import { databaseUrlOf } from "../helpers/database-url"
import { OwnStore } from "../../testing/own-store"
import { ACCESS_TOKEN, basicOf } from "../helpers/secrets"
import type { Fault } from "../../simulator"

/* A whole store that dies behind Medusa's own Ship screen. Jobs look in every five seconds, which is the shortest tick there is. */

const TICK_MS = 5_000
const SWEEP_MS = 5_000
/** A sixth of the shipped times, but for a call's: a busy machine shall see what happens during one. */
const TIMES = { callTimeoutMs: 10_000, settleMs: 6_000, leaseMarginMs: 3_000, leaseMs: 20_000 }
const RECOVERY_MS = TIMES.leaseMs + TIMES.settleMs + TICK_MS
/** What a busy machine may take on top for a call and a tick that comes late. */
const SLACK_MS = 60_000

/** What Kubernetes gives a container between SIGTERM and SIGKILL. */
const GRACE_MS = 30_000

const MUG = { lines: [{ sku: "MUG-1", quantity: 2, price: 19.98 }] }
const NUMBER = "1Z999AA10123456784"

let store: OwnStore

beforeAll(async () => {
  const schedules = { sendEveryMs: TICK_MS, pollEveryMs: TICK_MS, sweepEveryMs: SWEEP_MS }
  const plugin = { schedules, concurrency: 1, ...TIMES }
  store = await OwnStore.open({
    databaseUrl: databaseUrlOf("walmart_crashes"),
    plugin,
    env: { DISABLE_ADMIN: "true" },
  })
})

afterAll(() => store.close())

const shipped = (po: string) => store.ledger(po, "shipped").map(({ quantity }) => quantity)

const calls = (po: string) => store.simulator.control.requests(`/v3/orders/${po}/shipping`).length

function arm(purchaseOrderId: string, fault: Fault): void {
  const armed = { route: "orders.shipping", purchaseOrderId, fault }
  store.simulator.control.run("POST", "faults", armed)
}

/** Ships an order whose call meets a fault, and waits until Walmart has the call. @returns the purchase order */
async function callUnderWay(fault: Fault): Promise<string> {
  const { orderId, purchaseOrderId: po } = await store.order(MUG)
  arm(po, fault)
  await store.ship(orderId)
  await waitFor("the call to reach Walmart", () => calls(po) === 1, { everyMs: 5 })
  return po
}

/** How many orders a process owns. */
async function leased(): Promise<number> {
  const { rows } = await store.db.query("SELECT 1 FROM walmart_queue WHERE leased")
  return rows.length
}

/** Whether an update of this kind is on its order's record, in a state. */
async function updateIs(po: string, status: string): Promise<boolean> {
  const { rows } = await store.db.query(
    `SELECT 1 FROM walmart_update u JOIN walmart_order o ON o.id = u.walmart_order_id
     WHERE o.purchase_order_id = $1 AND u.kind = 'shipment' AND u.status = $2`,
    [po, status]
  )
  return rows.length > 0
}

/** How many Medusa orders were made of these purchase orders. */
async function medusaOrders(numbers: string[]): Promise<number> {
  const { rows } = await store.db.query(
    `SELECT 1 FROM "order" WHERE metadata->>'walmart_purchase_order_id' = ANY($1)`,
    [numbers]
  )
  return rows.length
}

it("killed right behind the Ship screen's yes: the parcel arrives once, within lease + settle + one tick of the restart", async () => {
  const { orderId, purchaseOrderId: po } = await store.order(MUG)
  await store.ship(orderId)
  store.kill()
  await store.boot()
  await store.ledgerHas(po, "shipped", { timeoutMs: RECOVERY_MS + SLACK_MS, everyMs: 50 })
  await waitFor("the update to be finished", () => updateIs(po, "sent"))
  expect(shipped(po)).toEqual([2])
})

it("killed while nothing was claimed: the parcel arrives within one tick of the restart", async () => {
  const { orderId, purchaseOrderId: po } = await store.order(MUG)
  await store.db.query("UPDATE walmart_account SET paused = true")
  await store.ship(orderId)
  await waitFor("the shipment to be queued", () => updateIs(po, "pending"))
  store.kill()
  await store.db.query("UPDATE walmart_account SET paused = false")
  await store.boot()
  await store.ledgerHas(po, "shipped", { timeoutMs: 2 * TICK_MS + SLACK_MS, everyMs: 50 })
  expect(shipped(po)).toEqual([2])
})

it("killed while Walmart was applying the call: one effect", async () => {
  const po = await callUnderWay({ kind: "delay", ms: 8_000 })
  store.kill()
  await store.boot()
  const inTime = { timeoutMs: RECOVERY_MS + SLACK_MS }
  await waitFor("the update to be finished", () => updateIs(po, "sent"), inTime)
  expect({ calls: calls(po), shipped: shipped(po) }).toEqual({ calls: 1, shipped: [2] })
})

it("killed during a call that Walmart never saw: it is made again within lease + settle + one tick", async () => {
  const po = await callUnderWay({ kind: "hang" })
  const begunAt = Date.now()
  store.kill()
  await store.boot()
  // A machine on which booting takes longer than the lease has its first read after that.
  const left = Math.max(RECOVERY_MS - (Date.now() - begunAt), TIMES.settleMs + TICK_MS)
  await store.ledgerHas(po, "shipped", { timeoutMs: left + SLACK_MS, everyMs: 50 })
  expect({ calls: calls(po), shipped: shipped(po) }).toEqual({ calls: 2, shipped: [2] })
})

it("asked to end (SIGTERM) during its calls: it hears their answers, begins no other, ends well, and the rest is sent after the restart", async () => {
  const parcels = [await store.order(MUG), await store.order(MUG), await store.order(MUG)]
  const numbers = parcels.map(({ purchaseOrderId }) => purchaseOrderId)
  const [first, second, third] = numbers
  for (const po of [first, second]) arm(po, { kind: "delay", ms: 8_000 })
  // One by its wake-up and one by the round: with a concurrency of one, the third has to wait.
  for (const { orderId } of parcels) await store.ship(orderId)
  await waitFor("two calls under way", () => calls(first) + calls(second) === 2, { everyMs: 5 })
  const { code, ms } = await store.terminate()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(GRACE_MS)
  expect(await Promise.all(numbers.map((po) => updateIs(po, "sent")))).toEqual([true, true, false])
  expect(calls(third)).toBe(0)
  expect(await leased()).toBe(0)
  await store.boot()
  await store.ledgerHas(third, "shipped", { timeoutMs: 2 * TICK_MS + SLACK_MS, everyMs: 50 })
  expect(numbers.map((po) => [calls(po), shipped(po)])).toEqual(numbers.map(() => [1, [2]]))
})

it("asked to end (SIGTERM) during a call that never ends: it ends all the same, well within a deployment's patience", async () => {
  const po = await callUnderWay({ kind: "hang" })
  const { code, ms } = await store.terminate()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(GRACE_MS)
  await store.boot()
  await store.ledgerHas(po, "shipped", { timeoutMs: RECOVERY_MS + SLACK_MS, everyMs: 50 })
  expect(shipped(po)).toEqual([2])
})

it("asked to end (SIGTERM) in the middle of a poll: it takes no further order, ends in time, and the next poll takes the rest, each once", async () => {
  const made = Array.from({ length: 25 }, () => store.simulator.control.createOrder(MUG))
  const numbers = made.map(({ purchaseOrderId }) => purchaseOrderId)
  await waitFor("the first order", async () => (await medusaOrders(numbers)) > 0, { everyMs: 20 })
  const before = await medusaOrders(numbers)
  const { code, ms } = await store.terminate()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(GRACE_MS)
  // The order that was under way, and one that began before the signal was heard.
  const taken = (await medusaOrders(numbers)) - before
  expect(taken).toBeLessThanOrEqual(2)
  await store.boot()
  for (const po of numbers) await store.imported(po)
  expect(await medusaOrders(numbers)).toBe(numbers.length)
})

it("a shipment whose event was lost is found by the next sweep and sent at once", async () => {
  const { orderId, purchaseOrderId: po } = await store.order(MUG)
  const fulfillment = await store.admin.fulfill(orderId)
  await store.db.query(
    `INSERT INTO fulfillment_label (id, fulfillment_id, tracking_number, tracking_url, label_url)
     VALUES ($1, $2, $3, '#', '#')`,
    [`fulla_${po}`, fulfillment, NUMBER]
  )
  await store.db.query(
    "UPDATE fulfillment SET shipped_at = now(), updated_at = now() WHERE id = $1",
    [fulfillment]
  )
  await store.ledgerHas(po, "shipped", { timeoutMs: 2 * SWEEP_MS + SLACK_MS, everyMs: 50 })
  expect(shipped(po)).toEqual([2])
})

it("prints no buyer and no key, also when the database refuses a buyer's address", async () => {
  const BUYER = { name: "Plantedname Buyerson", address1: "77 Plantedstreet", city: "Plantedcity" }
  const where = { ...BUYER, state: "CA", postalCode: "94043", country: "USA" }
  await store.db.query(
    "ALTER TABLE order_address ADD CONSTRAINT nobody CHECK (address_1 <> '77 Plantedstreet') NOT VALID"
  )
  const customer = { address: where, customerEmailId: "planted@relay.walmart.example" }
  const { purchaseOrderId: po } = store.simulator.control.createOrder({ ...MUG, ...customer })
  const refused = () => /importing wmo_\w+ failed.*23514/.test(store.printed())
  await waitFor("the database to refuse the order", refused)
  await store.db.query("ALTER TABLE order_address DROP CONSTRAINT nobody")
  await store.ship(await store.imported(po))
  await store.ledgerHas(po, "shipped")
  const printed = store.printed()
  const keys = ["demo-secret", basicOf("demo-client", "demo-secret")]
  for (const secret of [...Object.values(BUYER), "planted@", "Buyerson", ...keys])
    expect(printed).not.toContain(secret)
  expect(printed).not.toMatch(ACCESS_TOKEN)
})
