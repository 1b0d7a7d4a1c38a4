import type { Page } from "playwright-core"
import { upsNumber } from "../../../testing/ups-number"
import type { Desk } from "../desk"
import { shoot } from "../screenshots"
import type { Staff } from "../staff"

const LINES = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]

/** Longer than a page that is looked at goes without asking, and than Walmart is not polled. */
const FOLLOWS_MS = { timeout: 120_000 }

/** What the screens say is so now, or they say that they do not know. */
export function truthTests(desk: Desk): void {
  it("a paused account is said above the cards and above its orders, since when, and no order of it is green or sending", async () => {
    const { admin } = desk.store
    const order = await desk.store.order({ lines: LINES })
    await admin.post("/admin/walmart/accounts/main/pause")
    try {
      await desk.store.ship(order.orderId)
      await desk.sit("paused", async (staff) => {
        const says = (page: Page) =>
          page.getByText(/Account main is paused\..*nothing is sent.*Paused since /)
        await staff.open("/walmart")
        await says(staff.page).waitFor()
        await shoot(staff.page, "orders-page-paused")
        await staff.open(`/orders/${order.orderId}`)
        await says(staff.page).waitFor()
        const strip = staff.strip(order.purchaseOrderId)
        await strip.getByText("Paused", { exact: true }).waitFor()
        expect(await strip.getByText(/up to date|Sending/).count()).toBe(0)
        await shoot(staff.page, "order-page-paused")
      })
    } finally {
      await admin.post("/admin/walmart/accounts/main/resume")
    }
  })

  it("what cannot be known of an order is said to be unknown, and asked for again by a button", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("unknown", async (staff) => {
      const path = `**/admin/walmart/orders/${order.orderId}`
      await staff.page.route(path, (route) =>
        route.fulfill({ status: 500, json: { message: "An unknown error occurred." } })
      )
      await staff.open(`/orders/${order.orderId}`)
      const strip = staff.strip(order.purchaseOrderId)
      await strip.getByText("Walmart status unknown", { exact: true }).waitFor()
      await strip.getByText(/error 500/).waitFor()
      await shoot(staff.page, "order-status-unknown")
      await staff.page.unroute(path)
      await staff.button("Try again", strip).click()
      await strip.getByText("Walmart up to date", { exact: true }).waitFor()
    })
  })

  it("an order page that is looked at follows what its customer does", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("live-order", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      const strip = staff.strip(order.purchaseOrderId)
      await strip.getByText("Walmart up to date", { exact: true }).waitFor()
      desk.shop.walmart(`orders/${order.purchaseOrderId}/intent-to-cancel`, {})
      await desk.store.admin.post(`/admin/walmart/orders/${order.orderId}/refresh`)
      await strip.getByText(/^Customer wants to cancel/).waitFor(FOLLOWS_MS)
    })
  })

  it("a parcel that is not shipped cannot be marked as delivered, so that it can still be shipped", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.store.admin.fulfill(order.orderId)
    await desk.sit("not-delivered", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Mark as delivered").click()
      await staff.button("Continue", staff.dialog).click()
      await staff.toast(/has not been shipped.*Mark it as shipped/s).waitFor()
      await shoot(staff.page, "delivered-refused")
      await staff.page.reload()
      await staff.openShipScreen()
      await staff.shipWith(upsNumber())
      await staff.update("Shipment 1").getByText("Sent", { exact: true }).waitFor()
      await desk.store.ledgerHas(order.purchaseOrderId, "shipped")
    })
  })

  it("an order that could not be imported is nowhere said to be up to date", async () => {
    const lines = [{ sku: `NOWHERE-${Date.now()}`, quantity: 1, price: 9.99 }]
    const { purchaseOrderId } = desk.store.simulator.control.createOrder({ lines })
    await desk.shop.importFailed(purchaseOrderId)
    await desk.sit("not-imported", async (staff) => {
      await staff.open(`/walmart?q=${purchaseOrderId}`)
      const row = staff.page.getByRole("row").filter({ hasText: purchaseOrderId })
      await row.getByText("Could not be imported", { exact: true }).waitFor()
      await staff.row(purchaseOrderId).click()
      await staff.dialog.getByText("Not imported", { exact: true }).waitFor()
      expect(await staff.page.getByText(/up to date/i).count()).toBe(0)
      // It would wait for a person, and be counted, in every test after this one.
      desk.shop.walmart(`orders/${purchaseOrderId}/cancel`, {})
    })
  })

  it("an order that was shipped in part elsewhere is not overdue for what can be done no more", async () => {
    const hour = 3_600_000
    const { control } = desk.store.simulator
    const { purchaseOrderId } = control.createOrder({
      lines: [{ sku: "MUG-2", quantity: 2, price: 11.5 }],
      ...{ orderedAt: Date.now() - 48 * hour, shipBy: Date.now() + 30 * hour },
    })
    const tracking = { carrier: "UPS", trackingNumber: upsNumber() }
    const part = [{ lineNumber: "1", quantity: 1 }]
    desk.shop.walmart(`orders/${purchaseOrderId}/ship`, { ...tracking, lines: part })
    const orderId = await desk.store.imported(purchaseOrderId)
    await desk.sit("shipped-in-part", async (staff) => {
      await staff.open(`/orders/${orderId}`)
      const strip = staff.strip(purchaseOrderId)
      await strip.getByText("Partially shipped", { exact: true }).waitFor()
      await strip.getByText("Ship by", { exact: true }).waitFor()
      expect(await strip.getByText(/overdue|Confirm by/).count()).toBe(0)
      await shoot(staff.page, "shipped-in-part-elsewhere")
      await staff.open("/walmart")
      await staff.button(/^Open [\d,]+$/).waitFor()
      expect(await staff.page.getByText(/not confirmed in time/).count()).toBe(0)
    })
  })

  it("the Orders page follows what arrives, and its cards count what its rows show", async () => {
    await desk.sit("live-list", async (staff) => {
      await staff.open("/walmart?order=-ordered_at")
      await staff.page.getByRole("row").nth(1).waitFor()
      const before = await openOrders(staff)
      const { purchaseOrderId } = desk.store.simulator.control.createOrder({ lines: LINES })
      await staff.row(purchaseOrderId).waitFor(FOLLOWS_MS)
      await staff.button(`Open ${before + 1}`).waitFor()
    })
  })
}

/** The number on the card of open orders. */
async function openOrders(staff: Staff): Promise<number> {
  const card = staff.button(/^Open [\d,]+$/)
  await card.waitFor()
  return Number((await card.innerText()).replace(/\D/g, ""))
}
