import { Modules } from "@medusajs/framework/utils"
import type { AdminWalmartReturn } from "../../src/types/http"
import { upsNumber } from "../../testing/ups-number"
import { storeSuite, waitFor } from "../helpers/store"
import { moduleOf, updateThat } from "./admin-api/support"

const NODE = "1000001"

storeSuite("The stock of what came back", (store) => {
  const control = (path: string, body: object = {}) =>
    store.simulator().control.run("POST", path, body)

  /** What Walmart was sent, without what it did itself. */
  const pushes = () =>
    store
      .ledger()
      .filter(({ effect, by, reason }) => effect === "inventory" && by === "seller_api" && !reason)
      .map(({ sku, shipNode, quantity }) => [sku, shipNode, quantity])

  const stocked = async () => {
    const inventory = store.container().resolve(Modules.INVENTORY)
    const [item] = await inventory.listInventoryItems({ sku: "MUG-1" })
    const [level] = await inventory.listInventoryLevels({ inventory_item_id: item.id })
    return Number(level.stocked_quantity)
  }

  /** Four mugs that left, three of which come back. @returns id of their Medusa return */
  const returned = async (): Promise<string> => {
    const lines = [{ sku: "MUG-1", quantity: 4, price: 40 }]
    const { orderId, purchaseOrderId } = await store.importOrder({ lines })
    await store.fulfillAndShip(orderId, [{ tracking_number: upsNumber() }])
    await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
    control("returns", { lines: [{ purchaseOrderId, quantity: 3 }] })
    await store.run("poll-walmart-returns", {})
    const { returns } = await store.get<{ returns: AdminWalmartReturn[] }>("/admin/walmart/returns")
    await store.sendingEnds()
    return returns[0].return_id ?? ""
  }

  /** Medusa's own Receive screen, as a person uses it. */
  const receive = async (returnId: string, units: { good?: number; damaged?: number }) => {
    const path = `/admin/returns/${returnId}`
    const { return: made } = await store.get<{ return: { items: { item_id: string }[] } }>(
      `${path}?fields=*items`
    )
    const items = (quantity: number) => ({ items: [{ id: made.items[0].item_id, quantity }] })
    await store.post(`${path}/receive`, {})
    if (units.good) await store.post(`${path}/receive-items`, items(units.good))
    if (units.damaged) await store.post(`${path}/dismiss-items`, items(units.damaged))
    await store.post(`${path}/receive/confirm`, {})
  }

  const received = (units: number) =>
    waitFor(`${units} units to be received`, async () => {
      const [row] = await moduleOf(store).listWalmartReturns({})
      return (row.received as Record<string, number> | null)?.["1"] === units
    })

  /** As if the store had started with the option; a spec file has one start. */
  const withStock = async (
    stock: "off" | "after_cancellation" | "all",
    work: () => Promise<void>
  ) => {
    const account = moduleOf(store).account("main")
    const before = account.stock
    account.stock = stock
    try {
      await work()
    } finally {
      account.stock = before
    }
  }

  it.each(["after_cancellation", "all"] as const)(
    "is on the shelf and at Walmart as soon as it is received, part by part and without what is damaged (stock: %s)",
    async (stock) => {
      await withStock(stock, async () => {
        const returnId = await returned()
        const before = await stocked()
        const sentBefore = pushes().length
        await receive(returnId, { good: 1 })
        await received(1)
        await store.sendingEnds()
        expect(await stocked()).toBe(before + 1)
        // The level and the return both ask for the figure; what is asked for while it is under way goes once more, as it is then.
        const told = pushes().slice(sentBefore)
        expect(told).toEqual(told.map(() => ["MUG-1", NODE, before + 1]))
        expect(told).not.toEqual([])
        await receive(returnId, { good: 1, damaged: 1 })
        await received(3)
        await store.sendingEnds()
        expect(await stocked()).toBe(before + 2)
        expect(pushes().at(-1)).toEqual(["MUG-1", NODE, before + 2])
      })
    }
  )

  it("is no count: what was canceled as out of stock stays at 0 until somebody has counted it", async () => {
    const returnId = await returned()
    const target = { accountId: "main", sku: "MUG-1", shipNodeId: NODE }
    await moduleOf(store).stock.want([{ ...target, hold: "recount" }])
    await store.sendingEnds()
    await receive(returnId, { good: 2 })
    await received(2)
    await store.sendingEnds()
    expect(pushes()).toEqual([])
    const [figure] = await moduleOf(store).listWalmartStocks({ sku: "MUG-1" })
    expect(figure.held_reason).toBe("recount")
  })

  it("stays what it was while all that came back is damaged", async () => {
    const returnId = await returned()
    const before = await stocked()
    await receive(returnId, { damaged: 3 })
    await received(3)
    await store.sendingEnds()
    expect(await stocked()).toBe(before)
    expect(pushes().every(([, , quantity]) => quantity === before)).toBe(true)
  })

  it("is not sent by an account that sends no stock", async () => {
    await withStock("off", async () => {
      const returnId = await returned()
      await receive(returnId, { good: 3 })
      await received(3)
      await store.sendingEnds()
      expect(pushes()).toEqual([])
    })
  })
})
