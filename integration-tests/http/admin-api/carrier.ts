import type { AdminWalmartCarrierResponse } from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import { acknowledgedOrder, expectRefusal, UPS, UPS_WRONG } from "./support"

export function carrierTests(store: TestStore): void {
  describe("choosing a carrier before shipping", () => {
    const choose = (id: string, body: object) =>
      store.post<AdminWalmartCarrierResponse>(`/admin/walmart/orders/${id}/carrier`, body)

    it("keeps the choice in Walmart's spelling, and the native Ship screen uses it", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      const { fulfillment } = await choose(orderId, { fulfillment_id, carrier: "on trac" })
      expect(fulfillment).toMatchObject({ id: fulfillment_id, chosen: { carrier: "OnTrac" } })
      await store.ship(orderId, fulfillment_id, [{ tracking_number: "ABC12345678" }])
      await waitFor("Walmart to know", () => store.ledger(purchaseOrderId).length === 2)
      expect(store.ledger(purchaseOrderId)[1]).toMatchObject({
        effect: "shipped",
        carrier: "OnTrac",
      })
    })

    it("says what would be sent for a number, without keeping anything", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      const good = await choose(orderId, { fulfillment_id, tracking_number: UPS.toLowerCase() })
      expect(good).toMatchObject({
        fulfillment: { chosen: null },
        check: { tracking_number: UPS, carrier: "UPS", is_listed_carrier: true, problems: [] },
      })
      const bad = await choose(orderId, { fulfillment_id, tracking_number: UPS_WRONG })
      expect(bad.check?.problems).toEqual([
        expect.objectContaining({ value: UPS_WRONG, remedy: expect.any(String) }),
      ])
    })

    it("checks carrier and link as they are typed, and keeps nothing", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      await choose(orderId, { fulfillment_id, carrier: "UPS" })
      const asked = { fulfillment_id, tracking_number: "AC-1234567", check_only: true }
      const bare = await choose(orderId, { ...asked, carrier: "Acme Couriers" })
      expect(bare.check?.problems).toMatchObject([{ field: "tracking_url" }])
      const tracking_url = "https://acme-couriers.com/t/1"
      const linked = await choose(orderId, { ...asked, carrier: "Acme Couriers", tracking_url })
      expect(linked).toMatchObject({
        fulfillment: { chosen: { carrier: "UPS" } },
        check: { carrier: "Acme Couriers", is_listed_carrier: false, tracking_url, problems: [] },
      })
      const recognized = await choose(orderId, { ...asked, tracking_number: UPS })
      expect(recognized.check).toMatchObject({ carrier: "UPS", problems: [] })
    })

    it("takes a choice back", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      const link = "https://acme-couriers.com/t"
      const body = { fulfillment_id, carrier: "Acme Couriers", tracking_url: link }
      const { fulfillment } = await choose(orderId, body)
      expect(fulfillment.chosen).toMatchObject({ carrier: "Acme Couriers", tracking_url: link })
      const after = await choose(orderId, { fulfillment_id, carrier: null })
      expect(after.fulfillment.chosen).toBeNull()
    })

    it("refuses what cannot be told to Walmart", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      const refused = (body: object, type: string, ...patterns: RegExp[]) =>
        expectRefusal(choose(orderId, body), type, ...patterns)
      await refused({ fulfillment_id, carrier: "Other" }, "invalid_data", /"Other"/, /Choose/)
      await refused(
        { fulfillment_id, carrier: "Acme Couriers", tracking_url: "acme" },
        "invalid_data",
        /"acme"/,
        /https:/
      )
      await refused({ fulfillment_id: "ful_x", carrier: "UPS" }, "not_found", /"ful_x"/, /has/)
      await refused({ carrier: "UPS" }, "invalid_data", /fulfillment_id/, /required/)
      await store.ship(orderId, fulfillment_id, [{ tracking_number: UPS }])
      await refused({ fulfillment_id, carrier: "UPS" }, "not_allowed", /shipped/, /correct it/)
    })

    it("refuses a fulfillment that was canceled", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const fulfillment_id = await store.fulfill(orderId)
      await store.cancelFulfillment(orderId, fulfillment_id)
      const call = choose(orderId, { fulfillment_id, carrier: "UPS" })
      await expectRefusal(call, "not_allowed", /canceled/, /another/)
    })
  })
}
