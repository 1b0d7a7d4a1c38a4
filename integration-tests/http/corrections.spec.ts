import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type {
  AdminWalmartBulkRetryResponse,
  AdminWalmartUpdateResponse,
} from "../../src/types/http"
import type { UpdatePayload } from "../../src/walmart/updates/model/update"
import { storeSuite, waitFor } from "../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  expectRefusal,
  moduleOf,
  updateThat,
  UPS,
  UPS_TWO,
} from "./admin-api/support"

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
      // The Ship screen's check reads the order, then the sender does.
      control.run("POST", "faults", {
        route: "orders.get",
        fault: { kind: "stale_read", reads: 2 },
      })
      const units = { "MUG-1": 2, "SHIRT-S": 1 }
      await store.fulfillAndShip(order.orderId, [{ tracking_number: UPS }], units)
      const { id } = await updateThat(store, order.orderId, (u) => u.status === "needs_attention")
      expect(shipped(order.purchaseOrderId)).toEqual([["1", 2, UPS]])
      return { ...order, id }
    }

    it("ships only what is not there under the wrong number, and says what keeps it", async () => {
      const { id, orderId, purchaseOrderId } = await halfApplied()
      const update = await retry(id, { tracking_number: UPS_TWO, ship_anyway: true })
      expect(update.warnings).toMatchObject([
        { text: expect.stringMatching(/2 × this item under 1Z999AA1/) },
      ])
      await updateThat(store, orderId, (u) => u.id === id && u.status === "sent")
      expect(shipped(purchaseOrderId)).toEqual([
        ["1", 2, UPS],
        ["2", 1, UPS_TWO],
      ])
    })

    it("leaves what is in no parcel to ship", async () => {
      const { orderId } = await halfApplied()
      expect(await detailOf(store, orderId)).toMatchObject({ units_to_ship: 3 })
    })

    /** A shipment saved past the screens, without any label. */
    const withoutLabel = async () => {
      const order = await acknowledgedOrder(store)
      const fulfillmentId = await store.fulfill(order.orderId)
      const fulfillments = store.container().resolve(Modules.FULFILLMENT)
      await fulfillments.updateFulfillment(fulfillmentId, { shipped_at: new Date() })
      await store.run("plan-walmart-updates", { order_id: order.orderId })
      const { id } = await updateThat(store, order.orderId, (u) => u.status === "needs_attention")
      return { ...order, id, fulfillmentId }
    }

    it("gives a shipment that had no label its first one, in Medusa too", async () => {
      const { id, orderId, purchaseOrderId } = await withoutLabel()
      await retry(id, { tracking_number: UPS })
      await updateThat(store, orderId, (u) => u.id === id && u.status === "sent")
      expect(shipped(purchaseOrderId)).toEqual([["1", 2, UPS]])
      const { labels } = (await store.order(orderId)).fulfillments[0]
      expect(labels).toMatchObject([{ tracking_number: UPS }])
    })

    it("is sent although its label in Medusa cannot follow", async () => {
      const { id, purchaseOrderId, fulfillmentId } = await withoutLabel()
      const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await db.raw("UPDATE fulfillment SET deleted_at = now() WHERE id = ?", [fulfillmentId])
      expect(await retry(id, { tracking_number: UPS })).toMatchObject({ attention: null })
      await waitFor("Walmart to know", () => shipped(purchaseOrderId).length > 0)
    })

    it("shows an update that holds nonsense, refuses to retry it, and retries the others", async () => {
      const bad = await withoutLabel()
      const good = await halfApplied()
      const walmart = moduleOf(store)
      const payload = { kind: "shipment", packages: null } as unknown as UpdatePayload
      await walmart.updateWalmartUpdates({ id: bad.id, payload })
      const shown = await updateThat(store, bad.orderId, ({ id }) => id === bad.id)
      expect(shown).toMatchObject({ packages: [], can_retry: false, can_dismiss: true })
      const said = [/holds something that the plugin cannot read/, /then dismiss this update/]
      await expectRefusal(retry(bad.id, {}), "not_allowed", ...said)
      store.simulator().control.run("POST", `orders/${good.purchaseOrderId}/intent-to-cancel`, {
        value: false,
      })
      const { results } = await store.post<AdminWalmartBulkRetryResponse>(
        "/admin/walmart/updates/retry",
        { ids: [bad.id, good.id] }
      )
      expect(results.map(({ outcome }) => outcome)).toEqual(["not_allowed", "retried"])
      await updateThat(store, good.orderId, (u) => u.id === good.id && u.status === "sent")
    })
  },
  { plugin: { refusedAttempts: 1 } }
)
