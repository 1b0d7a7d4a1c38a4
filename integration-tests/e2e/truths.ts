import type { Page } from "playwright-core"
import type { Desk } from "./desk"
import { shoot } from "./screenshots"
import type { Staff } from "./staff"

const LINES = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]

/** Longer than a page that is looked at goes without asking, and than Walmart is not polled. */
const FOLLOWS_MS = { timeout: 60_000 }

/** What may move on a page while it loads, as browsers add it up. */
const MOST_SHIFT = 0.01

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

  it("an order page that is looked at follows what its customer does, and moves nothing while it loads", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("live-order", async (staff) => {
      await measureShift(staff.page)
      await staff.open(`/orders/${order.orderId}`)
      const strip = staff.strip(order.purchaseOrderId)
      await strip.getByText("Walmart up to date", { exact: true }).waitFor()
      await staff.atRest()
      expect(await shiftOf(staff.page)).toBeLessThan(MOST_SHIFT)
      desk.shop.walmart(`orders/${order.purchaseOrderId}/intent-to-cancel`, {})
      await desk.store.admin.post(`/admin/walmart/orders/${order.orderId}/refresh`)
      await strip.getByText(/^Customer wants to cancel/).waitFor(FOLLOWS_MS)
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

interface WithShift {
  shift: number
}

/** Has every page from now on add up what moves on it by itself. */
async function measureShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as WithShift
    counted.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & Moved)[])
        if (!entry.hadRecentInput) counted.shift += entry.value
    }).observe({ type: "layout-shift", buffered: true })
  })
}

interface Moved {
  value: number
  hadRecentInput: boolean
}

function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as WithShift).shift)
}
