import { upsNumber } from "../../testing/ups-number"
import type { Desk } from "./desk"
import { shoot } from "./screenshots"
import type { ShopOrder } from "./shop"

const LINES = [{ sku: "SHIRT-S", quantity: 1, price: 19.95 }]
const CORRECT = "1Z410E7W0392751591"

/** An order whose parcel Walmart refused, and the parcel's number. */
export async function refusedOrder(desk: Desk): Promise<ShopOrder & { trackingNumber: string }> {
  const trackingNumber = upsNumber()
  const order = await desk.store.order({ lines: LINES })
  desk.shop.refuse("orders.shipping", order.purchaseOrderId)
  const fulfillment = await desk.store.admin.fulfill(order.orderId)
  await desk.store.admin.ship(order.orderId, fulfillment, [{ tracking_number: trackingNumber }])
  await desk.shop.needsAttention(order.purchaseOrderId)
  return { ...order, trackingNumber }
}

/** Putting right what failed, in place. */
export function correctingTests(desk: Desk): void {
  it("a parcel that Walmart refused says why, is corrected in place and goes out", async () => {
    const order = await refusedOrder(desk)
    await desk.sit("correct", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      const shipment = staff.update("Shipment 1")
      await shipment.getByText("Needs attention", { exact: true }).waitFor()
      await shipment.getByText(/The tracking number is not valid/).waitFor()
      await staff.update("Order confirmation").getByText("Sent", { exact: true }).waitFor()
      const strip = staff.strip(order.purchaseOrderId)
      await strip.getByText(/^Shipment 1 is not at Walmart\..*not valid/).waitFor()
      await shoot(staff.page, "needs-attention")
      const clicks = await staff.clicks()
      await staff.button("Correct", strip).click()
      await staff.dialog.getByLabel("Tracking number").fill(CORRECT)
      await shoot(staff.page, "correct-and-retry")
      await staff.button("Send again", staff.dialog).click()
      expect(await clicks()).toBe(2)
      await shipment.getByText("Sent", { exact: true }).waitFor()
      expect(desk.store.ledger(order.purchaseOrderId)).toContainEqual(
        expect.objectContaining({ effect: "shipped", trackingNumber: CORRECT })
      )
    })
  })

  it("a correction that is wrong again is refused in the drawer, which stays open", async () => {
    const order = await refusedOrder(desk)
    await desk.sit("correct-wrongly", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Correct", staff.update("Shipment 1")).click()
      await staff.dialog.getByLabel("Tracking number").fill("#")
      await staff.button("Send again", staff.dialog).click()
      await staff.dialog.getByText(/"#" is a placeholder/).waitFor()
    })
  })

  it("what was put right elsewhere is dismissed with a reason, is no green, and can be undone", async () => {
    const order = await refusedOrder(desk)
    await desk.sit("dismiss", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      const shipment = staff.update("Shipment 1")
      await staff.button("Dismiss", shipment).click()
      expect(await staff.button("Dismiss", staff.dialog).isDisabled()).toBe(true)
      await staff.dialog.getByLabel("Reason").fill("Entered by hand in Seller Center")
      await staff.button("Dismiss", staff.dialog).click()
      await shipment.getByText("Reason: Entered by hand in Seller Center").waitFor()
      await shipment.getByText("Dismissed", { exact: true }).waitFor()
      const strip = staff.strip(order.purchaseOrderId)
      await strip.getByText("Not sent (dismissed)", { exact: true }).waitFor()
      await strip.getByText(/^Shipment 1 was dismissed, so Walmart does not have it\./).waitFor()
      await shoot(staff.page, "dismissed-shipment")
      await staff.button("Undo the dismissal of Shipment 1", strip).click()
      await strip.getByText("Needs attention", { exact: true }).waitFor()
      await staff.button("Correct", strip).waitFor()
    })
  })

  it("a note for colleagues is left on the order", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("note", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Add a note", staff.card).click()
      await staff.dialog.getByLabel("Note").fill("Wait for the blue ones.")
      await staff.button("Save", staff.dialog).click()
      await staff.card.getByText("Wait for the blue ones.").waitFor()
      await staff.card.getByText("Demo Admin").waitFor()
    })
  })

  it("an update's details show who asked, every attempt with Walmart's answer, and what would be sent", async () => {
    const order = await refusedOrder(desk)
    await desk.sit("details", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Details of Shipment 1").click()
      await staff.dialog.getByText("1 attempt").waitFor()
      await staff.dialog.getByText("Demo Admin").waitFor()
      await staff.dialog.getByText("Technical details").click()
      await staff.dialog.getByText("The plugin", { exact: true }).waitFor()
      await staff.dialog.getByText("400", { exact: true }).waitFor()
      await staff.dialog.getByText("Walmart reference").waitFor()
      await staff.button("Show what would be sent", staff.dialog).click()
      await staff.dialog.getByText(order.trackingNumber).first().waitFor()
      await shoot(staff.page, "update-details")
    })
  })
}
