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
      await staff
        .toast("Choose a cancellation reason in the Walmart box first, then cancel again.")
        .waitFor()
      await shoot(staff.page, "cancel-asks-for-a-reason")
      await staff.closeToasts()
      await staff.button("Cancel order…", staff.card).click()
      const drawer = staff.dialog
      await drawer.getByRole("radio", { name: "Out of stock" }).click()
      await drawer.getByText("Sets Walmart's stock to 0").waitFor()
      await drawer.getByText("Walmart sets its stock of MUG-2 to 0").waitFor()
      await shoot(staff.page, "cancel-reasons")
      await staff.button("Only save the reason", drawer).click()
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
      await staff.page.getByText(/^Customer wants to cancel 1 × /).waitFor()
      await shoot(staff.page, "customer-asks-to-cancel")
      await staff.button("Cancel order…", staff.card).click()
      const wish = staff.dialog.getByRole("radio", { name: "Customer asked to cancel" })
      expect(await wish.isChecked()).toBe(true)
      await staff.button("Cancel order", staff.dialog).click()
      await staff.update("Cancellation 1").getByText("Sent", { exact: true }).waitFor()
      await desk.store.ledgerHas(order.purchaseOrderId, "cancelled")
    })
  })

  it("some units are canceled with their own reason, and what it causes is said beside it", async () => {
    const lines = [{ sku: "MUG-2", quantity: 3, price: 11.5 }]
    const order = await desk.store.order({ lines })
    await desk.sit("cancel-units", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      const clicks = await staff.clicks()
      await staff.button("Cancel items…", staff.card).click()
      const drawer = staff.dialog
      const field = drawer.getByLabel(/^Line 1/)
      await field.waitFor()
      expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
      await drawer.getByLabel(/^Line 1/).fill("4")
      await drawer.getByText("At most 3 units can be canceled.").waitFor()
      await drawer.getByLabel(/^Line 1/).fill("2")
      await drawer.getByRole("radio", { name: "Out of stock" }).click()
      await drawer.getByText("Walmart sets its stock of MUG-2 to 0").waitFor()
      await drawer.getByText(/In the last 30 days \d+ of \d+ orders/).waitFor()
      await shoot(staff.page, "cancel-units")
      await staff.button("Cancel items", drawer).click()
      await staff.update("Cancellation 1").getByText("Sent", { exact: true }).waitFor()
      expect(await clicks()).toBeLessThanOrEqual(3)
      expect(desk.store.ledger(order.purchaseOrderId)).toContainEqual(
        expect.objectContaining({ effect: "cancelled", quantity: 2 })
      )
    })
  })

  it("a customer's request for one item is named, and obeyed for that item alone", async () => {
    const lines = [
      { sku: "MUG-1", quantity: 2, price: 19.98 },
      { sku: "SHIRT-S", quantity: 1, price: 19.95 },
    ]
    const order = await desk.store.order({ lines })
    desk.shop.walmart(`orders/${order.purchaseOrderId}/intent-to-cancel`, { lines: ["1"] })
    await desk.store.admin.post(`/admin/walmart/orders/${order.orderId}/refresh`)
    await desk.sit("customer-asks-one-item", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.page.getByText(/^Customer wants to cancel 2 × /).waitFor()
      await staff.page.getByRole("link", { name: "Already shipped" }).waitFor()
      await shoot(staff.page, "customer-asks-one-item")
      const clicks = await staff.clicks()
      await staff.button(/^Cancel 2 × /).click()
      await staff.button("Cancel items", staff.dialog).click()
      await staff.update("Cancellation 1").getByText("Sent", { exact: true }).waitFor()
      await staff.page.getByText(/^Customer wants to cancel/).waitFor({ state: "detached" })
      expect(await clicks()).toBe(2)
      expect(desk.store.ledger(order.purchaseOrderId, "cancelled")).toMatchObject([
        { quantity: 2, reason: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL" },
      ])
    })
  })

  it("the customer's wish is not offered as a reason when there is none", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("no-wish", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Cancel order…", staff.card).click()
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
