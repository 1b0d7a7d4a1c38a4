import type { Desk } from "./desk"
import { shoot } from "./screenshots"

const LINES = [
  { sku: "MUG-1", quantity: 2, price: 19.98, tax: 1.65 },
  { sku: "SHIRT-S", quantity: 1, price: 19.95 },
]
/** A published sample number of UPS, and one with a wrong digit. */
const GOOD = "1Z879E930346834440"
const MISTYPED = "1Z879E930346834441"

/** Shipping on Medusa's own screens. */
export function shippingTests(desk: Desk): void {
  it("a Walmart order is on the Orders page, with a way to Medusa's own order", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("arrival", async (staff) => {
      await staff.open(`/walmart?q=${order.customerOrderId}`)
      await staff.row(order.purchaseOrderId).waitFor()
      await staff.page
        .getByRole("row")
        .getByRole("link", { name: /^#\d+$/ })
        .click()
      await staff.page.waitForURL(`**/orders/${order.orderId}`)
      await staff.card.getByText(order.purchaseOrderId).waitFor()
      await staff.update("Order confirmation").getByText("Sent", { exact: true }).waitFor()
    })
  })

  it("the Ship screen refuses a mistyped number with what to do, and a good one is sent in front of one's eyes", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("ship", async (staff) => {
      await staff.fulfill(order.orderId)
      await staff.openShipScreen()
      await staff.shipWith(MISTYPED)
      await staff.toast(/not a valid UPS tracking number.*correct it/s).waitFor()
      await shoot(staff.page, "ship-screen-refuses")
      const { fulfillments } = await desk.store.admin.order(order.orderId)
      expect(fulfillments.map(({ shipped_at }) => shipped_at)).toEqual([null])
      expect(desk.store.ledger(order.purchaseOrderId)).not.toContainEqual(
        expect.objectContaining({ effect: "shipped" })
      )
      await staff.shipWith(GOOD)
      await staff.page.waitForURL(`**/orders/${order.orderId}`)
      await staff.update("Shipment 1").getByText("Sent", { exact: true }).waitFor()
      await staff.card.getByText("Shipped", { exact: true }).waitFor()
      await shoot(staff.page, "order-shipped")
      expect(desk.store.ledger(order.purchaseOrderId)).toContainEqual(
        expect.objectContaining({ effect: "shipped", trackingNumber: GOOD, carrier: "UPS" })
      )
    })
  })

  it("shipping without a tracking number is refused, and nothing that was typed is lost", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("ship-empty", async (staff) => {
      await staff.fulfill(order.orderId)
      await staff.openShipScreen()
      await staff.shipWith("n/a")
      await staff.toast(/tracking number/i).waitFor()
      expect(await staff.page.getByLabel("Tracking number").inputValue()).toBe("n/a")
    })
  })

  it("a carrier that is checked and chosen before shipping is the one Walmart gets", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("carrier", async (staff) => {
      await staff.fulfill(order.orderId)
      await staff.button("Check number or set carrier").click()
      const drawer = staff.dialog
      await drawer.getByLabel("Tracking number").fill("AC-1234567")
      await staff.button("Check the number", drawer).click()
      await drawer
        .getByText(/carrier/i)
        .first()
        .waitFor()
      await drawer.getByRole("combobox", { name: "Carrier" }).fill("Acme Parcel")
      await drawer.getByLabel("Tracking link").fill("https://acme.example/t/AC1234567")
      await shoot(staff.page, "carrier-drawer")
      await staff.button("Use this carrier", drawer).click()
      await staff.card.getByText("Chosen: Acme Parcel").waitFor()
      await staff.openShipScreen()
      await staff.shipWith("AC-1234567")
      await staff.update("Shipment 1").getByText("Sent", { exact: true }).waitFor()
      expect(desk.store.ledger(order.purchaseOrderId)).toContainEqual(
        expect.objectContaining({ effect: "shipped", carrier: "Acme Parcel" })
      )
    })
  })
}
