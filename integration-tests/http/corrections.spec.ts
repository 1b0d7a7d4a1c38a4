import type { AdminWalmartUpdateResponse } from "../../src/types/http"
import { storeSuite } from "../helpers/store"
import { acknowledgedOrder, updateThat, UPS, UPS_TWO } from "./admin-api/support"

jest.setTimeout(60_000)

storeSuite(
  "correcting an update that Walmart took in part",
  (store) => {
    const retry = async (id: string, body: object) =>
      (await store.post<AdminWalmartUpdateResponse>(`/admin/walmart/updates/${id}/retry`, body))
        .update

    const shipped = (purchaseOrderId: string) =>
      store
        .ledger(purchaseOrderId)
        .filter(({ effect }) => effect === "shipped")
        .map(({ lineNumber, quantity, trackingNumber }) => [lineNumber, quantity, trackingNumber])

    /** Two of five units of line 1 are applied; line 2 is refused, because its customer asked to cancel just before. */
    const halfApplied = async () => {
      const order = await acknowledgedOrder(store, [
        { sku: "MUG-1", quantity: 5, price: 50 },
        { sku: "SHIRT-S", quantity: 1, price: 20 },
      ])
      const { control } = store.simulator()
      control.run("POST", "options", { partialWrites: true })
      control.run("POST", `orders/${order.purchaseOrderId}/intent-to-cancel`, { lines: ["2"] })
      control.run("POST", "faults", { route: "orders.get", fault: { kind: "stale_read" } })
      const units = { "MUG-1": 2, "SHIRT-S": 1 }
      await store.fulfillAndShip(order.orderId, [{ tracking_number: UPS }], units)
      const { id } = await updateThat(store, order.orderId, (u) => u.status === "needs_attention")
      expect(shipped(order.purchaseOrderId)).toEqual([["1", 2, UPS]])
      return { ...order, id }
    }

    it("ships only what is not there under the wrong number, and says what keeps it", async () => {
      const { id, orderId, purchaseOrderId } = await halfApplied()
      const update = await retry(id, { tracking_number: UPS_TWO, ship_anyway: true })
      expect(update.warnings).toEqual([expect.stringMatching(/2 unit\(s\) under 1Z999AA1/)])
      await updateThat(store, orderId, (u) => u.id === id && u.status === "sent")
      expect(shipped(purchaseOrderId)).toEqual([
        ["1", 2, UPS],
        ["2", 1, UPS_TWO],
      ])
    })
  },
  { plugin: { refusedAttempts: 1 } }
)
