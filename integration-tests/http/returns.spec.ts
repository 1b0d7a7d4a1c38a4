import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AdminWalmartReturn } from "../../src/types/http"
import type { ReturnsPollResult } from "../../src/workflows/returns/poll-returns"
import { readGraph } from "../../src/workflows/shared/read-graph"
import { AdminRefusal, storeSuite, waitFor } from "../helpers/store"
import { upsNumber } from "../../testing/ups-number"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30, tax: 3 }] }
const DAY_MS = 86_400_000

interface BooksRow {
  summary: { pending_difference: unknown }
  payment_collections: { payments: { refunds: { amount: unknown }[] }[] }[]
}

jest.setTimeout(180_000)

storeSuite("Walmart's returns", (store) => {
  const control = (path: string, body: object = {}) =>
    store.simulator().control.run("POST", path, body)

  const shippedOrder = async (body: object = MUGS) => {
    const order = await store.importOrder(body)
    await store.fulfillAndShip(order.orderId, [{ tracking_number: upsNumber() }])
    await waitFor("the shipment", async () => {
      await store.sendDue()
      return store.ledger(order.purchaseOrderId).some(({ effect }) => effect === "shipped")
    })
    return order
  }

  const startReturn = (lines: object[], more: object = {}) =>
    (control("returns", { lines, ...more }) as { returnOrderId: string }).returnOrderId

  const poll = async () => {
    const [{ error }] = await store.run<ReturnsPollResult[]>("poll-walmart-returns", {})
    return error
  }

  const listed = async (query = ""): Promise<AdminWalmartReturn[]> =>
    (await store.get<{ returns: AdminWalmartReturn[] }>(`/admin/walmart/returns${query}`)).returns

  const refunds = (po: string) =>
    store
      .ledger(po)
      .flatMap(({ effect, by, quantity, amount }) =>
        effect === "refunded" ? [{ by, quantity, amount }] : []
      )

  /** Receives units as the Receive screen does. */
  const receive = async (returnId: string, units: { good?: number; damaged?: number }) => {
    const { return: made } = await store.get<{ return: { items: { item_id: string }[] } }>(
      `/admin/returns/${returnId}?fields=*items`
    )
    const id = made.items[0].item_id
    await store.post(`/admin/returns/${returnId}/receive`, {})
    if (units.good)
      await store.post(`/admin/returns/${returnId}/receive-items`, {
        items: [{ id, quantity: units.good }],
      })
    if (units.damaged)
      await store.post(`/admin/returns/${returnId}/dismiss-items`, {
        items: [{ id, quantity: units.damaged }],
      })
    await store.post(`/admin/returns/${returnId}/receive/confirm`, {})
  }

  const moneyOf = async (orderId: string) => {
    const [order] = await readGraph<BooksRow>(store.container(), {
      entity: "order",
      fields: ["id", "summary", "payment_collections.payments.refunds.amount"],
      filters: { id: orderId },
    })
    const payments = order.payment_collections.flatMap((one) => one.payments)
    const refunded = payments.flatMap((one) => one.refunds).map(({ amount }) => Number(amount))
    return {
      refunded: Math.round(refunded.reduce((sum, one) => sum + one, 0) * 100) / 100,
      pending: Number(order.summary.pending_difference),
    }
  }

  const stocked = async () => {
    const inventory = store.container().resolve(Modules.INVENTORY)
    const [item] = await inventory.listInventoryItems({ sku: "MUG-1" })
    const [level] = await inventory.listInventoryLevels({ inventory_item_id: item.id })
    return Number(level.stocked_quantity)
  }

  it("come in once, are received in part, and are refunded through Walmart", async () => {
    const { orderId, purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po, quantity: 2, reason: "DEFECTIVE" }])
    expect(await poll()).toBeNull()
    await poll()
    const [one, ...others] = await listed(`?q=${rma}`)
    expect(others).toEqual([])
    expect(one).toMatchObject({ state: "on_the_way", carrier: "FedEx", order_id: orderId })
    const { returns } = await store.get<{ returns: { id: string; status: string }[] }>(
      `/admin/returns?order_id=${orderId}`
    )
    expect(returns).toEqual([expect.objectContaining({ id: one.return_id, status: "requested" })])

    control(`returns/${rma}/deliver`)
    await poll()
    expect((await listed("?deadline=overdue")).length).toBe(0)
    expect((await listed("?state=to_receive"))[0].refund_by).not.toBeNull()

    const before = await stocked()
    await receive(one.return_id ?? "", { good: 1 })
    await waitFor("the refund", async () => {
      await store.sendDue()
      return refunds(po).length === 1
    })
    expect(refunds(po)).toEqual([{ by: "seller_api", quantity: 1, amount: 11 }])
    expect(await stocked()).toBe(before + 1)
    await receive(one.return_id ?? "", { damaged: 1 })
    await waitFor("the second refund", async () => {
      await store.sendDue()
      return refunds(po).length === 2
    })
    expect(await stocked()).toBe(before + 1)
    await waitFor("the books", async () => {
      await store.sendDue()
      const { refunded, pending } = await moneyOf(orderId)
      return refunded === 22 && pending === 0
    })
    await poll()
    expect(await listed()).toEqual([
      expect.objectContaining({ state: "refunded", refunded_amount: 2200, refund_by: null }),
    ])
    expect((await moneyOf(orderId)).refunded).toBe(22)
    await waitFor("both sides to agree", async () => {
      await store.run("plan-walmart-updates", { order_id: orderId })
      const { discrepancies } = await store.walmartOrder(po)
      return discrepancies === null
    })
  })

  it("are refunded once although Walmart's answer was lost", async () => {
    const { purchaseOrderId: po } = await shippedOrder()
    startReturn([{ purchaseOrderId: po }])
    await poll()
    const [{ return_id }] = await listed()
    control("faults", { route: "returns.refund", fault: { kind: "drop_after" } })
    await receive(return_id ?? "", { good: 1 })
    await waitFor("the refund", async () => {
      await store.sendDue()
      return refunds(po).length > 0 && (await listed())[0].state !== "refunding"
    })
    expect(refunds(po)).toEqual([{ by: "seller_api", quantity: 1, amount: 11 }])
  })

  it("that Walmart closed before they were received go to a person, with words", async () => {
    const { purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po }])
    await poll()
    const [{ id, return_id }] = await listed()
    control(`returns/${rma}/cancel`)
    await receive(return_id ?? "", { good: 1 })
    await waitFor("the person's task", async () => {
      await store.sendDue()
      return (await listed())[0].state === "needs_attention"
    })
    expect((await listed())[0].attention?.message).toContain("canceled this return")
    await store.post(`/admin/walmart/returns/${id}/dismiss`, { note: "Came back all the same" })
    expect((await listed())[0]).toMatchObject({ state: "canceled", attention: null })
    expect(refunds(po)).toEqual([])
  })

  it("that the buyer canceled are canceled in Medusa too", async () => {
    const { purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po }])
    await poll()
    control(`returns/${rma}/cancel`)
    await poll()
    const [{ return_id, state }] = await listed()
    expect(state).toBe("canceled")
    const orders = store.container().resolve(Modules.ORDER)
    expect((await orders.retrieveReturn(return_id ?? "")).canceled_at).not.toBeNull()
  })

  it("of two purchase orders become two Medusa returns, whatever a poll that died had done", async () => {
    const first = await shippedOrder()
    const other = await shippedOrder({ lines: [{ sku: "MUG-2", quantity: 1, price: 20 }] })
    startReturn([
      { purchaseOrderId: first.purchaseOrderId, quantity: 1 },
      { purchaseOrderId: other.purchaseOrderId },
    ])
    await poll()
    const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    // As if the process had died behind the creation, before it could note it.
    await db("walmart_return").update({ return_id: null, error_code: null })
    await poll()
    const returns = await listed()
    expect(new Set(returns.map(({ return_id }) => return_id)).size).toBe(2)
    const made = await readGraph(store.container(), {
      entity: "return",
      fields: ["id"],
      filters: { order_id: [first.orderId, other.orderId] },
    })
    expect(made).toHaveLength(2)
  })

  it("are not begun by staff, and not canceled while Walmart waits for them", async () => {
    const { orderId, purchaseOrderId: po } = await shippedOrder()
    startReturn([{ purchaseOrderId: po }])
    await poll()
    const [{ return_id }] = await listed()
    const refused = (attempt: Promise<unknown>) =>
      attempt.then(
        () => "",
        (error: unknown) => (error instanceof AdminRefusal ? error.message : String(error))
      )
    expect(await refused(store.post("/admin/returns", { order_id: orderId }))).toMatch(
      /begin at Walmart/
    )
    expect(await refused(store.post(`/admin/returns/${return_id}/cancel`, {}))).toMatch(
      /still open at Walmart/
    )
  })

  // The last one, because the client learns from it that Walmart is days ahead.
  it("that Walmart refunds by itself are in the books, and receiving them refunds nothing more", async () => {
    const { orderId, purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po, quantity: 2 }])
    startReturn([{ purchaseOrderId: po, quantity: 1, keepIt: true }])
    control(`returns/${rma}/deliver`)
    await poll()
    control("time", { advanceMs: 2 * DAY_MS })
    await poll()
    expect((await moneyOf(orderId)).refunded).toBe(33)
    const all = await listed("?refunded_by_walmart=true")
    expect(all.map(({ no_return }) => no_return).sort()).toEqual(["kept", null])
    const { counts } = await store.get<{ counts: Record<string, number> }>(
      "/admin/walmart/returns/counts"
    )
    expect(counts).toMatchObject({ refunded: 2, by_walmart: 2 })
    const returnId = all.find(({ return_id }) => return_id !== null)?.return_id ?? ""
    await receive(returnId, { good: 2 })
    await store.sendDue()
    expect(refunds(po).every(({ by }) => by === "elsewhere")).toBe(true)
    expect((await moneyOf(orderId)).refunded).toBe(33)
  })
})
