import fc from "fast-check"
import { Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import type { AdminWalmartRefundChoiceResponse, AdminWalmartUpdate } from "../../src/types/http"
import { detailOf, expectRefusal, UPS, UPS_TWO, updateThat } from "./admin-api/support"
import { upsNumber } from "../../testing/ups-number"
import { AdminRefusal, type ImportedOrder, storeSuite, waitFor } from "../helpers/store"
import { keptRefundTests } from "./refunds/kept-refunds"

/** 20.00 with 2.00 tax and 4.00 shipping: 26.00. */
const MUGS = { sku: "MUG-1", quantity: 2, price: 20, tax: 2, shipping: 4 }
/** 15.00. */
const BOWL = { sku: "MUG-2", quantity: 1, price: 15 }

/** Orders and refunds that are made up; the same in every run. */
const SEED = 20261128
const cents = (min: number, max: number) => fc.integer({ min, max }).map((amount) => amount / 100)
const RANDOM = fc.record({
  lines: fc
    .array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 4 }),
        price: cents(100, 30_000),
        tax: cents(0, 3_000),
        shipping: cents(0, 900),
      }),
      { minLength: 1, maxLength: 2 }
    )
    .map((lines) => lines.map((line, i) => ({ ...line, sku: `MUG-${i + 1}` }))),
  shares: fc.array(
    fc.record({
      part: fc.nat(9),
      percent: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant(100)),
    }),
    { minLength: 3, maxLength: 5 }
  ),
})

