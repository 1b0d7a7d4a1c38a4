import type { AxiosInstance } from "axios"
import fc from "fast-check"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
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
const FIELDS = [
  ...["q", "limit", "offset", "order", "fields", "account_id", "status", "sync_status", "deadline"],
  ...["kind", "error_code", "walmart_order_id", "created_at", "id", "ids", "carrier", "reason"],
  ...["tracking_number", "tracking_url", "ship_anyway", "package_index", "note", "fulfillment_id"],
  ...["carrier_map", "ship_method_map", "default_reason", "dry_run", "refresh", "preview"],
]
const fields = fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), text), value, { maxKeys: 4 })

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

  it("a body that is no JSON, or no object, is refused", async () => {
    for (const data of ["{", "[]", "7", '"text"', "null", '{"a":'.repeat(2_000)]) {
      for (const { path } of ROUTES.filter(({ method }) => method === "POST")) {
        const answer: Answered = await http(store).request({
          method: "POST",
          url: path.replace("[id]", "nobody"),
          headers: { ...store["headers"], "content-type": "application/json" },
          data,
          validateStatus: () => true,
        })
        expect([path, data.slice(0, 10), answer.status]).toEqual([
          path,
          data.slice(0, 10),
          expect.any(Number),
        ])
        expect(answer.status).toBeLessThan(500)
      }
    }
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

const TABLES = ["account", "attempt", "carrier_choice", "queue", "order", "order_line", "update"]

/** When a recurring job last looked in; a resumed account is looked at in the background. */
const CLOCKS = "'{last_tick_at, last_poll_at, polled_until, updated_at}'::text[]"

/** One number for the rows of each of the plugin's tables. */
async function rows(store: TestStore): Promise<unknown> {
  const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const hash = (table: string) =>
    `(SELECT coalesce(sum(hashtextextended((to_jsonb(t) - ${CLOCKS})::text, 0)), 0)::text FROM walmart_${table} t) AS ${table}`
  const found = await db.raw<{ rows: unknown[] }>(`SELECT ${TABLES.map(hash).join(", ")}`)
  return found.rows[0]
}

function http(store: TestStore): AxiosInstance {
  return store["http"]
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
