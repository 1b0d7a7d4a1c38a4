import { type TestStore, waitFor } from "../../helpers/store"
import { acknowledgedOrder, detailOf, expectRefusal, UPS, updateThat } from "../admin-api/support"

const REASON = "SELLER_CANCEL_PRICING_ERROR"
const MUGS = [{ sku: "MUG-1", quantity: 3, price: 30 }]

interface Books {
  total: number
  payment_status: string
  summary: { pending_difference: number }
  payment_collections: { payments: { id: string; refunds: { amount: number }[] }[] }[]
}

/** What staff do to an order while its edit is open, and in the moment after it was confirmed. */
export function meanwhileTests(store: TestStore): void {
  const booksOf = async (orderId: string): Promise<Books> =>
    (
      await store.get<{ order: Books }>(`/admin/orders/${orderId}`, {
        fields: "total,payment_status,summary,*payment_collections.payments.refunds",
      })
    ).order

  const refundsOf = (books: Books) =>
    books.payment_collections
      .flatMap(({ payments }) => payments)
      .flatMap(({ refunds }) => refunds.map(({ amount }) => Number(amount)))

  const refund = async (orderId: string, amount: number) => {
    const { payment_collections: collections } = await booksOf(orderId)
    return store.post(`/admin/payments/${collections[0].payments[0].id}/refund`, { amount })
  }

  const refunded = (po: string) => store.ledger(po).filter(({ effect }) => effect === "refunded")

  const begun = async (orderId: string, quantity: number) => {
    const [item] = (await store.order(orderId)).items
    await store.post("/admin/order-edits", { order_id: orderId })
    await store.post(`/admin/order-edits/${orderId}/items/item/${item.id}`, { quantity })
  }

  const confirmed = async (orderId: string, quantity: number) => {
    await begun(orderId, quantity)
    await store.post(`/admin/order-edits/${orderId}/confirm`)
  }

  const choose = (orderId: string) =>
    store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason: REASON })

  /** One of three units has left. */
  const partlyShipped = async () => {
    const order = await acknowledgedOrder(store, MUGS)
    await choose(order.orderId)
    await store.fulfillAndShip(order.orderId, [{ tracking_number: UPS }], { "MUG-1": 1 })
    await updateThat(store, order.orderId, (u) => u.kind === "shipment" && u.status === "sent")
    await store.sendingEnds()
    return order
  }

  describe("while an edit is open", () => {
    const says = [/is being changed in Medusa/, /Confirm or cancel that change/]

    it.each(["Medusa's Cancel", "the Walmart box"])(
      "%s refuses to cancel the order, and refunds nothing of it",
      async (where) => {
        const { orderId } = await acknowledgedOrder(store, MUGS)
        await choose(orderId)
        await begun(orderId, 2)
        const path = where === "Medusa's Cancel" ? `/admin/orders` : "/admin/walmart/orders"
        const cancel = store.post(`${path}/${orderId}/cancel`, {})
        await expectRefusal(cancel, "not_allowed", ...says)
        const books = await booksOf(orderId)
        expect([books.payment_status, refundsOf(books)]).toEqual(["captured", []])
        await store.run("plan-walmart-updates", { order_id: orderId })
        expect((await detailOf(store, orderId)).sync_status).toBe("in_sync")
      }
    )

    it.each(["Medusa's Refund", "the Walmart box"])(
      "%s refuses to refund, and Walmart refunds nothing",
      async (where) => {
        const { orderId, purchaseOrderId: po } = await partlyShipped()
        await begun(orderId, 2)
        const lines = [{ line_number: "1", type: "PRODUCT", amount: 400 }]
        const call =
          where === "Medusa's Refund"
            ? refund(orderId, 4)
            : store.post(`/admin/walmart/orders/${orderId}/refund`, { lines, reason: "Others" })
        await expectRefusal(call, "not_allowed", ...says)
        await store.run("plan-walmart-updates", { order_id: orderId })
        await store.sendingEnds()
        expect([refundsOf(await booksOf(orderId)), refunded(po)]).toEqual([[], []])
      }
    )
  })

  describe("right after another request", () => {
    /** What follows a request is done once its answer is out, and may not have begun yet. */
    const isInSync = (orderId: string) =>
      waitFor("both sides to agree", async () => {
        await store.sendingEnds()
        return (await detailOf(store, orderId)).sync_status === "in_sync"
      })

    it("a refund leaves the books as when somebody had waited for the edit to be settled", async () => {
      const { orderId } = await partlyShipped()
      await confirmed(orderId, 2)
      await refund(orderId, 5)
      await waitFor("the edit to be settled", async () => {
        await store.run("reconcile-walmart-order-edit", { order_id: orderId })
        return refundsOf(await booksOf(orderId)).length === 2
      })
      const books = await booksOf(orderId)
      expect(refundsOf(books).sort()).toEqual([10, 5])
      expect([books.total, books.summary.pending_difference]).toEqual([15, 0])
    })

    it("refunds of one moment come to no more than what Walmart has left", async () => {
      const { orderId, purchaseOrderId: po } = await partlyShipped()
      const results = await Promise.allSettled([6, 6, 3].map((amount) => refund(orderId, amount)))
      expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1)
      const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0)
      const given = () => sum(refunded(po).map(({ amount }) => Number(amount)))
      await waitFor("Walmart to have given back what the books say", async () => {
        await isInSync(orderId)
        return given() === sum(refundsOf(await booksOf(orderId)))
      })
      expect(given()).toBeLessThanOrEqual(10)
    })

    it("the cancel of an order asks for a reason of its own, since the edit before has used its", async () => {
      const { orderId } = await acknowledgedOrder(store, MUGS)
      await choose(orderId)
      await begun(orderId, 2)
      const [edit, cancel] = await Promise.allSettled([
        store.post(`/admin/order-edits/${orderId}/confirm`),
        store.cancel(orderId),
      ])
      expect([edit.status, cancel.status]).toEqual(["fulfilled", "rejected"])
      await isInSync(orderId)
      const books = await booksOf(orderId)
      expect([books.total, books.summary.pending_difference]).toEqual([20, 0])
      expect(refundsOf(books)).toEqual([10])
    })
  })
}
