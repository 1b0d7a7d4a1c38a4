import { waitFor } from "../../testing/wait-for"
import type { AdminWalmartReturnListResponse } from "../../src/types/http"
import type { Desk } from "./desk"
import { shoot } from "./screenshots"

const LINES = [{ sku: "MUG-1", quantity: 2, price: 20, tax: 2 }]

/** Giving money back, in the Walmart box and by receiving on Medusa's own screen. */
export function refundingTests(desk: Desk): void {
  const shipped = async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.store.ship(order.orderId)
    await desk.store.ledgerHas(order.purchaseOrderId, "shipped")
    return order
  }

  const refunds = (purchaseOrderId: string) =>
    desk.store.ledger(purchaseOrderId, "refunded").map(({ quantity, amount }) => [quantity, amount])

  it("units of a line are refunded with their price and tax, for Walmart's reason", async () => {
    const order = await shipped()
    await desk.sit("refund", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.update("Shipment 1").getByText("Sent", { exact: true }).waitFor()
      await staff.button("Refund", staff.card).click()
      const drawer = staff.dialog
      const line = drawer.getByRole("group", { name: /^Line 1/ })
      await line.getByLabel(/^Units/).fill("3")
      await line.getByText("2 units at most.").waitFor()
      await line.getByLabel(/^Units/).fill("1")
      expect(await line.getByLabel("Amount with tax").inputValue()).toBe("11.00")
      await drawer.getByLabel("Walmart's reason").click()
      await staff.page.getByRole("option", { name: "Damaged item" }).click()
      await shoot(staff.page, "refund-units")
      await staff.button(/^Refund .*11\.00/, drawer).click()
      await staff.update("Refund 1").getByText("Sent", { exact: true }).waitFor()
      expect(refunds(order.purchaseOrderId).map(([, amount]) => amount)).toEqual([11])
    })
  })

  it("what a buyer sends back is received on Medusa's own screen, and Walmart refunds it", async () => {
    const order = await shipped()
    const lines = [{ purchaseOrderId: order.purchaseOrderId, quantity: 1 }]
    desk.shop.walmart("returns", { lines })
    const returnId = await waitFor("the return", () => returnOf(desk, order.purchaseOrderId))
    await desk.sit("return", async (staff) => {
      await staff.open(`/walmart/returns?q=${order.purchaseOrderId}`)
      await staff.page.getByText("On the way").first().waitFor()
      await staff.atRest()
      await shoot(staff.page, "returns-page")
      await staff.open(`/orders/${order.orderId}/returns/${returnId}/receive`)
      const units = staff.dialog.getByRole("spinbutton")
      // Medusa's screen fills in what was asked back as soon as its server has noted it.
      await waitFor("the units", async () => (await units.inputValue()) === "1")
      await staff.atRest()
      await shoot(staff.page, "receive-a-return")
      await staff.button("Save", staff.dialog).click()
      await staff.page.waitForURL(new RegExp(`/orders/${order.orderId}$`))
      await desk.store.ledgerHas(order.purchaseOrderId, "refunded")
      expect(refunds(order.purchaseOrderId)).toEqual([[1, 11]])
      await staff.open(`/orders/${order.orderId}`)
      await staff.card.getByText("Refunded", { exact: true }).first().waitFor()
      await shoot(staff.page, "return-refunded")
    })
  })
}

async function returnOf({ store }: Desk, purchaseOrderId: string): Promise<string | null> {
  const query = { q: purchaseOrderId }
  const path = "/admin/walmart/returns"
  const { returns } = await store.admin.get<AdminWalmartReturnListResponse>(path, query)
  return returns.at(0)?.return_id ?? null
}
