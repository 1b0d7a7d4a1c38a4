import type { AdminWalmartReturn } from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import { detailOf, expectRefusal } from "../admin-api/support"

type Abroad = "ca" | "mx" | "cl"

/** Refunds where Walmart takes none from programs, or other ones. */
export function marketRefundTests(store: TestStore): void {
  describe("What goes back to buyers of other markets", () => {
    const control = (path: string, body: object = {}) =>
      store.simulator().control.run("POST", path, body)

    const shipped = (market: Abroad, line: object) => {
      const lines = [{ sku: "MUG-1", ...line }]
      const sellerId = `seller-client-${market}`
      return store.importOrder({ lines, market, sellerId, status: "Shipped" })
    }

    const paymentOf = async (orderId: string) => {
      const { order } = await store.get<{
        order: {
          payment_collections: { payments: { id: string; refunds: { amount: number }[] }[] }[]
        }
      }>(
        `/admin/orders/${orderId}?fields=*payment_collections.payments,*payment_collections.payments.refunds`
      )
      return order.payment_collections[0].payments[0]
    }

    const refund = async (orderId: string, amount: number) =>
      store.post(`/admin/payments/${(await paymentOf(orderId)).id}/refund`, { amount })

    const refunded = async (orderId: string) =>
      (await paymentOf(orderId)).refunds.map(({ amount }) => Number(amount))

    /** What the plugin had Walmart give back. */
    const given = (po: string) =>
      store
        .ledger(po)
        .flatMap(({ effect, by, quantity, amount }) =>
          effect === "refunded" && by === "seller_api" ? [{ quantity, amount }] : []
        )

    const poll = () => store.run("poll-walmart-returns", {})

    const returnOf = async (orderId: string): Promise<AdminWalmartReturn> => {
      const { returns } = await store.get<{ returns: AdminWalmartReturn[] }>(
        "/admin/walmart/returns"
      )
      return returns.find(({ order_id }) => order_id === orderId) ?? Promise.reject(new Error())
    }

    const comesBack = async (purchaseOrderId: string, orderId: string, quantity: number) => {
      const made = control("returns", { lines: [{ purchaseOrderId, quantity }] })
      await poll()
      const { returnOrderId } = made as { returnOrderId: string }
      return { rma: returnOrderId, returnId: (await returnOf(orderId)).return_id ?? "" }
    }

    const receive = async (returnId: string, quantity: number) => {
      const path = `/admin/returns/${returnId}`
      const { return: made } = await store.get<{ return: { items: { item_id: string }[] } }>(
        `${path}?fields=*items`
      )
      await store.post(`${path}/receive`, {})
      const items = [{ id: made.items[0].item_id, quantity }]
      await store.post(`${path}/receive-items`, { items })
      await store.post(`${path}/receive/confirm`, {})
    }

    const stateIs = (orderId: string, state: string) =>
      waitFor(`the return to be ${state}`, async () => {
        await store.sendDue()
        return (await returnOf(orderId)).state === state
      })

    it("Mexico: a return is refunded with its tax once all of a line is received; a part waits, with words", async () => {
      const { orderId, purchaseOrderId: po } = await shipped("mx", {
        ...{ quantity: 2, price: 431.03, tax: 68.97 },
      })
      const { returnId } = await comesBack(po, orderId, 2)
      await receive(returnId, 1)
      await stateIs(orderId, "needs_attention")
      const { attention } = await returnOf(orderId)
      expect(attention?.message).toMatch(/received 1 of 2/)
      expect(attention?.remedy).toMatch(/Receive the rest/)
      expect(given(po)).toEqual([])
      await receive(returnId, 1)
      await stateIs(orderId, "refunded")
      expect(given(po)).toEqual([{ quantity: 2, amount: 500 }])
      await waitFor("the books", async () => (await refunded(orderId)).length === 1)
      expect(await refunded(orderId)).toEqual([500])
    })

    it("Mexico: a return's refund is made once when Walmart's answer is lost", async () => {
      const { orderId, purchaseOrderId: po } = await shipped("mx", { quantity: 1, price: 99.9 })
      const { returnId } = await comesBack(po, orderId, 1)
      control("faults", { route: "returns.refund", fault: { kind: "drop_after" } })
      await receive(returnId, 1)
      await stateIs(orderId, "refunded")
      expect(given(po)).toEqual([{ quantity: 1, amount: 99.9 }])
    })

    it.each([
      ["mx", /Mexico takes no refunds of orders from programs/, ".00"],
      ["cl", /Chile takes no refunds of orders from programs/, ""],
    ] as const)(
      "%s: an order's refund is refused, unless Seller Center has made it: then it is written down",
      async (market, why, decimals) => {
        const { orderId, purchaseOrderId: po } = await shipped(market, { quantity: 1, price: 9990 })
        const refuse = (amount: number, ...also: RegExp[]) =>
          expectRefusal(refund(orderId, amount), "not_allowed", why, /Seller Center/, ...also)
        await refuse(4990, new RegExp(` 0${decimals} can be written down now`))
        expect(await refunded(orderId)).toEqual([])

        control(`orders/${po}/refund`, { lines: [{ lineNumber: "1", amount: 4990 }] })
        await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
        const { discrepancies } = await detailOf(store, orderId)
        const said = new RegExp(
          `4990${decimals} .*Medusa: 0${decimals} .*Walmart: 4990${decimals}\\b`
        )
        expect(discrepancies).toMatchObject([
          { code: "refunded_only_at_walmart", message: expect.stringMatching(said) },
        ])
        await refuse(4991, new RegExp(` 4990${decimals} can be written down now`))
        await refund(orderId, 4990)
        await refuse(1)
        await store.run("plan-walmart-updates", { order_id: orderId })
        await store.sendingEnds()
        const { sync_status, discrepancies: left, updates } = await detailOf(store, orderId)
        expect([sync_status, left]).toEqual(["in_sync", []])
        expect(updates.filter(({ kind }) => kind === "refund")).toEqual([])
        expect(given(po)).toEqual([])
        expect(await refunded(orderId)).toEqual([4990])
      }
    )

    it("Chile: what Seller Center refunds of a return is in the books in whole pesos", async () => {
      const { orderId, purchaseOrderId: po } = await shipped("cl", { quantity: 3, price: 10_000 })
      const { rma, returnId } = await comesBack(po, orderId, 3)
      await receive(returnId, 3)
      await stateIs(orderId, "to_decide")
      const { id } = await returnOf(orderId)
      await expectRefusal(
        store.post(`/admin/walmart/returns/${id}/refund`, {}),
        ...(["not_allowed", /Chile takes no refunds of returns/, /Seller Center/] as const)
      )
      for (const sum of [[3333], [3333, 3334], [3333, 3334, 3333]]) {
        control(`returns/${rma}/refund`, { quantity: 1 })
        await poll()
        expect(await refunded(orderId)).toEqual(sum)
      }
      expect(given(po)).toEqual([])
    })

    it("Canada: what a person refunded of a return is in the books once, also when the return shows it", async () => {
      const { orderId, purchaseOrderId: po } = await shipped("ca", { quantity: 4, price: 40 })
      const first = await comesBack(po, orderId, 1)
      await refund(orderId, 10)
      control(`returns/${first.rma}/refund`)
      await poll()
      expect(await refunded(orderId)).toEqual([10])
      const second = control("returns", { lines: [{ purchaseOrderId: po, quantity: 1 }] })
      control(`returns/${(second as { returnOrderId: string }).returnOrderId}/refund`)
      await poll()
      expect(await refunded(orderId)).toEqual([10, 10])
    })

    it("Chile: a refund that is written down before the return shows it is in the books once", async () => {
      const { orderId, purchaseOrderId: po } = await shipped("cl", { quantity: 2, price: 10_000 })
      const { rma } = await comesBack(po, orderId, 2)
      control(`orders/${po}/refund`, { lines: [{ lineNumber: "1", amount: 5000 }] })
      await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
      await refund(orderId, 5000)
      control(`returns/${rma}/refund`, { quantity: 1 })
      await poll()
      expect(await refunded(orderId)).toEqual([5000])
      control(`returns/${rma}/refund`, { quantity: 1 })
      await poll()
      expect(await refunded(orderId)).toEqual([5000, 5000])
    })

    it("Canada: a received return waits for a person, who refunds the order", async () => {
      const { orderId, purchaseOrderId: po } = await shipped("ca", { quantity: 1, price: 12.49 })
      const { rma, returnId } = await comesBack(po, orderId, 1)
      await receive(returnId, 1)
      await stateIs(orderId, "to_decide")
      const { id } = await returnOf(orderId)
      await expectRefusal(
        store.post(`/admin/walmart/returns/${id}/refund`, {}),
        ...([
          "not_allowed",
          /Canada takes no refunds of returns/,
          /Refund in the order's Walmart box/,
        ] as const)
      )
      expect((await returnOf(orderId)).state).toBe("to_decide")
      await refund(orderId, 12.49)
      await waitFor("the refund", async () => {
        await store.sendDue()
        return given(po).length === 1
      })
      expect(given(po)).toEqual([{ quantity: 1, amount: 12.49 }])
      control(`returns/${rma}/cancel`)
      await poll()
      expect((await returnOf(orderId)).state).toBe("canceled")
      expect(await refunded(orderId)).toEqual([12.49])
    })
  })
}
