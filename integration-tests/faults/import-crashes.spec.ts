import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { launch, startStore } from "../../testing/store-process"
import { LATELY } from "../../testing/recent"
import { waitFor } from "../../testing/wait-for"
import { createDatabase, dropDatabase } from "../../scripts/database"
import { freePort } from "../../scripts/postgres"
import { templateStore } from "../../scripts/template-store"
import { type Simulator, startSimulator } from "../../simulator"
import { databaseUrlOf } from "../helpers/database-url"
import { connect } from "../../testing/connect"
import { StatementTrap, type Trigger } from "./harness/statement-trap"

/*
 * A whole store in a process of its own imports orders with the plugin's script and gets SIGKILL when a statement leaves it that
 * belongs to the next step. The next process goes on with what is in the database, and dies one statement later.
 */

const SCRIPT = "./src/scripts/import-walmart-orders.ts"

/** Two reservations for the kit, one for the mugs; taxes and shipping. */
const NEW_ORDER = {
  lines: [
    { sku: "MUG-1", quantity: 3, price: 10, tax: 0.83, shipping: 5.99, shippingTax: 0.5 },
    { sku: "BOX-KIT", quantity: 2, price: 19.99, discount: 1.25, tax: 1.65 },
  ],
}
const NEW_ORDER_STOPS: Trigger[] = [
  { statement: /INSERT INTO walmart_order_line / },
  { statement: /UPDATE walmart_order SET import_notes/ },
  { statement: /insert into "order" / },
  { statement: /insert into "reservation_item"/ },
  { statement: /update "inventory_level"/ },
  { statement: /insert into "payment_collection"/ },
  { statement: /insert into "order_payment_collection"/ },
  { statement: /INSERT INTO walmart_update/ },
  { statement: /update "order" set "custom_display_id"/ },
  { statement: /UPDATE walmart_order SET imported_at/ },
]

/** Of several orders that are imported together. */
const PAGE_STOPS: Trigger[] = [
  { statement: /insert into "order" / },
  { statement: /update "inventory_level"/ },
  { statement: /insert into "payment_collection"/ },
  { statement: /INSERT INTO walmart_update/ },
  { statement: /UPDATE walmart_order SET imported_at/ },
]

/** One of its units has left already, so that Medusa gets a shipped fulfillment too. */
const HALF_GONE = {
  lines: [
    {
      sku: "MUG-2",
      quantity: 3,
      price: 30,
      shippedQuantity: 1,
      trackingNumber: "1Z999AA10123456784",
    },
  ],
}
const HALF_GONE_STOPS: Trigger[] = [
  { statement: /update "order_item" set "fulfilled_quantity"/ },
  { statement: /insert into "fulfillment" / },
  { statement: /insert into "fulfillment_label"/ },
  { statement: /insert into "order_fulfillment"/ },
  { statement: /UPDATE walmart_order SET imported_at/ },
]

const databaseUrl = databaseUrlOf(`walmart_import_crashes_${Date.now()}`)
const folder = mkdtempSync(join(tmpdir(), "walmart-import-crashes-"))
let simulator: Simulator
let db: Knex

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, ownRules: true })
  await createDatabase(databaseUrl, templateStore().database)
  db = connect(databaseUrl)
})

afterAll(async () => {
  await db.destroy()
  await dropDatabase(databaseUrl)
  await simulator.close()
  rmSync(folder, { recursive: true })
})

it("an import that is killed before each of its statements makes one order, one reservation an item, one payment, one acknowledgment", async () => {
  const fresh = simulator.control.createOrder(NEW_ORDER)
  const halfGone = simulator.control.createOrder(HALF_GONE)
  await Promise.all([
    killAtEach(fresh.purchaseOrderId, NEW_ORDER_STOPS),
    killAtEach(halfGone.purchaseOrderId, HALF_GONE_STOPS),
  ])
  await letTheStoreGoOn(fresh.purchaseOrderId)

  expect(await recordsOf(fresh.purchaseOrderId)).toEqual({
    ...ONE_OF_EACH,
    reservations: ["2", "3", "4"],
    updates: ["acknowledgment"],
  })
  expect(effectsOf(fresh.purchaseOrderId)).toEqual(["acknowledged 1", "acknowledged 2"])
  expect(await recordsOf(halfGone.purchaseOrderId)).toEqual({
    ...ONE_OF_EACH,
    reservations: ["2"],
    fulfillments: 1,
    labels: 1,
  })
  expect(effectsOf(halfGone.purchaseOrderId)).toEqual([])
})

