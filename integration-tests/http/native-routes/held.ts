import type { AdminWalmartCarrierResponse, AdminWalmartFulfillment } from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  expectRefusal,
  UPS,
  UPS_TWO,
  UPS_WRONG,
  updateThat,
} from "../admin-api/support"

/** Updates of an order go in their sequence; who ships behind one that waits for a person hears of it before the parcel leaves. */
export function held(store: TestStore): void {
  /** An order whose first parcel was shipped past the screen with a wrong number, and a second one that is packed. */
  const heldOrder = async () => {
    const lines = [
      { sku: "MUG-1", quantity: 1, price: 10 },
      { sku: "MUG-2", quantity: 1, price: 12 },
    ]
    const order = await acknowledgedOrder(store, lines)
    const first = await store.fulfill(order.orderId, { "MUG-1": 1 })
    await store.markShipped(first, UPS_WRONG)
    await store.run("plan-walmart-updates", { order_id: order.orderId })
    const { id } = await updateThat(store, order.orderId, (u) => u.status === "needs_attention")
    return { ...order, waiting: id, fulfillmentId: await store.fulfill(order.orderId) }
  }

  const shown = async (orderId: string): Promise<AdminWalmartFulfillment> =>
    (await detailOf(store, orderId)).fulfillments[0]

  const confirm = async (orderId: string, body: object) =>
    store.post<AdminWalmartCarrierResponse>(`/admin/walmart/orders/${orderId}/carrier`, body)

  const shippedAt = async (orderId: string, id: string) =>
    (await store.order(orderId)).fulfillments.find((one) => one.id === id)?.shipped_at

  const numbersAt = (po: string) =>
    store.ledger(po).flatMap(({ trackingNumber }) => trackingNumber ?? [])

  const HELD = [
    new RegExp(`shipment with tracking number ${UPS_WRONG} of the same order waits`),
    /not a valid UPS tracking number/,
    /correct and retry it, or dismiss it with a note/,
    /choose “ship anyway” for this fulfillment in the Walmart box/,
  ]

  it("says which update waits, why and what to press, and saves nothing", async () => {
    const { orderId, fulfillmentId } = await heldOrder()
    const ship = store.ship(orderId, fulfillmentId, [{ tracking_number: UPS }])
    await expectRefusal(ship, "invalid_data", ...HELD)
    const labels = [{ tracking_number: UPS, tracking_url: "#", label_url: "#" }]
    const silently = store.post(`/admin/fulfillments/${fulfillmentId}/shipment`, { labels })
    await expectRefusal(silently, "invalid_data", ...HELD)
    expect(await shippedAt(orderId, fulfillmentId)).toBeNull()
  })

  it("lets the parcel go once the update is finished", async () => {
    const { orderId, purchaseOrderId: po, waiting, fulfillmentId } = await heldOrder()
    await store.post(`/admin/walmart/updates/${waiting}/retry`, { tracking_number: UPS_TWO })
    await store.ship(orderId, fulfillmentId, [{ tracking_number: UPS }])
    await waitFor("both parcels at Walmart", () => numbersAt(po).length === 2)
    expect(numbersAt(po)).toEqual([UPS_TWO, UPS])
  })

  it("ships when the person says so, keeps who did, and tells Walmart behind the update", async () => {
    const { orderId, purchaseOrderId: po, waiting, fulfillmentId } = await heldOrder()
    const [asked] = (await shown(orderId)).concerns
    expect(asked).toMatchObject({ key: `held:${waiting}`, confirmed_by: null })
    const said = { fulfillment_id: fulfillmentId, confirm: [asked.key] }
    const { fulfillment } = await confirm(orderId, said)
    expect(fulfillment.concerns).toEqual([
      { ...asked, confirmed_by: expect.stringMatching(/^user_/) },
    ])
    expect(fulfillment.ship_anyway).toBe(false)
    await store.ship(orderId, fulfillmentId, [{ tracking_number: UPS }])
    const behind = await updateThat(store, orderId, (u) => u.fulfillment_id === fulfillmentId)
    expect(behind).toMatchObject({ status: "pending", ship_anyway: false })
    expect(numbersAt(po)).toEqual([])
    await store.post(`/admin/walmart/updates/${waiting}/dismiss`, { note: "told by hand" })
    await waitFor("the parcel at Walmart", () => numbersAt(po).length === 1)
    expect(numbersAt(po)).toEqual([UPS])
  })

  it("asks again once that is taken back, and confirms nothing that it does not ask", async () => {
    const { orderId, waiting, fulfillmentId: fulfillment_id } = await heldOrder()
    await confirm(orderId, { fulfillment_id, confirm: [`held:${waiting}`] })
    await confirm(orderId, { fulfillment_id, confirm: [] })
    const ship = store.ship(orderId, fulfillment_id, [{ tracking_number: UPS }])
    await expectRefusal(ship, "invalid_data", ...HELD)
    const foreign = confirm(orderId, { fulfillment_id, confirm: ["held:wmu_other"] })
    await expectRefusal(foreign, "invalid_data", /does not ask "held:wmu_other"/, /Reload/)
  })

  it("ships when an API client says so with the shipment", async () => {
    const { orderId, fulfillmentId } = await heldOrder()
    const { items } = await store.order(orderId)
    const second = items.find(({ variant_sku }) => variant_sku === "MUG-2")
    await store.post(`/admin/orders/${orderId}/fulfillments/${fulfillmentId}/shipments`, {
      items: [{ id: second?.id, quantity: 1 }],
      labels: [{ tracking_number: UPS, tracking_url: "#", label_url: "#" }],
      additional_data: { walmart_ship_anyway: true },
    })
    expect(await shippedAt(orderId, fulfillmentId)).not.toBeNull()
  })
}
