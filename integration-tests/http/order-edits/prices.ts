import { type TestStore, waitFor } from "../../helpers/store"
import { detailOf, UPS } from "../admin-api/support"
import { editByWorkflow } from "./by-workflow"

const REASON = "SELLER_CANCEL_PRICING_ERROR"

/** What becomes of prices that are changed past the screens, which refuse it. */
export function changedPriceTests(store: TestStore): void {
  describe("of a price, made by a workflow", () => {
    const imported = async () => {
      const order = await store.importOrder({ lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] })
      await store.sendDue()
      await store.post(`/admin/walmart/orders/${order.orderId}/cancellation-reason`, {
        reason: REASON,
      })
      return order
    }

    const edit = (orderId: string, change: { quantity: number; unit_price?: number }) =>
      editByWorkflow(store, orderId, change)

    const money = async (orderId: string) => {
      const { order } = await store.get<{ order: Money }>(`/admin/orders/${orderId}`, {
        fields: "total,summary,*payment_collections.payments.refunds",
      })
      const payments = order.payment_collections.flatMap((one) => one.payments)
      return {
        total: order.total,
        pending: order.summary.pending_difference,
        refunds: payments.flatMap(({ refunds }) => refunds.map(({ amount }) => amount)),
      }
    }

    interface Money {
      total: number
      summary: { pending_difference: number }
      payment_collections: { payments: { refunds: { amount: number }[] }[] }[]
    }

    /** What the order says about its price, once it does, and after its edit was finished again. */
    const saidOf = async (orderId: string) => {
      const found = await waitFor("the difference", async () => {
        const { discrepancies, sync_status } = await detailOf(store, orderId)
        const said = discrepancies.find(({ code }) => code === "price_changed")
        return said && { ...said, sync_status }
      })
      await store.sendingEnds()
      await store.run("reconcile-walmart-order-edit", { order_id: orderId })
      return found
    }

    it("is no refund, because Walmart charges its own; the order says what is different", async () => {
      const { orderId } = await imported()
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }], { "MUG-1": 2 })
      await edit(orderId, { quantity: 3, unit_price: 9 })
      expect(await saidOf(orderId)).toMatchObject({
        sync_status: "needs_attention",
        line_number: "1",
        message: expect.stringMatching(/from 10\.00 to 9\.00.*3\.00 lower/),
        remedy: expect.stringMatching(/cannot be changed here.*back to 10\.00/),
      })
      expect(await money(orderId)).toEqual({ total: 27, pending: -3, refunds: [] })
    })

    it("is refunded beside units that were taken out by these units' share only", async () => {
      const { orderId } = await imported()
      await edit(orderId, { quantity: 2, unit_price: 9 })
      expect((await saidOf(orderId)).message).toMatch(/2\.00 lower/)
      const share = [expect.closeTo(10, 6)]
      expect(await money(orderId)).toEqual({ total: 18, pending: -2, refunds: share })
      await edit(orderId, { quantity: 2, unit_price: 10 })
      await waitFor("the order to agree", async () => {
        return (await detailOf(store, orderId)).discrepancies.length === 0
      })
      expect(await money(orderId)).toEqual({ total: 20, pending: 0, refunds: share })
    })

    it("is said when it was raised, and nobody is asked for the difference by a refund", async () => {
      const { orderId } = await imported()
      await edit(orderId, { quantity: 3, unit_price: 12 })
      expect((await saidOf(orderId)).message).toMatch(/from 10\.00 to 12\.00.*6\.00 higher/)
      expect(await money(orderId)).toEqual({ total: 36, pending: 6, refunds: [] })
    })

    it("can be set back at the Edit screen's route, which refuses any other price", async () => {
      const { orderId } = await imported()
      await edit(orderId, { quantity: 3, unit_price: 9 })
      await saidOf(orderId)
      const [{ id }] = (await store.order(orderId)).items
      const path = `/admin/order-edits/${orderId}`
      const change = (unit_price: number | null) =>
        store.post(`${path}/items/item/${id}`, { quantity: 3, unit_price })
      await store.post("/admin/order-edits", { order_id: orderId })
      await expect(change(8)).rejects.toThrow(/10\.00 at Walmart.*8\.00/)
      await expect(change(null)).rejects.toThrow(/10\.00 at Walmart.*0\.00/)
      await change(10)
      await store.post(`${path}/confirm`)
      await waitFor("the order to agree", async () => {
        return (await detailOf(store, orderId)).sync_status === "in_sync"
      })
      expect(await money(orderId)).toEqual({ total: 30, pending: 0, refunds: [] })
    })
  })
}
