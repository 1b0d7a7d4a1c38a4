import { logger } from "@medusajs/framework/logger"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStockLocationsWorkflow,
  deleteRegionsWorkflow,
  deleteShippingOptionsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import doctorScript from "../../src/scripts/doctor"
import pushStockScript from "../../src/scripts/push-walmart-stock"
import reconcileScript from "../../src/scripts/reconcile-walmart-orders"
import retryScript from "../../src/scripts/retry-walmart-updates"
import setupScript from "../../src/scripts/setup"
import type {
  AdminWalmartDoctorResponse,
  AdminWalmartFetchResponse,
  AdminWalmartFinding,
  AdminWalmartSetupPlansResponse,
  AdminWalmartSetupResponse,
} from "../../src/types/http"
import { loadFigures } from "../../src/api/admin/walmart/metrics/load-figures"
import { signsOf } from "../../src/walmart/monitoring/health"
import { metricsText } from "../../src/walmart/monitoring/metrics"
import { loadSetupFacts } from "../../src/workflows/setup/load-setup-facts"
import { type DocumentedScript, scriptsIn } from "../helpers/documented-commands"
import { storeSuite } from "../helpers/store"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 2, price: 19.98 }] }

storeSuite("A store before its first order", (store) => {
  const findings = async () => {
    const path = "/admin/walmart/doctor"
    return (await store.post<AdminWalmartDoctorResponse>(path, {})).findings
  }
  const faults = (all: AdminWalmartFinding[]) =>
    all.flatMap(({ state, check }) => (state === "fault" ? [check] : []))
  const plan = async () =>
    (await store.get<AdminWalmartSetupPlansResponse>("/admin/walmart/setup")).plans[0]
  const setUp = (body: object) =>
    store.post<AdminWalmartSetupResponse>("/admin/walmart/setup", { account_id: "main", ...body })

  it("is found in order where nothing is lacking, and is left as it is by the setup", async () => {
    const all = await findings()
    expect(faults(all)).toEqual([])
    const checks = new Set(all.map(({ check }) => check))
    for (const check of [
      "keys",
      "clock",
      "returns",
      "region",
      "shipping_options",
      "products",
    ] as const)
      expect([check, checks.has(check)]).toEqual([check, true])
    expect(await plan()).toMatchObject({ steps: [], questions: [] })
  })

  it("learns which SKUs Walmart has and it lacks, page after page", async () => {
    for (let n = 0; n < 60; n++)
      store.simulator().control.run("POST", "inventory", { sku: `W-${n}`, amount: 1 })
    const products = (await findings()).filter(({ check }) => check === "products")
    expect(products[0]).toMatchObject({
      state: "warning",
      message: expect.stringContaining("60 SKUs"),
      remedy: expect.stringContaining("choose their products"),
    })
  })

  it("is looked at to its last product, however many there are", async () => {
    store.simulator().control.run("POST", "inventory", { sku: "MUG-1", amount: 1 })
    await addMany(store.container(), 5_001)
    const said = (await findings()).flatMap(({ check, message }) =>
      check === "products" ? [message] : []
    )
    expect(said.join()).toMatch(/The sales channel has 50\d\d SKUs that Walmart does not list/)
    const { bareProducts } = await loadSetupFacts(store.container(), "main")
    expect(new Set(bareProducts.map(({ id }) => id)).size).toBe(5_001)
  })

  it("gets what it lacks from the setup, and imports its first order then", async () => {
    await takeAway(store.container())
    expect(faults(await findings()).sort()).toEqual(["region", "shipping_options"])
    const { steps } = await plan()
    expect(await setUp({ steps: [] })).toMatchObject({ done: [], plan: { steps } })
    const answer = await setUp({ steps: steps.map(({ key }) => key) })
    expect(answer).toMatchObject({ problem: null, plan: { steps: [], questions: [] } })
    expect(answer.done).toEqual(steps)
    expect(faults(await findings())).toEqual([])
    const { orderId } = await store.importOrder(MUGS)
    await store.fulfillAndShip(orderId, [{ tracking_number: "1Z999AA10123456784" }])
    await store.sendingEnds()
  })

  it("keeps the answers to what only a person can decide", async () => {
    const outlet = await secondLocation(store.container())
    expect(faults(await findings())).toContain("stock_location")
    const { questions } = await plan()
    expect(questions).toMatchObject([{ key: "stock_location" }])
    const { stockLocationId } = store.seeded
    const key = `choose_stock_location:${stockLocationId}`
    await setUp({ steps: [key], stock_location_id: stockLocationId })
    expect(faults(await findings())).toEqual([])
    expect(await plan()).toMatchObject({ steps: [], questions: [] })
    await store.importOrder(MUGS)
    await store.sendingEnds()
    await expect(
      store.post("/admin/walmart/accounts/main/settings", { ship_nodes: { "1": "sloc_none" } })
    ).rejects.toThrow(/"sloc_none" is not a stock location/)
    await store.post("/admin/walmart/accounts/main/settings", { ship_nodes: { "1": outlet } })
  })

  it("is looked after from a shell, too", async () => {
    const said: string[] = []
    const spies = (["info", "warn"] as const).map((level) =>
      jest.spyOn(logger, level).mockImplementation((text) => void said.push(String(text)))
    )
    const container = store.container()
    await takeAway(container)
    await expect(doctorScript({ container, args: [] })).rejects.toThrow(/2 faults keep orders/)
    await setupScript({ container, args: [] })
    expect(said).toContainEqual(expect.stringContaining("Nothing was made"))
    await setupScript({ container, args: ["yes"] })
    await doctorScript({ container, args: [] })
    for (const spy of spies) spy.mockRestore()
    expect(said).toContainEqual(expect.stringMatching(/^✗ main, region: .* has no region in USD/))
    expect(said).toContainEqual(expect.stringMatching(/^Done: Create the region/))
  })

  describe("in its operating guide", () => {
    /** Called rightly, a script does its work or says in words why it cannot: Walmart has no such order, no webhooks are set up. */
    const outcomeOf = async ({ script, args }: DocumentedScript): Promise<string> => {
      const { default: run } = (await import(`../../src/scripts/${script}`)) as {
        default: (asked: { container: MedusaContainer; args: string[] }) => Promise<void>
      }
      const known = { "location id": store.seeded.stockLocationId, "ship node": "1000001" }
      const filled = Object.entries(known).reduce(
        (words, [name, value]) => words.map((word) => word.replaceAll(`<${name}>`, value)),
        args
      )
      return run({ container: store.container(), args: filled }).then(
        () => "done",
        // The engine hands errors on as plain data.
        ({ name, message }: Error) => `${name}: ${message}`
      )
    }

    it.each(
      scriptsIn("docs/operating.md").map((one) => [[one.script, ...one.args].join(" "), one])
    )("%s is called as the script is to be called", async (_line, documented) => {
      const outcome = await outcomeOf(documented as DocumentedScript)
      expect(outcome).not.toMatch(/medusa exec|is given twice|There is no "|TypeError/)
      expect(outcome).toMatch(/^done$|^\w+: .*\.$/s)
    })

    it("is heard of in each script that is called wrongly", async () => {
      for (const script of new Set(scriptsIn("docs/operating.md").map((one) => one.script))) {
        if (["doctor", "setup"].includes(script)) continue
        const outcome = await outcomeOf({ script, args: ["no=such"] })
        expect([script, outcome]).toEqual([script, expect.stringMatching(/medusa exec/)])
      }
    })
  })

  it("has its orders compared, its updates retried and its stock sent from a shell", async () => {
    const container = store.container()
    const { purchaseOrderId } = await store.importOrder(MUGS)
    await store.sendingEnds()
    await reconcileScript({ container, args: [purchaseOrderId] })
    await reconcileScript({ container, args: ["open"] })
    await expect(reconcileScript({ container, args: ["1"] })).rejects.toThrow(/^1: .*no .*"1"/i)
    await retryScript({ container, args: ["code=refused"] })
    await expect(retryScript({ container, args: ["upd_none"] })).rejects.toThrow(/upd_none/)
    await pushStockScript({ container, args: ["MUG-1"] })
    await store.sendDue()
    const puts = store.simulator().control.requests("/v3/inventory")
    expect(puts.filter(({ method }) => method === "PUT")).toHaveLength(1)
  })

  it("fetches its orders when staff say so, and says what came of it", async () => {
    const { purchaseOrderId } = store.simulateOrder(MUGS)
    store.simulateOrder({ lines: [{ sku: "NOT-SOLD-HERE", quantity: 1, price: 5 }] })
    const fetchNow = () =>
      store.post<AdminWalmartFetchResponse>("/admin/walmart/accounts/main/fetch", {})
    const counts = { account_id: "main", seen: 2, imported: 1, failed: 1 }
    const first = { ...counts, error: null, error_words: null }
    expect(await fetchNow()).toEqual({ fetch: first })
    await store.orderIdOf(purchaseOrderId)
    expect(await fetchNow()).toMatchObject({ fetch: { imported: 0, error: null } })
    const searches = () =>
      store
        .simulator()
        .control.requests("/v3/orders")
        .filter(({ path }) => !path.startsWith("/v3/orders/")).length
    const before = searches()
    await fetchNow()
    const ofOne = searches() - before
    expect(await Promise.all([fetchNow(), fetchNow(), fetchNow()])).toHaveLength(3)
    expect(searches() - before).toBe(2 * ofOne)
    const fault = { kind: "status", status: 503 }
    store.simulator().control.run("POST", "faults", { route: "orders.list", times: 50, fault })
    const refused = await fetchNow()
    expect(refused.fetch?.error).toMatch(/503/)
    expect(refused.fetch?.error_words?.message).not.toEqual([])
    store.simulator().control.run("DELETE", "faults")
    const nobody = store.post("/admin/walmart/accounts/nobody/fetch", {})
    await expect(nobody).rejects.toMatchObject({ status: 404 })
    await store.sendingEnds()
  })

  it("tells an uptime check that it does not know how it is doing, and why to the log alone", async () => {
    const database = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const said = jest.spyOn(logger, "error")
    await database.raw("ALTER TABLE walmart_queue RENAME TO away")
    const anyStatus = { validateStatus: () => true }
    const health = await store["http"].get<object>("/walmart/health", anyStatus)
    await database.raw("ALTER TABLE away RENAME TO walmart_queue")
    expect(health).toMatchObject({ status: 503, data: { ok: false, failing: ["unreadable"] } })
    expect(said.mock.calls.flat().join()).toMatch(/health check could not be read/)
    said.mockRestore()
  })

  it("tells uptime checks and Prometheus how it is doing", async () => {
    await store.importOrder(MUGS)
    await store.sendingEnds()
    const { status, data } = await store["http"].get<object>("/walmart/health")
    expect({ status, data }).toEqual({ status: 200, data: { ok: true, failing: [] } })
    const lines = (await store.get<string>("/admin/walmart/metrics")).split("\n")
    expect(lines).toContain(
      'walmart_calls_last_day{account="main",market="us",outcome="applied"} 1'
    )
    expect(lines).toContainEqual(
      expect.stringMatching(/^walmart_clock_difference_seconds\{.* -?\d/)
    )
    await expect(store["http"].get("/admin/walmart/metrics")).rejects.toThrow(/401/)
  })

  it("tells an uptime check, and Prometheus, of an account for which nothing has ever begun", async () => {
    const database = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await database.raw(
      `UPDATE walmart_account SET polled_until = NULL, last_tick_at = NULL, created_at = now() - interval '1 hour'`
    )
    const figures = await loadFigures(store.container())
    expect(signsOf(figures)).toEqual(["polls", "worker"])
    expect(metricsText(figures)).toMatch(/^walmart_poll_age_seconds\{.*\} 36\d\d/m)
  })

  /** Region and shipping options, as a store of another continent lacks them. */
  async function takeAway(container: MedusaContainer): Promise<void> {
    const { regionId, shippingOptionIds } = store.seeded
    await deleteRegionsWorkflow(container).run({ input: { ids: [regionId] } })
    const ids = Object.values(shippingOptionIds)
    await deleteShippingOptionsWorkflow(container).run({ input: { ids } })
  }

  async function secondLocation(container: MedusaContainer): Promise<string> {
    const locations = [{ name: "Outlet", address: { address_1: "1 Way", country_code: "us" } }]
    const { result } = await createStockLocationsWorkflow(container).run({ input: { locations } })
    const [{ default_sales_channel_id: channel }] = await container
      .resolve(Modules.STORE)
      .listStores()
    const input = { id: result[0].id, add: [channel ?? ""] }
    await linkSalesChannelsToStockLocationWorkflow(container).run({ input })
    return result[0].id
  }
})

/** Products of the store's sales channel without a shipping profile, each with a SKU that Walmart does not know. */
async function addMany(container: MedusaContainer, count: number): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [{ id: channelId }] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels()
  await database.raw(
    `with one as (select to_char(n, 'FM00000') as no from generate_series(1, :count) n),
      product as (insert into product (id, title, handle, status)
        select 'prod_many_' || no, 'Many ' || no, 'many-' || no, 'published' from one returning id),
      variant as (insert into product_variant (id, title, sku, product_id)
        select 'variant_many_' || no, 'One', 'MANY-' || no, 'prod_many_' || no from one returning id)
      insert into product_sales_channel (id, product_id, sales_channel_id)
        select 'prodsc_many_' || no, 'prod_many_' || no, :channelId from one`,
    { count, channelId }
  )
}
