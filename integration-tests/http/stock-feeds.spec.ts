import { Modules } from "@medusajs/framework/utils"
import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import type { AdminWalmartStock, AdminWalmartStockListResponse } from "../../src/types/http"
import { storeSuite, waitFor } from "../helpers/store"
import { acknowledgedOrder, moduleOf, OUT_OF_STOCK } from "./admin-api/support"

const NODE = "1000001"

const HOUR_MS = 3_600_000

/** Walmart SKUs of one shirt, as a store has that lists an item many times. */
const SHIRTS = Array.from({ length: 60 }, (_, at) => `SHIRT-${String(at + 1).padStart(2, "0")}`)

storeSuite(
  "stock of many SKUs at Walmart",
  (store) => {
    const walmart = () => store.simulator().control

    /** Calls that got in: the first ones of a test come with a token that Walmart has forgotten. */
    const sent = (method: string, path: string) =>
      walmart()
        .requests(path)
        .filter((seen) => seen.method === method && seen.status !== 401).length

    const feedsSent = () => sent("POST", "/v3/feeds")

    const putsSent = () => sent("PUT", "/v3/inventory")

    /** What Walmart shows of a SKU. */
    const shown = (sku: string) =>
      store
        .ledger()
        .filter((entry) => entry.effect === "inventory" && entry.sku === sku && !entry.reason)
        .at(-1)?.quantity

    const list = async (params: Record<string, unknown> = {}) =>
      (
        await store.get<AdminWalmartStockListResponse>("/admin/walmart/stock", {
          limit: 100,
          ...params,
        })
      ).stock

    const stockOf = async (sku: string): Promise<AdminWalmartStock> => {
      const found = (await list({ q: sku })).find((one) => one.sku === sku)
      if (!found) throw new Error(`${sku} is in no row of stock`)
      return found
    }

    const want = (skus: string[]) =>
      moduleOf(store).stock.want(skus.map((sku) => ({ accountId: "main", sku, shipNodeId: NODE })))

    /** Walmart has had the items before, so that it knows them. */
    const listed = (skus: string[]) => {
      for (const sku of skus) walmart().run("POST", "inventory", { sku, amount: 1, shipNode: NODE })
    }

    const count = async (sku: string, stocked_quantity: number) => {
      const inventory = store.container().resolve(Modules.INVENTORY)
      const [{ id }] = await inventory.listInventoryItems({ sku })
      const location_id = store.seeded.stockLocationId
      const updates = [{ inventory_item_id: id, location_id, stocked_quantity }]
      await updateInventoryLevelsWorkflow(store.container()).run({ input: { updates } })
    }

    /** Walmart takes so long for a feed from now on. */
    const takes = (feedMs: number) => walmart().run("POST", "options", { feedMs })

    const feeds = () => moduleOf(store).listWalmartStockFeeds({}, { order: { gathered_at: "ASC" } })

    /** The time of the next look has come. */
    const look = async () => {
      const walmartModule = moduleOf(store)
      const queues = await walmartModule.listWalmartQueues({ subject: "feed" })
      for (const { id, next_due_at } of queues) {
        if (next_due_at) await walmartModule.updateWalmartQueues({ id, next_due_at: new Date(0) })
      }
      await store.sendDue()
    }

    const inFeed = async () => (await list({})).filter((one) => one.in_feed_since !== null)

    it("goes as one feed, and the page says so until Walmart is through with it", async () => {
      listed(SHIRTS)
      takes(HOUR_MS)
      await want(SHIRTS)
      await store.sendDue()
      expect(feedsSent()).toBe(1)
      expect(putsSent()).toBe(0)
      expect(await inFeed()).toHaveLength(SHIRTS.length)
      expect(await stockOf("SHIRT-01")).toMatchObject({ state: "waiting", sent_amount: null })
      await look()
      expect(await inFeed()).toHaveLength(SHIRTS.length)
      walmart().run("POST", "time", { advanceMs: HOUR_MS })
      await look()
      expect(await inFeed()).toEqual([])
      expect(await list({ state: "sent" })).toHaveLength(SHIRTS.length)
      expect(await stockOf("SHIRT-60")).toMatchObject({
        ...{ sent_amount: 1000, walmart_amount: 1000, waiting_since: null, attention: null },
      })
      expect(shown("SHIRT-60")).toBe(1000)
      expect(await feeds()).toMatchObject([{ outcome: "processed", error: null }])
      await store.sendingEnds()
      expect([feedsSent(), putsSent()]).toEqual([1, 0])
    })

    it("goes one by one when it is less than the threshold", async () => {
      const few = SHIRTS.slice(0, 9)
      listed(few)
      await want(few)
      await store.sendingEnds()
      expect([feedsSent(), putsSent()]).toEqual([0, few.length])
    })

    it("asks a person about the one item that Walmart does not take, by its own words; the others are in", async () => {
      listed(SHIRTS)
      walmart().run("POST", "options", { feedItemErrors: { "SHIRT-07": "DATA_ERROR" } })
      await moduleOf(store).stock.want([{ accountId: "main", sku: "SHIRT-07", shipNodeId: NODE }])
      await store.sendingEnds()
      await want(SHIRTS)
      await store.sendDue()
      await look()
      await store.sendingEnds()
      const asked = await stockOf("SHIRT-07")
      expect(asked).toMatchObject({
        state: "needs_attention",
        attention: { code: "stock_feed_refused" },
      })
      expect(asked.attention?.message).toMatch(/SHIRT-07.*is not taken/)
      expect(await list({ state: "sent" })).toHaveLength(SHIRTS.length - 1)
      await store.post(`/admin/walmart/stock/${asked.id}/push`)
      await store.sendingEnds()
      expect(await stockOf("SHIRT-07")).toMatchObject({ state: "sent", attention: null })
      expect([feedsSent(), putsSent()]).toEqual([1, 2])
    })

    it("sends an item that Walmart failed with by a call of its own, and holds one that is not listed", async () => {
      listed(SHIRTS.filter((sku) => sku !== "SHIRT-09"))
      walmart().run("POST", "options", { feedItemErrors: { "SHIRT-08": "SYSTEM_ERROR" } })
      await want(SHIRTS)
      await store.sendDue()
      await look()
      await store.sendingEnds()
      expect(await stockOf("SHIRT-08")).toMatchObject({ state: "sent", walmart_amount: 1000 })
      expect(await stockOf("SHIRT-09")).toMatchObject({ state: "not_listed", attention: null })
      expect([feedsSent(), putsSent()]).toEqual([1, 2])
    })

    it("sends what changed while its feed was in flight after it; the last value wins", async () => {
      listed(SHIRTS)
      takes(HOUR_MS)
      await want(SHIRTS)
      await store.sendDue()
      await count("SHIRT-S", 40)
      await want(["SHIRT-02", "SHIRT-03"])
      await store.sendDue()
      expect(putsSent()).toBe(0)
      walmart().run("POST", "time", { advanceMs: HOUR_MS })
      await look()
      await store.sendingEnds()
      expect(putsSent()).toBe(2)
      expect([shown("SHIRT-01"), shown("SHIRT-02"), shown("SHIRT-03")]).toEqual([1000, 40, 40])
      expect(await stockOf("SHIRT-02")).toMatchObject({ state: "sent", walmart_amount: 40 })
    })

    it("takes a figure back to zero that reached Walmart after its item was canceled as out of stock", async () => {
      listed(SHIRTS)
      takes(HOUR_MS)
      await want(SHIRTS)
      const { orderId } = await acknowledgedOrder(store, [
        { sku: "SHIRT-05", quantity: 1, price: 10 },
      ])
      await store.sendDue()
      await store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason: OUT_OF_STOCK })
      await waitFor("the hold", async () => (await stockOf("SHIRT-05")).state === "recount")
      walmart().run("POST", "time", { advanceMs: HOUR_MS })
      await look()
      await store.sendingEnds()
      expect(shown("SHIRT-05")).toBe(0)
      expect(await stockOf("SHIRT-05")).toMatchObject({ state: "recount", walmart_amount: 0 })
      expect(shown("SHIRT-06")).toBeGreaterThan(0)
    })

    it("goes with the others of its feed where more is on the shelf than a count can hold", async () => {
      listed(SHIRTS)
      await count("SHIRT-S", 9_999_999_999)
      await want(SHIRTS)
      await store.sendDue()
      expect(feedsSent()).toBe(1)
      await look()
      await store.sendingEnds()
      expect(await list({ state: "sent" })).toHaveLength(SHIRTS.length)
      expect(shown("SHIRT-01")).toBe(2_147_483_647)
    })

    it("goes one by one when Walmart takes no feed, and the account is not held", async () => {
      listed(SHIRTS)
      fault("feeds", { kind: "status", status: 403, body: {} })
      await want(SHIRTS)
      await store.sendDue()
      await store.sendingEnds()
      expect(putsSent()).toBe(SHIRTS.length)
      expect(await list({ state: "sent" })).toHaveLength(SHIRTS.length)
      expect(await feeds()).toMatchObject([{ outcome: "failed" }])
      const [account] = await moduleOf(store).listWalmartAccounts({ id: "main" })
      expect(account.blocked_until).toBeNull()
    })

    const fault = (route: string, kind: object, times = 1) =>
      walmart().run("POST", "faults", { route, times, fault: kind })
  },
  {
    account: {
      stockFeedFrom: 10,
      skuMap: Object.fromEntries(SHIRTS.map((sku) => [sku, "SHIRT-S"])),
    },
    plugin: { refusedAttempts: 1 },
  }
)
