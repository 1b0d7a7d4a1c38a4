import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import type { AdminWalmartOrderResponse } from "../../src/types/http"
import { storeSuite, waitFor } from "../helpers/store"
import { expectRefusal, moduleOf, updateThat } from "./admin-api/support"
import { meanwhileTests } from "./order-edits/meanwhile"
import { changedPriceTests } from "./order-edits/prices"
import { laterReasonTests } from "./order-edits/reasons"
import { refusedEditTests } from "./order-edits/refusals"

const UPS = "1Z999AA10123456784"
const REASON = "SELLER_CANCEL_PRICING_ERROR"
const OTHER = "SELLER_CANCEL_OUT_OF_STOCK"
const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30, tax: 2.5 }] }

storeSuite("Medusa's order edits", (store) => {
  /** What the Edit screen sends: begins, changes quantities by SKU, confirms. */
  const edit = async (orderId: string, quantities: Record<string, number>) => {
    const { items } = await store.order(orderId)
    await store.post("/admin/order-edits", { order_id: orderId })
    for (const [sku, quantity] of Object.entries(quantities)) {
      const item = items.find(({ variant_sku }) => variant_sku === sku)
      await store.post(`/admin/order-edits/${orderId}/items/item/${item?.id}`, { quantity })
    }
    await store.post(`/admin/order-edits/${orderId}/confirm`)
  }

  /** A reason is used up by each part that is canceled with it. */
  const choose = (orderId: string) =>
    store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason: REASON })

  const importWithReason = async (body: object = MUGS) => {
    const order = await store.importOrder(body)
    await store.sendDue()
    await choose(order.orderId)
    return order
  }

  /** Units reserved for the order, by SKU of the inventory item. */
  const reserved = async (orderId: string): Promise<Record<string, number>> => {
    const { items } = await store.order(orderId)
    const inventory = store.container().resolve(Modules.INVENTORY)
    const held = await inventory.listReservationItems({ line_item_id: items.map(({ id }) => id) })
    const known = await inventory.listInventoryItems({
      id: held.map(({ inventory_item_id }) => inventory_item_id),
    })
    const sums: Record<string, number> = {}
    for (const { inventory_item_id: id, quantity } of held) {
      const sku = known.find((item) => item.id === id)?.sku ?? ""
      sums[sku] = (sums[sku] ?? 0) + Number(quantity)
    }
    return sums
  }

  const money = async (orderId: string) => {
    const { order } = await store.get<{ order: Money }>(`/admin/orders/${orderId}`, {
      fields: "total,summary,*payment_collections.payments.refunds",
    })
    const refunds = order.payment_collections
      .flatMap(({ payments }) => payments)
      .flatMap(({ refunds: made }) => made.map(({ amount }) => amount))
    return { total: order.total, pending: order.summary.pending_difference, refunds }
  }

  /** What the order's page and the list of orders say of its money, and what is still asked of the buyer. */
  const payment = async (orderId: string) => {
    const { order } = await store.get<{ order: Paid }>(`/admin/orders/${orderId}`, {
      fields: "payment_status,summary,*payment_collections",
    })
    const { payment_status: status, summary, payment_collections: collections } = order
    const asked = collections.filter((one) => one.status === "not_paid" && one.amount > 0)
    return { status, pending: summary.pending_difference, asked: asked.length }
  }

  interface Paid {
    payment_status: string
    summary: { pending_difference: number }
    payment_collections: { status: string; amount: number }[]
  }

  interface Money {
    total: number
    summary: { pending_difference: number }
    payment_collections: { payments: { refunds: { amount: number }[] }[] }[]
  }

  const canceled = (po: string) =>
    store
      .ledger(po)
      .filter(({ effect }) => effect === "cancelled")
      .map(({ quantity, reason }) => [quantity, reason])

  const isSettled = (orderId: string) =>
    waitFor("the edit to be finished", async () => (await money(orderId)).pending === 0)

  it("tells Walmart what was taken out, frees its stock, and owes nobody anything", async () => {
    const { orderId, purchaseOrderId: po } = await importWithReason()
    await edit(orderId, { "MUG-1": 2 })
    await waitFor("the cancellation", () => canceled(po).length > 0)
    expect(canceled(po)).toEqual([[1, REASON]])
    await isSettled(orderId)
    expect(await reserved(orderId)).toEqual({ "MUG-1": 2 })
    expect((await money(orderId)).refunds).toEqual([expect.closeTo(10.83, 2)])
  })

  it("keeps reserved only what is still to be sent when a part has left", async () => {
    const { orderId, purchaseOrderId: po } = await importWithReason()
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }], { "MUG-1": 1 })
    await edit(orderId, { "MUG-1": 2 })
    await isSettled(orderId)
    await waitFor("its stock", async () => (await reserved(orderId))["MUG-1"] === 1)
    await choose(orderId)
    await edit(orderId, { "MUG-1": 1 })
    await isSettled(orderId)
    await waitFor("its stock", async () => Object.keys(await reserved(orderId)).length === 0)
    await waitFor("both cancellations", () => canceled(po).length === 2)
    expect(canceled(po)).toEqual([
      [1, REASON],
      [1, REASON],
    ])
  })

  it("frees every part of a kit", async () => {
    const lines = [{ sku: "BOX-KIT", quantity: 3, price: 75 }]
    const { orderId } = await importWithReason({ lines })
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }], { "BOX-KIT": 1 })
    await edit(orderId, { "BOX-KIT": 2 })
    await isSettled(orderId)
    await waitFor("its stock", async () => (await reserved(orderId))["MUG-1"] === 2)
    expect(await reserved(orderId)).toEqual({ "MUG-1": 2, "GIFT-BOX": 1 })
  })

  it("uses its reason up; a later cancel of the whole order leaves it at 0, and everything canceled at Walmart", async () => {
    const { orderId, purchaseOrderId: po } = await importWithReason()
    await edit(orderId, { "MUG-1": 2 })
    await isSettled(orderId)
    await waitFor("the first part", () => canceled(po).length === 1)
    await store.sendDue()
    await expect(store.cancel(orderId)).rejects.toThrow(/Choose a cancellation reason/)
    await choose(orderId)
    await store.cancel(orderId)
    await waitFor("the rest", () => canceled(po).length === 2)
    expect(canceled(po)).toEqual([
      [1, REASON],
      [2, REASON],
    ])
    expect(await money(orderId)).toMatchObject({ total: expect.closeTo(0, 6), pending: 0 })
    expect(await reserved(orderId)).toEqual({})
  })

  it("asks the buyer for nothing when units are put back, taken out again or canceled", async () => {
    const { orderId } = await importWithReason()
    expect(await payment(orderId)).toEqual({ status: "captured", pending: 0, asked: 0 })
    await store.post("/admin/walmart/accounts/main/pause")
    const isCalm = async (status: string) => {
      await waitFor("the money", async () => {
        const { pending, asked } = await payment(orderId)
        return Math.abs(pending) < 0.005 && asked === 0
      })
      expect(await payment(orderId)).toMatchObject({ status, asked: 0 })
    }
    for (const quantity of [2, 3, 1, 2]) {
      await choose(orderId)
      await edit(orderId, { "MUG-1": quantity })
      await isCalm("partially_refunded")
    }
    await choose(orderId)
    await store.cancel(orderId)
    await isCalm("refunded")
  })

  it("asks the buyer for nothing that an edit made while nobody finished it", async () => {
    const { orderId } = await importWithReason()
    await edit(orderId, { "MUG-1": 2 })
    await isSettled(orderId)
    const payments = store.container().resolve(Modules.PAYMENT)
    const link = store.container().resolve(ContainerRegistrationKeys.LINK)
    const [{ id }] = await payments.createPaymentCollections([{ currency_code: "usd", amount: 7 }])
    const linked = { order_id: orderId }
    await link.create({ [Modules.ORDER]: linked, [Modules.PAYMENT]: { payment_collection_id: id } })
    expect(await payment(orderId)).toMatchObject({ asked: 1 })
    await store.run("reconcile-walmart-order-edit", { order_id: orderId })
    expect(await payment(orderId)).toMatchObject({ status: "partially_refunded", asked: 0 })
  })

  it("calls no imported order unpaid: one that is free, or that Walmart canceled before", async () => {
    const free = { lines: [{ sku: "MUG-1", quantity: 1, price: 0 }] }
    const { orderId } = await store.importOrder(free)
    expect(await payment(orderId)).toEqual({ status: "captured", pending: 0, asked: 0 })
    const { control } = store.simulator()
    const { purchaseOrderId: po } = control.createOrder(MUGS)
    control.run("POST", `orders/${po}/cancel`, { lines: [{ lineNumber: "1", quantity: 3 }] })
    await store.importAll()
    const canceled = await store.orderIdOf(po)
    expect(await payment(canceled)).toEqual({ status: "canceled", pending: 0, asked: 0 })
  })

  describe("made by canceling units through the API", () => {
    const TWO_LINES = {
      lines: [
        { sku: "MUG-1", quantity: 3, price: 30, tax: 2.5 },
        { sku: "SHIRT-S", quantity: 2, price: 40 },
      ],
    }
    const cancel = (id: string, lines: object[], reason?: string) =>
      store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/cancel`, { lines, reason })
    const acknowledged = async (body: object = TWO_LINES) => {
      const order = await store.importOrder(body)
      await store.sendDue()
      return order
    }

    it("takes just these out, frees their stock, refunds them, and tells Walmart why", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      const units = [
        { line_number: "1", quantity: 1 },
        { line_number: "2", quantity: 2 },
      ]
      const { order } = await cancel(po, units, REASON)
      expect(order.cancellation_reason).toBeNull()
      expect(order.updates.at(-1)).toMatchObject({ kind: "cancellation", lines: units })
      expect(await reserved(orderId)).toEqual({ "MUG-1": 2 })
      expect(await money(orderId)).toMatchObject({
        pending: 0,
        total: expect.closeTo(21.67, 2),
        refunds: [expect.closeTo(50.83, 2)],
      })
      await waitFor("Walmart to know", () => canceled(po).length === 2)
      expect(canceled(po)).toEqual([
        [1, REASON],
        [2, REASON],
      ])
      const one = [{ line_number: "1", quantity: 1 }]
      await expectRefusal(cancel(po, one), "invalid_data", /needs a reason/)
      await cancel(po, one, OTHER)
      await waitFor("Walmart to know", () => canceled(po).length === 3)
      expect(canceled(po)[2]).toEqual([1, OTHER])
    })

    it("is asked for by whoever cancels, although somebody else chose the reason, which is used up", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      const { id } = await store.walmartOrder(po)
      const chosen = { cancellation_reason: REASON, cancellation_reason_by: "user_other" }
      await moduleOf(store).updateWalmartOrders({ id, ...chosen })
      await cancel(orderId, [{ line_number: "1", quantity: 1 }])
      const update = await updateThat(store, orderId, ({ kind }) => kind === "cancellation")
      expect(update.requested_by).toMatch(/^user_/)
      expect(update.requested_by).not.toBe("user_other")
      expect(await store.walmartOrder(po)).toMatchObject({
        ...{ cancellation_reason: null, cancellation_reason_by: null, chosen_reasons: null },
      })
    })

    it("works for an oversold order too, which Medusa's own edit refuses", async () => {
      const lines = [{ sku: "MUG-2", quantity: 1500, price: 15000 }]
      const { orderId, purchaseOrderId: po } = await acknowledged({ lines })
      await cancel(orderId, [{ line_number: "1", quantity: 300 }], REASON)
      await waitFor("Walmart to know", () => canceled(po).length === 1)
      expect(await reserved(orderId)).toEqual({ "MUG-2": 1200 })
    })

    it("cancels what is left beside a part that has been shipped", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged(MUGS)
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }], { "MUG-1": 1 })
      await cancel(orderId, [{ line_number: "1", quantity: 2 }], REASON)
      await waitFor("Walmart to know", () => canceled(po).length === 1)
      expect(await reserved(orderId)).toEqual({})
    })

    it("refuses what cannot be canceled, and changes nothing", async () => {
      const { orderId } = await acknowledged()
      const refused = (lines: object[], reason: string | undefined, ...patterns: RegExp[]) =>
        expectRefusal(cancel(orderId, lines, reason), "invalid_data", ...patterns)
      const mug = (quantity: number) => ({ line_number: "1", quantity })
      await refused([{ line_number: "7", quantity: 1 }], REASON, /no line "7"/, /Use 1 or 2/)
      await refused([mug(4)], REASON, /has 3 left in Medusa/, /Cancel 3 at most/)
      await refused([mug(1)], undefined, /reason/, /Choose/)
      await refused([mug(1)], "BORED", /"BORED"/, /Choose/)
      await refused([mug(1), mug(1)], REASON, /named twice/)
      await refused([mug(3), { line_number: "2", quantity: 2 }], REASON, /whole order/)
      await store.fulfill(orderId, { "MUG-1": 2 })
      await refused([mug(2)], REASON, /has 1 in no fulfillment/, /Cancel the/)
      await store.post("/admin/order-edits", { order_id: orderId })
      const open = cancel(orderId, [mug(1)], REASON)
      await expectRefusal(open, "not_allowed", /being changed/, /Confirm or cancel that change/)
      expect((await store.order(orderId)).items.map(({ quantity }) => quantity).sort()).toEqual([
        2, 3,
      ])
      expect(
        (await store.walmartOrder((await detail(orderId)).purchase_order_id)).cancellation_reason
      ).toBeNull()
    })

    it("refuses units that Walmart shows shipped, and takes out those it canceled without telling", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged(MUGS)
      const { control } = store.simulator()
      const line = { lines: [{ lineNumber: "1", quantity: 1 }] }
      control.run("POST", `orders/${po}/ship`, { ...line, carrier: "UPS", trackingNumber: UPS })
      control.run("POST", `orders/${po}/cancel`, line)
      await store.importAll()
      const units = (quantity: number) => [{ line_number: "1", quantity }]
      await expectRefusal(
        cancel(orderId, units(3), REASON),
        "invalid_data",
        /shows 1 of line 1 open/
      )
      const before = canceled(po).length
      await cancel(orderId, units(1))
      await store.sendDue()
      expect(canceled(po)).toHaveLength(before)
      expect((await store.order(orderId)).items[0].quantity).toBe(2)
    })

    const detail = async (id: string) =>
      (await store.get<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}`)).order
  })

  refusedEditTests(store)
  changedPriceTests(store)
  it("keep the reason of what is left of a cancellation, also when the database fails while that is planned", async () => {
    const { orderId, purchaseOrderId: po } = await importWithReason()
    await store.post("/admin/walmart/accounts/main/pause", {})
    await edit(orderId, { "MUG-1": 1 })
    const isCanceled = ({ kind, status }: { kind: string; status: string }) =>
      kind === "cancellation" && status === "pending"
    await updateThat(store, orderId, isCanceled)
    const database = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await database.raw(`CREATE FUNCTION refuse_row() RETURNS trigger AS
      $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = 'P0042'; END $$ LANGUAGE plpgsql`)
    await database.raw(`CREATE TRIGGER refuse BEFORE INSERT ON walmart_update
      FOR EACH ROW EXECUTE FUNCTION refuse_row()`)
    await edit(orderId, { "MUG-1": 2 })
    await Promise.allSettled([store.run("plan-walmart-updates", { order_id: orderId })])
    await database.raw("DROP TRIGGER refuse ON walmart_update")
    await store.run("plan-walmart-updates", { order_id: orderId })
    await store.post("/admin/walmart/accounts/main/resume", {})
    await updateThat(store, orderId, (u) => u.kind === "cancellation" && u.status === "sent")
    expect(store.ledger(po).filter(({ effect }) => effect === "cancelled")).toEqual([
      expect.objectContaining({ quantity: 1, reason: REASON }),
    ])
  })

  laterReasonTests(store)
  meanwhileTests(store)

  describe("whose event was lost", () => {
    const age = async (orderId: string) => {
      const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await db.raw(
        "UPDATE order_change SET confirmed_at = confirmed_at - interval '5 minutes' WHERE order_id = ?",
        [orderId]
      )
    }

    it("are finished by the sweep, which finds nothing afterwards", async () => {
      const { orderId } = await importWithReason()
      await edit(orderId, { "MUG-1": 2 })
      await isSettled(orderId)
      const inventory = store.container().resolve(Modules.INVENTORY)
      const { items } = await store.order(orderId)
      const [{ id }] = await inventory.listReservationItems({ line_item_id: items[0].id })
      await inventory.updateReservationItems([{ id, quantity: 3 }])
      expect(await store.run("sweep-walmart-order-edits", {})).toEqual([])
      await age(orderId)
      expect(await store.run("sweep-walmart-order-edits", {})).toEqual([orderId])
      await planSweptOrders(store.container())
      expect(await reserved(orderId)).toEqual({ "MUG-1": 2 })
      expect(await store.run("sweep-walmart-order-edits", {})).toEqual([])
    })

    it("are refunded once, also when the process died between refund and booking", async () => {
      const { orderId } = await importWithReason()
      await edit(orderId, { "MUG-1": 2 })
      await isSettled(orderId)
      const orders = store.container().resolve(Modules.ORDER)
      const [refund] = await orders.listOrderTransactions({
        order_id: orderId,
        reference: "refund",
      })
      await orders.deleteOrderTransactions([refund.id])
      expect((await money(orderId)).pending).toBeCloseTo(-10.83, 2)
      await store.run("reconcile-walmart-order-edit", { order_id: orderId })
      const once = { pending: 0, refunds: [expect.closeTo(10.83, 2)] }
      expect(await money(orderId)).toMatchObject(once)
      await store.run("reconcile-walmart-order-edit", { order_id: orderId })
      expect(await money(orderId)).toMatchObject(once)
    })
  })
})
