import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { planSweptOrders } from "../../../src/workflows/updates/plan-swept-orders"
import { acknowledgedOrder, detailOf, moduleOf, OUT_OF_STOCK, UPS } from "../admin-api/support"
import { type TestStore, waitFor } from "../../helpers/store"

const THREE = [{ sku: "MUG-1", quantity: 3, price: 30 }]
const TWO_LINES = [
  { sku: "MUG-1", quantity: 1, price: 10 },
  { sku: "MUG-2", quantity: 1, price: 15 },
]

/** Units that are sold no longer, as Walmart's stock sees them. */
export function freedStockTests(store: TestStore): void {
  describe("The stock of what is canceled on both sides", () => {
    const act = (po: string, action: string, body: object = {}) =>
      store.simulator().control.run("POST", `orders/${po}/${action}`, body)
    const cancelUnit = (po: string, reason?: string) =>
      act(po, "cancel", { lines: [{ lineNumber: "1", quantity: 1 }], ...(reason && { reason }) })
    const sql = (text: string) =>
      store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text)
    const sweep = async () => {
      await planSweptOrders(store.container())
      await store.sendingEnds()
    }
    const pushed = () =>
      store
        .ledger()
        .filter(
          ({ effect, by, reason }) => effect === "inventory" && by === "seller_api" && !reason
        )
        .map(({ sku, quantity }) => [sku, quantity])
    const figures = async () =>
      (await moduleOf(store).stock.find({ limit: 9, offset: 0 })).rows.map((row) => [
        row.sku,
        row.state,
      ])

    it("is sent by the sweep when the process died between freeing it and saying so", async () => {
      const { purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      cancelUnit(po)
      await sql(`CREATE FUNCTION die() RETURNS trigger AS
      $$ BEGIN RAISE EXCEPTION 'died' USING ERRCODE = 'P0042'; END $$ LANGUAGE plpgsql`)
      await sql("CREATE TRIGGER dying BEFORE INSERT ON walmart_stock EXECUTE FUNCTION die()")
      await store.importAll()
      await sql("DROP FUNCTION die CASCADE")
      expect(await figures()).toEqual([])
      await sweep()
      expect(pushed()).toEqual([["MUG-1", 998]])
      await sweep()
      expect(pushed()).toEqual([["MUG-1", 998]])
    })

    it("is sent by the sweep when nobody heard that a person had canceled the order", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      const { items } = await store.order(orderId)
      const inventory = store.container().resolve(Modules.INVENTORY)
      await inventory.deleteReservationItemsByLineItem(items.map(({ id }) => id))
      await store.container().resolve(Modules.ORDER).cancel(orderId)
      act(po, "cancel")
      await store.importAll()
      await sweep()
      expect(pushed()).toEqual([["MUG-1", 1000]])
    })

    it("is sent again once its reservation has ended, which had failed until after Walmart's yes", async () => {
      const { orderId } = await acknowledgedOrder(store, THREE)
      await sql(`CREATE FUNCTION die() RETURNS trigger AS
        $$ BEGIN RAISE EXCEPTION 'died' USING ERRCODE = 'P0042'; END $$ LANGUAGE plpgsql`)
      await sql("CREATE TRIGGER dying BEFORE UPDATE ON reservation_item EXECUTE FUNCTION die()")
      await store.post(`/admin/walmart/orders/${orderId}/cancel`, {
        ...{ reason: "SELLER_CANCEL_PRICING_ERROR", lines: [{ line_number: "1", quantity: 1 }] },
      })
      await waitFor("Walmart's yes", async () => {
        await store.sendingEnds()
        return pushed().length > 0
      })
      expect(pushed()).toEqual([["MUG-1", 997]])
      await sql("DROP FUNCTION die CASCADE")
      await sql("UPDATE order_change SET confirmed_at = confirmed_at - interval '5 minutes'")
      await sweep()
      await sweep()
      expect(pushed()).toEqual([
        ["MUG-1", 997],
        ["MUG-1", 998],
      ])
    })

    it("waits for a recount of what was sent as out of stock of a cancellation that was dismissed then", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, TWO_LINES)
      const lines = [{ lineNumber: "2", quantity: 1 }]
      await store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason: OUT_OF_STOCK })
      act(po, "ship", { carrier: "UPS", trackingNumber: UPS, lines })
      const cancellation = await waitFor("the part that Walmart does not take", async () => {
        await store.sendingEnds()
        const { updates } = await detailOf(store, orderId)
        return updates.find(
          (one) => one.kind === "cancellation" && one.status === "needs_attention"
        )
      })
      expect(store.ledger(po).some(({ effect }) => effect === "cancelled")).toBe(true)
      await store.post(`/admin/walmart/updates/${cancellation.id}/dismiss`, {
        note: "It has left.",
      })
      await sweep()
      expect(await figures()).toEqual([["MUG-1", "recount"]])
      expect(pushed()).toEqual([])
    })

    it("waits for one recount of what was canceled as out of stock elsewhere, and for none once a person ended it", async () => {
      const { purchaseOrderId: po } = await acknowledgedOrder(store, THREE)
      cancelUnit(po, OUT_OF_STOCK)
      await store.importAll()
      await store.sendingEnds()
      expect(await figures()).toEqual([["MUG-1", "recount"]])
      const [{ id }] = await moduleOf(store).listWalmartStocks({ sku: "MUG-1" })
      await store.post(`/admin/walmart/stock/${id}/push`)
      cancelUnit(po)
      await store.importAll()
      await sweep()
      expect(await figures()).toEqual([["MUG-1", "sent"]])
      cancelUnit(po, OUT_OF_STOCK)
      await store.importAll()
      await sweep()
      expect(await figures()).toEqual([["MUG-1", "recount"]])
    })
  })
}
