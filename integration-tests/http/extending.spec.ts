import * as coreFlows from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { aShippedOrder } from "../extending/a-shipped-order"
import { marketOverrides } from "../extending/market-overrides"
import tellTheDesk, { config } from "../extending/tell-the-desk"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import type { AdminWalmartCancellationChoiceResponse, WalmartEvents } from "../../src/types"
import { askWalmart } from "../helpers/ask-walmart"
import { storeSuite, waitFor } from "../helpers/store"
import {
  acknowledgedOrder,
  expectRefusal,
  OUT_OF_STOCK,
  refusedShipment,
  updateThat,
  UPS,
  UPS_TWO,
} from "./admin-api/support"
import "../extending/carriers"
import "../extending/half-the-stock"
import "../extending/held-orders"
import "../extending/order-data"
import "../extending/updates"

/** A number that no carrier's format claims, and one of the carrier that the options add. */
const PLAIN = "QQ77881234"
const GOFAST = "GFAS12345678901234"

const mugs = (quantity: number) => [{ sku: "MUG-1", quantity, price: 10 * quantity }]

storeSuite(
  "The examples of docs/extending.md in a store",
  (store) => {
    const told = (po: string) =>
      store
        .ledger(po)
        .filter(({ effect }) => effect === "shipped" || effect === "tracking_changed")
        .map(({ carrier, trackingNumber }) => [carrier, trackingNumber])
    const hold = (orderId: string, reason: string) =>
      store.post(`/admin/orders/${orderId}`, { metadata: { hold: reason } })
    const isHeld = (call: Promise<unknown>) =>
      expectRefusal(call, "invalid_data", /Accounting holds this order: unpaid fee/)
    const warnings = () =>
      jest.spyOn(store.container().resolve(ContainerRegistrationKeys.LOGGER), "warn")

    afterEach(async () => {
      jest.restoreAllMocks()
      await store.sendingEnds()
    })

    it("name the carrier of large parcels, on the Ship screen and for Walmart", async () => {
      const small = await acknowledgedOrder(store, mugs(4))
      const large = await acknowledgedOrder(store, mugs(5))
      const label = { tracking_number: PLAIN }
      const ship = store.fulfillAndShip(small.orderId, [label])
      await expectRefusal(ship, "invalid_data", /link/i)
      await store.fulfillAndShip(large.orderId, [label])
      await waitFor("the shipment at Walmart", () => told(large.purchaseOrderId).length > 0)
      expect(told(large.purchaseOrderId)).toEqual([["OnTrac", PLAIN]])
      expect(told(small.purchaseOrderId)).toEqual([])
    })

    it("keep what accounting holds from being shipped, canceled and edited", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, {
        reason: OUT_OF_STOCK,
      })
      const [{ id: item }] = (await store.order(orderId)).items
      await hold(orderId, "unpaid fee")
      await isHeld(store.cancel(orderId))
      await store.post("/admin/order-edits", { order_id: orderId })
      await isHeld(store.post(`/admin/order-edits/${orderId}/items/item/${item}`, { quantity: 1 }))
      await store.delete(`/admin/order-edits/${orderId}`)
      const fulfillment = await store.fulfill(orderId)
      await isHeld(store.ship(orderId, fulfillment, [{ tracking_number: UPS }]))
      expect(await store.order(orderId)).toMatchObject({
        ...{ status: "pending", items: [{ quantity: 2 }] },
        fulfillments: [{ shipped_at: null }],
      })
    })

    it("keep what accounting holds from being refunded", async () => {
      const { orderId } = await acknowledgedOrder(store)
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
      await hold(orderId, "unpaid fee")
      const { order } = await store.get<{
        order: { payment_collections: { payments: { id: string }[] }[] }
      }>(`/admin/orders/${orderId}`, { fields: "*payment_collections.payments" })
      const [{ id }] = order.payment_collections[0].payments
      await isHeld(store.post(`/admin/payments/${id}/refund`, { amount: 1 }))
    })

    it("leave corrections of tracking numbers to Seller Center", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
      const fulfillment = await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
      const labels = [{ tracking_number: UPS_TWO, tracking_url: "#", label_url: "#" }]
      await store
        .container()
        .resolve(Modules.FULFILLMENT)
        .updateFulfillment(fulfillment, { labels })
      await planSweptOrders(store.container())
      await store.sendingEnds()
      expect(told(po)).toEqual([["UPS", UPS]])
    })

    it("hear of an update that needs a person, in the hook and in a subscriber", async () => {
      const warn = warnings()
      const bus = store.container().resolve(Modules.EVENT_BUS)
      bus.subscribe(String(config.event), async (event) =>
        tellTheDesk({
          event: event as { name: string; data: WalmartEvents["walmart.update.failed"] },
          ...{ container: store.container(), pluginOptions: {} },
        })
      )
      const { purchaseOrderId: po, update } = await refusedShipment(store)
      const { id } = await store.walmartOrder(po)
      await waitFor("the desk to hear of it", () =>
        warn.mock.calls.flat().includes(`shipment of ${id} failed: ${update.attention?.code}`)
      )
      expect(warn.mock.calls.flat()).toContain("1 updates need a person")
    })

    it("show Walmart half of the stock", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const reason = "SELLER_CANCEL_PRICING_ERROR"
      await store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason })
      const level = await waitFor("the half", async () => {
        await store.sendingEnds()
        const sent = store
          .ledger()
          .filter(({ effect, by }) => effect === "inventory" && by === "seller_api")
        return sent.at(-1)
      })
      expect(level).toMatchObject({ sku: "MUG-1", quantity: 500 })
    })

    it("keep the ship method on an order, and a mark on its items", async () => {
      const { orderId } = await store.importOrder({ lines: mugs(1), methodCode: "OneDay" })
      const { order } = await store.get<{ order: object }>(`/admin/orders/${orderId}`)
      expect(order).toMatchObject({
        metadata: { method: "OneDay" },
        items: [{ metadata: { channel: "walmart" } }],
      })
    })

    it("add a carrier of the options: its numbers, its site, and the words of a reason", async () => {
      store.simulator().control.run("POST", "options", { addedCarriers: ["Gofast"] })
      const byNumber = await acknowledgedOrder(store)
      const byLink = await acknowledgedOrder(store)
      const { reasons } = await store.get<AdminWalmartCancellationChoiceResponse>(
        `/admin/walmart/orders/${byLink.orderId}/cancellation`
      )
      const tracking_url = `https://track.gofast.example/${PLAIN}`
      await store.fulfillAndShip(byNumber.orderId, [{ tracking_number: GOFAST }])
      await store.fulfillAndShip(byLink.orderId, [{ tracking_number: PLAIN, tracking_url }])
      await waitFor("both at Walmart", () =>
        [byNumber, byLink].every(({ purchaseOrderId: po }) => told(po).length > 0)
      )
      expect(told(byNumber.purchaseOrderId)).toEqual([["Gofast", GOFAST]])
      expect(told(byLink.purchaseOrderId)).toEqual([["Gofast", PLAIN]])
      expect(reasons).toContainEqual(expect.objectContaining({ label: "Sold out in the shop" }))
    })

    it("start a Walmart for a store's own tests", async () => {
      const keys = { clientId: "demo-client", clientSecret: "demo-secret" }
      const shown: unknown[] = []
      const arrived = await aShippedOrder(async (url) => {
        shown.push(await askWalmart({ url, ...keys }, "/v3/orders"))
      })
      expect(JSON.stringify(shown)).toContain('"sku":"MUG-1"')
      expect(arrived).toEqual([])
    })

    it("have every hook of Medusa's own to themselves: the plugin takes none", () => {
      const hooks = [...new Set(Object.values(coreFlows))].flatMap(hooksOf)
      expect(hooks.length).toBeGreaterThan(50)
      expect(hooks.flatMap(takenAlready)).toEqual([])
    })
  },
  { account: { marketOverrides }, plugin: { refusedAttempts: 1 } }
)

type Register = (handler: () => undefined) => void

/** A hook of one of Medusa's workflows. */
interface Hook {
  name: string
  register: Register
}

function hooksOf(workflow: unknown): Hook[] {
  const { hooks = {}, getName } = (workflow ?? {}) as {
    hooks?: Record<string, Register>
    getName?: () => string
  }
  return Object.entries(hooks).map(([hook, register]) => ({
    ...{ name: `${hook} of ${getName?.()}`, register },
  }))
}

/** Medusa takes one handler for each, and throws at the second. @returns the hook's name if there is one */
function takenAlready({ name, register }: Hook): string[] {
  try {
    register(() => undefined)
    return []
  } catch {
    return [name]
  }
}
