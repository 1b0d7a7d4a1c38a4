import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { CountCache } from "../../src/modules/walmart/common/count-cache"
import {
  countStatement,
  fewStatement,
  findOrders,
  ORDER_SORTS,
  type OrderSort,
  walkStatements,
} from "../../src/modules/walmart/reports/find-orders-sql"
import { conditionsOf } from "../../src/modules/walmart/reports/order-conditions"
import type { OrderSearch } from "../../src/modules/walmart/reports/order-filter"
import { NAMED } from "../../src/modules/walmart/orders/order-sql"
import { sharedNumbers, SHARED_NUMBERS } from "../../src/modules/walmart/orders/shared-numbers-sql"
import { PERFORMANCE_STATEMENTS } from "../../src/modules/walmart/reports/performance-sql"
import { COUNT_STATEMENTS, DEADLINE_FILTERS } from "../../src/modules/walmart/reports/report-sql"
import {
  CHANGED,
  changedOrders,
  noteLooked,
  UNFINISHED,
  WATCH,
} from "../../src/modules/walmart/orders/sweep-sql"
import { FORGET } from "../../src/modules/walmart/queue/stock/freed-sql"
import { fillHistory } from "../../testing/history"
import { createDatabase, type FaultDatabase } from "./harness/database"

/* What screens and sweep ask of a long history, by the plans that PostgreSQL makes for it. */

const ORDERS = 30_000
const OPEN = 300
const DAY_MS = 86_400_000

/** The columns of core's tables that the sweep reads, and their keys. */
const CORE = [
  `CREATE TABLE "order" (id text PRIMARY KEY, version int, status text, updated_at timestamptz, canceled_at timestamptz,
     deleted_at timestamptz)`,
  `CREATE TABLE fulfillment (id text PRIMARY KEY, updated_at timestamptz, shipped_at timestamptz, delivered_at timestamptz,
     canceled_at timestamptz, deleted_at timestamptz)`,
  `CREATE TABLE fulfillment_item (id text PRIMARY KEY, line_item_id text, fulfillment_id text, deleted_at timestamptz)`,
  `CREATE INDEX "IDX_fulfillment_item_line_item_id" ON fulfillment_item (line_item_id) WHERE deleted_at IS NULL`,
  `CREATE TABLE fulfillment_label (id text PRIMARY KEY, tracking_number text, fulfillment_id text, deleted_at timestamptz)`,
  `CREATE INDEX "IDX_fulfillment_label_fulfillment_id" ON fulfillment_label (fulfillment_id) WHERE deleted_at IS NULL`,
  `INSERT INTO "order" SELECT order_id, 1, 'pending', ordered_at FROM walmart_order WHERE order_id IS NOT NULL`,
  `INSERT INTO fulfillment SELECT fulfillment_id, happened_at, happened_at FROM walmart_update WHERE fulfillment_id IS NOT NULL`,
  `INSERT INTO fulfillment_item SELECT 'fulit_' || l.id, l.line_item_id, u.fulfillment_id FROM walmart_update u
     JOIN walmart_order_line l ON l.walmart_order_id = u.walmart_order_id WHERE u.fulfillment_id IS NOT NULL`,
  `INSERT INTO fulfillment_label SELECT 'fulla_' || id, '1Z999AA10123456784', id FROM fulfillment`,
  `ANALYZE "order", fulfillment, fulfillment_item, fulfillment_label`,
]

let database: FaultDatabase

beforeAll(async () => {
  database = await createDatabase()
  await fillHistory(db(), { orders: ORDERS, open: OPEN, accountId: "main" })
  for (const sql of CORE) await db().raw(sql)
})

afterAll(() => database.drop())

function db(): Knex {
  return database.db
}

type Values = Record<string, string | string[] | number | Date | null>

async function planOf(sql: string, values: Values): Promise<string> {
  const { rows } = await db().raw<{ rows: Record<string, string>[] }>(`EXPLAIN ${sql}`, values)
  return rows.map((row) => row["QUERY PLAN"]).join("\n")
}

/** A table that grows with every order is never read as a whole. */
const WHOLE_TABLE =
  /Seq Scan on (walmart_(order|order_line|update|attempt|queue)|"order"|fulfillment(_item)?)\b/

const PAGE = { limit: 20, offset: 0 }

function search(wanted: OrderSearch, sort: OrderSort = "ordered_at", descending = true) {
  const conditions = conditionsOf(wanted)
  const values: Values = Object.assign({}, PAGE, ...conditions.map((one) => one.values))
  return { conditions, values, page: { ...wanted, ...PAGE, sort, descending } }
}

