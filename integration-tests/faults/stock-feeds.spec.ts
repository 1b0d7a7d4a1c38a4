import { gatherFeeds } from "../../src/modules/walmart/queue/feeds/gather-sql"
import { wantStock } from "../../src/modules/walmart/queue/stock/want-sql"
import type { SenderDeps } from "../../src/modules/walmart/queue/senders/sender"
import { NODE, putOnShelf, shelfReader } from "./harness/stock/shelf"
import { passForFeeds } from "./harness/stock/shelf-scenarios"
import { ACCOUNT, Stage } from "./harness/stage"

/* Feeds of stock that Walmart answers badly, late or never. All times are the shipped defaults: the clock of the database is moved. */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

let stage: Stage
let skus: string[]
let run = 0

beforeAll(async () => {
  stage = await Stage.start()
})
afterAll(() => stage.close())

beforeEach(async () => {
  run++
  skus = ["A", "B", "C", "D"].map((name) => `FEED-${run}-${name}`)
  for (const sku of skus) walmart("inventory", { sku, amount: 1, shipNode: NODE })
  await stocked(skus, 7)
})

afterEach(async () => {
  stage.calm()
  walmart("options", { feedMs: 0, feedItemErrors: {} })
  await pass(100 * HOUR_MS)
  await round()
  await stage.db.raw("DELETE FROM walmart_queue")
  await stage.db.raw("DELETE FROM walmart_stock")
  await stage.db.raw("DELETE FROM walmart_stock_feed")
})

const walmart = (command: string, body: object) =>
  stage.simulator.control.run("POST", command, body)

/** So many units are on the shelf, and Walmart shall show them. */
async function stocked(some: string[], units: number): Promise<void> {
  for (const sku of some) await putOnShelf(stage.db, sku, units)
  await wantStock(
    stage.db,
    some.map((sku) => ({ accountId: ACCOUNT, sku, shipNodeId: NODE }))
  )
}

const round = () =>
  stage.sender((deps: SenderDeps) => ({ ...deps, readStock: shelfReader(stage.db) })).round()

const gather = (from = 4) => gatherFeeds(stage.db, { accountId: ACCOUNT, from, most: 100 })

const pass = (ms: number) => passForFeeds(stage, ms)

/** A feed that Walmart works at for so long has been handed in. */
async function handedIn(feedMs = 0): Promise<void> {
  walmart("options", { feedMs })
  expect(await gather()).toBe(1)
  await round()
}

const shown = (sku: string) =>
  stage.simulator.control
    .ledger()
    .filter((entry) => entry.effect === "inventory" && entry.sku === sku)
    .map(({ quantity }) => quantity)

const calls = (path: string, method: string) =>
  stage.simulator.control.requests(path).filter((seen) => seen.method === method).length

interface Row {
  sku: string
  behind: number
  feed_id: string | null
  held_reason: string | null
  error_code: string | null
  error: string | null
}

async function rows(): Promise<Row[]> {
  const found = await stage.db.raw<{ rows: Row[] }>(
    `SELECT sku, wanted_version - sent_version AS behind, feed_id, held_reason, error_code, error
     FROM walmart_stock ORDER BY sku`
  )
  return found.rows
}

const SENT = { behind: 0, feed_id: null, held_reason: null, error_code: null }

async function feed(): Promise<Record<string, unknown>> {
  const found = await stage.db.raw<{ rows: Record<string, unknown>[] }>(
    "SELECT * FROM walmart_stock_feed"
  )
  return found.rows[0]
}

