import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AdminWalmartReturn } from "../../../src/types/http"
import { REFUND_METADATA } from "../../../src/workflows/reconciliation/medusa-side/medusa-refunds"
import { walmartOf } from "../../../src/workflows/import/store/load-store"
import { refundNote } from "../../../src/workflows/returns/record-refund"
import { SETTLED_BY } from "../../../src/workflows/shared/walmart-payments"
import { upsNumber } from "../../../testing/ups-number"
import { type TestStore, waitFor } from "../../helpers/store"
import { expectRefusal, updateThat } from "../admin-api/support"

/** Three at 11.00. */
const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30, tax: 3 }] }

interface Books {
  total: number
  summary: { pending_difference: number }
  payment_collections: { payments: { id: string; refunds: { amount: number }[] }[] }[]
}

/** Both sides' books after a return. */
export function returnedMoneyTests(store: TestStore): void {
  describe("The money of what comes back", () => {
    const control = (path: string, body: object = {}) =>
      store.simulator().control.run("POST", path, body)

    /** @param units how many of the three have left */
    const shipped = async (units = 3) => {
      const order = await store.importOrder(MUGS)
      const parcel = [{ tracking_number: upsNumber() }]
      await store.fulfillAndShip(order.orderId, parcel, { "MUG-1": units })
      await updateThat(store, order.orderId, (u) => u.kind === "shipment" && u.status === "sent")
      await store.sendingEnds()
      return order
    }

    const poll = () => store.run("poll-walmart-returns", {})

    const comesBack = async (purchaseOrderId: string, more: object = {}) => {
      const lines = [{ purchaseOrderId, quantity: 1, ...more }]
      const { returnOrderId } = control("returns", { lines }) as { returnOrderId: string }
      await poll()
      return returnOrderId
    }

    const returnOf = async (rma: string): Promise<AdminWalmartReturn> => {
      const path = `/admin/walmart/returns?q=${rma}`
      return (await store.get<{ returns: AdminWalmartReturn[] }>(path)).returns[0]
    }

    const receive = async (rma: string) => {
      const { return_id } = await returnOf(rma)
      const path = `/admin/returns/${return_id}`
      const { return: made } = await store.get<{ return: { items: { item_id: string }[] } }>(
        `${path}?fields=*items`
      )
      const items = [{ id: made.items[0].item_id, quantity: 1 }]
      await store.post(`${path}/receive`, {})
      await store.post(`${path}/receive-items`, { items })
      await store.post(`${path}/receive/confirm`, {})
    }

    const booksOf = async (orderId: string) => {
      const { order } = await store.get<{ order: Books }>(`/admin/orders/${orderId}`, {
        fields: "total,summary,*payment_collections.payments.refunds",
      })
      const payments = order.payment_collections.flatMap((one) => one.payments)
      return {
        paymentId: payments[0].id,
        pending: order.summary.pending_difference,
        refunds: payments.flatMap(({ refunds }) => refunds.map(({ amount }) => Number(amount))),
      }
    }

    /** What the buyer was given back is in the books, and nobody owes anything. */
    const isEven = (orderId: string, refunds: number[]) =>
      waitFor("even books", async () => {
        await store.sendDue()
        const books = await booksOf(orderId)
        return books.pending === 0 && books.refunds.sort().join() === refunds.sort().join()
      })

    const booked = async (orderId: string) => {
      const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const rows = await db("order_transaction")
        .where({ order_id: orderId, reference: "refund" })
        .whereNull("deleted_at")
      return rows.map(({ amount }: { amount: unknown }) => Number(amount))
    }

    /** Medusa's own Refund, which asks for a sum alone. */
    const refund = async (orderId: string, amount: number) =>
      store.post(`/admin/payments/${(await booksOf(orderId)).paymentId}/refund`, { amount })

    /** Refund in the Walmart box, which names the line. */
    const refundLine = (orderId: string, amount: number) =>
      store.post(`/admin/walmart/orders/${orderId}/refund`, {
        lines: [{ line_number: "1", type: "PRODUCT", amount }],
        reason: "Others",
      })

    const given = (po: string) =>
      store
        .ledger(po)
        .flatMap(({ effect, amount }) => (effect === "refunded" ? [Number(amount)] : []))

    it("is not refunded on the order before it comes back, and once when it has; goodwill is beside it", async () => {
      const { orderId, purchaseOrderId: po } = await shipped()
      const rma = await comesBack(po)
      const words = [/line 1 come back through return/, /Walmart, Returns/, /Walmart box/]
      await expectRefusal(refund(orderId, 11), "not_allowed", ...words)
      await refundLine(orderId, 200)
      await waitFor("the goodwill", async () => {
        await store.sendDue()
        return given(po).length === 1
      })
      await receive(rma)
      await isEven(orderId, [2, 11])
      expect(given(po)).toEqual([2, 11])
    })

    it("is refunded through its return also when somebody refunds its line right after the receipt", async () => {
      const { orderId, purchaseOrderId: po } = await shipped()
      const rma = await comesBack(po)
      await receive(rma)
      const again = refundLine(orderId, 1100)
      await expectRefusal(again, "not_allowed", /refunded through return .* already/)
      await isEven(orderId, [11])
      expect(given(po)).toEqual([11])
    })

    it("waits for a person where that is asked for, and nobody refunds it on the order meanwhile", async () => {
      const { options } = walmartOf(store.container())
      options.refundReturns = "ask"
      try {
        const { orderId, purchaseOrderId: po } = await shipped()
        const rma = await comesBack(po)
        await receive(rma)
        const words = [/line 1 came back through return/, /Refund or dismiss the return/]
        await expectRefusal(refundLine(orderId, 1100), "not_allowed", ...words)
        await expectRefusal(refund(orderId, 11), "not_allowed", ...words)
        await store.post(`/admin/walmart/returns/${(await returnOf(rma)).id}/refund`, {})
        await isEven(orderId, [11])
        expect(given(po)).toEqual([11])
      } finally {
        options.refundReturns = "on_receive"
      }
    })

    it("is booked once the order's open edit is out of the way, and the buyer owes nothing for it", async () => {
      const { orderId, purchaseOrderId: po } = await shipped()
      await store.post("/admin/order-edits", { order_id: orderId })
      await comesBack(po, { keepIt: true })
      await poll()
      expect((await booksOf(orderId)).refunds).toEqual([])
      await store.delete(`/admin/order-edits/${orderId}`)
      await poll()
      await poll()
      expect(await booksOf(orderId)).toMatchObject({ pending: 0, refunds: [11] })
      expect(await booked(orderId)).toEqual([-11])
    })

    it("is credited by what goes on, killed between its transaction and the credit", async () => {
      const { orderId, purchaseOrderId: po } = await shipped()
      const lines = [{ purchaseOrderId: po, quantity: 1, keepIt: true }]
      const { returnOrderId } = control("returns", { lines }) as { returnOrderId: string }
      const { paymentId: payment_id } = await booksOf(orderId)
      const metadata = { [REFUND_METADATA]: { made_at_walmart: true } }
      const note = refundNote(returnOrderId)
      const made = { payment_id, amount: 11, created_by: SETTLED_BY, note, metadata }
      const { refunds } = await store.container().resolve(Modules.PAYMENT).refundPayment(made)
      const [{ id: reference_id } = { id: "" }] = refunds ?? []
      const transaction = { order_id: orderId, currency_code: "usd", amount: -11 }
      await store
        .container()
        .resolve(Modules.ORDER)
        .addOrderTransactions([{ ...transaction, reference: "refund", reference_id }])
      expect((await booksOf(orderId)).pending).toBe(11)
      await poll()
      await poll()
      expect(await booksOf(orderId)).toMatchObject({ pending: 0, refunds: [11] })
      expect(await booked(orderId)).toEqual([-11])
    })

    it("of an account that is taken out of the options waits for it, and stops nobody meanwhile", async () => {
      const { orderId, purchaseOrderId: po } = await shipped()
      const rma = await comesBack(po)
      const { return_id } = await returnOf(rma)
      const { options } = walmartOf(store.container())
      const accounts = options.accounts.splice(0)
      try {
        await receive(rma)
        expect(await store.run("settle-walmart-return", { return_id })).toMatchObject({
          ...{ received: false, wanted: false },
        })
      } finally {
        options.accounts.push(...accounts)
      }
      await poll()
      await isEven(orderId, [11])
      expect(given(po)).toEqual([11])
    })

    it("stands beside units that Walmart cancels later, which are refunded as well", async () => {
      const { orderId, purchaseOrderId: po } = await shipped(2)
      const rma = await comesBack(po)
      control(`returns/${rma}/refund`)
      await poll()
      control(`orders/${po}/cancel`, { lines: [{ lineNumber: "1", quantity: 1 }] })
      await store.importAll()
      await isEven(orderId, [11, 11])
    })

    it("is owed by nobody once a return that Walmart refunded is canceled in Medusa", async () => {
      const { orderId, purchaseOrderId: po } = await shipped()
      const rma = await comesBack(po)
      control(`returns/${rma}/refund`)
      await poll()
      expect((await booksOf(orderId)).refunds).toEqual([11])
      await store.post(`/admin/returns/${(await returnOf(rma)).return_id}/cancel`, {})
      await isEven(orderId, [11])
    })

    it.each(["what the buyer keeps", "goodwill"])(
      "of another return that is canceled later does not stand for %s",
      async (what) => {
        const { orderId, purchaseOrderId: po } = await shipped()
        const rma = await comesBack(po)
        if (what === "goodwill") await refundLine(orderId, 1100)
        else await comesBack(po, { keepIt: true })
        control(`returns/${rma}/cancel`)
        await poll()
        await isEven(orderId, [11])
      }
    )
  })
}
