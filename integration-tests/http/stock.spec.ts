import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import type { AdminWalmartStock, AdminWalmartStockListResponse } from "../../src/types/http"
import { storeSuite, waitFor } from "../helpers/store"
import { acknowledgedOrder, detailOf, moduleOf, OUT_OF_STOCK } from "./admin-api/support"

const NODE = "1000001"
const PRICING_ERROR = "SELLER_CANCEL_PRICING_ERROR"

storeSuite(
  "stock at Walmart",
  (store) => {
    /** What was pushed, without what Walmart did itself. */
    const pushes = () =>
      store
        .ledger()
        .filter(
          ({ effect, by, reason }) => effect === "inventory" && by === "seller_api" && !reason
        )
        .map(({ sku, shipNode, quantity }) => [sku, shipNode, quantity])

    const list = async (params: Record<string, unknown> = {}): Promise<AdminWalmartStock[]> =>
      (await store.get<AdminWalmartStockListResponse>("/admin/walmart/stock", params)).stock

    const stockOf = async (sku: string): Promise<AdminWalmartStock> => {
      const found = (await list({ q: sku })).find((one) => one.sku === sku)
      if (!found) throw new Error(`${sku} is in no row of stock`)
      return found
    }

    /** Until Walmart has said yes to the cancellation; no stock is sent by that. */
    const cancel = async (orderId: string, reason = PRICING_ERROR) => {
      await store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason })
      await waitFor(`Walmart's yes to the cancellation of ${orderId}`, async () => {
        const { updates, queue } = await detailOf(store, orderId)
        const isSent = updates.some((u) => u.kind === "cancellation" && u.status === "sent")
        return isSent && queue?.sending === false
      })
    }

    const count = async (sku: string, stocked_quantity: number) => {
      const inventory = store.container().resolve(Modules.INVENTORY)
      const [{ id }] = await inventory.listInventoryItems({ sku })
      const location_id = store.seeded.stockLocationId
      const updates = [{ inventory_item_id: id, location_id, stocked_quantity }]
      await updateInventoryLevelsWorkflow(store.container()).run({ input: { updates } })
    }

    /** The event of this change is lost. */
    const countUnheard = async (sku: string, stocked: number) => {
      const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await db.raw(
        `UPDATE inventory_level SET stocked_quantity = :stocked, raw_stocked_quantity = jsonb_build_object('value', :stocked::int::text)
         WHERE inventory_item_id IN (SELECT id FROM inventory_item WHERE sku = :sku)`,
        { sku, stocked }
      )
    }

    const managed = async (sku: string, manage_inventory: boolean) => {
      const products = store.container().resolve(Modules.PRODUCT)
      const [{ id }] = await products.listProductVariants({ sku })
      await products.updateProductVariants(id, { manage_inventory })
    }

    const soldAs = async (sku: string) => {
      const products = store.container().resolve(Modules.PRODUCT)
      const [{ product_id }] = await products.listProductVariants({ sku })
      const [channel] = await store.container().resolve(Modules.SALES_CHANNEL).listSalesChannels()
      return {
        [Modules.PRODUCT]: { product_id: product_id ?? "" },
        [Modules.SALES_CHANNEL]: { sales_channel_id: channel.id },
      }
    }

    it("sends what is free again to the order's ship node, after Walmart's yes to a cancellation", async () => {
      const kept = await acknowledgedOrder(store)
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
      await cancel(orderId)
      expect(pushes()).toEqual([])
      await store.sendingEnds()
      expect(pushes()).toEqual([["MUG-1", NODE, 998]])
      const effects = store.ledger().map((entry) => entry.effect)
      expect(effects.lastIndexOf("inventory")).toBeGreaterThan(effects.indexOf("cancelled"))
      expect(store.ledger(po).some(({ effect }) => effect === "cancelled")).toBe(true)
      expect(await stockOf("MUG-1")).toMatchObject({
        ...{ state: "sent", ship_node_id: NODE, sent_amount: 998, walmart_amount: 998 },
        ...{ medusa_amount: 998, available: 998, attention: null, waiting_since: null },
      })
      expect((await store.order(kept.orderId)).status).not.toBe("canceled")
    })

    it("sends what a person frees of an order that the buyer had canceled a moment before", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
      control(`orders/${po}/cancel`, {})
      await store.post(`/admin/orders/${orderId}/cancel`, {})
      await waitFor("the figure", () => hasRow("MUG-1"))
      await store.sendingEnds()
      expect(pushes()).toEqual([["MUG-1", NODE, 1000]])
    })

    it("sends as much as a count can hold where more is on the shelf, and is done then", async () => {
      await count("MUG-1", 9_999_999_999)
      const { orderId } = await acknowledgedOrder(store)
      await cancel(orderId)
      await store.sendingEnds()
      expect(pushes()).toEqual([["MUG-1", NODE, 2_147_483_647]])
      const most = 2_147_483_647
      expect(await stockOf("MUG-1")).toMatchObject({ state: "sent", sent_amount: most })
    })

    it("sends one figure for two cancellations of a SKU", async () => {
      const first = await acknowledgedOrder(store)
      const second = await acknowledgedOrder(store)
      await Promise.all([cancel(first.orderId), cancel(second.orderId)])
      expect(await stockOf("MUG-1")).toMatchObject({ state: "waiting", medusa_amount: 1000 })
      await store.sendingEnds()
      expect(pushes()).toEqual([["MUG-1", NODE, 1000]])
    })

    it("sends once more what changed while a push was under way; the last value wins", async () => {
      const first = await acknowledgedOrder(store)
      const second = await acknowledgedOrder(store)
      await cancel(first.orderId)
      slowly("inventory", 1_000)
      const sending = store.sendDue()
      await waitFor("the push to be under way", () =>
        store
          .simulator()
          .control.requests("/v3/inventory")
          .some(({ method }) => method === "PUT")
      )
      await cancel(second.orderId)
      await sending
      await store.sendingEnds()
      expect(pushes()).toEqual([
        ["MUG-1", NODE, 998],
        ["MUG-1", NODE, 1000],
      ])
    })

    it("repeats a push whose answer was lost, with the figure of then", async () => {
      const first = await acknowledgedOrder(store)
      await cancel(first.orderId)
      fault("inventory", { kind: "drop_after" })
      await store.sendDue()
      await count("MUG-1", 500)
      await store.sendingEnds()
      expect(pushes()).toEqual([
        ["MUG-1", NODE, 1000],
        ["MUG-1", NODE, 500],
      ])
    })

    describe("after a cancellation as out of stock", () => {
      const outOfStock = async () => {
        const { orderId } = await acknowledgedOrder(store)
        await cancel(orderId, OUT_OF_STOCK)
        await store.sendingEnds()
        expect(pushes()).toEqual([])
        expect(await stockOf("MUG-1")).toMatchObject({ state: "recount", sent_amount: null })
      }

      it("waits until another count is on the shelf; a reservation is none", async () => {
        await outOfStock()
        await acknowledgedOrder(store)
        await store.sendingEnds()
        expect(pushes()).toEqual([])
        await count("MUG-1", 40)
        await waitFor("the recount", async () => (await stockOf("MUG-1")).state !== "recount")
        await store.sendingEnds()
        expect(pushes()).toEqual([["MUG-1", NODE, 38]])
      })

      it("is not taken for counted because another order is shipped from the shelf", async () => {
        const { orderId } = await acknowledgedOrder(store)
        await outOfStock()
        await store.fulfill(orderId)
        await store.sendingEnds()
        expect(pushes()).toEqual([])
        expect(await stockOf("MUG-1")).toMatchObject({ state: "recount" })
        await count("MUG-1", 40)
        await waitFor("the recount", async () => (await stockOf("MUG-1")).state !== "recount")
        await store.sendingEnds()
        expect(pushes()).toEqual([["MUG-1", NODE, 40]])
      })

      it("is found in the daily check when nobody heard of the other count", async () => {
        await outOfStock()
        await store.run("check-walmart-stock", {})
        expect(await stockOf("MUG-1")).toMatchObject({ state: "recount" })
        await countUnheard("MUG-1", 40)
        await store.run("check-walmart-stock", {})
        await store.sendingEnds()
        expect(pushes()).toEqual([["MUG-1", NODE, 40]])
      })

      it("is sent once a person says that the items were counted", async () => {
        await outOfStock()
        await store.post(`/admin/walmart/stock/${(await stockOf("MUG-1")).id}/push`)
        await store.sendingEnds()
        expect(pushes()).toEqual([["MUG-1", NODE, 1000]])
      })
    })

    it("asks a person about a SKU that Walmart does not know any more, and pushes by their hand", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await cancel(orderId)
      fault("inventory", { kind: "status", status: 404, body: NOT_FOUND })
      await store.sendingEnds()
      const asked = await stockOf("MUG-1")
      expect(asked).toMatchObject({ state: "needs_attention", attention: { code: "unknown_sku" } })
      expect(asked.attention?.message).toMatch(/MUG-1/)
      expect(asked.attention?.remedy).toMatch(/Seller Center/)
      expect(await list({ state: "needs_attention" })).toHaveLength(1)
      await store.post(`/admin/walmart/stock/${asked.id}/push`)
      await store.sendingEnds()
      expect(pushes()).toEqual([["MUG-1", NODE, 1000]])
      expect(await list({ state: "needs_attention" })).toEqual([])
    })

    it("holds an item that Walmart does not have and never sold, and asks nobody", async () => {
      const target = { accountId: "main", sku: "SHIRT-S", shipNodeId: NODE }
      await moduleOf(store).stock.want([target])
      await store.sendingEnds()
      expect(await stockOf("SHIRT-S")).toMatchObject({ state: "not_listed", attention: null })
    })

    it("is finished with a SKU that the store does not count", async () => {
      const target = { accountId: "main", sku: "NO-SUCH", shipNodeId: NODE }
      await moduleOf(store).stock.want([target])
      await store.sendingEnds()
      const held = await stockOf("NO-SUCH")
      expect(held).toMatchObject({ state: "not_counted", medusa_amount: null })
      expect(held.attention?.code).toBe("stock_variant_missing")
    })

    it("holds the account when its key may not change stock", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await cancel(orderId)
      fault("inventory", { kind: "status", status: 401, body: {} }, 2)
      await store.sendDue()
      expect(pushes()).toEqual([])
      const [account] = await moduleOf(store).listWalmartAccounts({ id: "main" })
      expect(account.blocked_until).not.toBeNull()
      await moduleOf(store).unblockAccount("main")
      await store.sendingEnds()
      expect(pushes()).toEqual([["MUG-1", NODE, 1000]])
    })

    it("sends nothing with the option off", async () => {
      await withStock("off", async () => {
        const { orderId } = await acknowledgedOrder(store)
        await cancel(orderId)
        await store.sendingEnds()
        expect(pushes()).toEqual([])
        expect(await list()).toEqual([])
      })
    })

    describe("with all stock sent", () => {
      it("sends what a person counts and what an order of another channel reserves, also of kits", async () => {
        await withStock("all", async () => {
          await acknowledgedOrder(store, [{ sku: "BOX-KIT", quantity: 1, price: 30 }])
          await waitFor("the figure of the kit", () => hasRow("BOX-KIT"))
          await count("MUG-1", 41)
          await waitFor("41 mugs", async () => (await stockOf("MUG-1")).medusa_amount === 39)
          await store.sendingEnds()
          expect(pushes()).toContainEqual(["BOX-KIT", NODE, 19])
          expect(await stockOf("BOX-KIT")).toMatchObject({ state: "sent", walmart_amount: 19 })
        })
      })

      it("follows the stock of an item that left the sales channel, because Walmart goes on showing it", async () => {
        await withStock("all", async () => {
          await acknowledgedOrder(store)
          await waitFor("the figure", () => hasRow("MUG-1"))
          await store.sendingEnds()
          const sold = await soldAs("MUG-1")
          const link = store.container().resolve(ContainerRegistrationKeys.LINK)
          await link.dismiss(sold)
          await count("MUG-1", 7)
          await waitFor("7 mugs", async () => (await stockOf("MUG-1")).state === "waiting")
          await store.sendingEnds()
          await link.create(sold)
          expect(pushes().at(-1)).toEqual(["MUG-1", NODE, 5])
        })
      })

      it("sends every figure to a ship node that is added later", async () => {
        await withStock("all", async () => {
          const { shipNodes } = moduleOf(store).account("main")
          const location = store.seeded.stockLocationId
          Object.assign(shipNodes, { [NODE]: location })
          await store.run("check-walmart-stock", {})
          Object.assign(shipNodes, { "1000002": location })
          await store.run("check-walmart-stock", {})
          delete shipNodes[NODE]
          delete shipNodes["1000002"]
          const nodes = (await list({ q: "MUG-1" })).map((one) => one.ship_node_id)
          expect(nodes).toEqual([NODE, "1000002"])
        })
      })

      it("finds in the daily check what Walmart shows otherwise, and what was never sent", async () => {
        await withStock("all", async () => {
          const { orderId } = await acknowledgedOrder(store)
          await cancel(orderId)
          await store.sendingEnds()
          store.simulator().control.run("POST", "inventory", { sku: "MUG-1", amount: 3 })
          const { id } = await stockOf("MUG-1")
          await moduleOf(store).updateWalmartStocks({ id, read_at: new Date("2020-01-01") })
          await store.run("check-walmart-stock", {})
          expect(await stockOf("MUG-1")).toMatchObject({ state: "waiting", walmart_amount: 3 })
          expect(await hasRow("SHIRT-S")).toBe(true)
          await store.sendingEnds()
          expect(pushes().at(-1)).toBeDefined()
          expect(await stockOf("MUG-1")).toMatchObject({ state: "sent", walmart_amount: 1000 })
        })
      })
    })

    it("is found in the daily check when the store counts it otherwise by now, though Walmart was asked a moment ago", async () => {
      await withStock("all", async () => {
        const { orderId } = await acknowledgedOrder(store)
        await cancel(orderId)
        await store.sendingEnds()
        const account = moduleOf(store).account("main")
        account.stockBuffer = 5
        await store.run("check-walmart-stock", {})
        expect(await stockOf("MUG-1")).toMatchObject({ state: "waiting", sent_amount: 1000 })
        await store.sendingEnds()
        account.stockBuffer = 0
        expect(pushes().at(-1)).toBeDefined()
        expect((await stockOf("MUG-1")).sent_amount).toBe(995)
      })
    })

    it("is sent by the daily check once the store counts a SKU that it did not count before", async () => {
      await withStock("all", async () => {
        await managed("MUG-1", false)
        await moduleOf(store).stock.want([{ accountId: "main", sku: "MUG-1", shipNodeId: NODE }])
        await store.sendingEnds()
        await store.run("check-walmart-stock", {})
        expect(await stockOf("MUG-1")).toMatchObject({ state: "not_counted" })
        control("inventory", { sku: "MUG-1", amount: 0, shipNode: NODE })
        await managed("MUG-1", true)
        await store.run("check-walmart-stock", {})
        await store.sendingEnds()
        expect(await stockOf("MUG-1")).toMatchObject({ state: "sent", walmart_amount: 1000 })
      })
    })

    it("is sent by the daily check once an item that Walmart did not have is published", async () => {
      await withStock("all", async () => {
        await moduleOf(store).stock.want([{ accountId: "main", sku: "SHIRT-S", shipNodeId: NODE }])
        await store.sendingEnds()
        const { id, state } = await stockOf("SHIRT-S")
        expect(state).toBe("not_listed")
        const dayPasses = () =>
          moduleOf(store).updateWalmartStocks({
            id,
            held_at: new Date("2020-01-01"),
            read_at: null,
          })
        await dayPasses()
        await store.run("check-walmart-stock", {})
        expect(await stockOf("SHIRT-S")).toMatchObject({
          state: "not_listed",
          walmart_amount: null,
        })
        control("inventory", { sku: "SHIRT-S", amount: 0, shipNode: NODE })
        await dayPasses()
        await store.run("check-walmart-stock", {})
        await store.sendingEnds()
        expect(await stockOf("SHIRT-S")).toMatchObject({ state: "sent", walmart_amount: 1000 })
      })
    })

    describe("in the daily check", () => {
      const SKUS = ["MUG-2", "SHIRT-S"]
      const fault = (kind: object) =>
        control("faults", { route: "inventory", times: 1, fault: kind })
      const LONG_AGO = new Date("2020-01-01")

      /** Figures that Walmart shows otherwise since, MUG-2 longest. */
      const drifted = async () => {
        for (const sku of SKUS) control("inventory", { sku, amount: 3, shipNode: NODE })
        const wanted = SKUS.map((sku) => ({ accountId: "main", sku, shipNodeId: NODE }))
        await moduleOf(store).stock.want(wanted)
        await store.sendingEnds()
        for (const sku of SKUS) control("inventory", { sku, amount: 3, shipNode: NODE })
        await moduleOf(store).updateWalmartStocks([
          { id: (await stockOf("MUG-2")).id, read_at: LONG_AGO },
          { id: (await stockOf("SHIRT-S")).id, read_at: new Date("2020-01-02") },
        ])
      }

      it("keep what was found of the SKUs before when Walmart does not let the check go on", async () => {
        await withStock("all", async () => {
          await drifted()
          fault({ kind: "delay", ms: 1 })
          fault({ kind: "status", status: 403, body: {} })
          await store.run("check-walmart-stock", {})
          expect(await stockOf("MUG-2")).toMatchObject({ state: "waiting", walmart_amount: 3 })
          expect(await stockOf("SHIRT-S")).toMatchObject({ state: "sent", walmart_amount: 1000 })
        })
      })

      it("are passed over for a day when Walmart refuses one of them, and the next is asked for", async () => {
        await withStock("all", async () => {
          await drifted()
          fault({ kind: "malformed" })
          await store.run("check-walmart-stock", {})
          const unread = await stockOf("MUG-2")
          expect(unread).toMatchObject({ state: "sent", walmart_amount: 1000 })
          expect(unread.read_at).not.toBe(LONG_AGO.toISOString())
          expect(await stockOf("SHIRT-S")).toMatchObject({ state: "waiting", walmart_amount: 3 })
        })
      })
    })

    const control = (route: string, body: object) =>
      store.simulator().control.run("POST", route, body)

    const hasRow = async (sku: string) => (await list({ q: sku })).some((one) => one.sku === sku)

    /** As if the store had started with the option; a spec file has one start. */
    const withStock = async (stock: "off" | "all", work: () => Promise<void>) => {
      const account = moduleOf(store).account("main")
      const before = account.stock
      account.stock = stock
      try {
        await work()
      } finally {
        account.stock = before
      }
    }

    const NOT_FOUND = {
      errors: { error: [{ code: "CONTENT_NOT_FOUND.GMP_INVENTORY_API", description: "No SKU." }] },
    }

    const fault = (route: string, kind: object, times = 1) =>
      store.simulator().control.run("POST", "faults", { route, times, fault: kind })

    const slowly = (route: string, ms: number) => fault(route, { kind: "delay", ms })
  },
  { plugin: { refusedAttempts: 1 } }
)