storeSuite("Medusa's own Refund", (store) => {
  const act = (po: string, action: string, body: object = {}) =>
    store.simulator().control.run("POST", `orders/${po}/${action}`, body)
  const isRefund = ({ kind }: AdminWalmartUpdate) => kind === "refund"

  /** What Walmart gave back, and who had it done. */
  const given = (po: string) =>
    store
      .ledger(po)
      .filter(({ effect }) => effect === "refunded")
      .map(({ lineNumber, amount, by }) => [lineNumber, amount, by === "elsewhere"])

  const shipped = async (
    lines: object[] = [MUGS, BOWL],
    tracking_number = UPS
  ): Promise<ImportedOrder> => {
    const order = await store.importOrder({ lines, status: "Acknowledged" })
    await store.fulfillAndShip(order.orderId, [{ tracking_number }])
    await waitFor("the shipment", async () => {
      await store.sendDue()
      return store.ledger(order.purchaseOrderId).some(({ effect }) => effect === "shipped")
    })
    return order
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

  const refund = async (orderId: string, body: object) =>
    store.post(`/admin/payments/${(await paymentOf(orderId)).id}/refund`, body)

  const refunded = async (orderId: string) =>
    (await paymentOf(orderId)).refunds.reduce((sum, { amount }) => sum + amount, 0)

  /** Waits until so many refunds are sent. */
  const sent = (orderId: string, count: number) =>
    waitFor(`${count} refunds to be sent`, async () => {
      await store.sendDue()
      const { updates } = await detailOf(store, orderId)
      return updates.filter((u) => isRefund(u) && u.status === "sent").length === count
    })

  /** Refunds a share of what a part has left; what Walmart would refuse, such as a whole price without its shipping, is not saved. */
  const refundShare = async (
    orderId: string,
    { part, percent }: { part: number; percent: number }
  ) => {
    const path = `/admin/walmart/orders/${orderId}/refund`
    const { parts } = await store.get<AdminWalmartRefundChoiceResponse>(path)
    const open = parts.filter(({ left }) => left > 0)
    if (open.length === 0) return
    const { line_number, type, left } = open[part % open.length]
    const amount = Math.max(1, Math.floor((left * percent) / 100))
    const body = { lines: [{ line_number, type, amount }], reason: "Others" }
    await store.post(path, body).catch((error: unknown) => {
      if (!(error instanceof AdminRefusal)) throw error
    })
  }

  const agrees = async (orderId: string) => {
    await store.run("plan-walmart-updates", { order_id: orderId })
    const { sync_status, discrepancies } = await detailOf(store, orderId)
    expect([sync_status, ...discrepancies]).toEqual(["in_sync"])
  }

  it("reaches Walmart part by part, to the cent, and never a part twice", async () => {
    const { orderId, purchaseOrderId: po } = await shipped()
    await refund(orderId, { amount: 15, note: "the bowl" })
    await sent(orderId, 1)
    await refund(orderId, { amount: 26 })
    await sent(orderId, 2)
    expect(given(po)).toEqual([
      ["2", 15, false],
      ["1", 26, false],
    ])
    await store.run("plan-walmart-updates", { order_id: orderId })
    await planSweptOrders(store.container())
    await store.sendDue()
    expect(given(po)).toHaveLength(2)
    await agrees(orderId)
  })

  it("takes any part of the only thing that is left, with the reason for Medusa's own", async () => {
    const { orderId, purchaseOrderId: po } = await shipped([BOWL])
    const { refund_reason: reason } = await store.post<{ refund_reason: { id: string } }>(
      "/admin/refund-reasons",
      { label: "Pricing error", code: "pricing_error_2" }
    )
    await store.post("/admin/walmart/accounts/main/settings", {
      refund_reason_map: { pricing_error_2: "BillingError" },
    })
    await refund(orderId, { amount: 4.01, refund_reason_id: reason.id })
    await sent(orderId, 1)
    await refund(orderId, { amount: 10.98 })
    await sent(orderId, 2)
    expect(given(po)).toEqual([
      ["1", 4.01, false],
      ["1", 10.98, false],
    ])
    const reasons = store
      .ledger(po)
      .flatMap(({ effect, reason }) => (effect === "refunded" ? reason : []))
    expect(reasons).toEqual(["BillingError", "General adjustment"])
    expect(await refunded(orderId)).toBeCloseTo(14.99, 2)
    await agrees(orderId)
  })

  it("is made once when Walmart's answer is lost", async () => {
    const { orderId, purchaseOrderId: po } = await shipped()
    const fault = { kind: "drop_after" }
    store.simulator().control.run("POST", "faults", { route: "orders.refund", fault })
    await refund(orderId, { amount: 15 })
    await sent(orderId, 1)
    expect(given(po)).toEqual([["2", 15, false]])
    await agrees(orderId)
  })

  it("is less what was refunded in Seller Center meanwhile", async () => {
    const { orderId, purchaseOrderId: po } = await shipped([BOWL])
    await store.post("/admin/walmart/accounts/main/pause", {})
    await refund(orderId, { amount: 9 })
    await updateThat(store, orderId, isRefund)
    act(po, "refund", { lines: [{ lineNumber: "1", amount: 5 }] })
    await store.post("/admin/walmart/accounts/main/resume", {})
    await sent(orderId, 1)
    expect(given(po)).toEqual([
      ["1", 5, true],
      ["1", 4, false],
    ])
    await agrees(orderId)
  })

  it("books what was refunded in Seller Center before, and Walmart is not told again", async () => {
    const { orderId, purchaseOrderId: po } = await shipped([BOWL])
    act(po, "refund", { lines: [{ lineNumber: "1", amount: 5 }] })
    await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
    const { discrepancies } = await detailOf(store, orderId)
    expect(discrepancies).toMatchObject([
      {
        code: "refunded_only_at_walmart",
        message: expect.stringMatching(/5\.00 .*Medusa: 0\.00 .*Walmart: 5\.00/),
      },
    ])
    await refund(orderId, { amount: 5 })
    await sent(orderId, 1)
    expect(given(po)).toEqual([["1", 5, true]])
    await agrees(orderId)
  })

  it("is refused before it is saved where Walmart would refuse it", async () => {
    const open = await store.importOrder({ lines: [BOWL], status: "Acknowledged" })
    await expectRefusal(refund(open.orderId, { amount: 5 }), "invalid_data", /is shipped/, /Cancel/)
    const { orderId, purchaseOrderId: po } = await shipped()
    const refuse = (amount: number, ...patterns: RegExp[]) =>
      expectRefusal(refund(orderId, { amount }), "invalid_data", ...patterns)
    await refuse(41.01, /41\.00 left/)
    await refuse(5, /which lines/, /Walmart box/)
    await refuse(22, /shipping of line 1/, /26\.00/)
    await refuse(15.005, /whole cents/)
    expect(await refunded(orderId)).toBe(0)
    expect(given(po)).toEqual([])
  })

  it("of a tax alone is refused, because Walmart has no charge for it; Seller Center gives it back", async () => {
    const { orderId, purchaseOrderId: po } = await shipped([{ ...BOWL, tax: 1.2 }])
    act(po, "refund", { lines: [{ lineNumber: "1", amount: 15 }] })
    await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
    await refund(orderId, { amount: 15 })
    const alone = refund(orderId, { amount: 1.2 })
    await expectRefusal(
      alone,
      "invalid_data",
      /1\.20 of line 1 would be tax alone/,
      /Seller Center/
    )
    act(po, "refund", { lines: [{ lineNumber: "1" }] })
    await store.post(`/admin/walmart/orders/${orderId}/refresh`, {})
    await refund(orderId, { amount: 1.2 })
    expect(await refunded(orderId)).toBe(16.2)
    expect(given(po).filter(([, , isElsewhere]) => !isElsewhere)).toEqual([])
  })

  it("made by a workflow is sent too, or waits for a person who says what it is for", async () => {
    const { orderId, purchaseOrderId: po } = await shipped()
    const { id: payment_id } = await paymentOf(orderId)
    await refundPaymentWorkflow(store.container()).run({ input: { payment_id, amount: 26 } })
    await sent(orderId, 1)
    await refundPaymentWorkflow(store.container()).run({ input: { payment_id, amount: 7 } })
    await sent(orderId, 2)
    const other = await shipped([MUGS, BOWL], UPS_TWO)
    await refundPaymentWorkflow(store.container()).run({
      input: { payment_id: (await paymentOf(other.orderId)).id, amount: 7 },
    })
    const waits = await updateThat(store, other.orderId, isRefund)
    expect(waits).toMatchObject({
      status: "needs_attention",
      attention: { code: "refund_lines_unclear" },
    })
    const retry = (body: object) => store.post(`/admin/walmart/updates/${waits.id}/retry`, body)
    const line = (amount: number) => ({ line_number: "1", type: "PRODUCT", amount })
    await expectRefusal(retry({ refund_lines: [line(800)] }), "invalid_data", /8\.00/, /7\.00/)
    await retry({ refund_lines: [line(700)], reason: "DamagedItem" })
    await sent(other.orderId, 1)
    expect(given(po)).toEqual([
      ["1", 26, false],
      ["2", 7, false],
    ])
    expect(given(other.purchaseOrderId)).toEqual([["1", 7, false]])
    await agrees(other.orderId)
  })

  it("of named lines is Medusa's own, with the reason that was chosen", async () => {
    const { orderId, purchaseOrderId: po } = await shipped()
    const path = `/admin/walmart/orders/${orderId}/refund`
    const part = (type: string, amount: number) => ({ line_number: "1", type, amount })
    const { parts } = await store.get<AdminWalmartRefundChoiceResponse>(path)
    expect(parts).toMatchObject([
      { line_number: "1", type: "PRODUCT", charged: 2200, refunded: 0, left: 2200 },
      { line_number: "1", type: "SHIPPING", left: 400 },
      { line_number: "2", type: "PRODUCT", left: 1500 },
    ])
    const lines = [part("PRODUCT", 333), part("SHIPPING", 150)]
    await expectRefusal(store.post(path, { lines, reason: "X" }), "invalid_data", /"X"/)
    await store.post(path, { lines, reason: "DamagedItem", note: "a crack" })
    await sent(orderId, 1)
    expect(given(po)).toEqual([["1", 4.83, false]])
    expect(store.ledger(po).at(-1)).toMatchObject({ reason: "DamagedItem" })
    expect(await refunded(orderId)).toBeCloseTo(4.83, 2)
    await agrees(orderId)
  })

  it("comes to the same at Walmart as in Medusa, to the cent, whatever the amounts are", async () => {
    for (const { lines, shares } of fc.sample(RANDOM, { numRuns: 4, seed: SEED })) {
      const { orderId, purchaseOrderId: po } = await shipped(lines, upsNumber())
      for (const share of shares) await refundShare(orderId, share)
      const made = (await paymentOf(orderId)).refunds.length
      expect(made).toBeGreaterThan(0)
      await sent(orderId, made)
      const atWalmart = given(po).reduce((sum, [, amount]) => sum + Number(amount), 0)
      expect(atWalmart).toBeCloseTo(await refunded(orderId), 2)
      await agrees(orderId)
    }
  })

  it("gives back its own money when the one before it is dismissed, which is sent after all when that is taken back", async () => {
    const { orderId, purchaseOrderId: po } = await shipped([BOWL])
    await store.post("/admin/walmart/accounts/main/pause", {})
    await refund(orderId, { amount: 5 })
    const first = await updateThat(store, orderId, isRefund)
    await refund(orderId, { amount: 5 })
    await updateThat(store, orderId, (one) => isRefund(one) && one.id !== first.id)
    await store.post(`/admin/walmart/updates/${first.id}/dismiss`, { note: "not this one" })
    await store.post("/admin/walmart/accounts/main/resume", {})
    await sent(orderId, 1)
    expect(given(po)).toEqual([["1", 5, false]])
    await store.post(`/admin/walmart/updates/${first.id}/undo`, {})
    await store.post(`/admin/walmart/updates/${first.id}/retry`, {})
    await sent(orderId, 2)
    expect(given(po)).toEqual([
      ["1", 5, false],
      ["1", 5, false],
    ])
    await agrees(orderId)
  })

  it("is found by the sweep when its event is lost", async () => {
    const { orderId, purchaseOrderId: po } = await shipped()
    const payments = store.container().resolve(Modules.PAYMENT)
    await payments.refundPayment({ payment_id: (await paymentOf(orderId)).id, amount: 15 })
    await planSweptOrders(store.container())
    await sent(orderId, 1)
    expect(given(po)).toEqual([["2", 15, false]])
  })

  keptRefundTests(store)
})
