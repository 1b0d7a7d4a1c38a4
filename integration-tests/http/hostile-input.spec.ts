import type { AxiosInstance } from "axios"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import fc from "fast-check"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { requestSchemas } from "../../src/api/route-permissions"
import { WALMART_MODULE } from "../../src/modules/walmart"
import type WalmartModuleService from "../../src/modules/walmart/service"
import { ROUTES } from "../helpers/plugin-routes"
import { storeSuite, type TestStore, waitFor } from "../helpers/store"

/* Whatever is sent to a route of the plugin is answered with success or with a refusal that says why; never with a fault. */

const RUNS = 40

/** Texts that break careless programs: quotes, wildcards, control and surrogate characters, prototype names, long ones. */
const NASTY = [
  "",
  " ",
  "'; DROP TABLE walmart_order; --",
  "%",
  "_",
  "\\",
  "\u0000",
  "\ud800",
  "__proto__",
  "constructor",
  "null",
  "undefined",
  "NaN",
  "../../../etc/passwd",
  "<script>alert(1)</script>",
  "${7*7}",
  "9".repeat(400),
  "x".repeat(20_000),
  "é\u202e😀",
]

const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary", maxLength: 30 }))
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(text, fc.oneof(text, fc.integer(), fc.constant(null)), { maxKeys: 3 })
)

/** Names that the routes know, so that the values behind the names are tried too, and names they do not know. */
const FIELDS = [...requestSchemas.values()].flatMap(({ query, body }) =>
  [query, body].flatMap((schema) => (schema ? namesIn(schema) : []))
)

function namesIn(schema: z.ZodObject): string[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })
  return Object.keys(properties)
}

const fields = fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), text), value, { maxKeys: 4 })

const POSTED = ROUTES.filter(({ method }) => method === "POST")

/** A route below the plugin's own, of nobody. */
function withoutIds(path: string): string {
  return path.replace("/admin/walmart/", "").replace(/\[\w+\]/g, "nobody")
}

interface Answered {
  status: number
  data: { type?: unknown; message?: unknown }
}

storeSuite("Hostile input", (store) => {
  it("finds every route of the plugin", () => {
    expect(ROUTES.length).toBeGreaterThan(19)
  })

  it.each(ROUTES)("$method $path refuses strangers", async ({ method, path }) => {
    const answer = await http(store).request({
      method,
      url: path.replace("[id]", "wmo_1"),
      validateStatus: () => true,
    })
    expect(answer.status).toBe(401)
  })

  it.each(ROUTES)("$method $path answers anything with sense", async ({ method, path }) => {
    const known = await knownIds(store)
    const ids = path.includes("[id]") ? fc.oneof(fc.constantFrom(...known), text) : text
    await fc.assert(
      fc.asyncProperty(ids, fields, async (id, given) => {
        const before = await rows(store)
        const answer = await call(store, { method, path, id, given })
        expect(answer.status).toBeLessThan(500)
        if (answer.status < 400) return
        expect(answer.data).toMatchObject({
          type: expect.any(String),
          message: expect.stringMatching(/\S/),
        })
        expect(await rows(store)).toEqual(before)
      }),
      { numRuns: RUNS }
    )
  })

  it.each(["orders?q=%ZZ", "orders?q=%FF", "orders?%E0%A4%A=1", "updates?order=%"])(
    "an address that cannot be decoded, %s, is refused by name",
    async (address) => {
      const answer: Answered = await http(store).get(`/admin/walmart/${address}`, {
        headers: store["headers"],
        validateStatus: () => true,
      })
      expect(answer.status).toBe(400)
      expect(answer.data.message).toContain(/%[^=]*/.exec(address)?.[0])
    }
  )

  it.each([
    ["half of a character", '{"sku_map":{"\\ud800":"MUG-1"}}', /half of a character/],
    ["a NUL character", '{"sku_map":{"\\u0000":"MUG-1"}}', /NUL character/],
    ["a name that is dropped unseen", '{"sku_map":{"__proto__":"MUG-1"}}', /named "__proto__"/],
    ["a name that breaks Medusa's refusal", '{"default_reason":{"toString":1}}', /"toString"/],
  ])("a body with %s is refused by name", async (_what, data, said) => {
    const answer = await send(store, "POST", "accounts/main/settings", data)
    expect([answer.status, answer.data.message]).toEqual([400, expect.stringMatching(said)])
  })

  it("a text that only speaks of such characters and names is kept as it was typed", async () => {
    const { orderId } = await store.importOrder({
      lines: [{ sku: "MUG-1", quantity: 2, price: 10 }],
    })
    const note = '\\u0000 \\ud800 "__proto__": "toString": 😀'
    const data = JSON.stringify({ note })
    expect(await send(store, "POST", `orders/${orderId}/note`, data)).toMatchObject({
      status: 200,
      data: { order: { note: { text: note } } },
    })
  })

  it.each([
    ["orders?ship_by[$gte]=-271821-04-20", /"-271821-04-20" is not a date/],
    ["orders?ship_by[$gte]=2026-02-31", /"2026-02-31" is not a date/],
    ["orders?ordered_at[$lte]=foo 1", /"foo 1" is not a date/],
    ["orders?limit=", /field 'limit', got: ''/],
    ["orders?account_id=", /"account_id.0" is empty/],
    ["updates?order=ship_by", /Nothing can be sorted by "ship_by". Use one of created_at/],
    ["performance/main/misses", /Say a measure. Use one of acknowledgment/],
  ])("a query that means nothing, %s, is refused by its value", async (address, said) => {
    const answer = await send(store, "GET", encodeURI(address))
    expect([answer.status, answer.data.message]).toEqual([400, expect.stringMatching(said)])
  })

  it.each(["updates/x/dismiss", "returns/x/dismiss", "orders/x/discrepancies/dismiss"])(
    "an empty note is asked for in words at %s",
    async (path) => {
      const answer = await send(store, "POST", path, '{"note":" "}')
      expect(answer.data.message).toMatch(/The note is empty. Say why /)
    }
  )

  it.each(["{", "7", '"text"', "null", '{"a":'.repeat(2_000)])(
    "a body that is no JSON object, %.10s, is refused by every route",
    async (data) => {
      for (const { path } of POSTED) {
        const { status } = await send(store, "POST", withoutIds(path), data)
        expect([path, status]).toEqual([path, 400])
      }
    }
  )

  it("a list is refused where a body is read, and changes nothing where none is", async () => {
    const before = await rows(store)
    for (const { path } of POSTED) {
      const { status } = await send(store, "POST", withoutIds(path), "[]")
      const isRead = requestSchemas.get(`POST ${path.replace(/\[(\w+)\]/g, ":$1")}`)?.body
      if (isRead) expect([path, status]).toEqual([path, 400])
      else expect(status).toBeLessThan(500)
    }
    expect(await rows(store)).toEqual(before)
  })
})

