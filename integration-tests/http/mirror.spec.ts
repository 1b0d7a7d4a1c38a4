import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { beginOrderEditOrderWorkflow } from "@medusajs/medusa/core-flows"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import { acknowledgedOrder, detailOf, expectRefusal, UPS, UPS_TWO } from "./admin-api/support"
import { storeSuite, waitFor } from "../helpers/store"
import { freedStockTests } from "./mirror/freed-stock"
import { returnedMoneyTests } from "./mirror/returned-money"
import { changedReturnTests } from "./mirror/returns-changed"

const THREE = [{ sku: "MUG-1", quantity: 3, price: 30 }]
const TWO_LINES = [
  { sku: "MUG-1", quantity: 2, price: 20 },
  { sku: "MUG-2", quantity: 1, price: 15 },
]

storeSuite(
  "What is done at Walmart by other hands",
  (store) => {
    const act = (po: string, action: string, body: object = {}) =>
      store.simulator().control.run("POST", `orders/${po}/${action}`, body)
    const refresh = (id: string) => store.post(`/admin/walmart/orders/${id}/refresh`, {})
    const reserved = async (orderId: string) => {
      const { items } = await store.order(orderId)
      const inventory = store.container().resolve(Modules.INVENTORY)
      const found = await inventory.listReservationItems({
        line_item_id: items.map(({ id }) => id),
      })
      return found.reduce((sum, { quantity }) => sum + Number(quantity), 0)
    }
    const stocked = async (sku: string) => {
      const inventory = store.container().resolve(Modules.INVENTORY)
      const [{ id }] = await inventory.listInventoryItems({ sku })
      const levels = await inventory.listInventoryLevels({ inventory_item_id: id })
      return levels.map((one) => [Number(one.stocked_quantity), Number(one.reserved_quantity)])
    }
    const ownCalls = (po: string) =>
      store.ledger(po).filter(({ by, effect }) => by !== "elsewhere" && effect !== "acknowledged")
    const agrees = async (orderId: string) => {
      const { sync_status, discrepancies, updates } = await detailOf(store, orderId)
      expect([sync_status, ...discrepancies]).toEqual(["in_sync"])
      expect(updates.filter(({ kind }) => kind !== "acknowledgment")).toEqual([])
    }
    /** Whatever looks again finds nothing more to do, and Walmart hears nothing. */
    const staysSo = async (orderId: string, po: string) => {
      const before = JSON.stringify(await store.order(orderId))
      await store.run("mirror-walmart-changes", { order_id: orderId })
      await planSweptOrders(store.container())
      await store.run("plan-walmart-updates", { order_id: orderId })
      await store.sendDue()
      expect(JSON.stringify(await store.order(orderId))).toBe(before)
      expect(ownCalls(po)).toEqual([])
      await agrees(orderId)
    }

    it.each(["cancel", "auto-cancel", "fraud"])(
      "cancels the Medusa order and frees its stock once after %s of all of it",
      async (how) => {
        const before = await stocked("MUG-1")
        const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
        expect(await reserved(orderId)).toBe(3)
        act(po, how)
        await store.importAll()
        expect((await store.order(orderId)).status).toBe("canceled")
        expect(await stocked("MUG-1")).toEqual(before)
        await staysSo(orderId, po)
        expect(await stocked("MUG-1")).toEqual(before)
      }
    )

    it("cancels a fulfillment that has not left together with its order", async () => {
      const before = await stocked("MUG-1")
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      await store.fulfill(orderId)
      act(po, "cancel")
      await refresh(orderId)
      const order = await store.order(orderId)
      expect(order.status).toBe("canceled")
      expect(order.fulfillments.every(({ canceled_at: at }) => at !== null)).toBe(true)
      expect(await stocked("MUG-1")).toEqual(before)
      await staysSo(orderId, po)
    })

    it("takes single units out of the order, frees their stock and refunds them in Medusa's books", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, TWO_LINES)
      act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
      await store.importAll()
      const order = await store.order(orderId)
      expect(order.items.map(({ quantity }) => quantity).sort()).toEqual([1, 1])
      expect(await reserved(orderId)).toBe(2)
      const query = store.container().resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "order",
        fields: ["id", "summary", "payment_collections.payments.refunds.amount"],
        filters: { id: orderId },
      })
      expect(Math.abs(Number(data[0].summary?.pending_difference))).toBeLessThan(0.005)
      expect(data[0].payment_collections).toMatchObject([
        { payments: [{ refunds: [expect.anything()] }] },
      ])
      await staysSo(orderId, po)
    })

    it("sends the stock that is free again, as after a cancellation of its own", async () => {
      const pushes = () =>
        store
          .ledger()
          .filter(({ effect, by }) => effect === "inventory" && by === "seller_api")
          .map(({ sku, quantity }) => [sku, quantity])
      const { purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      const before = pushes().length
      act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
      await store.importAll()
      await store.sendingEnds()
      const [[all, held]] = await stocked("MUG-1")
      expect(pushes().slice(before)).toEqual([["MUG-1", all - held]])
    })

    it("goes on where a process died in the middle of taking units out, and leaves a person's edit alone", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      const begin = (created_by: string) =>
        beginOrderEditOrderWorkflow(store.container()).run({
          input: { order_id: orderId, created_by },
        })
      await begin("walmart")
      act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
      await store.importAll()
      expect((await store.order(orderId)).items.map(({ quantity }) => quantity)).toEqual([2])
      await begin("user_somebody")
      act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
      await store.importAll()
      expect((await store.order(orderId)).items.map(({ quantity }) => quantity)).toEqual([2])
      const { discrepancies } = await detailOf(store, orderId)
      expect(discrepancies.map(({ code }) => code)).toEqual(["canceled_only_at_walmart"])
      const query = store.container().resolve(ContainerRegistrationKeys.QUERY)
      const filters = { order_id: orderId, status: ["pending", "requested"] }
      const open = await query.graph({ entity: "order_change", fields: ["created_by"], filters })
      expect(open.data).toMatchObject([{ created_by: "user_somebody" }])
    })

    it("does every change once, also when several look at the order at the same time", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      const { id } = await store.walmartOrder(po)
      act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
      act(po, "ship", {
        carrier: "UPS",
        trackingNumber: UPS,
        lines: [{ lineNumber: "1", quantity: 1 }],
      })
      await Promise.all([store.importAll(), refresh(id), refresh(id)])
      const order = await store.order(orderId)
      expect(order.items.map(({ quantity }) => quantity)).toEqual([2])
      expect(order.fulfillments).toMatchObject([{ labels: [{ tracking_number: UPS }] }])
      expect(await reserved(orderId)).toBe(1)
      await staysSo(orderId, po)
    })

    it("records a parcel that left from Seller Center with its number, and its arrival", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, TWO_LINES)
      const [[stock]] = await stocked("MUG-1")
      const lines = [{ lineNumber: "1", quantity: 1 }, { lineNumber: "2" }]
      act(po, "ship", { carrier: "UPS", trackingNumber: UPS, lines })
      await store.importAll()
      const [fulfillment] = (await store.order(orderId)).fulfillments
      expect(fulfillment).toMatchObject({ canceled_at: null, labels: [{ tracking_number: UPS }] })
      expect(fulfillment.shipped_at).not.toBeNull()
      expect(fulfillment.items.map(({ quantity }) => quantity)).toEqual([1, 1])
      expect((await stocked("MUG-1"))[0][0]).toBe(stock - 1)
      await staysSo(orderId, po)
      act(po, "deliver")
      await store.importAll()
      const [delivered] = (await store.order(orderId)).fulfillments
      expect(delivered).toMatchObject({ id: fulfillment.id, delivered_at: expect.any(String) })
      await staysSo(orderId, po)
    })

    it("refuses to ship what left meanwhile, and ships the waiting fulfillment with Walmart's number", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      const id = await store.fulfill(orderId)
      act(po, "ship", { carrier: "UPS", trackingNumber: UPS })
      await expectRefusal(
        store.ship(orderId, id, [{ tracking_number: UPS_TWO }]),
        "invalid_data",
        /only 0 can be shipped/,
        /Do not send the parcel/
      )
      await planSweptOrders(store.container())
      const { fulfillments } = await store.order(orderId)
      expect(fulfillments).toMatchObject([{ id, labels: [{ tracking_number: UPS }] }])
      expect(fulfillments[0].shipped_at).not.toBeNull()
      await staysSo(orderId, po)
    })

    it("refuses to fulfill what was shipped elsewhere", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      act(po, "ship", { carrier: "UPS", trackingNumber: UPS })
      await refresh(orderId)
      await expect(store.fulfill(orderId)).rejects.toThrow()
      expect((await store.order(orderId)).fulfillments).toHaveLength(1)
    })

    it("leaves a parcel to a person whose units Walmart canceled while it was told", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      await store.shipWithoutEvent(orderId, UPS)
      await store.run("plan-walmart-updates", { order_id: orderId })
      act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
      await store.sendDue()
      await store.importAll()
      const { sync_status, updates } = await detailOf(store, orderId)
      expect(sync_status).toBe("needs_attention")
      expect(updates.find(({ kind }) => kind === "shipment")?.attention?.code).toBe("line_not_open")
      expect((await store.order(orderId)).items.map(({ quantity }) => quantity)).toEqual([3])
    })

    it("says what it did", async () => {
      const seen: unknown[] = []
      const bus = store.container().resolve(Modules.EVENT_BUS)
      const name = "walmart.order.changed_at_walmart"
      bus.subscribe(name, async ({ data }: { data: unknown }) => void seen.push(data))
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      act(po, "cancel")
      await store.importAll()
      const { id } = await store.walmartOrder(po)
      await waitFor("the event", () => seen.length > 0)
      expect(seen).toEqual([{ id, order_id: orderId, changes: [{ kind: "cancel_order" }] }])
    })

    it("names the order by which a second writer gave itself away", async () => {
      const seen: unknown[] = []
      const bus = store.container().resolve(Modules.EVENT_BUS)
      const name = "walmart.account.second_writer"
      bus.subscribe(name, async ({ data }: { data: unknown }) => void seen.push(data))
      const { purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      act(po, "ship", { carrier: "UPS", trackingNumber: UPS_TWO })
      await store.importAll()
      const { id: walmart_order_id } = await store.walmartOrder(po)
      await waitFor("the event", () => seen.length > 0)
      const order = { walmart_order_id, purchase_order_id: po }
      const message = expect.stringContaining(po)
      expect(seen).toEqual([{ account_id: "main", ...order, message }])
    })

    freedStockTests(store)
    returnedMoneyTests(store)
    changedReturnTests(store)
  },
  { account: { mirror: {} } }
)
