import { beginOrderEditOrderWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CANCELED_UNITS } from "../../../src/workflows/shared/open-change"
import { upsNumber } from "../../../testing/ups-number"
import type { TestStore } from "../../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  expectRefusal,
  moduleOf,
  OUT_OF_STOCK,
  updateThat,
} from "../admin-api/support"

const THREE = [{ sku: "MUG-1", quantity: 3, price: 30, tax: 3 }]

/** What nobody lives any more to end, whatever was being done to the order. */
export function leftChangeTests(store: TestStore): void {
  describe("A change of an order that a process left open which died while it made it", () => {
    const db = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    /** As core begins the credit of a refund. */
    const beginCredit = (order_id: string) =>
      store
        .container()
        .resolve(Modules.ORDER)
        .createOrderChange({ order_id, change_type: "credit_line" as never })

    const beginEdit = async (order_id: string, internal_note?: string) => {
      const input = { order_id, created_by: "user_somebody", internal_note }
      const { result } = await beginOrderEditOrderWorkflow(store.container()).run({ input })
      return result.id
    }

    const pass = (orderId: string, minutes: number) =>
      db().raw(
        "UPDATE order_change SET created_at = created_at - ? * interval '1 minute' WHERE order_id = ?",
        [minutes, orderId]
      )

    const openOf = async (orderId: string) =>
      db()("order_change")
        .where({ order_id: orderId, status: "pending" })
        .whereNull("deleted_at")
        .pluck("change_type")

    const refundsOf = async (orderId: string) => {
      const fields = "summary,*payment_collections.payments.refunds"
      const { order } = await store.get<{ order: Books }>(`/admin/orders/${orderId}`, { fields })
      const payments = order.payment_collections.flatMap((one) => one.payments)
      const refunds = payments.flatMap((one) => one.refunds.map(({ amount }) => Number(amount)))
      return { pending: order.summary.pending_difference, refunds }
    }

    const sweep = () => store.run("sweep-walmart-order-edits", {})

    const cancelOne = (orderId: string) =>
      store.post(`/admin/walmart/orders/${orderId}/cancel`, {
        lines: [{ line_number: "1", quantity: 1 }],
        reason: OUT_OF_STOCK,
      })

    const unitsOf = async (orderId: string) =>
      (await store.order(orderId)).items.map(({ quantity }) => quantity)

    it("over a credit holds the refund of a return back for minutes, and not for ever", async () => {
      const { orderId, purchaseOrderId } = await store.importOrder({ lines: THREE })
      await store.fulfillAndShip(orderId, [{ tracking_number: upsNumber() }])
      await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
      await store.sendingEnds()
      await beginCredit(orderId)
      const lines = [{ purchaseOrderId, quantity: 1, keepIt: true }]
      store.simulator().control.run("POST", "returns", { lines })
      await store.run("poll-walmart-returns", {})
      expect(await refundsOf(orderId)).toMatchObject({ refunds: [] })
      await pass(orderId, 11)
      await store.run("poll-walmart-returns", {})
      expect(await refundsOf(orderId)).toEqual({ pending: 0, refunds: [11] })
      expect(await openOf(orderId)).toEqual([])
    })

    it("over a credit keeps nobody from shipping once the sweep has seen it", async () => {
      const { orderId } = await acknowledgedOrder(store, THREE)
      await beginCredit(orderId)
      await sweep()
      expect(await openOf(orderId)).toEqual(["credit_line"])
      await pass(orderId, 11)
      await sweep()
      await store.fulfillAndShip(orderId, [{ tracking_number: upsNumber() }])
      await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
    })

    it("over units that are canceled lets them be canceled again, without the reason that was kept for them", async () => {
      const { orderId } = await acknowledgedOrder(store, THREE)
      const { id: walmartOrderId } = await detailOf(store, orderId)
      const id = await beginEdit(orderId, CANCELED_UNITS)
      const lines = [{ lineNumber: "1", total: 1 }]
      const kept = { id, reason: OUT_OF_STOCK, by: "user_somebody", lines }
      await moduleOf(store).keepLineCancellation(walmartOrderId, kept)
      await expectRefusal(cancelOne(orderId), "not_allowed", /is being changed/)
      await pass(orderId, 11)
      await cancelOne(orderId)
      expect(await unitsOf(orderId)).toEqual([2])
      const [row] = await moduleOf(store).listWalmartOrders({ id: walmartOrderId })
      expect(row.line_cancellations).toHaveLength(1)
      expect(JSON.stringify(row.line_cancellations)).not.toContain(id)
    })

    it("is never a person's edit, however old, nor a change of an order that is not Walmart's", async () => {
      const { orderId } = await acknowledgedOrder(store, THREE)
      await beginEdit(orderId)
      const other = await store
        .container()
        .resolve(Modules.ORDER)
        .createOrders({ currency_code: "usd", items: [{ title: "A", quantity: 1, unit_price: 1 }] })
      await beginCredit(other.id)
      for (const id of [orderId, other.id]) await pass(id, 100_000)
      await sweep()
      await expectRefusal(cancelOne(orderId), "not_allowed", /is being changed/)
      expect([await openOf(orderId), await openOf(other.id)]).toEqual([["edit"], ["credit_line"]])
    })
  })
}

interface Books {
  summary: { pending_difference: number }
  payment_collections: { payments: { refunds: { amount: number }[] }[] }[]
}
