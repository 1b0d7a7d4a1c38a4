import { type TestStore, waitFor } from "../../helpers/store"
import { detailOf, leaseQueue, moduleOf, OUT_OF_STOCK, updateThat, UPS } from "../admin-api/support"
import { editByWorkflow } from "./by-workflow"

const TOLD = ["cancelled", "shipped"]

/** What becomes of units that are taken out without a reason, past the routes, once staff choose one. */
export function laterReasonTests(store: TestStore): void {
  describe("without a reason, made by a workflow", () => {
    const withoutReason = async () => {
      const order = await store.importOrder({ lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] })
      await store.sendDue()
      await editByWorkflow(store, order.orderId, { quantity: 2 })
      const update = await updateThat(store, order.orderId, ({ kind }) => kind === "cancellation")
      expect(update.attention?.code).toBe("reason_missing")
      return { ...order, update }
    }
    const choose = (id: string, reason = OUT_OF_STOCK) =>
      store.post(`/admin/walmart/orders/${id}/cancellation-reason`, { reason })
    const told = (po: string) =>
      store.ledger(po).flatMap(({ effect, quantity, reason }) => {
        return TOLD.includes(effect) ? [[effect, Number(quantity), reason]] : []
      })
    const agrees = (orderId: string) =>
      waitFor("the order to agree", async () => {
        return (await detailOf(store, orderId)).sync_status === "in_sync"
      })

    it("are canceled with the reason that is chosen afterwards, and the parcel behind them goes too", async () => {
      const { orderId, purchaseOrderId: po, update } = await withoutReason()
      await choose(orderId)
      await waitFor("the cancellation", () => told(po).length === 1)
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await waitFor("the parcel", () => told(po).length === 2)
      expect(told(po)).toEqual([
        ["cancelled", 1, OUT_OF_STOCK],
        ["shipped", 2, null],
      ])
      await agrees(orderId)
      const { updates } = await detailOf(store, orderId)
      const released = updates.find(({ id }) => id === update.id)
      expect(released).toMatchObject({
        status: "sent",
        requested_by: expect.stringMatching(/^user_/),
      })
    })

    it("let a parcel go that has been waiting behind them", async () => {
      const { orderId, purchaseOrderId: po } = await withoutReason()
      const fulfillmentId = await store.fulfill(orderId)
      await store.markShipped(fulfillmentId, UPS)
      await store.run("plan-walmart-updates", { order_id: orderId })
      await store.sendDue()
      expect(told(po)).toEqual([])
      await choose(orderId)
      await waitFor("both", () => told(po).length === 2)
      await agrees(orderId)
    })

    it.each(["Medusa's own Cancel", "the Walmart box"])(
      "go with the rest when the whole order is canceled by %s",
      async (way) => {
        const { orderId, purchaseOrderId: po } = await withoutReason()
        if (way === "the Walmart box") {
          await store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason: OUT_OF_STOCK })
        } else {
          await choose(orderId)
          await store.cancel(orderId)
        }
        await waitFor("both cancellations", () => told(po).length === 2)
        expect(told(po)).toEqual([
          ["cancelled", 1, OUT_OF_STOCK],
          ["cancelled", 2, OUT_OF_STOCK],
        ])
        await agrees(orderId)
      }
    )

    it("get the reason also while the order is being sent for, which takes none from them", async () => {
      const { orderId, purchaseOrderId: po, update } = await withoutReason()
      await leaseQueue(store, update.walmart_order_id)
      await choose(orderId)
      expect(await updateThat(store, orderId, ({ id }) => id === update.id)).toMatchObject({
        attention: null,
      })
      const walmart = moduleOf(store)
      const [{ id }] = await walmart.listWalmartQueues({
        subject_id: update.walmart_order_id,
      })
      await walmart.updateWalmartQueues({
        ...{ id, leased: false, in_doubt: false },
        next_due_at: new Date(),
      })
      await store.sendDue()
      await waitFor("the cancellation", () => told(po).length === 1)
    })

    it("are left as a person has dismissed them", async () => {
      const { orderId, purchaseOrderId: po, update } = await withoutReason()
      await store.post(`/admin/walmart/updates/${update.id}/dismiss`, { note: "By phone." })
      await choose(orderId)
      await store.sendDue()
      expect(told(po)).toEqual([])
      expect(await updateThat(store, orderId, ({ id }) => id === update.id)).toMatchObject({
        status: "dismissed",
      })
    })
  })
}
