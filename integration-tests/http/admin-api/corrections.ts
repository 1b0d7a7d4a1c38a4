import { createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import type { AdminWalmartUpdate, AdminWalmartUpdateResponse } from "../../../src/types/http"
import type { TestStore } from "../../helpers/store"
import { acknowledgedOrder, expectRefusal, updateThat, UPS, UPS_TWO } from "./support"

/** Numbers that Medusa's own screens refuse; other programs call the workflow behind them. */
const WRONG = ["1Z999AA10123456785", "1Z879E930346834441"]

export function correctionTests(store: TestStore): void {
  const retry = (id: string, body: object) =>
    store.post<AdminWalmartUpdateResponse>(`/admin/walmart/updates/${id}/retry`, body)

  async function twoWrongParcels() {
    const order = await acknowledgedOrder(store)
    const fulfillment_id = await store.fulfill(order.orderId)
    const { items } = await store.order(order.orderId)
    await createOrderShipmentWorkflow(store.container()).run({
      input: {
        order_id: order.orderId,
        fulfillment_id,
        items: items.map(({ id }) => ({ id, quantity: 2 })),
        labels: WRONG.map((tracking_number) => ({
          ...{ tracking_number, tracking_url: "#", label_url: "#" },
        })),
      },
    })
    const held = await updateThat(store, order.orderId, (u) => u.status === "needs_attention")
    return { ...order, held }
  }

  /** The corrections of the parcels with these numbers, at the places where they lie: Medusa keeps no sequence of labels made at once. */
  function correctionsOf({ packages }: AdminWalmartUpdate, ...to: string[]) {
    return to.map((tracking_number, at) => {
      const package_index = packages.findIndex((parcel) => parcel.tracking_number === WRONG[at])
      return { package_index, tracking_number }
    })
  }

  describe("correcting several packages", () => {
    it("takes all corrections in one call, since each alone leaves another one wrong", async () => {
      const { orderId, purchaseOrderId, held } = await twoWrongParcels()
      const [first, second] = correctionsOf(held, UPS, UPS_TWO)
      await expectRefusal(retry(held.id, first), "invalid_data", new RegExp(WRONG[1]))
      const { update } = await retry(held.id, { packages: [first, second] })
      expect(update.packages[first.package_index]).toMatchObject({
        tracking_number: UPS,
        carrier: "UPS",
      })
      expect(update.packages[second.package_index]).toMatchObject({
        tracking_number: UPS_TWO,
        carrier: "UPS",
      })
      await updateThat(store, orderId, ({ id, status }) => id === held.id && status === "sent")
      const shipped = store.ledger(purchaseOrderId).filter(({ effect }) => effect === "shipped")
      const numbers = shipped.map(({ trackingNumber }) => trackingNumber)
      expect(numbers.sort()).toEqual([UPS, UPS_TWO].sort())
    })

    it("says which package there is not", async () => {
      const { held } = await twoWrongParcels()
      const packages = [{ package_index: 2, tracking_number: UPS }]
      await expectRefusal(retry(held.id, { packages }), "invalid_data", /no package 2/, /0–1/)
    })
  })
}
