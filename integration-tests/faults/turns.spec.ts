import {
  closedEndpoints,
  createRateLimiter,
} from "../../src/modules/walmart/rate-limits/shared-allowance-sql"
import { accountReports } from "../../src/modules/walmart/reports/status-sql"
import { ACCOUNT, Stage } from "./harness/stage"

/* Whoever asks for a call at Walmart's limit is given a turn, and nobody who asks later goes first. */

/** One call in ten seconds, two at once, and at most three turns ahead. A test takes a fraction of a turn. */
const TURN_MS = 10_000
const LIMIT = { perMinute: 60_000 / TURN_MS, burst: 2 }
const PATIENCE_MS = 3 * TURN_MS
const ENDPOINT = "orders.shipping"

let stage: Stage

beforeEach(async () => {
  stage = await Stage.start()
})
afterEach(() => stage.close())

/** A limiter that writes down how long it would have slept, and does something instead. */
function limiter(meanwhile: () => Promise<void> = async () => {}) {
  const slept: number[] = []
  const { take, observe } = createRateLimiter(stage.db, {
    accountId: ACCOUNT,
    limits: { [ENDPOINT]: LIMIT },
    breaker: { failures: 5, openMs: 30_000 },
    patienceMs: PATIENCE_MS,
    sleep: async (ms) => {
      slept.push(ms)
      await meanwhile()
    },
  })
  return { slept, take: () => take(ENDPOINT), observe: observe.bind(null, ENDPOINT) }
}

const throttled = { status: 429, tokensLeft: 0, replenishAtMs: null, retryAfterMs: null }

async function bucket(): Promise<{ tokens: number }> {
  const { rows } = await stage.db.raw<{ rows: { tokens: number }[] }>(
    "SELECT tokens FROM walmart_rate_limit"
  )
  return rows[0]
}

it("callers get one turn each, a turn's time apart, and wait once", async () => {
  const { take, slept } = limiter()
  for (let n = 0; n < 5; n++) expect(await take()).toEqual({ granted: true })
  expect(slept).toHaveLength(3)
  slept.forEach((ms, index) =>
    expect(Math.abs(ms - TURN_MS * (index + 1))).toBeLessThan(TURN_MS / 2)
  )
})

it("fifty callers at once never get more turns than the rate has in the time they are patient", async () => {
  const { take, slept } = limiter()
  const startedAt = Date.now()
  const permits = await Promise.all(Array.from({ length: 50 }, take))
  const refilled = ((Date.now() - startedAt) * LIMIT.perMinute) / 60_000
  const granted = permits.filter((permit) => permit.granted).length
  expect(granted).toBeGreaterThanOrEqual(LIMIT.burst + 3)
  expect(granted).toBeLessThanOrEqual(LIMIT.burst + 3 + Math.ceil(refilled))
  expect(Math.max(...slept)).toBeLessThanOrEqual(PATIENCE_MS)
})

it("whoever would wait too long reserves nothing, and is told when there is a turn to reserve", async () => {
  const { take, slept } = limiter()
  for (let n = 0; n < 5; n++) await take()
  const before = await bucket()
  const refused = await take()
  expect(refused).toMatchObject({ granted: false })
  expect(refused).not.toMatchObject({ waitMs: 0 })
  expect(await bucket()).toEqual(before)
  expect(await closedEndpoints(stage.db, ACCOUNT, PATIENCE_MS)).toEqual([ENDPOINT])
  await stage.pass(TURN_MS)
  expect(await closedEndpoints(stage.db, ACCOUNT, PATIENCE_MS)).toEqual([])
  expect(await take()).toEqual({ granted: true })
  expect(slept).toHaveLength(4)
})

it("a 429 that arrives during the wait is obeyed after it, and leaves the turns of the others as they are", async () => {
  const other = limiter()
  const { take } = limiter(() => other.observe({ ...throttled, waitMs: 60_000 }))
  for (let n = 0; n < LIMIT.burst; n++) await other.take()
  const permit = await take()
  expect(permit).toMatchObject({ granted: false })
  expect(permit).toHaveProperty("waitMs", expect.any(Number))
  if (!permit.granted) expect(permit.waitMs).toBeGreaterThan(30_000)
  expect((await bucket()).tokens).toBeLessThan(0)
})

it("turns that are owed show as none left, never as fewer than none", async () => {
  const { take } = limiter()
  for (let n = 0; n < 5; n++) await take()
  const report = (await accountReports(stage.db))(ACCOUNT)
  expect(report.rateLimits).toMatchObject([{ tokens: 0, capacity: LIMIT.burst }])
})
