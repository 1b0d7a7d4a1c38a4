import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import { type TestStore, waitFor } from "../helpers/store"
import { detailOf, moduleOf, UPS, UPS_TWO, updateThat } from "./admin-api/support"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }
const REASON = "SELLER_CANCEL_PRICING_ERROR"

/** Ways past the screens by which Medusa and Walmart come to disagree: Walmart is told, or a person is asked. */
export function differenceTests(store: TestStore): void {
  const fulfillments = () => store.container().resolve(Modules.FULFILLMENT)
  const orders = () => store.container().resolve(Modules.ORDER)
  const bus = () => store.container().resolve(Modules.EVENT_BUS)
  const sweep = () => planSweptOrders(store.container())
  const codesOf = async (orderId: string) => {
    const { sync_status, discrepancies } = await detailOf(store, orderId)
    return [sync_status, ...discrepancies.map(({ code }) => code)]
  }
  const units = (po: string, effect: string) =>
    store
      .ledger(po)
      .filter((entry) => entry.effect === effect)
      .reduce((sum, { quantity }) => sum + Number(quantity), 0)
  const acknowledged = async (body: object = MUGS) => {
    const order = await store.importOrder(body)
    await store.sendDue()
    return order
  }
  /** A fulfillment of two units that is shipped when it is made, and linked to no order. @returns its id */
  const bornShipped = async (orderId: string) => {
    const { items } = await store.order(orderId)
    const { id } = await fulfillments().createFulfillment({
      location_id: store.seeded.stockLocationId,
      provider_id: "manual_manual",
      delivery_address: {},
      items: [{ line_item_id: items[0].id, title: "Mug", sku: "MUG-1", barcode: "", quantity: 2 }],
      labels: [{ tracking_number: UPS, tracking_url: "#", label_url: "#" }],
      order: {},
      shipped_at: new Date(),
    } as never)
    return id
  }
  const act = (po: string, action: string, body: object = {}) =>
    store.simulator().control.run("POST", `orders/${po}/${action}`, body)

  it("cancels at Walmart what was canceled here, although the order was archived meanwhile", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason: REASON })
    await store.post("/admin/walmart/accounts/main/pause", {})
    await store.cancel(orderId)
    await updateThat(store, orderId, ({ kind }) => kind === "cancellation")
    await store.post(`/admin/orders/${orderId}/archive`, {})
    await sweep()
    expect(await codesOf(orderId)).toEqual(["syncing"])
    await store.post("/admin/walmart/accounts/main/resume", {})
    await store.sendDue()
    await waitFor("the cancellation", () => units(po, "cancelled") === 3)
    await waitFor("agreement", async () => (await codesOf(orderId))[0] === "in_sync")
  })

  it("asks for a hand when a fulfillment is delivered that was never shipped", async () => {
    const { orderId } = await acknowledged()
    const id = await store.fulfill(orderId)
    await fulfillments().updateFulfillment(id, { delivered_at: new Date() })
    await sweep()
    expect(await codesOf(orderId)).toEqual(["needs_attention", "delivered_not_shipped"])
  })

  it.each([
    ["softly", (id: string) => orders().softDeleteOrders([id])],
    ["for good", (id: string) => orders().deleteOrders([id])],
  ])(
    "asks for a hand when an order is deleted %s that Walmart waits for, until it does not",
    async (_how, gone) => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      await gone(orderId)
      await sweep()
      const { id } = await store.walmartOrder(po)
      expect(await codesOf(id)).toEqual(["needs_attention", "order_deleted"])
      act(po, "ship", { carrier: "UPS", trackingNumber: UPS })
      await store.importAll()
      await sweep()
      expect(await codesOf(id)).toEqual(["in_sync"])
    }
  )

  it("asks for a hand when Walmart shows nothing of a line any more that is still to be shipped", async () => {
    const two = [...MUGS.lines, { sku: "SHIRT-S", quantity: 1, price: 9 }]
    const { orderId, purchaseOrderId: po } = await acknowledged({ lines: two })
    const walmart = moduleOf(store)
    const order = await walmart.client("main").getOrder(po)
    const readAt = await walmart.databaseNow()
    await walmart.saveOrder("main", { ...order, lines: order.lines.slice(0, 1) }, readAt)
    await sweep()
    expect(await codesOf(orderId)).toEqual(["needs_attention", "unknown_at_walmart"])
    await store.post(`/admin/walmart/orders/${orderId}/refresh`)
    expect(await codesOf(orderId)).toEqual(["in_sync"])
  })

  it("tells a fulfillment that was made as shipped, beside the order's own screens", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    await bornShipped(orderId)
    await sweep()
    await waitFor("the parcel", () => units(po, "shipped") === 2)
    await waitFor("agreement", async () => (await codesOf(orderId))[0] === "in_sync")
  })

  it("shows what a poll reads of a line that was canceled elsewhere, before any sweep looks", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    await sweep()
    act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
    await store.importAll()
    expect(await codesOf(orderId)).toEqual(["needs_attention", "canceled_only_at_walmart"])
  })

  it("tells such a fulfillment also of an order that was compared before, by the next sweep or by its event", async () => {
    for (const finds of ["sweep", "event"]) {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      await sweep()
      expect(await store.run<string[]>("sweep-walmart-orders", {})).not.toContain(orderId)
      const made = await bornShipped(orderId)
      if (finds === "sweep") await sweep()
      else await bus().emit({ name: "shipment.created", data: { id: made } })
      await waitFor(`the parcel that the ${finds} finds`, () => units(po, "shipped") === 2)
    }
  })

  it.each(["complete", "archive"])(
    "asks for a hand when an order is closed by %s while Walmart waits for units",
    async (way) => {
      const { orderId } = await acknowledged()
      await store.post(`/admin/orders/${orderId}/complete`, {})
      if (way === "archive") await store.post(`/admin/orders/${orderId}/archive`, {})
      await waitFor("the difference", async () => (await codesOf(orderId)).length > 1)
      expect(await codesOf(orderId)).toEqual(["needs_attention", "closed_with_open_units"])
    }
  )

  it.each(["another kit", "no product"])(
    "tells the units that were fulfilled, although the product is %s by now",
    async (change) => {
      const { orderId, purchaseOrderId: po } = await acknowledged({
        lines: [{ sku: "BOX-KIT", quantity: 3, price: 50 }],
      })
      const id = await store.fulfill(orderId, { "BOX-KIT": 1 })
      const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      if (change === "no product")
        await db.raw(`UPDATE product_variant SET deleted_at = now() WHERE sku = 'BOX-KIT'`)
      else
        await db.raw(
          "UPDATE product_variant_inventory_item SET required_quantity = required_quantity + 1"
        )
      await store.post(`/admin/fulfillments/${id}/shipment`, {
        labels: [{ tracking_number: UPS, tracking_url: "#", label_url: "#" }],
      })
      await waitFor("the parcel", () => units(po, "shipped") > 0)
      await store.sendDue()
      expect(units(po, "shipped")).toBe(1)
      await sweep()
      expect(await codesOf(orderId)).toEqual(["in_sync"])
    }
  )

  it("asks for a hand when a fulfillment is canceled beside its order, which goes on counting its units", async () => {
    const { orderId } = await acknowledged()
    const id = await store.fulfill(orderId)
    await fulfillments().cancelFulfillment(id)
    await sweep()
    const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await db.raw("UPDATE fulfillment SET canceled_at = now() - interval '2 minutes' WHERE id = ?", [
      id,
    ])
    await sweep()
    expect(await codesOf(orderId)).toEqual(["needs_attention", "fulfillment_missing"])
  })

  it("asks for a hand when Walmart has a parcel that Medusa took back", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    const id = await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
    await waitFor("the parcel", () => units(po, "shipped") === 3)
    await store.sendDue()
    const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await db.raw("UPDATE fulfillment SET shipped_at = NULL WHERE id = ?", [id])
    await sweep()
    expect((await codesOf(orderId)).slice(0, 2)).toEqual([
      "needs_attention",
      "shipped_only_at_walmart",
    ])
  })

  it("asks for a hand when Walmart has another number than Medusa", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
    await waitFor("the parcel", () => units(po, "shipped") === 3)
    await store.sendDue()
    act(po, "change-tracking", { lineNumber: "1", carrier: "UPS", trackingNumber: UPS_TWO })
    await store.importAll()
    await sweep()
    expect(await codesOf(orderId)).toEqual(["needs_attention", "tracking_differs"])
  })

  it("sends nothing of a shipment that was taken back before it was sent, and the right number when it ships", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    const id = await store.shipWithoutEvent(orderId, UPS)
    await store.run("plan-walmart-updates", { order_id: orderId })
    const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await db.raw("UPDATE fulfillment SET shipped_at = NULL WHERE id = ?", [id])
    await store.run("plan-walmart-updates", { order_id: orderId })
    await store.sendDue()
    expect(units(po, "shipped")).toBe(0)
    await store.markShipped(id, UPS_TWO)
    await store.run("plan-walmart-updates", { order_id: orderId })
    await store.sendDue()
    expect(store.ledger(po).filter(({ effect }) => effect === "shipped")).toMatchObject([
      { quantity: 3, trackingNumber: UPS_TWO },
    ])
    expect(await codesOf(orderId)).toEqual(["in_sync"])
  })

  it("names a fulfillment that was deleted, and plans for the other orders", async () => {
    const bad = await acknowledged()
    const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const deleted = await store.fulfill(bad.orderId)
    await db.raw("UPDATE fulfillment SET deleted_at = now() WHERE id = ?", [deleted])
    const good = await acknowledged()
    await store.shipWithoutEvent(good.orderId, UPS)
    await sweep()
    await waitFor("the good one's parcel", () => units(good.purchaseOrderId, "shipped") === 3)
    expect(await codesOf(bad.orderId)).toEqual(["needs_attention", "fulfillment_missing"])
  })

  it("asks for a hand where Walmart canceled units, until they are taken out here too", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
    await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
    expect(await codesOf(orderId)).toEqual(["needs_attention", "canceled_only_at_walmart"])
    const counts = await store.get<{ counts: { needs_attention: number } }>(
      "/admin/walmart/orders/counts"
    )
    expect(counts.counts.needs_attention).toBe(1)
    const list = await store.get<{ count: number }>(
      "/admin/walmart/orders?sync_status=needs_attention"
    )
    expect(list.count).toBe(1)
    await store.post(`/admin/walmart/orders/${orderId}/cancel`, {
      lines: [{ line_number: "1", quantity: 1 }],
    })
    await waitFor("agreement", async () => (await codesOf(orderId)).length === 1)
    expect(await codesOf(orderId)).toEqual(["in_sync"])
  })

  it("lets a difference be dismissed with a note, until its figures change", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
    await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
    const dismiss = () =>
      store.post(`/admin/walmart/orders/${orderId}/discrepancies/dismiss`, { note: "known" })
    await dismiss()
    await sweep()
    expect(await codesOf(orderId)).toEqual(["in_sync"])
    expect((await detailOf(store, orderId)).dismissed_discrepancies).toMatchObject([
      { note: "known" },
    ])
    await expect(dismiss()).rejects.toThrow(/agree/)
    act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
    await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
    expect(await codesOf(orderId)).toEqual(["needs_attention", "canceled_only_at_walmart"])
  })

  it("sends the open units of a parcel whose other units Walmart canceled, and is finished by its dismissal", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    await store.shipWithoutEvent(orderId, UPS)
    act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
    await store.run("plan-walmart-updates", { order_id: orderId })
    await store.sendDue()
    expect(units(po, "shipped")).toBe(2)
    const update = await updateThat(store, orderId, ({ status }) => status === "needs_attention")
    expect(update.attention?.code).toBe("line_not_open")
    await store.post(`/admin/walmart/updates/${update.id}/dismiss`, {
      note: "the third was stopped",
    })
    expect(await codesOf(orderId)).toEqual(["in_sync"])
  })

  it("keeps an order in need of attention while a dismissed parcel's units are open at Walmart", async () => {
    const { orderId } = await acknowledged()
    await store.shipWithoutEvent(orderId, "not a number")
    await store.run("plan-walmart-updates", { order_id: orderId })
    const update = await updateThat(store, orderId, ({ status }) => status === "needs_attention")
    await store.post(`/admin/walmart/updates/${update.id}/dismiss`, { note: "told by hand" })
    expect(await codesOf(orderId)).toEqual(["needs_attention", "shipped_only_in_medusa"])
  })

  it("says that an order of which a line is canceled can be acknowledged no more, and keeps no such deadline", async () => {
    const order = store.simulateOrder({
      lines: [
        { sku: "MUG-1", quantity: 1, price: 10 },
        { sku: "MUG-1", quantity: 1, price: 10 },
      ],
    })
    await store.importAll()
    await store.post("/admin/walmart/accounts/main/pause", {})
    act(order.purchaseOrderId, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }] })
    await store.importAll()
    await store.post("/admin/walmart/accounts/main/resume", {})
    await store.sendDue()
    const orderId = await store.orderIdOf(order.purchaseOrderId)
    const { updates, next_deadline } = await detailOf(store, orderId)
    if (units(order.purchaseOrderId, "acknowledged") > 0) return
    expect(updates).toMatchObject([{ kind: "acknowledgment", status: "superseded" }])
    expect(next_deadline?.kind).toBe("ship")
  })

  it("says that Walmart is not told while an order's account is missing", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledged()
    const { id } = await store.walmartOrder(po)
    await moduleOf(store).updateWalmartOrders({ id, account_id: "gone" })
    await sweep()
    expect(await codesOf(orderId)).toEqual(["needs_attention", "account_missing"])
  })
}
