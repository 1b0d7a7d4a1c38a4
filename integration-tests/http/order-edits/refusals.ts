import { Modules } from "@medusajs/framework/utils"
import { type TestStore } from "../../helpers/store"
import { detailOf, expectRefusal } from "../admin-api/support"

const REASON = "SELLER_CANCEL_PRICING_ERROR"

/** What Medusa's order edit routes refuse for a Walmart order. */
export function refusedEditTests(store: TestStore): void {
  describe("which Walmart would not follow", () => {
    const begun = async (quantity = 3) => {
      const lines = [{ sku: "MUG-1", quantity, price: 30 }]
      const order = await store.importOrder({ lines })
      await store.sendDue()
      await store.post("/admin/order-edits", { order_id: order.orderId })
      const [item] = (await store.order(order.orderId)).items
      const path = `/admin/order-edits/${order.orderId}`
      const change = (body: object) => store.post(`${path}/items/item/${item.id}`, body)
      return { ...order, path, item, change }
    }
    const refused = (call: Promise<unknown>, ...patterns: RegExp[]) =>
      expectRefusal(call, "invalid_data", ...patterns)
    const isAsBefore = async (orderId: string, quantity = 3) => {
      expect((await store.order(orderId)).items).toMatchObject([{ quantity }])
      expect((await detailOf(store, orderId)).updates).toHaveLength(1)
    }

    it("are refused at request and confirm while no reason is chosen, and pass with one", async () => {
      const { orderId, path, change } = await begun()
      await change({ quantity: 2 })
      await refused(store.post(`${path}/request`), /needs a reason/, /Walmart box/)
      await refused(store.post(`${path}/confirm`), /needs a reason/, /Walmart box/)
      await isAsBefore(orderId)
      await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason: REASON })
      await store.post(`${path}/request`)
      await store.post(`${path}/confirm`)
      expect((await store.order(orderId)).items).toMatchObject([{ quantity: 2 }])
    })

    it("are refused where they are entered: a price, more units, a new item, a shipping method", async () => {
      const { orderId, path, change } = await begun()
      await refused(change({ quantity: 3, unit_price: 9 }), /10\.00 at Walmart/, /9\.00/)
      await refused(change({ quantity: 4 }), /ordered 3/, /Use 3 at most/)
      const variant_id = store.seeded.variantIds["MUG-2"]
      const items = [{ variant_id, quantity: 1 }]
      await refused(store.post(`${path}/items`, { items }), /adds an item/, /Take it out/)
      const shipping = { shipping_option_id: store.seeded.shippingOptionIds.standard }
      await refused(store.post(`${path}/shipping-method`, shipping), /shipping method/)
      await isAsBefore(orderId)
    })

    it("are refused at confirm too, however they came into the edit", async () => {
      const { orderId, path, item } = await begun()
      const orders = store.container().resolve(Modules.ORDER)
      const [change] = await orders.listOrderChanges({ order_id: orderId, status: ["pending"] })
      const action = { order_id: orderId, order_change_id: change.id, version: change.version }
      const details = { reference_id: item.id, quantity: 3, unit_price: 9 }
      await orders.addOrderAction({ ...action, action: "ITEM_UPDATE", details })
      await refused(store.post(`${path}/confirm`), /10\.00 at Walmart/)
      await refused(store.post(`${path}/request`), /10\.00 at Walmart/)
      await isAsBefore(orderId)
    })

    it("are refused when Walmart has not that many units open any more", async () => {
      const { orderId, purchaseOrderId: po, path, change } = await begun()
      await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason: REASON })
      await change({ quantity: 1 })
      const shipped = { carrier: "UPS", trackingNumber: "1Z999AA10123456784" }
      const lines = [{ lineNumber: "1", quantity: 2 }]
      store.simulator().control.run("POST", `orders/${po}/ship`, { ...shipped, lines })
      await store.post(`/admin/walmart/orders/${orderId}/refresh`)
      await refused(store.post(`${path}/confirm`), /only 1 open/, /can only be refunded/)
      expect((await store.order(orderId)).items).toMatchObject([{ quantity: 3 }])
    })
  })
}
