import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { TestStore } from "../../helpers/store"
import { waitFor } from "../../helpers/store"
import { acknowledgedOrder, expectRefusal, UPS } from "../admin-api/support"

/** Walmart counts whole units of its lines; a parcel that cannot be counted so is not let go, because nothing could be told of it. */
export function wholeUnits(store: TestStore): void {
  const KIT = [{ sku: "BOX-KIT", quantity: 2, price: 50 }]
  const labels = [{ tracking_number: UPS, tracking_url: "#", label_url: "#" }]

  const fulfillments = () => store.container().resolve(Modules.FULFILLMENT)

  /** A fulfillment of a kit's mugs that a program made and linked to the order. */
  const madeByHand = async (orderId: string, mugs: number) => {
    const { items } = await store.order(orderId)
    const inventory = store.container().resolve(Modules.INVENTORY)
    const [mug] = await inventory.listInventoryItems({ sku: "MUG-1" })
    const line = { line_item_id: items[0].id, inventory_item_id: mug.id }
    const { id } = await fulfillments().createFulfillment({
      location_id: store.seeded.stockLocationId,
      provider_id: "manual_manual",
      shipping_option_id: store.seeded.shippingOptionIds.standard,
      delivery_address: {},
      items: [{ ...line, title: "Mug", sku: "MUG-1", barcode: "", quantity: mugs }],
      labels: [],
      order: {},
    } as never)
    await store
      .container()
      .resolve(ContainerRegistrationKeys.LINK)
      .create({
        [Modules.ORDER]: { order_id: orderId },
        [Modules.FULFILLMENT]: { fulfillment_id: id },
      })
    return { id, lineItemId: items[0].id }
  }

  const isShipped = async (id: string) =>
    (await fulfillments().retrieveFulfillment(id)).shipped_at !== null

  const told = (po: string) =>
    store
      .ledger(po)
      .filter(({ effect }) => effect === "shipped")
      .map(({ quantity }) => Number(quantity))

  it("refuses parts that are no whole units on both routes, and says what to do", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, KIT)
    const { id, lineItemId } = await madeByHand(orderId, 3)
    const why = [/line 1 that are no whole units/, /cancel this fulfillment/, /Fulfill screen/]
    const silently = store.post(`/admin/fulfillments/${id}/shipment`, { labels })
    await expectRefusal(silently, "invalid_data", ...why)
    const items = [{ id: lineItemId, quantity: 3 }]
    const ship = store.post(`/admin/orders/${orderId}/fulfillments/${id}/shipments`, {
      items,
      labels,
    })
    await expectRefusal(ship, "invalid_data", ...why)
    expect(await isShipped(id)).toBe(false)
    expect(told(po)).toEqual([])
  })

  it("ships the units of a new fulfillment once that one is canceled, as the words say", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, KIT)
    const { id } = await madeByHand(orderId, 3)
    await store.post(`/admin/fulfillments/${id}/cancel`)
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
    await waitFor("the parcel at Walmart", () => told(po).length > 0)
    expect(told(po)).toEqual([2])
  })

  it("ships a hand-made fulfillment of whole units", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store, KIT)
    const { id } = await madeByHand(orderId, 2)
    await store.post(`/admin/fulfillments/${id}/shipment`, { labels })
    await waitFor("the parcel at Walmart", () => told(po).length > 0)
    expect(told(po)).toEqual([1])
  })
}
