import { gatherFeeds } from "../../../../src/modules/walmart/queue/feeds/gather-sql"
import { wantStock } from "../../../../src/modules/walmart/queue/stock/want-sql"
import type { Alter, Scenario } from "../scenarios"
import { ACCOUNT, type Stage } from "../stage"
import { NODE, putOnShelf, shelfReader } from "./shelf"

/* Feeds of stock that are overtaken by what happens while Walmart works at them. */

const HOUR_MS = 3_600_000

const SKUS = ["A", "B", "C", "D"].map((name) => `FEED-${name}`)
const [CHANGED, HELD] = SKUS

/** A figure changes while its feed is in flight: the feed's end is not the end of it. */
export const changedInFlight: Scenario = async (stage, alter) => {
  await handedIn(stage, alter, HOUR_MS)
  await stocked(stage, [CHANGED], 3)
  await atItsEnd(stage, alter, HOUR_MS)
}

/** A figure's item is canceled as out of stock while its feed is in flight, which shows units again. */
export const heldInFlight: Scenario = async (stage, alter) => {
  await handedIn(stage, alter, HOUR_MS)
  walmart(stage, "inventory", { sku: HELD, amount: 0, shipNode: NODE })
  await wantStock(stage.db, [{ ...target(HELD), hold: "recount" }])
  await round(stage, alter)
  await atItsEnd(stage, alter, HOUR_MS)
}

/** Walmart comes to the end of a feed whose figures have gone on without it, and shows old ones again. */
export const endedLate: Scenario = async (stage, alter) => {
  await handedIn(stage, alter, 48 * HOUR_MS)
  await passForFeeds(stage, 5 * HOUR_MS)
  await round(stage, alter)
  await stocked(stage, [CHANGED], 2)
  await wantStock(stage.db, [{ ...target(HELD), hold: "recount" }])
  await round(stage, alter)
  await atItsEnd(stage, alter, 48 * HOUR_MS)
}

/** So many units of each are on the shelf, and Walmart shall show them. */
async function stocked({ db }: Stage, skus: string[], units: number): Promise<void> {
  for (const sku of skus) await putOnShelf(db, sku, units)
  await wantStock(db, skus.map(target))
}

/** Walmart has a feed, and works at it for so long. */
async function handedIn(stage: Stage, alter: Alter, feedMs: number): Promise<void> {
  for (const sku of SKUS) walmart(stage, "inventory", { sku, amount: 1, shipNode: NODE })
  walmart(stage, "options", { feedMs })
  await stocked(stage, SKUS, 7)
  await gatherFeeds(stage.db, { accountId: ACCOUNT, from: SKUS.length, most: SKUS.length })
  await round(stage, alter)
}

/** Walmart has come to its end, and the sender has seen that. */
async function atItsEnd(stage: Stage, alter: Alter, feedMs: number): Promise<void> {
  walmart(stage, "time", { advanceMs: feedMs })
  await passForFeeds(stage, 2 * HOUR_MS)
  await round(stage, alter)
  await round(stage, alter)
}

/** Time passes for feeds too. */
export async function passForFeeds(stage: Stage, ms: number): Promise<void> {
  await stage.pass(ms)
  await stage.db.raw(
    `UPDATE walmart_stock_feed SET gathered_at = gathered_at - :ms::float * interval '1 millisecond',
       handed_in_at = handed_in_at - :ms::float * interval '1 millisecond'`,
    { ms }
  )
}

function round(stage: Stage, alter: Alter): Promise<number> {
  return stage.sender((deps) => alter({ ...deps, readStock: shelfReader(stage.db) })).round()
}

function walmart(stage: Stage, command: string, body: object): void {
  stage.simulator.control.run("POST", command, body)
}

function target(sku: string) {
  return { accountId: ACCOUNT, sku, shipNodeId: NODE }
}