it("a page of orders whose import is killed before each of its statements becomes one of each", async () => {
  const page = Array.from({ length: 3 }, () => simulator.control.createOrder(NEW_ORDER))
  await killAtEach(`from=${LATELY}`, PAGE_STOPS)
  await letTheStoreGoOn(page[2].purchaseOrderId)
  for (const { purchaseOrderId } of page) {
    expect(await recordsOf(purchaseOrderId)).toEqual({
      ...ONE_OF_EACH,
      reservations: ["2", "3", "4"],
      updates: ["acknowledgment"],
    })
  }
})

const ONE_OF_EACH = {
  orders: 1,
  payments: 1,
  captures: 1,
  transactions: 1,
  fulfillments: 0,
  labels: 0,
  updates: [],
}

async function killAtEach(wanted: string, stops: Trigger[]): Promise<void> {
  const { hostname: host, port } = new URL(databaseUrl)
  const trap = await StatementTrap.start({ host, port: Number(port) })
  for (const stop of stops) await killAt(wanted, trap, stop)
  await trap.close()
}

/** Imports in a process of its own that dies when the trap springs; a process that gets by is a failure. */
async function killAt(wanted: string, trap: StatementTrap, stop: Trigger): Promise<void> {
  const sprung = trap.set(stop)
  const child = launch(["exec", SCRIPT, wanted], surroundings(trap.port))
  const ended = new Promise<"ended">((done) => child.once("exit", () => done("ended")))
  const what = await Promise.race([sprung.then(() => "sprung"), ended])
  expect({ stop, what }).toEqual({ stop, what: "sprung" })
  child.kill("SIGKILL")
  await ended
}

/** Starts the whole store, and waits until it has polled twice and has nothing more to send. */
async function letTheStoreGoOn(acknowledged: string): Promise<void> {
  const store = await startStore(await freePort(0), surroundings())
  await waitFor("the acknowledgment", () => effectsOf(acknowledged).length > 0)
  for (let polls = 0; polls < 2; polls++) {
    const before = await lastPoll()
    await waitFor("the next poll", async () => (await lastPoll()) > before)
  }
  await store.stop()
}

async function lastPoll(): Promise<number> {
  const account = await db("walmart_account").where({ id: "main" }).first()
  return account.last_poll_at?.getTime() ?? 0
}

function effectsOf(purchaseOrderId: string): string[] {
  return simulator.control
    .ledger(purchaseOrderId)
    .map(({ effect, lineNumber }) => `${effect} ${lineNumber}`)
}

/** What the database holds for a purchase order, found by the number and not by the ids the plugin chose. */
async function recordsOf(purchaseOrderId: string) {
  const orders: { id: string }[] = await db("order").whereRaw(
    "metadata->>'walmart_purchase_order_id' = ?",
    [purchaseOrderId]
  )
  const ids = orders.map(({ id }) => id)
  const paid = db("order_payment_collection").whereIn("order_id", ids)
  const payments = db("payment").whereIn(
    "payment_collection_id",
    paid.select("payment_collection_id")
  )
  const sent = db("order_fulfillment").whereIn("order_id", ids).select("fulfillment_id")
  const items = db("order_item").whereIn("order_id", ids).select("item_id")
  const walmartOrder = db("walmart_order").where({ purchase_order_id: purchaseOrderId })
  return {
    orders: orders.length,
    reservations: (
      await db("reservation_item")
        .whereIn("line_item_id", items)
        .orderBy("quantity")
        .pluck("quantity")
    ).map(String),
    payments: await countOf(payments),
    captures: await countOf(db("capture").whereIn("payment_id", payments.clone().select("id"))),
    transactions: await countOf(db("order_transaction").whereIn("order_id", ids)),
    fulfillments: await countOf(db("fulfillment").whereIn("id", sent)),
    labels: await countOf(db("fulfillment_label").whereIn("fulfillment_id", sent)),
    updates: await db("walmart_update")
      .whereIn("walmart_order_id", walmartOrder.select("id"))
      .pluck("kind"),
  }
}

async function countOf(rows: Knex.QueryBuilder): Promise<number> {
  return (await rows.clone()).length
}

function surroundings(databasePort?: number) {
  const url = new URL(databaseUrl)
  if (databasePort) url.port = String(databasePort)
  const account = { id: "main", clientId: "demo-client", clientSecret: "demo-secret" }
  const options = {
    accounts: [{ ...account, baseUrl: simulator.url, importFrom: LATELY }],
    schedules: { sendEveryMs: 5_000, pollEveryMs: 5_000, sweepEveryMs: 5_000 },
  }
  return {
    env: {
      DATABASE_URL: url.href,
      DISABLE_ADMIN: "true",
      WALMART_OPTIONS_JSON: JSON.stringify(options),
    },
    logFile: join(folder, "store.log"),
  }
}
