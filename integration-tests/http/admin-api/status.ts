import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminWalmartStatusResponse } from "../../../src/types/http"
import type { TestStore } from "../../helpers/store"
import { WALMART_MODULE } from "../../../src/modules/walmart"
import type WalmartModuleService from "../../../src/modules/walmart/service"
import { acknowledgedOrder, refusedShipment, updateThat, UPS, UPS_TWO } from "./support"

export function statusTests(store: TestStore): void {
  const status = () => store.get<AdminWalmartStatusResponse>("/admin/walmart/status")

  describe("the status", () => {
    it("tells backlog, outcomes, latency, limits and when something last happened", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await updateThat(
        store,
        orderId,
        ({ kind, status }) => kind === "shipment" && status === "sent"
      )
      await refusedShipment(store, UPS_TWO)
      store.simulateOrder({ lines: [{ sku: "NOT-SOLD-HERE", quantity: 1, price: 5 }] })
      await store.importAll()
      await store.sendDue()
      const answer = await status()
      expect(answer).toMatchObject({ connected: true, message: expect.stringContaining("main") })
      expect(answer.accounts).toMatchObject([
        {
          id: "main",
          market: "us",
          paused: false,
          backlog: 0,
          due_orders: 0,
          oldest_due_seconds: null,
          leased: 0,
          in_doubt: 0,
          needs_attention: 1,
          failed_imports: 1,
          differing_orders: 0,
          waiting_returns: 0,
          waiting_stock: 0,
          seconds_since_tick: expect.any(Number),
          seconds_since_poll: expect.any(Number),
          seconds_since_sent: expect.any(Number),
          outcomes: { applied: 3, refused: 1 },
          latency: { count: 1, p50_ms: expect.any(Number), p95_ms: expect.any(Number) },
        },
      ])
      expect(answer.accounts[0].rate_limits).toContainEqual({
        endpoint: "orders.shipping",
        tokens: expect.any(Number),
        capacity: 10,
        per_minute: 60,
        open_until: null,
      })
    })

    it("counts what else waits for a person: orders that differ, returns and figures of stock", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const database = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await database.raw(
        "UPDATE walmart_order SET discrepancies = '[]'::jsonb WHERE order_id = ?",
        [orderId]
      )
      const walmart = store.container().resolve<WalmartModuleService>(WALMART_MODULE)
      const ours = { account_id: "main", read_at: new Date() }
      const ofOrder = { purchase_order_id: "1", customer_order_id: "2", lines: [] }
      await walmart.createWalmartReturns([
        { ...ours, ...ofOrder, return_order_id: "on its way" },
        { ...ours, ...ofOrder, return_order_id: "refused", error_code: "REFUSED" },
        { ...ours, ...ofOrder, return_order_id: "to decide", received: { 1: 1 } },
      ])
      await walmart.createWalmartStocks([
        { ...ours, sku: "SENT" },
        { ...ours, sku: "REFUSED", error_code: "REFUSED" },
        { ...ours, sku: "RECOUNT", held_reason: "recount" },
      ])
      const [account] = (await status()).accounts
      expect(account).toMatchObject({ differing_orders: 1, waiting_returns: 2, waiting_stock: 2 })
    })

    it("tells how long the sender's clock has been silent", async () => {
      const database = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await store.sendDue()
      await database.raw(
        "UPDATE walmart_account SET last_tick_at = now() - interval '10 minutes', polled_until = now() - interval '20 minutes'"
      )
      const [account] = (await status()).accounts
      expect(account.seconds_since_tick).toBeGreaterThanOrEqual(600)
      expect(account.seconds_since_tick).toBeLessThan(660)
      expect(account.seconds_since_poll).toBeGreaterThanOrEqual(1_200)
    })

    it("says of an account that is held why it is, whatever an earlier poll failed with", async () => {
      await store.importAll()
      const [kept] = (await status()).accounts
      expect(kept.connected).toBe(true)
      const database = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await database.raw(
        `UPDATE walmart_account SET last_poll_error = 'Walmart was slow.', last_error = 'Walmart refuses the keys.',
           blocked_until = now() + interval '10 minutes'`
      )
      const { connected, message } = await status()
      expect(connected).toBe(false)
      expect(message).toContain("Not connected: main (us). Walmart refuses the keys.")
      await database.raw("UPDATE walmart_account SET blocked_until = NULL, last_answered_at = NULL")
      expect((await status()).message).toContain("Not connected: main (us). Walmart was slow.")
    })

    it("counts what waits while an account is paused", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await store.post("/admin/walmart/accounts/main/pause")
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await updateThat(store, orderId, ({ kind }) => kind === "shipment")
      const [account] = (await status()).accounts
      expect(account).toMatchObject({ paused: true, backlog: 1, due_orders: 1 })
      expect(account.oldest_due_seconds).toBeGreaterThanOrEqual(0)
    })
  })
}
