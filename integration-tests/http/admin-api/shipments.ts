import type {
  AdminWalmartOrderListResponse,
  AdminWalmartShipmentsCheckResponse,
  AdminWalmartWantedShipment,
} from "../../../src/types/http"
import { upsNumber } from "../../../testing/ups-number"
import { type TestStore, waitFor } from "../../helpers/store"
import { acknowledgedOrder, sentencesOf, UPS_WRONG } from "./support"

const LINES = [
  { sku: "MUG-1", quantity: 2, price: 10 },
  { sku: "SHIRT-S", quantity: 1, price: 5 },
]

/** Looks like FedEx, but so do others: without a choice it is refused. */
const DIGITS_OF_NOBODY = "986578788855"

/** What would be refused, asked before anything is saved. */
export function shipmentTests(store: TestStore): void {
  const check = async (...shipments: AdminWalmartWantedShipment[]) =>
    (
      await store.post<AdminWalmartShipmentsCheckResponse>("/admin/walmart/shipments/check", {
        shipments,
      })
    ).shipments
  const labels = (tracking_number = upsNumber()) => [{ tracking_number }]

  describe("the check of shipments before anything is saved", () => {
    it("finds an order by each of its numbers, and writes nothing", async () => {
      const order = await acknowledgedOrder(store, LINES)
      const { display_id } = await store.order(order.orderId)
      const names = [order.purchaseOrderId, order.customerOrderId, `#${display_id}`, order.orderId]
      for (const name of names) {
        const [found] = await check({ order: name, labels: labels() })
        expect(found).toMatchObject({
          order: { order_id: order.orderId, display_id, purchase_order_id: order.purchaseOrderId },
          ...{ state: "ready", fulfillment_id: null, refusals: [] },
          items: [
            { sku: "MUG-1", quantity: 2 },
            { sku: "SHIRT-S", quantity: 1 },
          ],
          checks: [{ carrier: "UPS" }],
          location_id: expect.stringMatching(/^sloc_/),
        })
      }
      expect((await store.order(order.orderId)).fulfillments).toEqual([])
    })

    it("takes five hundred parcels with long links at once", async () => {
      const link = `https://carrier.example/${"x".repeat(1_900)}`
      const wanted = Array.from({ length: 500 }, (_, place) => ({
        order: `unknown-${place}`,
        labels: [{ tracking_number: upsNumber(), tracking_url: link }],
      }))
      const checks = await check(...wanted)
      expect(checks).toHaveLength(500)
      expect(checks.every(({ state }) => state === "refused")).toBe(true)
    })

    it("is what Medusa's routes then do, and the same again has nothing left to do", async () => {
      const order = await acknowledgedOrder(store, LINES)
      const wanted = {
        ...{ order: order.purchaseOrderId, carrier: "FedEx" },
        labels: labels(DIGITS_OF_NOBODY),
      }
      const fulfillment = await store.fulfill(order.orderId)
      const [waiting] = await check(wanted)
      expect(waiting).toMatchObject({ state: "ready", fulfillment_id: fulfillment })
      await store.post(`/admin/orders/${order.orderId}/fulfillments/${fulfillment}/shipments`, {
        items: waiting.items.map(({ line_item_id: id, quantity }) => ({ id, quantity })),
        labels: [{ ...wanted.labels[0], tracking_url: "#", label_url: "#" }],
        additional_data: { walmart_carrier: wanted.carrier },
      })
      expect(await check(wanted)).toMatchObject([{ state: "shipped", refusals: [] }])
      const [other] = await check({ order: order.purchaseOrderId, labels: labels() })
      expect(sentencesOf(other.refusals)).toMatch(/is left to ship/)
      const shipped = () =>
        store.ledger(order.purchaseOrderId).filter(({ effect }) => effect === "shipped")
      await waitFor("Walmart to know", () => shipped().length > 0)
      expect(shipped()[0]).toMatchObject({ carrier: "FedEx" })
    })

    it("refuses each for its own reason, upon what the ones before it leave", async () => {
      const [order, another] = [
        await acknowledgedOrder(store, LINES),
        await acknowledgedOrder(store, LINES),
      ]
      const mugs = [{ sku: "MUG-1", quantity: 2 }]
      const number = upsNumber()
      const checked = await check(
        { order: order.purchaseOrderId, labels: labels(number), items: mugs },
        { order: order.purchaseOrderId, labels: labels() },
        { order: order.purchaseOrderId, labels: labels(), items: mugs },
        { order: another.purchaseOrderId, labels: labels(number) },
        { order: another.purchaseOrderId, labels: labels(UPS_WRONG), items: mugs },
        { order: "108800000000000", labels: labels() },
        { order: another.purchaseOrderId, labels: labels(), items: [{ sku: "CUP", quantity: 1 }] }
      )
      expect(checked.map(({ state }) => state)).toEqual([
        ...["ready", "ready", "refused", "ready", "refused", "refused", "refused"],
      ])
      expect(checked[1].items).toMatchObject([{ sku: "SHIRT-S", quantity: 1 }])
      expect(sentencesOf(checked[3].concerns)).toContain(order.purchaseOrderId)
      const why = checked.map(({ refusals }) => sentencesOf(refusals))
      expect(why[2]).toMatch(/only 0 can be shipped/)
      expect(why[5]).toMatch(/no Walmart order "108800000000000"/)
      expect(why[6]).toMatch(/no item "cup"/i)
    })
  })

  it("the list says how many units are left to ship, and why an order waits for a person", async () => {
    const order = await acknowledgedOrder(store, LINES)
    const listed = async () =>
      (
        await store.get<AdminWalmartOrderListResponse>("/admin/walmart/orders", {
          fields: "+order.shipping_address.city,+order.items.thumbnail",
          order: "due",
        })
      ).orders.find((one) => one.order_id === order.orderId)
    expect(await listed()).toMatchObject({
      ...{ units_to_ship: 3, attention: null },
      order: { shipping_address: { city: expect.any(String) }, items: [{}, {}] },
    })
    await store.fulfillAndShip(order.orderId, labels())
    const shipped = await waitFor("the list to know", async () => {
      const one = await listed()
      return one?.units_to_ship === 0 && one
    })
    expect(shipped).toMatchObject({ units_to_ship: 0 })
  })
}
