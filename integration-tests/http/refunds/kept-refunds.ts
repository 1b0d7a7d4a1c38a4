import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { planSweptOrders } from "../../../src/workflows/updates/plan-swept-orders"
import { detailOf, expectRefusal, moduleOf } from "../admin-api/support"
import type { ImportedOrder, TestStore } from "../../helpers/store"

const BOWL = { sku: "MUG-2", quantity: 1, price: 40 }

/** The option `refunds`, whose other values keep them from Walmart. */
export function keptRefundTests(store: TestStore): void {
  describe("The option refunds", () => {
    afterEach(() => startedWith("send"))

    /** As if the store had started with the option; a spec file has one start. */
    const startedWith = async (way: "send" | "keep" | "refuse") => {
      const walmart = moduleOf(store)
      walmart.account("main").refunds = way
      await walmart.ensureAccounts()
    }

    const shipped = () => store.importOrder({ lines: [BOWL], status: "Shipped" })

    const paymentOf = async ({ orderId }: ImportedOrder) => {
      const { order } = await store.get<{
        order: { payment_collections: { payments: { id: string }[] }[] }
      }>(`/admin/orders/${orderId}?fields=*payment_collections.payments`)
      return order.payment_collections[0].payments[0].id
    }

    const byStaff = async (order: ImportedOrder, amount: number) =>
      store.post(`/admin/payments/${await paymentOf(order)}/refund`, { amount })

    const byProgram = async (order: ImportedOrder, amount: number) =>
      refundPaymentWorkflow(store.container()).run({
        input: { payment_id: await paymentOf(order), amount },
      })

    /** What the buyer gets once everything has looked at the order again. */
    const given = async ({ orderId, purchaseOrderId }: ImportedOrder) => {
      await store.run("plan-walmart-updates", { order_id: orderId })
      await planSweptOrders(store.container())
      await store.sendingEnds()
      return store
        .ledger(purchaseOrderId)
        .flatMap(({ effect, amount }) => (effect === "refunded" ? [amount] : []))
    }

    it("books refunds in Medusa alone, and none of them is sent once it is changed", async () => {
      const order = await shipped()
      await startedWith("keep")
      await byStaff(order, 11)
      await byProgram(order, 3)
      expect(await given(order)).toEqual([])
      await startedWith("send")
      expect(await given(order)).toEqual([])
      await byStaff(order, 5)
      await byProgram(order, 2)
      expect(await given(order)).toEqual([5, 2])
    })

    it("that refuses refunds has none of a program's sent later", async () => {
      const order = await shipped()
      await startedWith("refuse")
      await expectRefusal(byStaff(order, 11), "not_allowed", /switched off/)
      await byProgram(order, 3)
      await startedWith("send")
      expect(await given(order)).toEqual([])
    })

    it("leaves what was saved to be sent to be sent", async () => {
      const order = await shipped()
      await store.post("/admin/walmart/accounts/main/pause", {})
      await byStaff(order, 7)
      await startedWith("keep")
      await store.post("/admin/walmart/accounts/main/resume", {})
      expect(await given(order)).toEqual([7])
      const { updates } = await detailOf(store, order.orderId)
      expect(updates.filter(({ kind }) => kind === "refund")).toMatchObject([{ status: "sent" }])
    })
  })
}
