import type {
  AdminWalmartAccountListResponse,
  AdminWalmartOrderListResponse,
  AdminWalmartStatusResponse,
} from "../../src/types/http"
import { storeSuite } from "../helpers/store"

storeSuite(
  "A store without a Walmart account",
  (store) => {
    it("boots, and says that it is not connected and what to do", async () => {
      const status = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
      expect(status).toEqual({
        connected: false,
        message: expect.stringMatching(/Not connected.*medusa-config/),
        accounts: [],
      })
    })

    it("has no orders and no accounts", async () => {
      const orders = await store.get<AdminWalmartOrderListResponse>("/admin/walmart/orders")
      expect(orders).toMatchObject({ orders: [], count: 0 })
      const accounts = await store.get<AdminWalmartAccountListResponse>("/admin/walmart/accounts")
      expect(accounts).toMatchObject({ accounts: [], count: 0 })
    })
  },
  { plugin: { accounts: [] } }
)