describe("a feed of stock", () => {
  it("is gathered from the threshold on, once at a time for a ship node", async () => {
    expect(await gather(5)).toBe(0)
    expect(await gather(4)).toBe(1)
    await stocked([...skus, `FEED-${run}-E`].slice(1), 8)
    expect(await gather(1)).toBe(0)
  })

  it("holds back what changes while it is in flight, and sends it afterwards", async () => {
    await handedIn(HOUR_MS)
    const puts = calls("/v3/inventory", "PUT")
    await stocked(skus.slice(0, 1), 3)
    await pass(MINUTE_MS)
    await round()
    expect(calls("/v3/inventory", "PUT")).toBe(puts)
    walmart("time", { advanceMs: HOUR_MS })
    await pass(HOUR_MS)
    await round()
    expect(await rows()).toMatchObject(skus.map((sku) => ({ sku, ...SENT })))
    expect(skus.map(shown)).toEqual([
      [1, 7, 3],
      [1, 7],
      [1, 7],
      [1, 7],
    ])
  })

  it("has a person asked about what Walmart refuses of a known item, and calls made for what it failed with", async () => {
    await stage.db.raw("UPDATE walmart_stock SET sent_at = now() WHERE sku = ?", [skus[0]])
    const [refused, failed] = skus
    walmart("options", { feedItemErrors: { [refused]: "DATA_ERROR", [failed]: "TIMEOUT_ERROR" } })
    await handedIn()
    await pass(MINUTE_MS)
    await round()
    const found = await rows()
    expect(found[0]).toMatchObject({ error_code: "stock_feed_refused", feed_id: null })
    expect(found[0].error).toMatch(`${refused} from a feed and says: SKU ${refused} is not taken`)
    expect(found.slice(1)).toMatchObject(skus.slice(1).map((sku) => ({ sku, ...SENT })))
    expect(shown(refused)).toEqual([1])
    expect(shown(failed)).toEqual([1, 7])
  })

  it("takes a figure back to zero that arrived after its item was canceled as out of stock", async () => {
    await handedIn(HOUR_MS)
    const target = { accountId: ACCOUNT, sku: skus[2], shipNodeId: NODE }
    await wantStock(stage.db, [{ ...target, hold: "recount" }])
    await round()
    walmart("time", { advanceMs: HOUR_MS })
    await pass(HOUR_MS)
    await round()
    expect(shown(skus[2])).toEqual([1, 7, 0])
    expect((await rows())[2]).toMatchObject({ held_reason: "recount", behind: 0 })
    expect(shown(skus[1])).toEqual([1, 7])
  })

  it.each([
    ["found by the name of its file when its answer was lost", "drop_after", 1],
    ["handed in again, the same file, when Walmart never had it", "drop_before", 2],
  ] as const)("is %s", async (_, kind, posts) => {
    const before = calls("/v3/feeds", "POST")
    stage.fault("feeds", { kind })
    await handedIn()
    expect(await feed()).toMatchObject({ feed_id: null })
    await stocked(skus.slice(3), 5)
    await pass(2 * MINUTE_MS)
    await round()
    await pass(MINUTE_MS)
    await round()
    expect(calls("/v3/feeds", "POST") - before).toBe(posts)
    expect(await rows()).toMatchObject(skus.map((sku) => ({ sku, ...SENT })))
    expect(shown(skus[3]).at(-1)).toBe(5)
  })

  it("is dissolved when the key may send no feeds; the account goes on", async () => {
    stage.fault("feeds", { kind: "status", status: 403, body: {} })
    await handedIn()
    await round()
    expect(await feed()).toMatchObject({ outcome: "failed" })
    expect(await rows()).toMatchObject(skus.map((sku) => ({ sku, ...SENT })))
    const { rows: accounts } = await stage.db.raw<{ rows: { blocked_until: Date | null }[] }>(
      "SELECT blocked_until FROM walmart_account"
    )
    expect(accounts).toEqual([{ blocked_until: null }])
  })

  describe("that Walmart does not come to the end of", () => {
    const givenUp = async () => {
      await handedIn(48 * HOUR_MS)
      await pass(4 * HOUR_MS + MINUTE_MS)
      await round()
      await round()
    }

    it("is given up after four hours, and its figures go one by one", async () => {
      await givenUp()
      expect(await rows()).toMatchObject(skus.map((sku) => ({ sku, ...SENT })))
      expect(await feed()).toMatchObject({ ended_at: null, given_up_at: expect.any(Date) })
    })

    it("has its figures sent once more when it ends late", async () => {
      await givenUp()
      await stocked(skus.slice(0, 1), 2)
      await round()
      walmart("time", { advanceMs: 48 * HOUR_MS })
      await pass(2 * HOUR_MS)
      await round()
      await round()
      expect(shown(skus[0])).toEqual([1, 7, 2, 7, 2])
      expect(await feed()).toMatchObject({ outcome: "processed" })
    })

    it("has its figures sent once more when it ends after Walmart did not show it for a moment", async () => {
      await handedIn(HOUR_MS)
      await stocked(skus.slice(0, 1), 2)
      stage.fault("feeds", { kind: "status", status: 404, body: {} })
      await pass(MINUTE_MS)
      await round()
      await round()
      expect(shown(skus[0])).toEqual([1, 2])
      walmart("time", { advanceMs: HOUR_MS })
      await pass(HOUR_MS)
      await round()
      await round()
      expect(shown(skus[0])).toEqual([1, 2, 7, 2])
      expect(await feed()).toMatchObject({ outcome: "processed" })
    })

    it("leaves at zero what waits for a recount when it ends late", async () => {
      await givenUp()
      const target = { accountId: ACCOUNT, sku: skus[2], shipNodeId: NODE }
      await wantStock(stage.db, [{ ...target, hold: "recount" }])
      await round()
      expect(shown(skus[2])).toEqual([1, 7, 0])
      walmart("time", { advanceMs: 48 * HOUR_MS })
      await pass(2 * HOUR_MS)
      stage.fault("inventory", { kind: "status", status: 503 })
      await round()
      expect(await feed()).toMatchObject({ ended_at: null })
      await pass(2 * HOUR_MS)
      await round()
      await round()
      expect(shown(skus[2])).toEqual([1, 7, 0, 7, 0])
      expect((await rows())[2]).toMatchObject({ held_reason: "recount", behind: 0 })
      expect(await feed()).toMatchObject({ outcome: "processed" })
    })

    /** Somebody is changing the figure of a SKU meanwhile. */
    const whileLocked = async (sku: string, work: () => Promise<unknown>) => {
      const row = "SELECT 1 FROM walmart_queue q JOIN walmart_stock s ON s.id = q.subject_id"
      const trx = await stage.db.transaction()
      try {
        await trx.raw(`${row} WHERE s.sku = ? FOR UPDATE OF q`, [sku])
        await work()
      } finally {
        await trx.rollback()
      }
    }

    /** It was to be given up while the figure of one SKU was being changed. */
    const givenUpInPart = async (locked: string) => {
      await handedIn(48 * HOUR_MS)
      await stocked(skus, 5)
      await pass(4 * HOUR_MS + MINUTE_MS)
      await whileLocked(locked, round)
      expect((await rows()).filter(({ feed_id: id }) => id !== null)).toMatchObject([
        { sku: locked },
      ])
    }

    it("lets go of what was being changed while it was given up as soon as that is done", async () => {
      await givenUpInPart(skus[2])
      await pass(MINUTE_MS)
      await round()
      await round()
      expect(await rows()).toMatchObject(skus.map((sku) => ({ sku, ...SENT })))
      expect(await feed()).toMatchObject({ ended_at: null, given_up_at: expect.any(Date) })
    })

    it("has all of its figures sent once more when it ends while one was being changed", async () => {
      await givenUpInPart(skus[2])
      await round()
      expect(shown(skus[0])).toEqual([1, 5])
      walmart("time", { advanceMs: 48 * HOUR_MS })
      await pass(HOUR_MS)
      await round()
      await round()
      expect(skus.map((sku) => shown(sku).at(-1))).toEqual([5, 5, 5, 5])
      expect(await rows()).toMatchObject(skus.map((sku) => ({ sku, ...SENT })))
      expect(await feed()).toMatchObject({ outcome: "processed" })
    })

    it("is forgotten after three days", async () => {
      await givenUp()
      await pass(73 * HOUR_MS)
      await round()
      expect(await feed()).toMatchObject({ outcome: "lost", ended_at: expect.any(Date) })
    })
  })
})

