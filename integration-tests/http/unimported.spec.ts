import type {
  AdminWalmartImportResponse,
  AdminWalmartOrderCountsResponse,
  AdminWalmartOrderResponse,
  AdminWalmartSettingsResponse,
} from "../../src/types/http"
import { storeSuite, waitFor } from "../helpers/store"
import { detailOf, expectRefusal, moduleOf, OUT_OF_STOCK } from "./admin-api/support"

const UNKNOWN = { lines: [{ sku: "W-UNKNOWN", quantity: 2, price: 12.5 }] }

storeSuite("An order that could not be imported", (store) => {
  /** An order at Walmart whose SKU no product has. */
  async function failedOrder(body: object = UNKNOWN) {
    const order = store.simulateOrder(body)
    await store.importAll()
    const detail = await detailOf(store, order.purchaseOrderId)
    expect(detail.import_status).toBe("failed")
    return { ...order, id: detail.id, detail }
  }

  const choose = (id: string, body: object) =>
    store.post<AdminWalmartImportResponse>(`/admin/walmart/orders/${id}/product`, body)
  const mug = () => store.seeded.variantIds["MUG-1"]
  const settings = () =>
    store.get<AdminWalmartSettingsResponse>("/admin/walmart/accounts/main/settings")
  const acknowledge = (id: string) =>
    store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/acknowledge`)
  const cancel = (id: string, reason = OUT_OF_STOCK) =>
    store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/cancel-unimported`, {
      reason,
    })

  afterEach(() => store.sendingEnds())

  describe("whose product is chosen", () => {
    it("is imported at once, and so is every later order of the SKU, also after a restart", async () => {
      const { id, detail } = await failedOrder()
      expect(detail.unimported?.unknown_items).toEqual([
        { sku: "W-UNKNOWN", product_name: expect.any(String) },
      ])
      const chosen = await choose(id, { sku: "W-UNKNOWN", variant_id: mug() })
      expect(chosen.import).toEqual({ outcome: "imported", problem: null })
      expect(chosen.order).toMatchObject({ import_status: "imported", unimported: null })
      const { items } = await store.order(chosen.order.order_id ?? "")
      expect(items).toMatchObject([{ variant_sku: "MUG-1", quantity: 2 }])
      // What a process keeps in memory knows nothing of it: a later poll reads it from the database.
      const later = await store.importOrder(UNKNOWN)
      expect((await store.order(later.orderId)).items).toMatchObject([{ variant_sku: "MUG-1" }])
      const [row] = await moduleOf(store).listWalmartAccounts({ id: "main" })
      expect(row.settings).toMatchObject({ sku_map: { "W-UNKNOWN": "MUG-1" } })
    })

    it("is shown with the account's settings, where the choice can be changed and taken back", async () => {
      const { id } = await failedOrder()
      await choose(id, { sku: "W-UNKNOWN", variant_id: mug() })
      expect((await settings()).edited.sku_map).toEqual({ "W-UNKNOWN": "MUG-1" })
      const path = "/admin/walmart/accounts/main/settings"
      await expectRefusal(
        store.post(path, { sku_map: { "W-UNKNOWN": "NO-SUCH-SKU" } }),
        "invalid_data",
        /NO-SUCH-SKU/
      )
      await store.post(path, { sku_map: {} })
      expect((await settings()).settings.sku_map).toEqual({})
    })

    it("stays when a colleague changes or takes back others meanwhile", async () => {
      const path = "/admin/walmart/accounts/main/settings"
      const change = (sku_map: object) => store.post(path, { changes: { sku_map } })
      await change({ "W-ONE": "MUG-1", "W-TWO": "MUG-1" })
      await moduleOf(store).chooseProduct("main", "W-THREE", "SHIRT-S")
      await Promise.all([change({ "W-ONE": "MUG-2" }), change({ "W-TWO": null })])
      expect((await settings()).edited.sku_map).toEqual({ "W-ONE": "MUG-2", "W-THREE": "SHIRT-S" })
      await expectRefusal(change({ "W-ONE": "NO-SUCH-SKU" }), "invalid_data", /NO-SUCH-SKU/)
    })

    it("keeps the choice and says what else the order lacks", async () => {
      const lines = [...UNKNOWN.lines, { sku: "W-OTHER", quantity: 1, price: 3 }]
      const { id } = await failedOrder({ lines })
      const first = await choose(id, { sku: "W-UNKNOWN", variant_id: mug() })
      expect(first.import.problem?.message).toContain("W-OTHER")
      expect(first.order.unimported?.unknown_items).toMatchObject([{ sku: "W-OTHER" }])
      const second = await choose(id, { sku: "W-OTHER", variant_id: mug() })
      expect(second.import.outcome).toBe("imported")
    })

    it("loses no choice when two people choose at once", async () => {
      const lines = [...UNKNOWN.lines, { sku: "W-OTHER", quantity: 1, price: 3 }]
      const { id } = await failedOrder({ lines })
      const skus = ["W-UNKNOWN", "W-OTHER"]
      await Promise.allSettled(skus.map((sku) => choose(id, { sku, variant_id: mug() })))
      expect((await settings()).edited.sku_map).toEqual({
        "W-UNKNOWN": "MUG-1",
        "W-OTHER": "MUG-1",
      })
    })

    it("refuses a SKU that the order does not have, and a variant that nobody knows", async () => {
      const { id } = await failedOrder()
      const wrong = choose(id, { sku: "ELSE", variant_id: mug() })
      await expectRefusal(wrong, "invalid_data", /no item with the SKU ELSE/)
      const nobody = choose(id, { sku: "W-UNKNOWN", variant_id: "variant_none" })
      await expectRefusal(nobody, "invalid_data", /variant_none/)
    })
  })

  describe("and was handled elsewhere", () => {
    const NOTE = "Shipped in Seller Center, booked by hand"
    const leaveOut = (id: string, left_out = true) =>
      store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/leave-out`, {
        ...{ left_out, note: left_out ? NOTE : undefined },
      })
    const counts = async () => {
      const path = "/admin/walmart/orders/counts"
      const { tasks, import_failed } = (await store.get<AdminWalmartOrderCountsResponse>(path))
        .counts
      return { tasks, import_failed }
    }
    const act = (po: string, action: string, body: object) =>
      store.simulator().control.run("POST", `orders/${po}/${action}`, body)
    const shippedElsewhere = async () => {
      const order = await failedOrder()
      const parcel = { carrier: "UPS", trackingNumber: "1Z999AA10123456784" }
      act(order.purchaseOrderId, "acknowledge", {})
      act(order.purchaseOrderId, "ship", parcel)
      return order
    }
    const answer = (route: string, body: object) =>
      store.simulator().control.run("POST", "faults", {
        ...{ route, fault: { kind: "status", status: 200, body } },
      })
    /** An order as Walmart would show it, with its units in a status. */
    const shown = (purchaseOrderId: string, status: string) => ({
      ...{ purchaseOrderId, customerOrderId: "200000000000077", orderDate: Date.now() - 60_000 },
      shippingInfo: {
        ...{ phone: "1", methodCode: "Standard", estimatedShipDate: Date.now() + 86_400_000 },
        postalAddress: {
          ...{ name: "A B", address1: "1 Way", city: "Reno", state: "NV", postalCode: "89501" },
          country: "USA",
        },
      },
      shipNode: { type: "SellerFulfilled" },
      orderLines: {
        orderLine: [
          {
            ...{ lineNumber: "1", item: { sku: "W-UNKNOWN", productName: "What" } },
            orderLineQuantity: { unitOfMeasurement: "EACH", amount: "2" },
            orderLineStatuses: {
              orderLineStatus: [
                { status, statusQuantity: { unitOfMeasurement: "EACH", amount: "2" } },
              ],
            },
          },
        ],
      },
    })

    it("is left out of Medusa until somebody takes that back", async () => {
      const { id, purchaseOrderId } = await shippedElsewhere()
      expect(await counts()).toEqual({ tasks: 1, import_failed: 1 })
      const { order } = await leaveOut(id)
      expect(order).toMatchObject({
        ...{ import_status: "left_out", status: "shipped", unimported: { can_leave_out: false } },
        left_out: { note: NOTE, by: expect.stringMatching(/^user_/), at: expect.any(String) },
      })
      expect(await counts()).toEqual({ tasks: 0, import_failed: 0 })
      await moduleOf(store).chooseProduct("main", "W-UNKNOWN", "MUG-1")
      await store.importAll()
      const listed = await store.get<{ orders: { purchase_order_id: string }[] }>(
        "/admin/walmart/orders?import_status=left_out"
      )
      expect(listed.orders).toMatchObject([{ purchase_order_id: purchaseOrderId }])
      const file = await store.get<string>("/admin/walmart/orders/export")
      expect(file).toMatch(new RegExp(`${purchaseOrderId}.*left_out`))
      const back = await leaveOut(id, false)
      expect(back.order).toMatchObject({ import_status: "failed", left_out: null })
      await store.importAll()
      expect(await detailOf(store, id)).toMatchObject({ import_status: "imported", left_out: null })
    })

    it("is not left out while Walmart waits for units, and comes back once it does again", async () => {
      const { id, purchaseOrderId: po } = await failedOrder()
      await expectRefusal(leaveOut(id), "not_allowed", /still waits for units/)
      act(po, "acknowledge", {})
      act(po, "ship", { carrier: "UPS", trackingNumber: "1Z999AA10123456784" })
      await leaveOut(id)
      answer("orders.list", {
        list: { meta: { totalCount: 1 }, elements: { order: [shown(po, "Acknowledged")] } },
      })
      await store.importAll()
      expect(await detailOf(store, id)).toMatchObject({ import_status: "failed" })
      expect(await counts()).toMatchObject({ import_failed: 1 })
    })

    it("is left out although it cannot be read, until it can", async () => {
      const { id, purchaseOrderId: po } = await failedOrder()
      answer("orders.get", { order: shown(po, "Lost") })
      await leaveOut(id)
      expect(await counts()).toMatchObject({ import_failed: 0 })
      await store.importAll()
      expect(await counts()).toMatchObject({ import_failed: 1 })
    })

    it("stays one that is imported, whoever wants to leave it out", async () => {
      const { orderId } = await store.importOrder({
        lines: [{ sku: "MUG-1", quantity: 1, price: 5 }],
      })
      await expectRefusal(leaveOut(orderId), "not_allowed", /is in Medusa already/)
    })
  })

  it("is confirmed at Walmart by hand, once, and imported later without a second time", async () => {
    const { id, purchaseOrderId, detail } = await failedOrder()
    expect(detail.unimported?.can_acknowledge).toBe(true)
    const { order } = await acknowledge(id)
    expect(order.unimported?.can_acknowledge).toBe(false)
    await store.sendingEnds()
    expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
    await expectRefusal(acknowledge(id), "not_allowed", /confirmed at Walmart already/)
    await choose(id, { sku: "W-UNKNOWN", variant_id: mug() })
    await store.sendingEnds()
    expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
  })

  describe("that is canceled at Walmart by hand", () => {
    it("is canceled there with the reason, and waits for nobody afterwards", async () => {
      const { id, purchaseOrderId, detail } = await failedOrder()
      expect(detail.unimported?.can_cancel).toBe(true)
      expect(detail.unimported?.offered_reasons.map(({ code }) => code)).toContain(OUT_OF_STOCK)
      await cancel(id)
      await store.sendingEnds()
      await waitFor("the cancellation", async () => {
        const { status } = await detailOf(store, id)
        return status === "canceled"
      })
      const [canceled] = store.ledger(purchaseOrderId)
      expect(canceled).toMatchObject({ effect: "cancelled", quantity: 2, reason: OUT_OF_STOCK })
      await store.importAll()
      const after = await detailOf(store, id)
      expect(after).toMatchObject({ import_status: "pending", order_id: expect.any(String) })
      const { counts } = await store.get<AdminWalmartOrderCountsResponse>(
        "/admin/walmart/orders/counts"
      )
      expect(counts).toMatchObject({ import_failed: 0, tasks: 0, canceled: 1 })
    })

    it("is not imported while the cancellation is on its way", async () => {
      const { id } = await failedOrder()
      await store.post("/admin/walmart/accounts/main/pause")
      await cancel(id)
      await expectRefusal(cancel(id), "not_allowed", /being canceled at Walmart already/)
      const { import: imported, order } = await choose(id, { sku: "W-UNKNOWN", variant_id: mug() })
      expect(imported.problem?.code).toBe("being_canceled")
      expect(order.order).toBeUndefined()
      expect(order.unimported).toMatchObject({ is_being_canceled: true, can_cancel: false })
      await store.post("/admin/walmart/accounts/main/resume")
      await store.sendingEnds()
      await store.importAll()
      const { order_id } = await detailOf(store, id)
      expect((await store.order(order_id ?? "")).status).toBe("canceled")
    })

    it("refuses a reason that Walmart does not take", async () => {
      const { id } = await failedOrder()
      await expectRefusal(cancel(id, "BECAUSE"), "invalid_data", /BECAUSE/)
      const asked = cancel(id, "CUSTOMER_REQUESTED_SELLER_TO_CANCEL")
      await expectRefusal(asked, "invalid_data", /only after the customer asked/)
    })
  })

  it("refuses all of it for an order that Medusa has, and for one that Walmart ships", async () => {
    const known = await store.importOrder({ lines: [{ sku: "MUG-1", quantity: 1, price: 5 }] })
    await expectRefusal(acknowledge(known.orderId), "not_allowed", /in Medusa already/)
    await expectRefusal(cancel(known.orderId), "not_allowed", /in Medusa already/)
    const theirs = store.simulateOrder({ ...UNKNOWN, shipNodeType: "WFSFulfilled" })
    await store.importAll()
    const { id } = await detailOf(store, theirs.purchaseOrderId)
    await expectRefusal(cancel(id), "not_allowed", /shipped by Walmart/)
  })
})
