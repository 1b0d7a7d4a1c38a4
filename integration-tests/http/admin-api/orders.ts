import { Modules } from "@medusajs/framework/utils"
import type { AdminWalmartImportResponse, AdminWalmartOrderResponse } from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import { acknowledgedOrder, detailOf, dropNext, expectRefusal, OUT_OF_STOCK, UPS } from "./support"

export function orderTests(store: TestStore): void {
  describe("one order", () => {
    it("is found by its own id, its Medusa order's and its purchase order number", async () => {
      const { purchaseOrderId, orderId } = await acknowledgedOrder(store)
      const order = await detailOf(store, purchaseOrderId)
      expect(order).toMatchObject({
        order_id: orderId,
        read_only: false,
        account: { id: "main", configured: true, market: "us", paused: false, dry_run: false },
        seller_center_url: expect.stringContaining(purchaseOrderId),
        queue: { state: "ok", sending: false, next_due_at: null },
        updates: [{ kind: "acknowledgment", shown_status: "sent", attempts: 1, can_retry: false }],
        cancellation: {
          reason: null,
          customer_asked: false,
          refusal: { text: expect.any(String) },
        },
        carriers: expect.arrayContaining(["UPS", "USPS"]),
      })
      expect(order.cancellation.offered.map(({ code }) => code)).not.toContain(
        "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"
      )
      expect((await detailOf(store, orderId)).id).toBe(order.id)
      expect((await detailOf(store, order.id)).id).toBe(order.id)
    })

    it("says which ids it takes when there is none of that id", async () => {
      await expectRefusal(detailOf(store, "order_x"), "not_found", /"order_x"/, /purchase order/)
    })

    it("shows an update as being sent while its order is", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const { simulator } = store
      const fault = { kind: "delay", ms: 3_600_000 }
      simulator().control.run("POST", "faults", { route: "orders.shipping", fault })
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await waitFor("the shipment to be shown as sending", async () => {
        const { updates, queue } = await detailOf(store, orderId)
        const shown = updates.find(({ shown_status }) => shown_status === "sending")
        if (shown) expect(shown).toMatchObject({ status: "pending", can_retry: false })
        return shown !== undefined && queue?.sending
      })
      simulator().control.run("POST", "faults/release")
      await waitFor("the shipment to be sent", async () => {
        const { updates } = await detailOf(store, orderId)
        return updates.every(({ shown_status }) => shown_status === "sent")
      })
    })
  })

  describe("what was canceled elsewhere", () => {
    const two = [
      { sku: "MUG-1", quantity: 1, price: 5 },
      { sku: "MUG-2", quantity: 1, price: 5 },
    ]

    it("is named line by line with Walmart's reason, until Medusa cancels too", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store, two)
      expect((await detailOf(store, orderId)).canceled_elsewhere).toEqual([])
      const path = `orders/${purchaseOrderId}/cancel`
      store.simulator().control.run("POST", path, { lines: [{ lineNumber: "2" }] })
      await store.post(`/admin/walmart/orders/${orderId}/refresh`)
      expect((await detailOf(store, orderId)).canceled_elsewhere).toEqual([
        { line_number: "2", quantity: 1, reason: expect.any(String) },
      ])
      await store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason: OUT_OF_STOCK })
      expect((await detailOf(store, orderId)).canceled_elsewhere).toEqual([])
    })

    it("is nothing that was canceled from here", async () => {
      const { orderId } = await acknowledgedOrder(store, two)
      await store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason: OUT_OF_STOCK })
      await waitFor("Walmart to know", async () => {
        const { status, canceled_elsewhere } = await detailOf(store, orderId)
        expect(canceled_elsewhere).toEqual([])
        return status === "canceled"
      })
    })
  })

  describe("importing again", () => {
    it("names what still prevents it, and imports when the cause is gone", async () => {
      const { purchaseOrderId } = store.simulateOrder({
        lines: [{ sku: "NEW-MUG", quantity: 1, price: 5 }],
      })
      await store.importAll()
      const retry = () =>
        store.post<AdminWalmartImportResponse>(`/admin/walmart/orders/${purchaseOrderId}/import`)
      const failed = await retry()
      expect(failed.import).toMatchObject({
        outcome: "needs_attention",
        problem: { message: expect.stringContaining("NEW-MUG"), remedy: expect.any(String) },
      })
      expect(failed.order.import_status).toBe("failed")
      const products = store.container().resolve(Modules.PRODUCT)
      await products.updateProductVariants(store.seeded.variantIds["MUG-2"], { sku: "NEW-MUG" })
      const done = await retry()
      expect(done).toMatchObject({
        import: { outcome: "imported", problem: null },
        order: { import_status: "imported", import_error: null },
      })
      expect((await retry()).import.outcome).toBe("known")
    })

    it("refuses an order nobody knows", async () => {
      const call = store.post("/admin/walmart/orders/999/import")
      await expectRefusal(call, "not_found", /"999"/)
    })
  })

  describe("reading an order again", () => {
    const refresh = (id: string) =>
      store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/refresh`)

    it("shows what was done elsewhere", async () => {
      const { purchaseOrderId } = await acknowledgedOrder(store)
      const shipped = { carrier: "UPS", trackingNumber: UPS }
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/ship`, shipped)
      const { order } = await refresh(purchaseOrderId)
      expect(order).toMatchObject({ status: "shipped", lines: [{ shipped_quantity: 2 }] })
    })

    it("says why Walmart cannot be read, and what to do", async () => {
      const { orderId } = await acknowledgedOrder(store)
      dropNext(store, "orders.get", 5)
      await expectRefusal(refresh(orderId), "not_allowed", /Walmart/, /again|Nothing to do/)
    })

    it("refuses an order nobody knows", async () => {
      await expectRefusal(refresh("wmo_x"), "not_found", /"wmo_x"/)
    })
  })
}
