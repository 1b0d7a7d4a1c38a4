import type { Subscriber } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type TestStore, waitFor } from "../../helpers/store"
import { expectRefusal, UPS } from "../admin-api/support"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }
const REASON = "SELLER_CANCEL_PRICING_ERROR"

/** Walmart mails its buyers itself and forbids sellers to: whatever staff do, the shop's own mails stay unsent. */
export function quiet(store: TestStore): void {
  /** Events of a kind that a shop mails about, with what they say of mailing. */
  const eventsOf = async (
    work: () => Promise<void>,
    last: string
  ): Promise<Map<string, unknown>> => {
    const bus = store.container().resolve(Modules.EVENT_BUS)
    const heard = new Map<string, unknown>()
    const hear: Subscriber = async ({ name, data }) => {
      const said = new Map(Object.entries(data as object))
      if (said.has("no_notification")) heard.set(name, said.get("no_notification"))
    }
    const subscription = { subscriberId: "test-quiet" }
    bus.subscribe("*", hear, subscription)
    try {
      await work()
      await waitFor(`the event ${last}`, () => heard.has(last))
    } finally {
      bus.unsubscribe("*", hear, subscription)
    }
    return heard
  }

  const importWithReason = async () => {
    const { orderId, purchaseOrderId } = await store.importOrder(MUGS)
    await store.sendDue()
    await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason: REASON })
    return { orderId, purchaseOrderId }
  }

  /** What the plugin does about an event ends before the test does. */
  const toldWalmart = (po: string, effect: string) =>
    waitFor(`${effect} at Walmart`, () => store.ledger(po).some((entry) => entry.effect === effect))

  it("says of every event of a parcel that nobody shall be mailed", async () => {
    const { orderId, purchaseOrderId: po } = await importWithReason()
    const heard = await eventsOf(async () => {
      await store.cancelFulfillment(orderId, await store.fulfill(orderId))
      const id = await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await store.post(`/admin/orders/${orderId}/fulfillments/${id}/mark-as-delivered`, {})
    }, "delivery.created")
    await toldWalmart(po, "shipped")
    expect(Object.fromEntries(heard)).toEqual({
      "order.fulfillment_created": true,
      "order.fulfillment_canceled": true,
      "shipment.created": true,
      "delivery.created": true,
    })
  })

  it("says it also of an order edit, with or without a body", async () => {
    const { orderId, purchaseOrderId: po } = await importWithReason()
    const [item] = (await store.order(orderId)).items
    const heard = await eventsOf(async () => {
      await store.post("/admin/order-edits", { order_id: orderId })
      await store.post(`/admin/order-edits/${orderId}/items/item/${item.id}`, { quantity: 2 })
      await store.post(`/admin/order-edits/${orderId}/request`)
      await store.post(`/admin/order-edits/${orderId}/confirm`)
    }, "order-edit.confirmed")
    await toldWalmart(po, "cancelled")
    expect(heard.get("order-edit.requested")).toBe(true)
  })

  it("leaves it to the request for orders of other channels", async () => {
    const orders = store.container().resolve(Modules.ORDER)
    const items = [{ title: "Mug", quantity: 1, unit_price: 10 }]
    const [{ id }] = await orders.createOrders([
      { currency_code: "usd", email: "buyer@example.com", items },
    ])
    const heard = await eventsOf(async () => {
      await store.post("/admin/order-edits", { order_id: id })
      await store.post(`/admin/order-edits/${id}/request`, { no_notification: false })
    }, "order-edit.requested")
    expect(heard.get("order-edit.requested")).toBe(false)
  })

  it("refuses a transfer, whose mail to Walmart's buyer nothing mutes", async () => {
    const { orderId, purchaseOrderId } = await store.importOrder(MUGS)
    const transfer = store.post(`/admin/orders/${orderId}/transfer`, { customer_id: "cus_any" })
    await expectRefusal(transfer, "not_allowed", RegExp(`Order ${purchaseOrderId} is Walmart's`))
  })
}
