import type {
  AdminWalmartCancellationChoiceResponse,
  AdminWalmartOrderResponse,
} from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import { upsNumber } from "../../../testing/ups-number"
import {
  acknowledgedOrder,
  detailOf,
  expectRefusal,
  moduleOf,
  OUT_OF_STOCK,
  updateThat,
  UPS,
} from "./support"

const CUSTOMER = "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"

export function cancelTests(store: TestStore): void {
  const choose = (id: string, reason: string | null) =>
    store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/cancellation-reason`, {
      reason,
    })
  const cancel = (id: string, body: object = {}) =>
    store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/cancel`, body)
  const customerAsks = async ({ purchaseOrderId }: { purchaseOrderId: string }) => {
    store.simulator().control.run("POST", `orders/${purchaseOrderId}/intent-to-cancel`, {})
    await store.post(`/admin/walmart/orders/${purchaseOrderId}/refresh`)
  }

  describe("the cancellation reason", () => {
    it("is kept with who chose it, lets the native cancel through, and reaches Walmart", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      const { order } = await choose(orderId, OUT_OF_STOCK)
      expect(order).toMatchObject({
        cancellation_reason: OUT_OF_STOCK,
        cancellation_reason_by: expect.stringMatching(/^user_/),
        cancellation: { reason: OUT_OF_STOCK, is_default: false, refusal: null },
      })
      await store.cancel(orderId)
      const canceled = await waitFor("Walmart to know", () =>
        store.ledger(purchaseOrderId).find(({ effect }) => effect === "cancelled")
      )
      expect(canceled).toMatchObject({ quantity: 2, reason: OUT_OF_STOCK })
      const update = await updateThat(store, orderId, ({ kind }) => kind === "cancellation")
      expect(update).toMatchObject({ requested_by: expect.stringMatching(/^user_/) })
    })

    it("can be taken back", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await choose(orderId, OUT_OF_STOCK)
      const { order } = await choose(orderId, null)
      expect(order).toMatchObject({ cancellation_reason: null, cancellation_reason_by: null })
    })

    it("is the customer's own only when the customer asked, and then preselected", async () => {
      const order = await acknowledgedOrder(store)
      await expectRefusal(choose(order.orderId, CUSTOMER), "invalid_data", /customer/, /Choose/)
      await customerAsks(order)
      const { cancellation } = await detailOf(store, order.orderId)
      expect(cancellation).toMatchObject({
        customer_asked: true,
        offered: expect.arrayContaining([
          expect.objectContaining({ code: CUSTOMER, preselected: true }),
        ]),
      })
      expect((await choose(order.orderId, CUSTOMER)).order.cancellation_reason).toBe(CUSTOMER)
    })

    it("is not the customer's own when only some lines were asked for, neither offered nor taken", async () => {
      const order = await acknowledgedOrder(store, [
        { sku: "MUG-1", quantity: 1, price: 5 },
        { sku: "MUG-2", quantity: 1, price: 5 },
      ])
      const lines = { lines: ["1"] }
      const path = `orders/${order.purchaseOrderId}/intent-to-cancel`
      store.simulator().control.run("POST", path, lines)
      await store.post(`/admin/walmart/orders/${order.orderId}/refresh`)
      const { cancellation, customer_asked_to_cancel } = await detailOf(store, order.orderId)
      expect({ customer_asked_to_cancel, ...cancellation }).toMatchObject({
        customer_asked_to_cancel: true,
        customer_asked: false,
      })
      expect(cancellation.offered.map(({ code }) => code)).not.toContain(CUSTOMER)
      await expectRefusal(choose(order.orderId, CUSTOMER), "invalid_data", /customer/, /Choose/)
      expect((await choose(order.orderId, OUT_OF_STOCK)).order.cancellation.refusal).toBeNull()
      await store.cancel(order.orderId)
    })

    it("is refused when the market has none of that name", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await expectRefusal(choose(orderId, "BORED"), "invalid_data", /"BORED"/, /Choose/)
    })

    it("is refused when nothing is left to cancel", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      const shipped = { carrier: "UPS", trackingNumber: UPS }
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/ship`, shipped)
      await store.post(`/admin/walmart/orders/${orderId}/refresh`)
      const call = choose(orderId, OUT_OF_STOCK)
      await expectRefusal(call, "not_allowed", /Nothing .* is open/, /refunded/)
    })

    it("is refused for an order that Walmart fulfills itself", async () => {
      const { purchaseOrderId } = await acknowledgedOrder(store)
      const { id } = await detailOf(store, purchaseOrderId)
      await moduleOf(store).updateWalmartOrders({ id, ship_node_type: "WFSFulfilled" })
      await expectRefusal(choose(purchaseOrderId, OUT_OF_STOCK), "not_allowed", /WFS/, /ask/)
    })
  })

  describe("a note on an order", () => {
    const write = (id: string, note: unknown) =>
      store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/note`, { note })

    it("is kept with who wrote it, in place of the one before, and taken away by an empty one", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      expect((await detailOf(store, orderId)).note).toBeNull()
      await write(orderId, "Wait for the blue ones.")
      const { order } = await write(purchaseOrderId, "  The blue ones are here. ")
      expect(order.note).toEqual({
        text: "The blue ones are here.",
        by: expect.stringMatching(/^user_/),
        at: expect.any(String),
      })
      expect((await write(orderId, " ")).order.note).toBeNull()
    })

    it("is refused when it is too long or no text", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await expectRefusal(write(orderId, "x".repeat(1001)), "invalid_data", /1000/)
      await expectRefusal(write(orderId, 7), "invalid_data", /field 'note'/)
    })
  })

  describe("canceling in one step", () => {
    it("sets the reason, cancels in Medusa and tells Walmart", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      const { order } = await cancel(orderId, { reason: OUT_OF_STOCK })
      expect(order).toMatchObject({
        cancellation_reason: OUT_OF_STOCK,
        order: { status: "canceled" },
      })
      await waitFor("Walmart to know", async () => {
        const { status, sync_status } = await detailOf(store, purchaseOrderId)
        return status === "canceled" && sync_status === "in_sync"
      })
      await expectRefusal(cancel(orderId), "not_allowed", /canceled in Medusa already/, /nothing/)
    })

    it("takes the customer's own request without being told", async () => {
      const order = await acknowledgedOrder(store)
      await customerAsks(order)
      const after = await cancel(order.orderId)
      expect(after.order.cancellation_reason).toBeNull()
      const canceled = await waitFor("Walmart to know", () =>
        store.ledger(order.purchaseOrderId).find(({ effect }) => effect === "cancelled")
      )
      expect(canceled).toMatchObject({ reason: CUSTOMER })
    })

    it("asks for a reason, and leaves the order alone", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await expectRefusal(cancel(orderId), "invalid_data", /^Choose a cancellation reason in/)
      await expectRefusal(
        cancel(orderId, { reason: "BORED" }),
        "invalid_data",
        /"BORED"/,
        new RegExp(OUT_OF_STOCK)
      )
      expect((await store.order(orderId)).status).not.toBe("canceled")
    })

    it("says that a fulfillment has to be canceled first, and keeps no reason", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillmentId = await store.fulfill(orderId)
      const call = () => cancel(orderId, { reason: OUT_OF_STOCK })
      await expectRefusal(call(), "not_allowed", /Fulfillment #1 is still open/, /Cancel it first/)
      expect((await detailOf(store, orderId)).cancellation_reason).toBeNull()
      await store.ship(orderId, fulfillmentId, [{ tracking_number: UPS }])
      await expectRefusal(call(), "not_allowed", /shipped/, /Cancel the items/)
    })

    it("refuses what Walmart shows as shipped, and puts the reason back", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store, [
        { sku: "MUG-1", quantity: 1, price: 5 },
        { sku: "MUG-2", quantity: 1, price: 5 },
      ])
      const lines = [{ lineNumber: "1" }]
      const shipped = { carrier: "UPS", trackingNumber: UPS, lines }
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/ship`, shipped)
      await store.post(`/admin/walmart/orders/${orderId}/refresh`)
      const call = cancel(orderId, { reason: OUT_OF_STOCK })
      await expectRefusal(call, "invalid_data", /line 1 as shipped/, /Refund it/)
      expect((await detailOf(store, orderId)).cancellation_reason).toBeNull()
    })

    it("refuses an order that never became a Medusa order", async () => {
      const { purchaseOrderId } = store.simulateOrder({
        lines: [{ sku: "UNKNOWN-SKU", quantity: 1, price: 5 }],
      })
      await store.importAll()
      const call = cancel(purchaseOrderId, { reason: OUT_OF_STOCK })
      await expectRefusal(call, "not_allowed", new RegExp(purchaseOrderId), /Import it first/)
    })
  })

  describe("canceling the rest of a partly shipped order", () => {
    it("shows what is left, and counts the order into the account's rate", async () => {
      const { orderId } = await acknowledgedOrder(store, [
        { sku: "MUG-1", quantity: 3, price: 10 },
        { sku: "SHIRT-S", quantity: 1, price: 20 },
      ])
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }], { "MUG-1": 1 })
      await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
      const choice = () =>
        store.get<AdminWalmartCancellationChoiceResponse>(
          `/admin/walmart/orders/${orderId}/cancellation`
        )
      const { lines, reasons, rate } = await choice()
      expect(lines).toEqual([
        { line_number: "1", open: 2, left: 3, cancelable: 2 },
        { line_number: "2", open: 1, left: 1, cancelable: 1 },
      ])
      expect(reasons.map(({ code }) => code)).toEqual(
        expect.arrayContaining([CUSTOMER, OUT_OF_STOCK])
      )
      const rest = lines.map(({ line_number, cancelable: quantity }) => ({ line_number, quantity }))
      await cancel(orderId, { reason: OUT_OF_STOCK, lines: rest })
      await updateThat(store, orderId, (u) => u.kind === "cancellation" && u.status === "sent")
      const after = await choice()
      expect(after.lines.map(({ open, cancelable }) => [open, cancelable])).toEqual([
        [0, 0],
        [0, 0],
      ])
      expect(after.rate).toEqual({ ...rate, canceled: rate.canceled + 1 })
    })

    it("cancels what two shipments have left, and both sides agree", async () => {
      const mugs = [{ sku: "MUG-1", quantity: 4, price: 40 }]
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, mugs)
      for (const tracking_number of [UPS, upsNumber()]) {
        await store.fulfillAndShip(orderId, [{ tracking_number }], { "MUG-1": 1 })
      }
      const units = (effect: string) =>
        store
          .ledger(po)
          .filter((entry) => entry.effect === effect)
          .map(({ quantity }) => quantity)
      await waitFor("both shipments", () => units("shipped").length === 2)
      await cancel(orderId, { reason: OUT_OF_STOCK, lines: [{ line_number: "1", quantity: 2 }] })
      await updateThat(store, orderId, (u) => u.kind === "cancellation" && u.status === "sent")
      expect([units("shipped"), units("cancelled")]).toEqual([[1, 1], [2]])
      const { items, fulfillments } = await store.order(orderId)
      expect(items.map(({ quantity }) => quantity)).toEqual([2])
      expect(fulfillments).toHaveLength(2)
      expect((await detailOf(store, orderId)).sync_status).toBe("in_sync")
    })
  })
}
