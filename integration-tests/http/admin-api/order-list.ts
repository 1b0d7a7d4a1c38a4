import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import exportEvidence from "../../../src/scripts/export-walmart-evidence"
import type {
  AdminWalmartEvidenceResponse,
  AdminWalmartOrderCountsResponse,
  AdminWalmartOrderListResponse,
  AdminWalmartOrderResponse,
} from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import {
  acknowledgedOrder,
  dropNext,
  expectRefusal,
  moduleOf,
  refusedShipment,
  UPS,
} from "./support"

const DAY_MS = 86_400_000

export function orderListTests(store: TestStore): void {
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
        badge: "up_to_date",
        update_counts: { sent: 1, pending: 0, needs_attention: 0 },
        next_deadline: { kind: "ship" },
        lines: [{ sku: "MUG-1", quantity: 2, acknowledged_quantity: 2 }],
        order: { id: orderId, display_id: expect.any(Number) },
        total: 1000,
      })
      const asked = await list({ fields: "+order.total" })
      expect(asked.orders[0]).toMatchObject({ order: { total: 10 }, total: 1000 })
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
      const failed = await list({ import_status: "failed" })
      expect(failed.orders.map(({ badge }) => badge)).toEqual(["not_imported"])
      expect(await found({ status: "shipped,canceled" })).toEqual([])
      expect(await found({ account_id: "main", sync_status: "in_sync" })).toHaveLength(2)
      expect(await found({ account_id: "another" })).toEqual([])
    })

    it("shows an order with something to tell as syncing", async () => {
      dropNext(store, "orders.acknowledge", 50)
      const { purchaseOrderId } = await store.importOrder({
        lines: [{ sku: "MUG-1", quantity: 1, price: 5 }],
      })
      const { orders } = await list({ sync_status: "syncing" })
      expect(orders).toMatchObject([{ purchase_order_id: purchaseOrderId }])
      expect(["sending", "waiting", "waiting_for_walmart"]).toContain(orders[0].badge)
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

    it("sorts by the last update, and names Walmart's own cancellation once shipping is late", async () => {
      const lines = [{ sku: "MUG-1", quantity: 1, price: 5 }]
      const shipBy = new Date(Date.now() - DAY_MS).toISOString()
      const late = store.simulateOrder({ lines, shipBy })
      await store.importAll()
      const touched = await acknowledgedOrder(store)
      expect(await found({ order: "-last_update_at", limit: 1 })).toEqual([touched.purchaseOrderId])
      const [first] = (await list({ order: "next_deadline" })).orders
      expect(first).toMatchObject({
        purchase_order_id: late.purchaseOrderId,
        next_deadline: { kind: "auto_cancel", at: first.auto_cancel_at },
      })
    })

    it("says when something is sent next, and nothing while an account is held", async () => {
      dropNext(store, "orders.acknowledge", 50)
      await store.importOrder({ lines: [{ sku: "MUG-1", quantity: 1, price: 5 }] })
      const account = moduleOf(store)
      await waitFor("the first call to fail", async () => {
        const [queue] = await account.listWalmartQueues({})
        return queue.attempts > 0 && !queue.leased
      })
      const next = async () => (await list()).orders[0].next_try_at
      expect(await next()).toEqual(expect.any(String))
      const blocked_until = new Date(Date.now() + DAY_MS)
      await account.updateWalmartAccounts({ id: "main", blocked_until })
      expect(await next()).toBe(blocked_until.toISOString())
      await account.updateWalmartAccounts({ id: "main", blocked_until: null, paused: true })
      expect(await next()).toBeNull()
      await account.updateWalmartAccounts({
        id: "main",
        paused: false,
        settings: { dry_run: true },
      })
      expect(await next()).toBeNull()
      await account.updateWalmartAccounts({ id: "main", settings: null })
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

  describe("what is to do", () => {
    it("is late, due by the reader's days, or asked for by a customer, several of them at once", async () => {
      const lines = [{ sku: "MUG-1", quantity: 1, price: 5 }]
      const shipBy = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
      const [late, later] = [-0.5, 9].map((days) =>
        store.simulateOrder({ lines, shipBy: shipBy(days) })
      )
      const asked = await acknowledgedOrder(store)
      store.simulator().control.run("POST", `orders/${asked.purchaseOrderId}/intent-to-cancel`, {})
      await store.post(`/admin/walmart/orders/${asked.orderId}/refresh`)
      await store.importAll()
      const numbers = async (deadline: string) =>
        (await found({ deadline, order: "due", time_zone: "America/New_York" })).sort()
      expect(await numbers("customer_asked")).toEqual([asked.purchaseOrderId])
      expect(await numbers("ship_overdue,customer_asked")).toEqual(
        [late.purchaseOrderId, asked.purchaseOrderId].sort()
      )
      const days = await numbers("due_today,due_tomorrow")
      expect(days).not.toContain(late.purchaseOrderId)
      expect(days).not.toContain(later.purchaseOrderId)
      await store.fulfillAndShip(await store.orderIdOf(late.purchaseOrderId), [
        { tracking_number: UPS },
      ])
      await waitFor("nothing to be late", async () => !(await numbers("ship_overdue")).length)
      await expectRefusal(list({ time_zone: "Mars" }), "invalid_data", /"Mars"/, /New_York/)
    })

    it("a buyer's name, a ZIP and a product's name find their orders", async () => {
      const address = { name: "Zoe Quillfeather", city: "Springfield", postalCode: "62704" }
      const order = await acknowledgedOrder(store, undefined, { address })
      await acknowledgedOrder(store, [{ sku: "SHIRT-S", quantity: 1, price: 5 }])
      const [listed] = (await list({ q: order.purchaseOrderId })).orders
      const product = listed.lines[0].product_name
      for (const q of ["quillfeather", "Zoe Quill", "62704", product]) {
        expect([q, await found({ q })]).toEqual([q, [order.purchaseOrderId]])
      }
    })

    it("is a file too, and so is what is known of an order", async () => {
      const order = await acknowledgedOrder(store)
      const csv = await store.get<string>("/admin/walmart/orders/export", { status: "open" })
      const [head, line] = csv.split("\r\n")
      expect(head).toMatch(/order,purchase_order,/)
      expect(line).toContain(order.purchaseOrderId)
      const { ordered_at, ship_by, deliver_by } = (await list()).orders[0]
      expect(line).toContain(`,${[ordered_at, ship_by, deliver_by].join(",")},`)
      const path = `/admin/walmart/orders/${order.orderId}/evidence`
      const { evidence } = await store.get<AdminWalmartEvidenceResponse>(path)
      expect(evidence).toMatchObject({
        order: { purchase_order_id: order.purchaseOrderId, updates: [{ kind: "acknowledgment" }] },
        attempts: [{ endpoint: "orders.acknowledge", outcome: "applied" }],
        snapshot: { purchaseOrderId: order.purchaseOrderId },
      })
    })

    it("is a case as long as somebody says so, and its evidence is written by a script too", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
      const mark = async (marked: boolean) => {
        const path = `/admin/walmart/orders/${orderId}/case`
        return (await store.post<AdminWalmartOrderResponse>(path, { marked })).order.case
      }
      const marked = await mark(true)
      expect(marked).toEqual({ by: expect.stringMatching(/^user_/), at: expect.any(String) })
      expect(await mark(true)).toEqual(marked)
      const folder = await mkdtemp(join(tmpdir(), "walmart-evidence-"))
      const args = [po, `to=${folder}`, "case=off"]
      await exportEvidence({ container: store.container(), args })
      const text = await readFile(join(folder, `walmart-order-${po}.json`), "utf8")
      expect(JSON.parse(text)).toMatchObject({
        order: { purchase_order_id: po, case: null },
        attempts: [{ endpoint: "orders.acknowledge" }],
      })
      await rm(folder, { recursive: true })
      await expect(exportEvidence({ container: store.container(), args: [] })).rejects.toThrow(
        /medusa exec <script>/
      )
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
        needs_attention: 2,
        import_failed: 1,
        deadlines: { acknowledge_overdue: 1, ship_overdue: 1 },
        tasks: 4,
      })
      const other = await store.get<AdminWalmartOrderCountsResponse>(path, { account_id: "b" })
      expect(other.counts).toMatchObject({ open: 0, needs_attention: 0, import_failed: 0 })
    })
  })
}
