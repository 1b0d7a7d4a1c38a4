import { askWalmart } from "../helpers/ask-walmart"
import { NO_LIMIT } from "../../testing/no-limit"
import { randomFrom } from "./fuzz/random"
import { mutated } from "./harness/mutate"
import { type KnownOrder, Stage } from "./harness/stage"
import { shipment } from "./harness/updates"

/* Walmart answers 200 with an order that is not as an order should be. The number in a test's name is the seed of what is wrong. */

const TRIES = 25
const SETTLE_MS = 60_000
const LEASE_MS = 120_000

let stage: Stage

beforeAll(async () => {
  stage = await Stage.start({
    breaker: { failures: 1_000_000, openMs: 100 },
    rateLimits: { "orders.get": NO_LIMIT, "orders.shipping": NO_LIMIT },
  })
})
afterAll(() => stage.close())

/** An order as Walmart really shows it. */
async function realAnswer({ po }: KnownOrder): Promise<unknown> {
  const [account] = stage.options.accounts
  return askWalmart({ ...account, url: stage.simulator.url }, `/v3/orders/${po}`)
}

async function aParcel(): Promise<KnownOrder> {
  const order = await stage.anOrder([3, 2])
  await stage.enqueue(order, [shipment({ 1: 2, 2: 1 })])
  return order
}

async function expectSettled(order: KnownOrder): Promise<void> {
  const { leased, last_error_code: code } = await stage.queue(order)
  const [status] = await stage.statuses(order)
  expect(leased).toBe(false)
  if (status === "needs_attention") expect(await stage.attention(order)).toMatchObject(SAID)
  else if (status === "pending") expect(code).toEqual(expect.stringMatching(/./))
  else expect(status).toBe("sent")
  const { rows } = await stage.db.raw<{ rows: { lines: number }[] }>(
    "SELECT count(*)::int AS lines FROM walmart_order_line WHERE walmart_order_id = ? AND quantity > 0",
    [order.id]
  )
  expect(rows[0].lines).toBeGreaterThanOrEqual(2)
}

const SAID = { error_code: expect.any(String), error: expect.any(String) }

/** Looks until what Walmart said yes to, and never shows, is with a person. */
const LOOKS = 40

/** Lets the order come back until it is finished or with a person. */
async function finish(order: KnownOrder): Promise<void> {
  stage.calm()
  let status = "pending"
  for (let looks = 0; looks < LOOKS && status === "pending"; looks++) {
    await stage.pass(LEASE_MS + SETTLE_MS)
    await stage.sender().round(1)
    status = (await stage.statuses(order))[0]
  }
  expect(["sent", "needs_attention"]).toContain(status)
  if (status === "sent") expect(stage.shipped(order)).toBe(3)
  expect(await stage.findings()).toEqual([])
}

describe.each(Array.from({ length: TRIES }, (_, seed) => seed))(
  "with mistakes of seed %i",
  (seed) => {
    it.each(["orders.get", "orders.shipping"])(
      "an answer to %s harms nothing: it is recorded, the round ends, and no order is written by half",
      async (route) => {
        const order = await aParcel()
        const body = mutated(await realAnswer(order), randomFrom(seed))
        stage.fault(route, { kind: "status", status: 200, body })
        await stage.sender().round(1)
        await expectSettled(order)
        await finish(order)
      }
    )
  }
)

it.each([
  ["a NUL", "\u0000"],
  ["half a surrogate pair", "\ud800"],
  ["a hundred thousand letters", "x".repeat(100_000)],
])("%s in every text that is only kept is survived", async (_name, text) => {
  const order = await aParcel()
  const real = JSON.stringify(await realAnswer(order))
  const body = JSON.parse(real, (name, value: unknown) =>
    ["productName", "sku", "name", "address1"].includes(name) ? text : value
  )
  stage.fault("orders.get", { kind: "status", status: 200, body })
  await stage.sender().round(1)
  await expectSettled(order)
  await finish(order)
})