/** Ids that pass every look-up: an order, its Medusa order, an update that waits for a person, the account. */
async function knownIds(store: TestStore): Promise<string[]> {
  const { orderId, purchaseOrderId } = await store.importOrder({
    lines: [{ sku: "MUG-1", quantity: 2, price: 10 }],
  })
  const { id } = await store.walmartOrder(purchaseOrderId)
  const walmart = store.container().resolve<WalmartModuleService>(WALMART_MODULE)
  await waitFor("nothing to be under way", async () => {
    const idle = { subject_id: id, leased: false, next_due_at: null }
    return (await walmart.listWalmartQueues(idle)).length > 0
  })
  await walmart.updateWalmartUpdates({
    selector: { walmart_order_id: id },
    data: { status: "needs_attention", error_code: "refused", error: "no", remedy: "look" },
  })
  const updates = await walmart.listWalmartUpdates({ walmart_order_id: id })
  return [orderId, id, "main", ...updates.map((update) => update.id)]
}

/** Asked for once: no request changes which there are. */
let tables: string[] | null = null

/** The plugin's tables, without those that only count what was asked: a look at the accounts' webhooks or rates is no change. */
async function tablesOf(db: Knex): Promise<string[]> {
  const { rows: found } = await db.raw<{ rows: { table_name: string }[] }>(
    `SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'walmart\\_%'`
  )
  return found.map(({ table_name: name }) => name).filter((name) => !COUNTERS.includes(name))
}

const COUNTERS = ["walmart_rate_limit", "walmart_webhook_count"]

/** When a recurring job last looked in; a resumed account is looked at in the background. */
const CLOCKS = "'{last_tick_at, last_poll_at, polled_until, updated_at}'::text[]"

/** One number for the rows of each of the plugin's tables. */
async function rows(store: TestStore): Promise<unknown> {
  const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
  tables ??= await tablesOf(db)
  const hash = (table: string) =>
    `(SELECT coalesce(sum(hashtextextended((to_jsonb(t) - ${CLOCKS})::text, 0)), 0)::text FROM ${table} t) AS ${table}`
  const found = await db.raw<{ rows: unknown[] }>(`SELECT ${tables.map(hash).join(", ")}`)
  return found.rows[0]
}

function http(store: TestStore): AxiosInstance {
  return store["http"]
}

function send(
  store: TestStore,
  method: "GET" | "POST",
  path: string,
  data?: string
): Promise<Answered> {
  return http(store).request({
    ...{ method, url: `/admin/walmart/${path}`, data },
    headers: { ...store["headers"], ...(data ? { "content-type": "application/json" } : {}) },
    validateStatus: () => true,
  })
}

interface Attack {
  method: "GET" | "POST" | "DELETE"
  path: string
  id: string
  given: Record<string, unknown>
}

async function call(store: TestStore, { method, path, id, given }: Attack): Promise<Answered> {
  const segment = encodeURIComponent(wellFormed(id) || "-")
  return http(store).request({
    method,
    url: path.replace("[id]", segment.slice(0, 2_000)),
    headers: store["headers"],
    ...(method === "GET" ? { params: shortened(given) } : { data: given }),
    timeout: 20_000,
    validateStatus: () => true,
  })
}

/** A query that is longer than Node takes never reaches a route. */
function shortened(given: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, one]) => [
      wellFormed(name).slice(0, 200),
      wellFormed(typeof one === "string" ? one : JSON.stringify(one)).slice(0, 1_000),
    ])
  )
}

/** A lone surrogate cannot be written into a URL. */
function wellFormed(raw: string): string {
  return raw.replace(/[\ud800-\udfff]/g, "?")
}
