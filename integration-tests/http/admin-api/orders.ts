import { Modules } from "@medusajs/framework/utils"
import type {
  AdminWalmartCarrierResponse,
  AdminWalmartImportResponse,
  AdminWalmartOrderCountsResponse,
  AdminWalmartOrderListResponse,
  AdminWalmartOrderResponse,
} from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  dropNext,
  expectRefusal,
  refusedShipment,
  UPS,
  UPS_WRONG,
} from "./support"

const DAY_MS = 86_400_000

export function orderTests(store: TestStore): void {
  const list = (params: Record<string, unknown> = {}) =>
    store.get<AdminWalmartOrderListResponse>("/admin/walmart/orders", params)
  const found = async (params: Record<string, unknown>) =>
    (await list(params)).orders.map((order) => order.purchase_order_id)

  describe("the list of orders", () => {
    it("shows what Walmart and Medusa know of each order", async () => {
      const { purchaseOrderId, orderId } = await acknowledgedOrder(store)
      const { orders, count, limit, offset } = await list()
      expect({ count, limit, offset }).toEqual({ count: 1, limit: 20, offset: 0 })
      expect(orders[0]).toMatchObject({
        purchase_order_id: purchaseOrderId,
        order_id: orderId,
        status: "open",
        import_status: "imported",
        sync_status: "in_sync",
        update_counts: { sent: 1, pending: 0, needs_attention: 0 },
        next_deadline: { kind: "ship" },
        lines: [{ sku: "MUG-1", quantity: 2, acknowledged_quantity: 2 }],
        order: { id: orderId, display_id: expect.any(Number), total: 10 },
        total: 1000,
      })
    })

    it("finds an order by every number a person may have", async () => {
      const order = await acknowledgedOrder(store)
      await acknowledgedOrder(store, [{ sku: "SHIRT-S", quantity: 1, price: 5 }])
      await store.fulfillAndShip(order.orderId, [{ tracking_number: UPS }])
      const { display_id } = await store.order(order.orderId)
      const texts = [
        order.purchaseOrderId,
        order.customerOrderId,
        "mug-",
        "1z 999 aa1-0123456784",
        `#${display_id}`,
      ]
      for (const q of texts) {
        const numbers = await waitFor(`${q} to be found`, async () => {
          const purchaseOrders = await found({ q })
          return purchaseOrders.length > 0 && purchaseOrders
        })
        expect([q, numbers]).toEqual([q, [order.purchaseOrderId]])
      }
      expect(await found({ q: "100%" })).toEqual([])
    })

    it("filters by status, sync status, import status, account and Medusa order", async () => {
      const refused = await refusedShipment(store)
      const calm = await acknowledgedOrder(store)
      store.simulateOrder({ lines: [{ sku: "UNKNOWN-SKU", quantity: 1, price: 5 }] })
      await store.importAll()
      expect(await found({ sync_status: "needs_attention" })).toEqual([refused.purchaseOrderId])
      expect(await found({ order_id: calm.orderId })).toEqual([calm.purchaseOrderId])
      expect(await found({ import_status: "imported" })).toHaveLength(2)
      expect(await found({ import_status: "failed" })).toHaveLength(1)
      expect(await found({ status: "shipped,canceled" })).toEqual([])
      expect(await found({ account_id: "main", sync_status: "in_sync" })).toHaveLength(2)
      expect(await found({ account_id: "another" })).toEqual([])
    })

    it("shows an order with something to tell as syncing", async () => {
      dropNext(store, "orders.acknowledge", 50)
      const { purchaseOrderId } = await store.importOrder({
        lines: [{ sku: "MUG-1", quantity: 1, price: 5 }],
      })
      expect(await found({ sync_status: "syncing" })).toEqual([purchaseOrderId])
      expect(await found({ sync_status: "in_sync" })).toEqual([])
    })

    it("sorts by deadline, filters by dates, and pages", async () => {
      const lines = [{ sku: "MUG-1", quantity: 1, price: 5 }]
      const shipBy = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
      const [late, soon, far] = [-1, 0.5, 5].map((days) =>
        store.simulateOrder({ lines, shipBy: shipBy(days) })
      )
      await store.importAll()
      const byShipBy = await found({ order: "ship_by" })
      expect(byShipBy).toEqual([late, soon, far].map((order) => order.purchaseOrderId))
      expect(await found({ order: "-ship_by", limit: 1, offset: 1 })).toEqual([
        soon.purchaseOrderId,
      ])
      const range = { "ship_by[$gte]": shipBy(0), "ship_by[$lte]": shipBy(1) }
      expect(await found(range)).toEqual([soon.purchaseOrderId])
      expect(await found({ deadline: "ship_overdue" })).toEqual([late.purchaseOrderId])
      expect(await found({ deadline: "ship_soon" })).toEqual([soon.purchaseOrderId])
    })

    it("answers only the fields that are asked for, and what is derived", async () => {
      await acknowledgedOrder(store)
      const { orders } = await list({ fields: "id,status" })
      expect(orders[0]).not.toHaveProperty("lines")
      expect(orders[0]).toMatchObject({ status: "open", sync_status: "in_sync" })
    })

    it("says what may be asked for instead", async () => {
      await expectRefusal(list({ order: "price" }), "invalid_data", /"price"/, /ship_by/)
      await expectRefusal(list({ status: "lost" }), "invalid_data", /lost/, /partially_shipped/)
      await expectRefusal(list({ deadline: "x" }), "invalid_data", /x/, /ship_overdue/)
      await expectRefusal(
        list({ "ship_by[$gte]": "tomorrow" }),
        "invalid_data",
        /"tomorrow"/,
        /2026-/
      )
      await expectRefusal(list({ limit: -1 }), "invalid_data", /limit/, /0/)
    })
  })

  describe("the counts", () => {
    it("counts by status, need and deadline, of all accounts or of one", async () => {
      await refusedShipment(store)
      const lines = [{ sku: "MUG-1", quantity: 1, price: 5 }]
      const canceled = await acknowledgedOrder(store)
      store.simulator().control.run("POST", `orders/${canceled.purchaseOrderId}/cancel`)
      await store.post(`/admin/walmart/orders/${canceled.orderId}/refresh`)
      const yesterday = new Date(Date.now() - DAY_MS).toISOString()
      store.simulateOrder({ lines, orderedAt: yesterday, shipBy: yesterday })
      store.simulateOrder({ lines: [{ sku: "UNKNOWN-SKU", quantity: 1, price: 5 }] })
      dropNext(store, "orders.acknowledge", 50)
      await store.importAll()
      const path = "/admin/walmart/orders/counts"
      const { counts } = await store.get<AdminWalmartOrderCountsResponse>(path)
      expect(counts).toMatchObject({
        open: 3,
        shipped: 0,
        canceled: 1,
        needs_attention: 1,
        import_failed: 1,
        deadlines: { acknowledge_overdue: 1, ship_overdue: 1 },
      })
      const other = await store.get<AdminWalmartOrderCountsResponse>(path, { account_id: "b" })
      expect(other.counts).toMatchObject({ open: 0, needs_attention: 0, import_failed: 0 })
    })
  })

  describe("one order", () => {
    it("is found by its own id, its Medusa order's and its purchase order number", async () => {
      const { purchaseOrderId, orderId } = await acknowledgedOrder(store)
      const order = await detailOf(store, purchaseOrderId)
      expect(order).toMatchObject({
        order_id: orderId,
        read_only: false,
        account: { id: "main", configured: true, market: "us", paused: false, dry_run: false },
        seller_center_url: expect.stringContaining(purchaseOrderId),
        mailbox: { state: "ok", sending: false, next_due_at: null },
        updates: [{ kind: "acknowledgment", shown_status: "sent", attempts: 1, can_retry: false }],
        cancellation: { reason: null, customer_asked: false, refusal: expect.any(String) },
        carriers: expect.arrayContaining(["UPS", "USPS"]),
      })
      expect(order.cancellation.offered.map(({ code }) => code)).not.toContain(
        "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"
      )
      expect((await detailOf(store, orderId)).id).toBe(order.id)
      expect((await detailOf(store, order.id)).id).toBe(order.id)
    })

    it("says which ids it takes when there is none of that id", async () => {
      await expectRefusal(detailOf(store, "order_x"), "not_found", /"order_x"/, /purchase order/)
    })

    it("shows an update as being sent while its order is", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const { simulator } = store
      const fault = { kind: "delay", ms: 1_500 }
      simulator().control.run("POST", "faults", { route: "orders.shipping", fault })
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await waitFor("the shipment to be shown as sending", async () => {
        const { updates, mailbox } = await detailOf(store, orderId)
        const shown = updates.find(({ shown_status }) => shown_status === "sending")
        if (shown) expect(shown).toMatchObject({ status: "pending", can_retry: false })
        return shown !== undefined && mailbox?.sending
      })
      await waitFor("the shipment to be sent", async () => {
        const { updates } = await detailOf(store, orderId)
        return updates.every(({ shown_status }) => shown_status === "sent")
      })
    })
  })

  describe("importing again", () => {
    it("names what still prevents it, and imports when the cause is gone", async () => {
      const { purchaseOrderId } = store.simulateOrder({
        lines: [{ sku: "NEW-MUG", quantity: 1, price: 5 }],
      })
      await store.importAll()
      const retry = () =>
        store.post<AdminWalmartImportResponse>(`/admin/walmart/orders/${purchaseOrderId}/import`)
      const failed = await retry()
      expect(failed.import).toMatchObject({
        outcome: "needs_attention",
        problem: { message: expect.stringContaining("NEW-MUG"), next_step: expect.any(String) },
      })
      expect(failed.order.import_status).toBe("failed")
      const products = store.container().resolve(Modules.PRODUCT)
      await products.updateProductVariants(store.seeded.variantIds["MUG-2"], { sku: "NEW-MUG" })
      const done = await retry()
      expect(done).toMatchObject({
        import: { outcome: "imported", problem: null },
        order: { import_status: "imported", import_error: null },
      })
      expect((await retry()).import.outcome).toBe("known")
    })

    it("refuses an order nobody knows", async () => {
      const call = store.post("/admin/walmart/orders/999/import")
      await expectRefusal(call, "not_found", /"999"/)
    })
  })

  describe("reading an order again", () => {
    const refresh = (id: string) =>
      store.post<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}/refresh`)

    it("shows what was done elsewhere", async () => {
      const { purchaseOrderId } = await acknowledgedOrder(store)
      const shipped = { carrier: "UPS", trackingNumber: UPS }
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/ship`, shipped)
      const { order } = await refresh(purchaseOrderId)
      expect(order).toMatchObject({ status: "shipped", lines: [{ shipped_quantity: 2 }] })
    })

    it("says why Walmart cannot be read, and what to do", async () => {
      const { orderId } = await acknowledgedOrder(store)
      dropNext(store, "orders.get", 5)
      await expectRefusal(refresh(orderId), "not_allowed", /Walmart/, /again|Nothing to do/)
    })

    it("refuses an order nobody knows", async () => {
      await expectRefusal(refresh("wmo_x"), "not_found", /"wmo_x"/)
    })
  })

  describe("choosing a carrier before shipping", () => {
    const choose = (id: string, body: object) =>
      store.post<AdminWalmartCarrierResponse>(`/admin/walmart/orders/${id}/carrier`, body)

    it("keeps the choice in Walmart's spelling, and the native Ship screen uses it", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      const { fulfillment } = await choose(orderId, { fulfillment_id, carrier: "on trac" })
      expect(fulfillment).toMatchObject({ id: fulfillment_id, chosen: { carrier: "OnTrac" } })
      await store.ship(orderId, fulfillment_id, [{ tracking_number: "ABC12345678" }])
      await waitFor("Walmart to know", () => store.ledger(purchaseOrderId).length === 2)
      expect(store.ledger(purchaseOrderId)[1]).toMatchObject({
        effect: "shipped",
        carrier: "OnTrac",
      })
    })

    it("says what would be sent for a number, without keeping anything", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      const good = await choose(orderId, { fulfillment_id, tracking_number: UPS.toLowerCase() })
      expect(good).toMatchObject({
        fulfillment: { chosen: null },
        check: { tracking_number: UPS, carrier: "UPS", is_listed_carrier: true, problems: [] },
      })
      const bad = await choose(orderId, { fulfillment_id, tracking_number: UPS_WRONG })
      expect(bad.check?.problems).toEqual([
        expect.objectContaining({ value: UPS_WRONG, remedy: expect.any(String) }),
      ])
    })

    it("takes a choice back", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      const link = "https://acme-couriers.com/t"
      const body = { fulfillment_id, carrier: "Acme Couriers", tracking_url: link }
      const { fulfillment } = await choose(orderId, body)
      expect(fulfillment.chosen).toMatchObject({ carrier: "Acme Couriers", tracking_url: link })
      const after = await choose(orderId, { fulfillment_id, carrier: null })
      expect(after.fulfillment.chosen).toBeNull()
    })

    it("refuses what cannot be told to Walmart", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      const refused = (body: object, type: string, ...patterns: RegExp[]) =>
        expectRefusal(choose(orderId, body), type, ...patterns)
      await refused({ fulfillment_id, carrier: "Other" }, "invalid_data", /"Other"/, /Choose/)
      await refused(
        { fulfillment_id, carrier: "Acme Couriers", tracking_url: "acme" },
        "invalid_data",
        /"acme"/,
        /https:/
      )
      await refused({ fulfillment_id: "ful_x", carrier: "UPS" }, "not_found", /"ful_x"/, /has/)
      await refused({ carrier: "UPS" }, "invalid_data", /fulfillment_id/, /required/)
      await store.ship(orderId, fulfillment_id, [{ tracking_number: UPS }])
      await refused({ fulfillment_id, carrier: "UPS" }, "not_allowed", /shipped/, /correct it/)
    })

    it("refuses a fulfillment that was canceled", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      await store.cancelFulfillment(orderId, fulfillment_id)
      const call = choose(orderId, { fulfillment_id, carrier: "UPS" })
      await expectRefusal(call, "not_allowed", /canceled/, /another/)
    })
  })
}
