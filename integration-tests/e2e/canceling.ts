import type { Desk } from "./desk"
import { shoot } from "./screenshots"

const LINES = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]

/** Canceling on Medusa's own menu and in the Walmart box. */
export function cancelingTests(desk: Desk): void {
  it("Medusa's own Cancel asks for a reason, and goes through when one is chosen", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("cancel", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.cancelNatively()
      await staff.toast(/Choose one in the Walmart box of this order/).waitFor()
      await shoot(staff.page, "cancel-asks-for-a-reason")
      await staff.closeToasts()
      await staff.button("Choose a reason or cancel", staff.card).click()
      const drawer = staff.dialog
      await drawer.getByRole("radio", { name: "Out of stock" }).click()
      await drawer.getByText("Sets Walmart's stock to zero").waitFor()
      await shoot(staff.page, "cancel-reasons")
      await staff.button("Save the reason", drawer).click()
      await staff.card.getByText("Reason: Out of stock").waitFor()
      await staff.cancelNatively()
      await staff.update("Cancellation 1").getByText("Sent", { exact: true }).waitFor()
      await staff.card.getByText("Canceled", { exact: true }).waitFor()
      await shoot(staff.page, "order-canceled")
      expect(desk.store.ledger(order.purchaseOrderId)).toContainEqual(
        expect.objectContaining({ effect: "cancelled", reason: "SELLER_CANCEL_OUT_OF_STOCK" })
      )
    })
  })

  it("a customer's wish to cancel stands above the order, is preselected, and one button does the rest", async () => {
    const order = await desk.store.order({ lines: LINES })
    desk.shop.walmart(`orders/${order.purchaseOrderId}/intent-to-cancel`, {})
    await desk.sit("customer-asks", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Read the order again at Walmart", staff.card).click()
      await staff.page.getByText("The customer asked Walmart to cancel.").waitFor()
      await shoot(staff.page, "customer-asks-to-cancel")
      await staff.button("Choose a reason or cancel", staff.card).click()
      const wish = staff.dialog.getByRole("radio", { name: "Customer asked to cancel" })
      expect(await wish.isChecked()).toBe(true)
      await staff.button("Save and cancel the order", staff.dialog).click()
      await staff.button("Cancel the order", staff.dialog).click()
      await staff.update("Cancellation 1").getByText("Sent", { exact: true }).waitFor()
      await desk.store.ledgerHas(order.purchaseOrderId, "cancelled")
    })
  })

  it("some units are canceled with their own reason, and what it causes is said beside it", async () => {
    const lines = [{ sku: "MUG-2", quantity: 3, price: 11.5 }]
    const order = await desk.store.order({ lines })
    await desk.sit("cancel-units", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Cancel some units", staff.card).click()
      const drawer = staff.dialog
      await drawer.getByLabel(/^Line 1/).fill("4")
      await drawer.getByText("At most 3 units can be canceled.").waitFor()
      await drawer.getByLabel(/^Line 1/).fill("2")
      await drawer.getByRole("radio", { name: "Out of stock" }).click()
      await drawer.getByText("Walmart sets its stock of MUG-2 to zero").waitFor()
      await drawer.getByText(/In the last 30 days \d+ of \d+ orders/).waitFor()
      await shoot(staff.page, "cancel-units")
      await staff.button("Cancel these units", drawer).click()
      await staff.update("Cancellation 1").getByText("Sent", { exact: true }).waitFor()
      expect(desk.store.ledger(order.purchaseOrderId)).toContainEqual(
        expect.objectContaining({ effect: "cancelled", quantity: 2 })
      )
    })
  })

  it("the customer's wish is not offered as a reason when there is none", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("no-wish", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Choose a reason or cancel", staff.card).click()
      await staff.dialog.getByRole("radio", { name: "Out of stock" }).waitFor()
      expect(await staff.dialog.getByRole("radio", { name: "Customer asked" }).count()).toBe(0)
    })
  })

  it("what Walmart itself canceled is said above the order, before anybody ships", async () => {
    const order = await desk.store.order({ lines: LINES })
    desk.shop.walmart(`orders/${order.purchaseOrderId}/cancel`, {
      subEventType: "FRAUD_CANCEL",
    })
    await desk.sit("fraud", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Read the order again at Walmart", staff.card).click()
      await staff.page.getByText(/Walmart has canceled this order\. Do not ship it/).waitFor()
      await shoot(staff.page, "canceled-by-walmart")
    })
  })
}