describe("a push before its item is canceled as out of stock", () => {
  const hold = () =>
    wantStock(stage.db, [{ accountId: ACCOUNT, sku: skus[0], shipNodeId: NODE, hold: "recount" }])

  const zeroed = () => walmart("inventory", { sku: skus[0], amount: 0, shipNode: NODE })

  it("is taken back to zero when it was answered, because it may have arrived after Walmart's own zero", async () => {
    zeroed()
    await round()
    await hold()
    await round()
    expect(shown(skus[0])).toEqual([1, 0, 7, 0])
    expect((await rows())[0]).toMatchObject({ held_reason: "recount", behind: 0 })
  })

  it("is taken back to zero when nobody knows whether it arrived, once it has had its time", async () => {
    stage.fault("inventory", { kind: "drop_after" }, { times: skus.length })
    await round()
    zeroed()
    await hold()
    await round()
    expect(shown(skus[0])).toEqual([1, 7, 0])
    await pass(2 * MINUTE_MS)
    await round()
    await round()
    expect(shown(skus[0])).toEqual([1, 7, 0, 0])
    expect((await rows())[0]).toMatchObject({ held_reason: "recount", behind: 0 })
  })

  it("needs none when Walmart was never sent units", async () => {
    zeroed()
    await hold()
    await round()
    expect(shown(skus[0])).toEqual([1, 0])
  })
})