it("the sweep finds what has changed by the index of open orders and by core's keys", async () => {
  const plan = await planOf(CHANGED, { lenses: '{"main":"x"}', again: 10 })
  expect(plan).toContain("IDX_walmart_order_open")
  expect(plan).toContain("IDX_walmart_order_closed")
  expect(plan).toContain("order_pkey")
  expect(plan).toContain("IDX_fulfillment_item_line_item_id")
  expect(plan).toContain("IDX_fulfillment_label_fulfillment_id")
  expect(plan).not.toMatch(WHOLE_TABLE)
})

it("the sweep finds what it has not settled by an index of that alone", async () => {
  const plan = await planOf(UNFINISHED, {})
  expect(plan).toContain("IDX_walmart_order_unfinished")
  expect(plan).not.toMatch(WHOLE_TABLE)
})

it("a sweep after the first finds fulfillments without the lines of their orders", async () => {
  const trx = await db().transaction()
  const values = { lenses: '{"main":"x"}', again: 10 }
  const settled = await changedOrders(trx, { lenses: { main: "x" }, again: 10 })
  expect(settled.length).toBeGreaterThan(OPEN / 2)
  await noteLooked(trx, { finished: settled, unfinished: [] })
  const { rows } = await trx.raw<{ rows: Record<string, string>[] }>(
    `EXPLAIN (ANALYZE, COSTS OFF) ${CHANGED}`,
    values
  )
  await trx.rollback()
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n")
  expect(plan).toMatch(/on walmart_order_line w \(never executed\)/)
  expect(plan).toMatch(/"IDX_fulfillment_item_line_item_id" .* \(actual/)
})

it("an order is found by each of its three names by an index of its own", async () => {
  const plan = await planOf(NAMED, { name: "1000000000007" })
  expect(plan).toContain("IDX_walmart_order_purchase_order_id")
  expect(plan).toContain("IDX_walmart_order_order_id_unique")
  expect(plan).toContain("walmart_order_pkey")
  expect(plan).not.toMatch(WHOLE_TABLE)
})

const SORTED = ORDER_SORTS.flatMap((sort) => [
  [sort, "up", false] as const,
  [sort, "down", true] as const,
])

it.each(SORTED)(
  "a page of all orders sorted by %s, %s, walks through an index",
  async (sort, _way, descending) => {
    const { conditions, values, page } = search({}, sort, descending)
    const { valued, rest } = walkStatements(conditions, page)
    const plans = [await planOf(valued, values), rest === null ? "" : await planOf(rest, values)]
    for (const plan of plans) expect(plan).not.toMatch(WHOLE_TABLE)
    // Only few orders have a deadline; those are sorted.
    if (!["next_deadline", "due"].includes(sort)) expect(plans[0]).not.toContain("Sort")
    expect(plans[1]).not.toContain("Sort")
  }
)

const FEW: [string, OrderSearch][] = [
  ["open orders", { statuses: ["open", "partially_shipped"] }],
  ["what needs attention", { syncStatuses: ["needs_attention"] }],
  ["what waits or needs attention", { syncStatuses: ["syncing", "needs_attention"] }],
  ["failed imports", { importStatuses: ["failed"] }],
  ["Medusa orders", { orderIds: ["order_h_000000001", "order_h_000000002"] }],
  ["a purchase order number", { text: "1000000000007" }],
  ["the beginning of a SKU", { text: "sku-19" }],
  ["a tracking number", { text: "1Z000000100" }],
  ...DEADLINE_FILTERS.map((deadline): [string, OrderSearch] => [
    deadline,
    { deadlines: [deadline] },
  ]),
]

it.each(FEW)("a search for %s reads no table as a whole", async (_name, wanted) => {
  const { conditions, values, page } = search(wanted)
  expect(conditions.some(({ isFew }) => isFew)).toBe(true)
  expect(await planOf(fewStatement(conditions, page), values)).not.toMatch(WHOLE_TABLE)
})

it.each(FEW.filter(([, { text, syncStatuses }]) => text ?? syncStatuses))(
  "a search for %s looks up the orders that it found, and walks through no index of all of them",
  async (_name, wanted) => {
    const { conditions, values, page } = search(wanted)
    const plan = await planOf(fewStatement(conditions, page), values)
    expect(plan).toMatch(/ on walmart_order o .*\n\s+Index Cond: /)
  }
)

it.each([
  ["watched by the sweep", WATCH],
  ["asked for its freed stock again", FORGET],
])("an order is %s without a walk through all", async (_what, sql) => {
  expect(await planOf(sql, { order: "order_h_000000101" })).not.toMatch(WHOLE_TABLE)
})

it("the other orders of a tracking number are found by its index alone", async () => {
  const values = { numbers: ["1Z000000101", "1Z000000203"], order: "wmo_h_000000101" }
  const plan = await planOf(SHARED_NUMBERS, { ...values, parcels: values.numbers })
  expect(plan).toContain("IDX_walmart_update_tracking")
  expect(plan).not.toMatch(WHOLE_TABLE)
  const [shared, ...more] = await sharedNumbers(db(), values.order, values.numbers)
  expect(shared).toMatchObject({
    trackingNumber: "1Z000000203",
    purchaseOrderIds: [expect.stringMatching(/^1\d{12}$/)],
  })
  expect(more).toEqual([])
})

it("all orders, and those of a status, are counted by an index alone", async () => {
  for (const wanted of [{}, { statuses: ["shipped"] }, { accountIds: ["main"] }]) {
    const { conditions, values } = search(wanted)
    const plan = await planOf(countStatement(conditions.map(({ sql }) => sql)), values)
    expect(plan).toContain("Index Only Scan")
  }
  for (const sql of COUNT_STATEMENTS) {
    const plan = await planOf(sql, { accounts: null, status: "canceled", zone: "UTC" })
    expect(plan).not.toMatch(WHOLE_TABLE)
  }
})

it("an account's performance is counted from the orders of its window, whatever lies before", async () => {
  for (const sql of PERFORMANCE_STATEMENTS) {
    const plan = await planOf(sql, { account: "main", days: 1, reasons: ["NONE"] })
    expect(plan).toContain("IDX_walmart_order_ordered_at_id")
    expect(plan).not.toMatch(WHOLE_TABLE)
  }
})

it("failed imports are counted without looking at the orders that Walmart ships itself", async () => {
  const plans = await Promise.all(
    COUNT_STATEMENTS.map((sql) => planOf(sql, { accounts: null, status: "canceled", zone: "UTC" }))
  )
  expect(plans.join("\n")).toContain("IDX_walmart_order_import_failed")
  expect(plans.join("\n")).not.toContain("IDX_walmart_order_imported_at")
})

it("the newest updates of all orders are found by an index", async () => {
  const plan = await planOf(
    "SELECT * FROM walmart_update WHERE deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT :limit",
    { limit: 20 }
  )
  expect(plan).toContain("IDX_walmart_update_created_at_id")
})

it("pages show each order once, and those without the value last, whichever way they are sorted", async () => {
  await db().raw("UPDATE walmart_order SET ship_by = NULL WHERE right(id, 1) IN ('3', '4', '5')")
  const orderedAt = { from: new Date(Date.now() - 20 * DAY_MS) }
  const counts = new CountCache(Date.now)
  for (const [sort, , descending] of SORTED) {
    const found: string[] = []
    for (let offset = 0; ; offset += 250) {
      const page = { orderedAt, sort, descending, limit: 250, offset }
      const { ids, count } = await findOrders(db(), page, counts)
      found.push(...ids)
      if (ids.length < 250) {
        expect([sort, found.length]).toEqual([sort, count])
        break
      }
    }
    expect(new Set(found).size).toBe(found.length)
    if (sort === "ship_by") await expectSorted(found, descending)
  }
})

async function expectSorted(ids: string[], descending: boolean): Promise<void> {
  const direction = descending ? "DESC" : "ASC"
  const { rows } = await db().raw<{ rows: { id: string }[] }>(
    `SELECT id FROM walmart_order WHERE id = ANY(?) ORDER BY ship_by ${direction} NULLS LAST, id ${direction}`,
    [ids]
  )
  expect(rows.map(({ id }) => id)).toEqual(ids)
}

it("what is not in sync is left out of the others' count, however many these are", async () => {
  const counts = new CountCache(Date.now)
  const page = { sort: "ordered_at", descending: true, ...PAGE } as const
  const all = await findOrders(db(), page, counts)
  await db().raw("UPDATE walmart_update SET status = 'needs_attention' WHERE id LIKE '%42_1'")
  const needing = await findOrders(db(), { ...page, syncStatuses: ["needs_attention"] }, counts)
  const inSync = await findOrders(db(), { ...page, syncStatuses: ["in_sync"] }, counts)
  expect(needing.count).toBeGreaterThan(0)
  expect(inSync.count).toBe(all.count - needing.count)
})
