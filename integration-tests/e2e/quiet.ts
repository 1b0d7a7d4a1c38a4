import type { Page } from "playwright-core"
import type { Desk } from "./desk"

/** Longer than the pauses of a screen that follows something on its way, and shorter than those of one that has everything. */
const LONG_ENOUGH_MS = 12_000

/** Which calls to the plugin's API a page makes from now on, by path. */
function calls(page: Page): string[] {
  const paths: string[] = []
  page.on("request", (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith("/admin/walmart")) paths.push(pathname)
  })
  return paths
}

const orderCalls = (paths: string[]) => paths.filter((path) => !path.endsWith("/orders/counts"))

/** The screens ask no more than they need. */
export function quietTests(desk: Desk): void {
  it("the widget adds one request to a Walmart order's page and none to any other order's", async () => {
    const order = await desk.store.order({ lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] })
    const otherId = await desk.shop.nativeOrder()
    await desk.sit("one-request", async (staff) => {
      const paths = calls(staff.page)
      await staff.open(`/orders/${order.orderId}`)
      await staff.card.getByText(order.purchaseOrderId).waitFor()
      await staff.atRest()
      expect(orderCalls(paths)).toEqual([`/admin/walmart/orders/${order.orderId}`])
      paths.length = 0
      await staff.open(`/orders/${otherId}`)
      await staff.page.getByRole("heading", { name: /^#\d+$/ }).waitFor()
      await staff.atRest()
      expect(orderCalls(paths)).toEqual([])
      expect(await staff.card.count()).toBe(0)
    })
  })

  it("the widget keeps asking while something is on its way, and is silent in a hidden tab and calm when it has arrived", async () => {
    const order = await desk.store.order({ lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] })
    const delay = { kind: "delay", ms: 20_000 }
    const { purchaseOrderId } = order
    desk.shop.walmart("faults", {
      route: "orders.shipping",
      purchaseOrderId,
      fault: delay,
    })
    await desk.store.ship(order.orderId)
    await desk.sit("polling", async (staff) => {
      const paths = calls(staff.page)
      await staff.open(`/orders/${order.orderId}`)
      await staff.update("Shipment 1").getByText("Sending", { exact: true }).waitFor()
      await staff.page.waitForRequest(`**/admin/walmart/orders/${order.orderId}`)
      await setVisible(staff.page, false)
      await finished(staff.page)
      paths.length = 0
      await staff.page.waitForTimeout(6_000)
      expect(orderCalls(paths)).toEqual([])
      await setVisible(staff.page, true)
      await staff
        .update("Shipment 1")
        .getByText("Sent", { exact: true })
        .waitFor({ timeout: 120_000 })
      await finished(staff.page)
      paths.length = 0
      await staff.page.waitForTimeout(LONG_ENOUGH_MS)
      expect(orderCalls(paths)).toEqual([])
    })
  })
}

/** Lets a request that is under way arrive. */
async function finished(page: Page): Promise<void> {
  await page.waitForTimeout(1_500)
}

/** Headless Chromium hides no tab; the page is told that it is hidden, as the browser would tell it. */
async function setVisible(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate((visible) => {
    const value = visible ? "visible" : "hidden"
    Object.defineProperty(document, "visibilityState", { value, configurable: true })
    Object.defineProperty(document, "hidden", { value: !visible, configurable: true })
    window.dispatchEvent(new Event("visibilitychange"))
    document.dispatchEvent(new Event("visibilitychange"))
  }, isVisible)
}
