import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { KIT_ONLY_ITEM } from "../../../testing/seed-products"
import { type TestStore, waitFor } from "../../helpers/store"
import { acknowledgedOrder, expectRefusal } from "../admin-api/support"

/** Walmart sells what is not there: a fulfillment of such an order can be taken back like any other. */
export function oversold(store: TestStore): void {
  const inventory = () => store.container().resolve(Modules.INVENTORY)

  const levelOf = async (sku: string) => {
    const [item] = await inventory().listInventoryItems({ sku })
    const [level] = await inventory().listInventoryLevels({ inventory_item_id: item.id })
    return { itemId: item.id, level }
  }

  /** What Medusa's stock screen shows. */
  const stockOf = async (sku: string) => {
    const { level } = await levelOf(sku)
    return { stocked: Number(level.stocked_quantity), reserved: Number(level.reserved_quantity) }
  }

  const setStock = async (sku: string, stocked_quantity: number) => {
    const { itemId: inventory_item_id, level } = await levelOf(sku)
    const { location_id } = level
    await inventory().updateInventoryLevels([{ inventory_item_id, location_id, stocked_quantity }])
  }

  const oversoldOrder = async (sku: string, quantity: number) => {
    const skus = sku === "BOX-KIT" ? ["MUG-1", KIT_ONLY_ITEM] : [sku]
    for (const one of skus) await setStock(one, 0)
    return acknowledgedOrder(store, [{ sku, quantity, price: 10 * quantity }])
  }

  const cancelOrder = async (orderId: string) => {
    const reason = { reason: "SELLER_CANCEL_PRICING_ERROR" }
    await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, reason)
    await store.cancel(orderId)
  }

  const isCanceledAtWalmart = (po: string) =>
    waitFor("Walmart to cancel", () =>
      store.ledger(po).some(({ effect }) => effect === "cancelled")
    )

  it("cancels the fulfillment, then the order, with the right stock at each step", async () => {
    const { orderId, purchaseOrderId: po } = await oversoldOrder("MUG-1", 2)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 0, reserved: 2 })
    const id = await store.fulfill(orderId)
    expect(await stockOf("MUG-1")).toEqual({ stocked: -2, reserved: 0 })
    await store.cancelFulfillment(orderId, id)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 0, reserved: 2 })
    await cancelOrder(orderId)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 0, reserved: 0 })
    await isCanceledAtWalmart(po)
  })

  it("is of a variant that Medusa itself sells no more of than there is in stock", async () => {
    const { orderId } = await oversoldOrder("MUG-1", 2)
    const { data } = await store
      .container()
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        filters: { id: orderId },
        fields: ["items.variant.sku", "items.variant.allow_backorder"],
      })
    expect(data).toMatchObject([{ items: [{ variant: { sku: "MUG-1", allow_backorder: false } }] }])
    expect(await stockOf("MUG-1")).toEqual({ stocked: 0, reserved: 2 })
  })

  it("fulfills again what was taken back", async () => {
    const { orderId } = await oversoldOrder("MUG-1", 2)
    await store.cancelFulfillment(orderId, await store.fulfill(orderId))
    await store.fulfill(orderId, { "MUG-1": 1 })
    expect(await stockOf("MUG-1")).toEqual({ stocked: -1, reserved: 1 })
  })

  it("takes back every part of a kit", async () => {
    const { orderId } = await oversoldOrder("BOX-KIT", 2)
    const id = await store.fulfill(orderId)
    await store.cancelFulfillment(orderId, id)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 0, reserved: 4 })
    expect(await stockOf(KIT_ONLY_ITEM)).toEqual({ stocked: 0, reserved: 2 })
    await cancelOrder(orderId)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 0, reserved: 0 })
    expect(await stockOf(KIT_ONLY_ITEM)).toEqual({ stocked: 0, reserved: 0 })
  })

  it("takes back a part of the units, and then the rest", async () => {
    const { orderId } = await oversoldOrder("MUG-1", 3)
    const first = await store.fulfill(orderId, { "MUG-1": 1 })
    const second = await store.fulfill(orderId, { "MUG-1": 2 })
    await store.cancelFulfillment(orderId, first)
    expect(await stockOf("MUG-1")).toEqual({ stocked: -2, reserved: 1 })
    await store.cancelFulfillment(orderId, second)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 0, reserved: 3 })
  })

  it("takes back units into a reservation that staff made by hand, without backorder", async () => {
    const { orderId } = await oversoldOrder("MUG-1", 3)
    const id = await store.fulfill(orderId, { "MUG-1": 2 })
    const { items } = await store.order(orderId)
    const [own] = await inventory().listReservationItems({ line_item_id: items[0].id })
    await inventory().deleteReservationItems([own.id])
    await setStock("MUG-1", 1)
    await store.post("/admin/reservations", {
      line_item_id: items[0].id,
      location_id: own.location_id,
      inventory_item_id: own.inventory_item_id,
      quantity: 1,
    })
    await setStock("MUG-1", -2)
    await store.cancelFulfillment(orderId, id)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 0, reserved: 3 })
  })

  it("takes back units whose place in stock another order took meanwhile", async () => {
    await setStock("MUG-1", 2)
    const lines = [{ sku: "MUG-1", quantity: 2, price: 20 }]
    const { orderId } = await acknowledgedOrder(store, lines)
    const id = await store.fulfill(orderId)
    await acknowledgedOrder(store, lines)
    await store.cancelFulfillment(orderId, id)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 2, reserved: 4 })
    await cancelOrder(orderId)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 2, reserved: 2 })
  })

  it("changes no reservation of a fulfillment that Medusa does not cancel", async () => {
    const { orderId } = await oversoldOrder("MUG-1", 2)
    const id = await store.fulfill(orderId)
    await store.markShipped(id, "1Z999AA10123456784")
    await expectRefusal(store.cancelFulfillment(orderId, id), "not_allowed", /already been shipped/)
    const { items } = await store.order(orderId)
    const held = await inventory().listReservationItems({ line_item_id: items[0].id })
    expect(held).toEqual([])
  })

  it("leaves the orders of other channels to Medusa", async () => {
    const { orderId, purchaseOrderId: po } = await oversoldOrder("MUG-1", 2)
    const id = await store.fulfill(orderId)
    const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    // What is left is an order like one of the shop's own: the plugin knows an order by its row alone.
    await db("walmart_order").where({ purchase_order_id: po }).update({ order_id: null })
    const refused = store.cancelFulfillment(orderId, id)
    await expectRefusal(refused, "not_allowed", /^Not enough stock available for item iitem_/)
  })
}
