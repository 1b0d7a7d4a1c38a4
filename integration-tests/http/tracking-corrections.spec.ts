import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import { storeSuite, waitFor } from "../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  expectRefusal,
  updateThat,
  UPS,
  UPS_TWO,
  UPS_WRONG,
} from "./admin-api/support"

jest.setTimeout(60_000)

storeSuite(
  "a store that ships what is fulfilled",
  (store) => {
    const told = (po: string) =>
      store
        .ledger(po)
        .filter(({ effect }) => effect === "shipped" || effect === "tracking_changed")
        .map(({ effect, quantity, trackingNumber }) => [effect, quantity, trackingNumber])

    const label = (tracking_number: string) => ({
      ...{ tracking_number, tracking_url: "#", label_url: "#" },
    })

    /** As a provider or a warehouse makes it: fulfilled with its label, and nobody presses Ship. */
    const fulfillLabeled = async (orderId: string, tracking_number: string) => {
      const { items } = await store.order(orderId)
      const { result } = await createOrderFulfillmentWorkflow(store.container()).run({
        input: {
          order_id: orderId,
          items: items.map(({ id, quantity }) => ({ id, quantity })),
          labels: [label(tracking_number)],
        },
      })
      return result.id
    }

    describe("a fulfillment that has a label when it is made", () => {
      it("is told at once, and Ship, pressed later, adds nothing", async () => {
        const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
        const fulfillmentId = await fulfillLabeled(orderId, UPS)
        await waitFor("the shipment at Walmart", () => told(po).length > 0)
        await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
        expect((await detailOf(store, orderId)).discrepancies).toEqual([])
        await store.ship(orderId, fulfillmentId, [])
        await planSweptOrders(store.container())
        await store.sendingEnds()
        expect(told(po)).toEqual([["shipped", 2, UPS]])
        expect(await detailOf(store, orderId)).toMatchObject({
          ...{ sync_status: "in_sync", discrepancies: [] },
          updates: [{ kind: "acknowledgment" }, { kind: "shipment", status: "sent" }],
        })
      })

      it("is marked as delivered without Ship", async () => {
        const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
        const fulfillmentId = await fulfillLabeled(orderId, UPS)
        await waitFor("the shipment at Walmart", () => told(po).length > 0)
        const path = `/admin/orders/${orderId}/fulfillments/${fulfillmentId}/mark-as-delivered`
        await store.post(path)
        expect((await detailOf(store, orderId)).discrepancies).toEqual([])
      })

      it("needs attention with words when its number is wrong", async () => {
        const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
        await fulfillLabeled(orderId, UPS_WRONG)
        const { attention } = await updateThat(store, orderId, (u) => u.attention !== null)
        expect(attention?.message).toContain(UPS_WRONG)
        expect(told(po)).toEqual([])
      })

      it("is found by the sweep when its label comes later, past every event", async () => {
        const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
        const fulfillmentId = await store.fulfill(orderId)
        await planSweptOrders(store.container())
        await store.sendingEnds()
        expect(told(po)).toEqual([])
        const fulfillments = store.container().resolve(Modules.FULFILLMENT)
        await fulfillments.updateFulfillment(fulfillmentId, { labels: [label(UPS_TWO)] })
        await planSweptOrders(store.container())
        await waitFor("the shipment at Walmart", () => told(po).length > 0)
        expect(told(po)).toEqual([["shipped", 2, UPS_TWO]])
      })

      it("is refused before it is saved beside the order's screens when its number is wrong", async () => {
        const { orderId } = await acknowledgedOrder(store)
        const { items, shipping_address: delivery_address } = await orderToFulfill(orderId)
        const made = store.post("/admin/fulfillments", {
          ...{ order_id: orderId, location_id: store.seeded.stockLocationId },
          ...{ provider_id: "manual_manual", data: null, metadata: null },
          delivery_address,
          items: items.map(({ id }) => ({
            ...{ title: "Mug", sku: "MUG-1", quantity: 2, barcode: "1", line_item_id: id },
          })),
          labels: [{ ...label(UPS_WRONG), tracking_url: "https://example.com/1" }],
        })
        await expectRefusal(made, "invalid_data", new RegExp(UPS_WRONG))
      })
    })

    async function orderToFulfill(id: string) {
      const query = store.container().resolve(ContainerRegistrationKeys.QUERY)
      const fields = ["items.id", "shipping_address.first_name", "shipping_address.country_code"]
      const { data } = await query.graph({ entity: "order", fields, filters: { id } })
      return data[0] as unknown as { items: { id: string }[]; shipping_address: object }
    }
  },
  { account: { shipWhen: "fulfilled" }, plugin: { refusedAttempts: 1 } }
)
