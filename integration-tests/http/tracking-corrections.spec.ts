import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import type { TrackingCorrectionPayload } from "../../src/walmart/updates/payloads/tracking-correction-payload"
import type { AdminWalmartUpdate } from "../../src/types/http"
import { storeSuite, waitFor } from "../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  expectRefusal,
  moduleOf,
  refuseNext,
  updateThat,
  UPS,
  UPS_TWO,
  UPS_WRONG,
} from "./admin-api/support"

/** What the tests read of an order at the simulated Walmart. */
interface SimulatedOrder {
  lines: { statuses: { quantity: number; tracking: { trackingNumber: string } | null }[] }[]
}

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

    describe("another number for what Walmart has as shipped", () => {
      const HOUR_MS = 3_600_000
      const MINUTE_MS = 60_000

      const shippedOrder = async (...numbers: string[]) => {
        const order = await acknowledgedOrder(store)
        const labels = (numbers.length > 0 ? numbers : [UPS]).map((tracking_number) => ({
          tracking_number,
        }))
        const fulfillmentId = await store.fulfillAndShip(order.orderId, labels)
        await updateThat(store, order.orderId, (u) => u.kind === "shipment" && u.status === "sent")
        return { ...order, fulfillmentId }
      }

      /** So much time passes at Walmart, and as much since the store saw the shipment there. */
      const pass = async (orderId: string, advanceMs: number) => {
        store.simulator().control.run("POST", "time", { advanceMs })
        const walmart = moduleOf(store)
        const shipment = await updateThat(store, orderId, (u) => u.kind === "shipment")
        const sent_at = new Date(Date.parse(shipment.sent_at ?? "") - advanceMs)
        await walmart.updateWalmartUpdates({ id: shipment.id, sent_at })
      }

      /** As a provider replaces a label: no event says so. */
      const relabel = async (fulfillmentId: string, ...numbers: string[]) => {
        const fulfillments = store.container().resolve(Modules.FULFILLMENT)
        await fulfillments.updateFulfillment(fulfillmentId, { labels: numbers.map(label) })
        await planSweptOrders(store.container())
        await store.sendingEnds()
      }

      const correction = (u: AdminWalmartUpdate) => u.kind === "tracking_correction"

      it("is sent 3 h 59 min after the shipment", async () => {
        const { orderId, purchaseOrderId: po, fulfillmentId } = await shippedOrder()
        await pass(orderId, 4 * HOUR_MS - MINUTE_MS)
        await relabel(fulfillmentId, UPS_TWO)
        expect(told(po)).toEqual([
          ["shipped", 2, UPS],
          ["tracking_changed", 2, UPS_TWO],
        ])
        await planSweptOrders(store.container())
        await store.sendingEnds()
        const { updates, discrepancies, sync_status } = await detailOf(store, orderId)
        expect(updates.filter(correction).map(({ status }) => status)).toEqual(["sent"])
        expect({ discrepancies, sync_status }).toEqual({
          discrepancies: [],
          sync_status: "in_sync",
        })
      })

      it("is not sent 4 h 01 min after it, and the order says why", async () => {
        const { orderId, purchaseOrderId: po, fulfillmentId } = await shippedOrder()
        await pass(orderId, 4 * HOUR_MS + MINUTE_MS)
        await relabel(fulfillmentId, UPS_TWO)
        expect(told(po)).toEqual([["shipped", 2, UPS]])
        const { updates, discrepancies } = await detailOf(store, orderId)
        expect(updates.filter(correction)).toEqual([])
        expect(discrepancies).toEqual([
          expect.objectContaining({
            code: "tracking_differs",
            message: expect.stringMatching(new RegExp(`${UPS}.*${UPS_TWO}`)),
            remedy: expect.stringMatching(/within 4 hours of the shipment only, here until 20/),
          }),
        ])
      })

      it("needs attention when Walmart refuses it", async () => {
        const { orderId, purchaseOrderId: po, fulfillmentId } = await shippedOrder()
        refuseNext(store, "orders.shipping")
        await relabel(fulfillmentId, UPS_TWO)
        const { attention } = await updateThat(
          store,
          orderId,
          (u) => u.status === "needs_attention"
        )
        expect(attention?.message).toContain("Not today.")
        expect(told(po)).toEqual([["shipped", 2, UPS]])
      })

      it("waits for a person when it is wrong, and the drawer puts the right one in its place", async () => {
        const { orderId, purchaseOrderId: po, fulfillmentId } = await shippedOrder()
        await relabel(fulfillmentId, UPS_WRONG)
        const update = await updateThat(store, orderId, correction)
        expect(update).toMatchObject({ status: "needs_attention", can_correct: true })
        await store.post(`/admin/walmart/updates/${update.id}/retry`, { tracking_number: UPS_TWO })
        await updateThat(store, orderId, (u) => u.id === update.id && u.status === "sent")
        await planSweptOrders(store.container())
        await store.sendingEnds()
        expect(told(po)).toEqual([
          ["shipped", 2, UPS],
          ["tracking_changed", 2, UPS_TWO],
        ])
        const { labels } = (await store.order(orderId)).fulfillments[0]
        expect(labels).toMatchObject([{ tracking_number: UPS_TWO }])
        expect((await detailOf(store, orderId)).discrepancies).toEqual([])
      })

      it("is no news when it is only written differently", async () => {
        const { orderId, fulfillmentId } = await shippedOrder()
        await relabel(fulfillmentId, "1z 999 AA1 0123 456 784")
        const { updates, discrepancies } = await detailOf(store, orderId)
        expect(updates.filter(correction)).toEqual([])
        expect(discrepancies).toEqual([])
      })

      it("is a difference when it was changed in Seller Center", async () => {
        const { orderId, purchaseOrderId: po } = await shippedOrder()
        const change = { lineNumber: "1", trackingNumber: UPS_TWO }
        store.simulator().control.run("POST", `orders/${po}/change-tracking`, change)
        await store.post(`/admin/walmart/orders/${orderId}/refresh`)
        expect((await detailOf(store, orderId)).discrepancies).toEqual([
          expect.objectContaining({
            code: "tracking_differs",
            message: expect.stringContaining(UPS_TWO),
          }),
        ])
      })

      const [UPS_THREE, UPS_FOUR, UPS_FIVE] = [
        "1Z410E7W0392751591",
        "1Z5R89390357567127",
        "1Z999AA10123456793",
      ]

      /** Units by number as Walmart has them. */
      const numbersAt = (po: string) => {
        const { lines } = store.simulator().control.run("GET", `orders/${po}`) as SimulatedOrder
        return lines
          .flatMap(({ statuses }) => statuses)
          .map(({ quantity, tracking }) => `${quantity} ${tracking?.trackingNumber}`)
          .sort()
      }

      it("of two parcels goes for the one that can be, when the other one was changed in Seller Center", async () => {
        const { orderId, purchaseOrderId: po, fulfillmentId } = await shippedOrder(UPS, UPS_TWO)
        const there = { lineNumber: "1", trackingNumber: UPS_FIVE, currentTrackingNumber: UPS_TWO }
        store.simulator().control.run("POST", `orders/${po}/change-tracking`, there)
        await relabel(fulfillmentId, UPS_THREE, UPS_FOUR)
        const { id, attention } = await updateThat(
          store,
          orderId,
          (u) => correction(u) && u.attention !== null
        )
        expect(attention).toMatchObject({
          code: "tracking_changed_elsewhere",
          message: expect.stringMatching(
            new RegExp(`(${UPS_THREE}|${UPS_FOUR}) instead of ${UPS_TWO}.*${UPS_FIVE}`)
          ),
        })
        expect(attention?.message).not.toContain(UPS)
        // Medusa keeps no turn of the labels, so either may be that of the first parcel.
        const isSent = expect.stringMatching(`1 (${UPS_THREE}|${UPS_FOUR})`)
        expect(numbersAt(po)).toHaveLength(2)
        expect(numbersAt(po)).toEqual(expect.arrayContaining([`1 ${UPS_FIVE}`, isSent]))
        await store.post(`/admin/walmart/updates/${id}/dismiss`, { note: "Right at Walmart." })
        await planSweptOrders(store.container())
        await store.sendingEnds()
        const { updates, discrepancies } = await detailOf(store, orderId)
        expect(updates.filter(correction)).toHaveLength(1)
        expect(discrepancies.map(({ message }) => message).join()).not.toContain(UPS)
      })

      it("gives one parcel the number that another one had, each once", async () => {
        const { orderId, purchaseOrderId: po, fulfillmentId } = await shippedOrder(UPS, UPS_TWO)
        await relabel(fulfillmentId, UPS_WRONG, UPS_THREE)
        const held = await updateThat(store, orderId, correction)
        const { payload } = await moduleOf(store).retrieveWalmartUpdate(held.id)
        const { packages: boxes } = payload as unknown as TrackingCorrectionPayload
        const packages = boxes.map(({ replaces }, package_index) => ({
          ...{ package_index, tracking_number: replaces === UPS ? UPS_TWO : UPS_THREE },
        }))
        await store.post(`/admin/walmart/updates/${held.id}/retry`, { packages })
        await updateThat(store, orderId, (u) => u.id === held.id && u.status === "sent")
        await planSweptOrders(store.container())
        await store.sendingEnds()
        expect(numbersAt(po)).toEqual([`1 ${UPS_TWO}`, `1 ${UPS_THREE}`].sort())
        expect(told(po).filter(([effect]) => effect === "tracking_changed")).toEqual([
          ["tracking_changed", 1, UPS_THREE],
        ])
        const { updates, discrepancies } = await detailOf(store, orderId)
        expect(updates.filter(correction).map(({ status }) => status)).toEqual(["sent"])
        expect(discrepancies).toEqual([])
      })

      it("comes with a fulfillment that is made anew for the same units", async () => {
        const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
        const first = await fulfillLabeled(orderId, UPS)
        await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
        await store.cancelFulfillment(orderId, first)
        const second = await store.fulfill(orderId)
        await relabel(second, UPS_TWO)
        expect(told(po)).toEqual([
          ["shipped", 2, UPS],
          ["tracking_changed", 2, UPS_TWO],
        ])
        expect(await detailOf(store, orderId)).toMatchObject({
          ...{ sync_status: "in_sync", discrepancies: [] },
        })
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
