import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../src/modules/walmart"
import { enqueue } from "../../src/modules/walmart/queue/enqueue-sql"
import type WalmartModuleService from "../../src/modules/walmart/service"
import type {
  AdminWalmartAccountListResponse,
  AdminWalmartOrderListResponse,
  AdminWalmartStatusResponse,
} from "../../src/types/http"
import { acknowledgment } from "../faults/harness/updates"
import { type AdminRefusal, storeSuite } from "../helpers/store"

storeSuite(
  "A store without a Walmart account",
  (store) => {
    it("boots, and says that it is not connected and what to do", async () => {
      const status = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
      expect(status).toEqual({
        connected: false,
        message: expect.stringMatching(/Not connected.*medusa-config/),
        words: [{ key: "connection.message_no_account", params: {} }],
        notes: [],
        accounts: [],
        missing_accounts: [],
      })
    })

    it("has no orders and no accounts", async () => {
      const orders = await store.get<AdminWalmartOrderListResponse>("/admin/walmart/orders")
      expect(orders).toMatchObject({ orders: [], count: 0 })
      const accounts = await store.get<AdminWalmartAccountListResponse>("/admin/walmart/accounts")
      expect(accounts).toMatchObject({ accounts: [], count: 0 })
    })

    it("lets native routes pass while the plugin's tables are not there, because no order is Walmart's then", async () => {
      const database = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const cancel = () =>
        store.post("/admin/orders/order_none/cancel").catch((error: AdminRefusal) => error)
      const before = await cancel()
      await database.raw("ALTER TABLE walmart_order RENAME TO walmart_order_elsewhere")
      const without = await cancel()
      await database.raw("ALTER TABLE walmart_order_elsewhere RENAME TO walmart_order")
      expect(without).toEqual(before)
      expect(without).toMatchObject({ status: 404 })
    })

    it("keeps what was queued for an account that is no longer in the options, and calls nobody", async () => {
      const walmart = store.container().resolve<WalmartModuleService>(WALMART_MODULE)
      const database = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { purchaseOrderId: po } = store.simulateOrder({
        lines: [{ sku: "MUG-1", quantity: 1, price: 10 }],
      })
      const order = await walmart.createWalmartOrders({
        ...{ account_id: "gone", purchase_order_id: po, customer_order_id: "1" },
        ...{ ordered_at: new Date(), method_code: "Standard", ship_node_type: "SellerFulfilled" },
        ...{ currency_code: "usd", total: 10 },
      })
      const target = { id: order.id, accountId: "gone", deadlineAt: new Date(0) }
      await enqueue(database, target, [acknowledgment()], "test")
      await store.sendDue()
      expect(await walmart.listWalmartUpdates({})).toMatchObject([{ status: "pending" }])
      expect(store.simulator().control.requests()).toEqual([])
      const answer = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
      expect(answer.message).toMatch(/Not connected.*no Walmart account "gone".*has 1 open order/)
      expect(answer.missing_accounts).toEqual([{ id: "gone", open_orders: 1 }])
      const { orders } = await store.get<AdminWalmartOrderListResponse>("/admin/walmart/orders")
      expect(orders).toMatchObject([{ purchase_order_id: po }])
    })
  },
  { plugin: { accounts: [] } }
)
