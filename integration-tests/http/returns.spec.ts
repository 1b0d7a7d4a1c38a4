import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { AdminWalmartAccount, AdminWalmartReturn } from "../../src/types/http"
import type { ReturnsPollResult } from "../../src/workflows/returns/poll-returns"
import { notifyStaff } from "../../src/recurring/notify-staff"
import { refundNote } from "../../src/workflows/returns/record-refund"
import { SETTLED_BY } from "../../src/workflows/shared/walmart-payments"
import { walmartOf } from "../../src/workflows/import/store/load-store"
import { readGraph } from "../../src/workflows/shared/read-graph"
import { askWalmart } from "../helpers/ask-walmart"
import { AdminRefusal, storeSuite, waitFor } from "../helpers/store"
import { expectRefusal } from "./admin-api/support"
import { upsNumber } from "../../testing/ups-number"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30, tax: 3 }] }
const DAY_MS = 86_400_000
const KEYS = { clientId: "demo-client", clientSecret: "demo-secret" }

interface BooksRow {
  summary: { pending_difference: unknown }
  payment_collections: { payments: { refunds: { amount: unknown }[] }[] }[]
}

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

  it("is made once its units have left in Medusa, and says until then what it waits for", async () => {
    const { orderId, purchaseOrderId } = await store.importOrder(MUGS)
    await store.sendingEnds()
    control(`orders/${purchaseOrderId}/ship`, { carrier: "UPS", trackingNumber: upsNumber() })
    startReturn([{ purchaseOrderId, quantity: 2 }])
    await poll()
    const [{ attention, return_id }] = await listed()
    expect([attention?.code, return_id]).toEqual(["return_not_shipped", null])
    await store.fulfill(orderId)
    await poll()
    expect(await listed()).toMatchObject([{ attention: null, return_id: expect.any(String) }])
  })

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

  const booked = (orderId: string) =>
    waitFor("the books", async () => {
      await store.sendDue()
      const { refunded, pending } = await moneyOf(orderId)
      return refunded === 22 && pending === 0
    })

  const db = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const change = (values: object) => db()("walmart_return").update(values)

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
    await booked(orderId)
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

  it("that cannot be read are said until they can, are asked for again by their number, and hold no other back", async () => {
    const { purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po, quantity: 1 }])
    const search = `/v3/returns?returnCreationStartDate=2020-01-01&limit=200`
    const page = await askWalmart({ url: store.simulator().url, ...KEYS }, search)
    const text = JSON.stringify(page).replaceAll('"measurementValue":1', '"measurementValue":"?"')
    const answers = (...bodies: unknown[]) => {
      for (const body of bodies) {
        control("faults", { route: "returns.list", fault: { kind: "status", status: 200, body } })
      }
    }
    const state = async () => {
      const { accounts } = await store.get<{ accounts: AdminWalmartAccount[] }>(
        "/admin/walmart/accounts"
      )
      const [row] = await walmartOf(store.container()).listWalmartAccounts({ id: "main" })
      return { said: accounts[0].last_returns_poll_error, until: row.returns_polled_until }
    }
    const [broken, nothing] = [JSON.parse(text) as unknown, { meta: {}, returnOrders: [] }]

    answers(broken)
    expect(await poll()).toMatch(new RegExp(`return order ${rma} cannot be read`))
    expect((await state()).until).not.toBeNull()
    // Walmart's clock is known to about a second, by which one mark may lie before another.
    await db().raw(
      "UPDATE walmart_account SET returns_polled_until = returns_polled_until - interval '1 minute'"
    )
    const { until } = await state()
    answers(nothing, broken)
    await poll()
    const after = await state()
    expect(after.said).toContain(rma)
    expect(Number(after.until)).toBeGreaterThan(Number(until))
    expect(await listed(`?q=${rma}`)).toEqual([])
    answers(nothing)
    expect(await poll()).toBeNull()
    expect((await state()).said).toBeNull()
    expect(await listed(`?q=${rma}`)).toHaveLength(1)
    answers(nothing)
    expect(await poll()).toBeNull()
  })

  it("that cannot be saved are said until they can, and hold no other back", async () => {
    const { purchaseOrderId: po } = await shippedOrder()
    const [bad, good] = [1, 2].map((quantity) => startReturn([{ purchaseOrderId: po, quantity }]))
    const until = async () =>
      (await walmartOf(store.container()).retrieveWalmartAccount("main")).returns_polled_until
    const refuses = `ADD CONSTRAINT refuses CHECK (return_order_id <> '${bad}')`
    await db().raw(`ALTER TABLE walmart_return ${refuses}`)
    try {
      expect(await poll()).toMatch(new RegExp(`${bad} could not be saved`))
    } finally {
      await db().raw("ALTER TABLE walmart_return DROP CONSTRAINT refuses")
    }
    expect((await listed()).map(({ return_order_id: rma }) => rma)).toEqual([good])
    expect(await until()).not.toBeNull()
    expect(await poll()).toBeNull()
    expect(await listed()).toHaveLength(2)
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

  it.each([
    ["before Medusa had heard of them", false],
    ["after they were in Medusa", true],
  ])(
    "that the buyer opens again have a Medusa return to receive, canceled %s",
    async (_when, isKnown) => {
      const { purchaseOrderId: po } = await shippedOrder()
      const rma = startReturn([{ purchaseOrderId: po, quantity: 2 }])
      if (isKnown) await poll()
      control(`returns/${rma}/cancel`)
      await poll()
      expect((await listed())[0]).toMatchObject({ state: "canceled", no_return: "closed" })
      control(`returns/${rma}/reopen`)
      await poll()
      await poll()
      const [{ state, no_return, return_id }] = await listed()
      expect([state, no_return]).toEqual(["on_the_way", null])
      await receive(return_id ?? "", { good: 2 })
      await waitFor("the refund", async () => {
        await store.sendDue()
        return refunds(po).length === 1
      })
      expect(refunds(po)).toEqual([{ by: "seller_api", quantity: 2, amount: 22 }])
    }
  )

  it("that are canceled after a part was received keep the rest from no other return", async () => {
    const { orderId, purchaseOrderId: po } = await shippedOrder({
      lines: [{ sku: "MUG-1", quantity: 2, price: 22 }],
    })
    const rma = startReturn([{ purchaseOrderId: po, quantity: 2 }])
    await poll()
    await receive((await listed())[0].return_id ?? "", { good: 1 })
    await waitFor("the refund", async () => {
      await store.sendDue()
      return refunds(po).length === 1
    })
    control(`returns/${rma}/cancel`)
    await poll()
    const again = startReturn([{ purchaseOrderId: po, quantity: 1 }])
    await poll()
    await poll()
    const next = (await listed()).find(({ return_order_id }) => return_order_id === again)
    expect(next).toMatchObject({ state: "on_the_way", attention: null })
    await receive(next?.return_id ?? "", { good: 1 })
    await waitFor("the other refund", async () => {
      await store.sendDue()
      return refunds(po).length === 2
    })
    expect((await moneyOf(orderId)).refunded).toBe(22)
  })

  it("of two purchase orders become two Medusa returns, whatever a poll that died had done", async () => {
    const first = await shippedOrder()
    const other = await shippedOrder({ lines: [{ sku: "MUG-2", quantity: 1, price: 20 }] })
    startReturn([
      { purchaseOrderId: first.purchaseOrderId, quantity: 1 },
      { purchaseOrderId: other.purchaseOrderId },
    ])
    await poll()
    // As if the process had died behind the creation, before it could note it.
    await change({ return_id: null, error_code: null })
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

  const NOT_RECORDED = { recorded_amount: 0, raw_recorded_amount: { value: "0", precision: 20 } }

  const NOT_WANTED = { wanted: null, wanted_version: 0, sent_version: 0 }

  /** What a process that died may have left behind, and what it had done until then. */
  const DEATHS: [string, "before" | "after", () => Promise<unknown>][] = [
    ["before it heard of the receipt", "before", () => change({ received: null, ...NOT_WANTED })],
    ["between the receipt's note and the wish to refund", "before", () => change(NOT_WANTED)],
    ["before it sent", "before", async () => undefined],
    [
      "between Walmart's refund and its note",
      "after",
      () => change({ received: null, ...NOT_WANTED }),
    ],
    ["between the books and their note", "after", () => change(NOT_RECORDED)],
  ]

  it.each(DEATHS)(
    "are refunded and recorded once by what goes on, killed %s",
    async (_at, when, die) => {
      const { orderId, purchaseOrderId: po } = await shippedOrder()
      startReturn([{ purchaseOrderId: po, quantity: 2 }])
      await poll()
      const [{ id, return_id }] = await listed()
      await store.post("/admin/walmart/accounts/main/pause", {})
      await receive(return_id ?? "", { good: 2 })
      const row = () => walmartOf(store.container()).retrieveWalmartReturn(id)
      await waitFor("the wish", async () => (await row()).wanted_version > 0)
      if (when === "before") await die()
      await store.post("/admin/walmart/accounts/main/resume", {})
      if (when === "after") {
        await booked(orderId)
        await die()
      }
      await poll()
      await booked(orderId)
      expect(refunds(po)).toEqual([{ by: "seller_api", quantity: 2, amount: 22 }])
      expect((await moneyOf(orderId)).refunded).toBe(22)
    }
  )

  it("that Seller Center refunded are recorded once, killed between a refund in Medusa and its transaction", async () => {
    const { orderId, purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po, quantity: 2 }])
    await poll()
    control(`returns/${rma}/refund`)
    const [order] = await readGraph<{ payment_collections: { payments: { id: string }[] }[] }>(
      store.container(),
      { entity: "order", fields: ["payment_collections.payments.id"], filters: { id: orderId } }
    )
    const [{ id: payment_id }] = order.payment_collections[0].payments
    const refund = { payment_id, amount: 22, created_by: SETTLED_BY, note: refundNote(rma) }
    await store.container().resolve(Modules.PAYMENT).refundPayment(refund)
    await poll()
    await poll()
    expect((await moneyOf(orderId)).refunded).toBe(22)
    const booked = await db()("order_transaction").where({ order_id: orderId, reference: "refund" })
    expect(booked.map(({ amount }: { amount: unknown }) => Number(amount))).toEqual([-22])
  })

  it("of which a part was received and refunded have the rest refunded when a person presses Refund, and no more", async () => {
    const { orderId, purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po, quantity: 2 }])
    control(`returns/${rma}/deliver`)
    await poll()
    const [{ id, return_id }] = await listed()
    await receive(return_id ?? "", { good: 1 })
    await waitFor("the refund of what was received", async () => {
      await store.sendDue()
      return refunds(po).length === 1 && (await listed())[0].state === "to_receive"
    })
    await store.post(`/admin/walmart/returns/${id}/refund`, {})
    // The second unit was never received, so Medusa's own sum keeps a difference.
    await waitFor("the rest in the books", async () => {
      await store.sendDue()
      return (await moneyOf(orderId)).refunded === 22
    })
    const each = { by: "seller_api", quantity: 1, amount: 11 }
    expect(refunds(po)).toEqual([each, each])
    await expect(store.post(`/admin/walmart/returns/${id}/refund`, {})).rejects.toThrow(
      /left to refund/
    )
  })

  it('wait for a person who presses Refund, with `refundReturns: "ask"`', async () => {
    const { options } = walmartOf(store.container())
    options.refundReturns = "ask"
    try {
      const { orderId, purchaseOrderId: po } = await shippedOrder()
      startReturn([{ purchaseOrderId: po, quantity: 2 }])
      await poll()
      const [{ id, return_id }] = await listed()
      await receive(return_id ?? "", { good: 2 })
      await waitFor("the question", async () => (await listed())[0].state === "to_decide")
      await poll()
      await store.sendDue()
      expect(refunds(po)).toEqual([])
      await store.post(`/admin/walmart/returns/${id}/refund`, {})
      await booked(orderId)
      expect(refunds(po)).toEqual([{ by: "seller_api", quantity: 2, amount: 22 }])
      expect((await listed())[0].state).toBe("refunded")
      const again = store.post(`/admin/walmart/returns/${id}/refund`, {})
      await again.catch((error: unknown) => expect(error).toBeInstanceOf(AdminRefusal))
      await store.sendDue()
      expect(refunds(po)).toHaveLength(1)
    } finally {
      options.refundReturns = "on_receive"
    }
  })

  it("of what Walmart fulfilled are shown and go back to Walmart", async () => {
    const { purchaseOrderId: po } = store.simulateOrder({
      ...MUGS,
      shipNodeType: "WFSFulfilled",
      status: "Shipped",
    })
    await store.importAll()
    const rma = startReturn([{ purchaseOrderId: po }])
    control(`returns/${rma}/deliver`)
    await poll()
    const [one] = await listed()
    expect(one).toMatchObject({
      ...{ purchase_order_id: po, return_id: null, state: "on_the_way" },
      ...{ no_return: "by_walmart", refund_by: null },
    })
    await notifyStaff(store.container())
    const bell = await store.container().resolve(Modules.NOTIFICATION).listNotifications({})
    expect(bell.filter(({ data }) => data?.kind === "refund_near")).toEqual([])
  })

  it("that were refunded before their order is imported are in its books afterwards, and forgotten once it is deleted", async () => {
    const { purchaseOrderId: po } = store.simulateOrder({ ...MUGS, status: "Shipped" })
    const rma = startReturn([{ purchaseOrderId: po, quantity: 1 }])
    control(`returns/${rma}/refund`)
    await poll()
    await store.importAll()
    await poll()
    const [{ id, order_id }] = await listed()
    expect((await moneyOf(order_id ?? "")).refunded).toBe(11)
    await change({ ...NOT_RECORDED, updated_at: new Date(0) })
    await store
      .container()
      .resolve(Modules.ORDER)
      .softDeleteOrders([order_id ?? ""])
    await poll()
    const { recorded_amount } = await walmartOf(store.container()).retrieveWalmartReturn(id)
    expect(recorded_amount).toBe(1100)
  })

  it("of an imported order that Walmart fulfilled are never due here, and nothing of them is refunded from here", async () => {
    const { purchaseOrderId: po } = await shippedOrder()
    const { id } = await store.walmartOrder(po)
    await walmartOf(store.container()).updateWalmartOrders({ id, ship_node_type: "WFSFulfilled" })
    const rma = startReturn([{ purchaseOrderId: po, quantity: 1 }])
    control(`returns/${rma}/deliver`)
    await poll()
    await poll()
    const [one] = await listed()
    expect(one).toMatchObject({ no_return: "by_walmart", refund_by: null })
    await expectRefusal(
      store.post(`/admin/walmart/returns/${one.id}/refund`, {}),
      ...(["not_allowed", /\(WFS\)/, /Nothing was sent/] as const)
    )
    await store.sendDue()
    expect([refunds(po), (await listed())[0].attention]).toEqual([[], null])
  })

  it("that are replacements are received and refund nothing", async () => {
    const { purchaseOrderId: po } = await shippedOrder()
    startReturn([{ purchaseOrderId: po, quantity: 1 }], { returnType: "REPLACEMENT" })
    await poll()
    const [{ id, return_id, is_replacement }] = await listed()
    expect(is_replacement).toBe(true)
    const before = await stocked()
    await receive(return_id ?? "", { good: 1 })
    await poll()
    await store.sendDue()
    expect(await stocked()).toBe(before + 1)
    expect(refunds(po)).toEqual([])
    await expect(store.post(`/admin/walmart/returns/${id}/refund`, {})).rejects.toThrow(
      /replacement/
    )
  })

  it("that Walmart refunds soon are on the deadline board and in the bell, once", async () => {
    const { purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po, quantity: 1 }])
    control(`returns/${rma}/deliver`)
    await poll()
    await change({ refund_by: new Date(Date.now() + 3 * 3_600_000) })
    const counts = async () =>
      (await store.get<{ counts: Record<string, number> }>("/admin/walmart/returns/counts")).counts
    expect(await counts()).toMatchObject({ due_soon: 1, overdue: 0 })
    expect(
      (await listed("?deadline=due_soon")).map(({ return_order_id }) => return_order_id)
    ).toEqual([rma])
    await notifyStaff(store.container())
    await notifyStaff(store.container())
    const bell = await store.container().resolve(Modules.NOTIFICATION).listNotifications({})
    const near = bell.filter(({ data }) => data?.kind === "refund_near")
    expect(near).toHaveLength(1)
    expect(JSON.stringify(near[0].data)).toContain(rma)
    await change({ refund_by: new Date(Date.now() - 1_000) })
    expect(await counts()).toMatchObject({ due_soon: 0, overdue: 1 })
  })

  // The last one, because the client learns from it that Walmart is days ahead.
  it("whose sum Walmart does not name go to a person, and are in the books once it does", async () => {
    const { orderId, purchaseOrderId: po } = await shippedOrder()
    const rma = startReturn([{ purchaseOrderId: po, quantity: 2 }])
    await poll()
    const [{ id }] = await listed()
    const row = await walmartOf(store.container()).retrieveWalmartReturn(id)
    const lines = row.lines.map((line) => ({ ...line, refunded: 2, total: null }))
    await change({ lines: JSON.stringify(lines) })
    await store.run("settle-walmart-return", { id })
    const [{ state, attention }] = await listed()
    expect(state).toBe("needs_attention")
    expect(attention?.message).toMatch(/shows 2 of line 1 as refunded .* not say with which sum/)
    expect((await moneyOf(orderId)).refunded).toBe(0)
    control(`returns/${rma}/refund`)
    await poll()
    expect((await listed())[0]).toMatchObject({ state: "refunded", attention: null })
    expect((await moneyOf(orderId)).refunded).toBe(22)
  })

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
