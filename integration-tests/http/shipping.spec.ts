import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { WALMART_MODULE } from "../../src/modules/walmart"
import type WalmartModuleService from "../../src/modules/walmart/service"
import type {
  AdminWalmartCarrierResponse,
  AdminWalmartOrderResponse,
  AdminWalmartUpdateResponse,
} from "../../src/types/http"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import { storeSuite, waitFor } from "../helpers/store"
import { acknowledgedOrder, expectRefusal, updateThat, UPS, UPS_TWO } from "./admin-api/support"

const USPS = "9400110200881269505160"

storeSuite("shipping with Medusa's own screens", (store) => {
  const shipped = (po: string) =>
    store
      .ledger(po)
      .filter(({ effect }) => effect === "shipped")
      .map(({ quantity, carrier, trackingNumber }) => [quantity, carrier, trackingNumber])

  const detail = async (id: string) =>
    (await store.get<AdminWalmartOrderResponse>(`/admin/walmart/orders/${id}`)).order

  /** Core's second Ship route. */
  const shipSilently = (fulfillmentId: string, trackingNumber: string) =>
    store.post(`/admin/fulfillments/${fulfillmentId}/shipment`, { labels: [label(trackingNumber)] })

  const label = (tracking_number: string) => ({
    ...{ tracking_number, tracking_url: "#", label_url: "#" },
  })

  it("tells Walmart at once of a shipment through the second Ship route, which has no event", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    await shipSilently(await store.fulfill(orderId), UPS)
    await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
    expect(shipped(po)).toEqual([[2, "UPS", UPS]])
  })

  it("sends at once what the sweep found, without waiting for a tick", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    await store.shipWithoutEvent(orderId, UPS)
    await planSweptOrders(store.container())
    await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
  })

  it("ships from several stock locations", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    const second = await secondLocation()
    const first = await store.fulfill(orderId, { "MUG-1": 1 })
    const { items } = await store.order(orderId)
    await moveReservation(items[0].id, second)
    await store.post(`/admin/orders/${orderId}/fulfillments`, {
      items: [{ id: items[0].id, quantity: 1 }],
      location_id: second,
    })
    const { fulfillments } = await store.order(orderId)
    const other = fulfillments.find(({ id }) => id !== first)?.id ?? ""
    await store.ship(orderId, first, [{ tracking_number: UPS }])
    await store.ship(orderId, other, [{ tracking_number: UPS_TWO }])
    await waitFor("both shipments at Walmart", () => shipped(po).length === 2)
    expect(shipped(po)).toEqual([
      [1, "UPS", UPS],
      [1, "UPS", UPS_TWO],
    ])
  })

  async function secondLocation(): Promise<string> {
    const container = store.container()
    const { result } = await createStockLocationsWorkflow(container).run({
      input: { locations: [{ name: "Second warehouse" }] },
    })
    const id = result[0].id
    const { salesChannelId } = store.seeded
    const input = { id, add: [salesChannelId] }
    await linkSalesChannelsToStockLocationWorkflow(container).run({ input })
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.STOCK_LOCATION]: { stock_location_id: id },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
    })
    return id
  }

  /** What staff do who find the rest of an order at another place. */
  async function moveReservation(line_item_id: string, location_id: string): Promise<void> {
    const inventory = store.container().resolve(Modules.INVENTORY)
    const [{ id, inventory_item_id }] = await inventory.listReservationItems({ line_item_id })
    const level = { inventory_item_id, location_id, stocked_quantity: 10 }
    await createInventoryLevelsWorkflow(store.container()).run({
      input: { inventory_levels: [level] },
    })
    await inventory.updateReservationItems([{ id, location_id }])
  }

  it("refuses a number that is certainly another carrier's than the chosen one", async () => {
    const { orderId } = await acknowledgedOrder(store)
    const fulfillment_id = await store.fulfill(orderId)
    await store.post(`/admin/walmart/orders/${orderId}/carrier`, { fulfillment_id, carrier: "UPS" })
    const wrong = store.ship(orderId, fulfillment_id, [{ tracking_number: USPS }])
    await expectRefusal(wrong, "invalid_data", new RegExp(USPS), /USPS/, /UPS/)
    expect((await store.order(orderId)).fulfillments[0].shipped_at).toBeNull()
  })

  describe("a fulfillment whose provider has bought a label", () => {
    const withLabel = async (tracking_number: string) => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      const fulfillmentId = await store.fulfill(orderId)
      const label_url = "https://labels.example.com/1.pdf"
      const labels = [{ tracking_number, tracking_url: "#", label_url }]
      await store
        .container()
        .resolve(Modules.FULFILLMENT)
        .updateFulfillment(fulfillmentId, { labels })
      return { orderId, purchaseOrderId, fulfillmentId }
    }

    it("ships with that label when none is typed, and keeps it", async () => {
      const { orderId, purchaseOrderId: po, fulfillmentId } = await withLabel(UPS)
      await store.ship(orderId, fulfillmentId, [])
      await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
      expect(shipped(po)).toEqual([[2, "UPS", UPS]])
      const { labels } = (await store.order(orderId)).fulfillments[0]
      expect(labels).toMatchObject([
        { tracking_number: UPS, label_url: "https://labels.example.com/1.pdf" },
      ])
    })

    it("ships with the number that is typed instead", async () => {
      const { orderId, purchaseOrderId: po, fulfillmentId } = await withLabel(UPS)
      await store.ship(orderId, fulfillmentId, [{ tracking_number: UPS_TWO }])
      await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
      expect(shipped(po)).toEqual([[2, "UPS", UPS_TWO]])
    })

    it("is refused when its number is none", async () => {
      const { orderId, fulfillmentId } = await withLabel("n/a")
      await expectRefusal(
        store.ship(orderId, fulfillmentId, []),
        "invalid_data",
        /none was entered/
      )
    })
  })

  describe("a shipment whose order is deleted in Medusa before it was sent", () => {
    const paused = (is: boolean) =>
      store.post(`/admin/walmart/accounts/main/${is ? "pause" : "resume"}`)
    const orders = () => store.container().resolve(Modules.ORDER)

    it.each([
      ["softly", (id: string) => orders().softDeleteOrders([id])],
      ["for good", (id: string) => orders().deleteOrders([id])],
    ])(
      "%s still reaches Walmart, and is shown by its purchase order number",
      async (_how, gone) => {
        const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
        await paused(true)
        await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
        await updateThat(store, orderId, ({ kind }) => kind === "shipment")
        await gone(orderId)
        await paused(false)
        await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
        await planSweptOrders(store.container())
        await store.importAll()
        await store.sendDue()
        expect(shipped(po)).toEqual([[2, "UPS", UPS]])
        const { id } = await store.walmartOrder(po)
        expect(await detail(id)).toMatchObject({
          purchase_order_id: po,
          sync_status: "in_sync",
          updates: expect.arrayContaining([expect.objectContaining({ status: "sent" })]),
        })
      }
    )
  })

  describe("what the customer asked Walmart to cancel", () => {
    const askedFor = async () => {
      const order = await acknowledgedOrder(store)
      const path = `orders/${order.purchaseOrderId}/intent-to-cancel`
      store.simulator().control.run("POST", path, {})
      await store.post(`/admin/walmart/orders/${order.orderId}/refresh`)
      return { ...order, fulfillmentId: await store.fulfill(order.orderId) }
    }
    const decide = async (orderId: string, body: object) =>
      (
        await store.post<AdminWalmartCarrierResponse>(
          `/admin/walmart/orders/${orderId}/carrier`,
          body
        )
      ).fulfillment
    const ASKED = [
      /customer asked Walmart to cancel line 1/,
      /Cancel this fulfillment/,
      /ship anyway/,
    ]

    it("is not shipped on either route until somebody decides to", async () => {
      const { orderId, purchaseOrderId: po, fulfillmentId } = await askedFor()
      await expectRefusal(
        store.ship(orderId, fulfillmentId, [label(UPS)]),
        "invalid_data",
        ...ASKED
      )
      await expectRefusal(shipSilently(fulfillmentId, UPS), "invalid_data", ...ASKED)
      expect((await detail(orderId)).fulfillments).toMatchObject([
        { asked_lines: ["1"], ship_anyway: false, ship_anyway_by: null },
      ])
      const body = { fulfillment_id: fulfillmentId, ship_anyway: true }
      expect(await decide(orderId, body)).toMatchObject({
        chosen: null,
        ship_anyway: true,
        ship_anyway_by: expect.stringMatching(/^user_/),
      })
      await store.ship(orderId, fulfillmentId, [label(UPS)])
      await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
      expect((await detail(orderId)).updates.at(-1)).toMatchObject({ ship_anyway: true })
    })

    it("keeps the decision when the carrier is chosen or taken back, until it is taken back itself", async () => {
      const { orderId, fulfillmentId: fulfillment_id } = await askedFor()
      await decide(orderId, { fulfillment_id, ship_anyway: true })
      const chosen = await decide(orderId, { fulfillment_id, carrier: "UPS" })
      expect(chosen).toMatchObject({ chosen: { carrier: "UPS" }, ship_anyway: true })
      const without = await decide(orderId, { fulfillment_id, carrier: null })
      expect(without).toMatchObject({ chosen: null, ship_anyway: true })
      const back = await decide(orderId, { fulfillment_id, ship_anyway: false })
      expect(back).toMatchObject({ ship_anyway: false })
      const again = store.ship(orderId, fulfillment_id, [{ tracking_number: UPS }])
      await expectRefusal(again, "invalid_data", ...ASKED)
    })

    it("is shipped by an API client that says so with the shipment, and it is kept who did", async () => {
      const { orderId, purchaseOrderId: po, fulfillmentId } = await askedFor()
      const { items } = await store.order(orderId)
      await store.post(`/admin/orders/${orderId}/fulfillments/${fulfillmentId}/shipments`, {
        items: items.map(({ id, quantity }) => ({ id, quantity })),
        labels: [label(UPS)],
        additional_data: { walmart_ship_anyway: true },
      })
      await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
      const { updates } = await detail(orderId)
      const { update } = await store.get<AdminWalmartUpdateResponse>(
        `/admin/walmart/updates/${updates.at(-1)?.id}`
      )
      expect(JSON.stringify(update.timeline[0].request)).toContain('"intentToCancelOverride":true')
      const choice = await store
        .container()
        .resolve<WalmartModuleService>(WALMART_MODULE)
        .shippingChoice(fulfillmentId)
      expect(choice).toMatchObject({
        ship_anyway: true,
        ship_anyway_by: expect.stringMatching(/^user_/),
      })
    })
  })
})
