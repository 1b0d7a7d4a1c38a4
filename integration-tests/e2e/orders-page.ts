import type { Locator } from "playwright-core"
import type { Desk } from "./desk"
import { violations } from "./accessibility"
import { refusedOrder } from "./correcting"
import { shoot } from "./screenshots"
import type { Staff } from "./staff"

/** The Orders page: finding what needs a hand, and many at once. */
export function ordersPageTests(desk: Desk): void {
  it("an order that could not be imported says why, and is imported when the cause is gone", async () => {
    const sku = `NEW-${Date.now()}`
    const lines = [{ sku, quantity: 1, price: 9.99 }]
    const { purchaseOrderId } = desk.store.simulator.control.createOrder({ lines })
    await desk.shop.importFailed(purchaseOrderId)
    await desk.sit("import-failed", async (staff) => {
      await staff.open("/walmart")
      await staff.button(/Could not be imported/).click()
      await staff.page.getByText(`No product has the SKU ${sku}.`).waitFor()
      await shoot(staff.page, "could-not-be-imported")
      await staff.row(purchaseOrderId).click()
      const again = staff.button("Try the import again", staff.dialog)
      await again.waitFor()
      // Not before: the next fetch would import it, and the drawer would open without the button.
      await desk.shop.product(sku)
      await again.click()
      await desk.store.imported(purchaseOrderId)
      await staff.open(`/walmart?q=${purchaseOrderId}`)
      await staff.page.getByRole("link", { name: /^#\d+$/ }).waitFor()
    })
  })

  it("an item that no product has gets its product in three clicks, and later orders have it too", async () => {
    const sku = `W-${Date.now()}`
    const body = { lines: [{ sku, quantity: 1, price: 9.99 }] }
    const { purchaseOrderId } = desk.store.simulator.control.createOrder(body)
    await desk.shop.importFailed(purchaseOrderId)
    await desk.sit("choose-product", async (staff) => {
      await staff.open(`/walmart?q=${purchaseOrderId}`)
      await staff.row(purchaseOrderId).waitFor()
      await staff.atRest()
      const clicks = await staff.clicks()
      const row = staff.page.getByRole("row").filter({ hasText: purchaseOrderId })
      await staff.button("Choose product…", row).click()
      await staff.page.keyboard.type("MUG-1")
      await staff.dialog.getByRole("radio", { name: /MUG-1/ }).waitFor()
      await staff.atRest()
      expect(await violations(staff.page, ["[role=dialog]"])).toEqual([])
      await shoot(staff.page, "choose-product")
      await staff.dialog.getByRole("radio", { name: /MUG-1/ }).click()
      await staff.button("Save and import", staff.dialog).click()
      await staff.toast("The order was imported.").waitFor()
      expect(await clicks()).toBeLessThanOrEqual(3)
      await desk.store.imported(purchaseOrderId)
      await desk.store.order(body)
      await staff.open("/settings/walmart")
      await staff.page.getByRole("region", { name: "Products" }).getByText(sku).waitFor()
    })
  })

  it("an order without a product is confirmed and canceled at Walmart by hand", async () => {
    const lines = [{ sku: `GONE-${Date.now()}`, quantity: 1, price: 9.99 }]
    const { purchaseOrderId } = desk.store.simulator.control.createOrder({ lines })
    await desk.shop.importFailed(purchaseOrderId)
    await desk.sit("by-hand", async (staff) => {
      await staff.open(`/walmart?q=${purchaseOrderId}`)
      await staff.row(purchaseOrderId).click()
      await staff.button("Confirm at Walmart", staff.dialog).click()
      await desk.store.ledgerHas(purchaseOrderId, "acknowledged")
      await shoot(staff.page, "by-hand")
      await staff.button("Cancel at Walmart…", staff.dialog).click()
      await staff.dialog.getByRole("radio", { name: "Out of stock" }).click()
      await shoot(staff.page, "by-hand-cancel")
      await staff.button("Cancel at Walmart", staff.dialog).click()
      await desk.store.ledgerHas(purchaseOrderId, "cancelled")
      await staff.dialog.getByText("Canceled", { exact: true }).first().waitFor()
    })
  })

  it("is searched by both numbers, SKU, tracking number and Medusa's number", async () => {
    const order = await refusedOrder(desk)
    const { display_id } = await desk.store.admin.order(order.orderId)
    const searches = [
      order.purchaseOrderId,
      order.customerOrderId,
      String(display_id),
      "SHIRT-S",
      order.trackingNumber,
    ]
    await desk.sit("search", async (staff) => {
      await staff.open("/walmart")
      await staff.page.getByPlaceholder("Order, customer, product, ZIP, tracking").waitFor()
      for (const text of searches) {
        const answered = staff.page.waitForResponse((answer) => {
          const { pathname, searchParams } = new URL(answer.url())
          return pathname === "/admin/walmart/orders" && searchParams.get("q") === text
        })
        await staff.page.getByPlaceholder("Order, customer, product, ZIP, tracking").fill(text)
        await answered
        await staff.atRest()
        await staff.row(order.purchaseOrderId).waitFor()
      }
      await staff.page
        .getByPlaceholder("Order, customer, product, ZIP, tracking")
        .fill("no such order")
      await staff.page.getByText("No results").waitFor()
    })
  })

  it("a card filters, a filter of the menu too, and the address keeps both", async () => {
    await refusedOrder(desk)
    await desk.sit("filter", async (staff) => {
      await staff.open("/walmart")
      await staff.button(/^Needs attention \d+$/).click()
      await staff.page.waitForURL(/sync_status=needs_attention/)
      await staff.page.getByRole("button", { name: /^Needs attention/, pressed: true }).waitFor()
      await staff.page
        .getByRole("row")
        .nth(1)
        .getByText("Needs attention", { exact: true })
        .waitFor()
      await staff.page.reload()
      await staff.page
        .getByRole("row")
        .nth(1)
        .getByText("Needs attention", { exact: true })
        .waitFor()
    })
  })

  it("retries several at once, when the cause is gone", async () => {
    const orders = [await refusedOrder(desk), await refusedOrder(desk)]
    await desk.sit("bulk-retry", async (staff) => {
      await staff.open("/walmart?sync_status=needs_attention&order=-ordered_at")
      for (const { purchaseOrderId } of orders)
        await staff.page.getByRole("checkbox", { name: `Choose order ${purchaseOrderId}` }).click()
      await staff.page.getByText("2 orders chosen").waitFor()
      await shoot(staff.page, "orders-page-bulk")
      await staff.button(/^Retry/, staff.page.getByRole("dialog")).click()
      await staff.toast(/2 sent again/).waitFor()
      for (const { purchaseOrderId } of orders)
        await desk.store.ledgerHas(purchaseOrderId, "shipped")
    })
  })

  it("shows deadlines worst first, and counts what is near on the page and in the menu", async () => {
    const hour = 3_600_000
    const late = await desk.store.order({
      lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }],
      orderedAt: Date.now() - 48 * hour,
      shipBy: Date.now() - hour,
      deliverBy: Date.now() + 48 * hour,
    })
    await desk.sit("deadlines", async (staff) => {
      await staff.open("/walmart")
      await staff.button(/^\d+ late$/).click()
      await staff.page.waitForURL(/deadline=ship_overdue/)
      await staff.row(late.purchaseOrderId).waitFor()
      await staff.page
        .getByText(/overdue/)
        .first()
        .waitFor()
      await staff.page
        .getByRole("link", { name: /needs? you: Walmart|Walmart/ })
        .first()
        .waitFor()
      await shoot(staff.page, "deadlines")
    })
  })

  it("opens an order at the side, with everything the order page shows", async () => {
    const order = await refusedOrder(desk)
    await desk.sit("drawer", async (staff) => {
      await staff.open("/walmart?order=-ordered_at")
      await staff.row(order.purchaseOrderId).waitFor()
      await shoot(staff.page, "orders-page")
      await staff.row(order.purchaseOrderId).click()
      await staff.dialog.getByText("Shipment 1", { exact: true }).waitFor()
      await shoot(staff.page, "orders-page-drawer")
      await staff.page.keyboard.press("Escape")
      await staff.dialog.waitFor({ state: "detached" })
    })
  })

  it("a customer's request is one click away, and so is a failure's correction; a name and a ZIP find their order", async () => {
    const lines = [{ sku: "MUG-1", quantity: 1, price: 9.99 }]
    const address = { name: "Zoe Quillfeather", city: "Springfield", postalCode: "62704" }
    const asked = await desk.store.order({ lines, address })
    desk.shop.walmart(`orders/${asked.purchaseOrderId}/intent-to-cancel`, {})
    await desk.store.admin.post(`/admin/walmart/orders/${asked.orderId}/refresh`)
    const failed = await refusedOrder(desk)
    const unknown = desk.store.simulator.control.createOrder({
      lines: [{ ...lines[0], sku: "NOBODY-SELLS-THIS" }],
    })
    await desk.shop.importFailed(unknown.purchaseOrderId)
    await desk.sit("to-do", async (staff) => {
      await staff.open("/walmart")
      await staff.button(/^\d+ customers? asks? to cancel$/).click()
      await staff.row(asked.purchaseOrderId).waitFor()
      await staff.page.getByText("Zoe Quillfeather").waitFor()
      for (const text of ["zoe quill", "62704", failed.purchaseOrderId]) {
        await staff.open("/walmart")
        await staff.page.getByPlaceholder("Order, customer, product, ZIP, tracking").fill(text)
        const wanted = text === failed.purchaseOrderId ? failed : asked
        await staff.page.waitForURL(/q=/)
        await staff.atRest()
        await staff.row(wanted.purchaseOrderId).waitFor()
      }
      const row = staff.page.getByRole("row").filter({ hasText: failed.purchaseOrderId })
      await staff.button("Correct", row).click()
      await staff.dialog.getByLabel("Tracking number").waitFor()
      await shoot(staff.page, "correct-in-list")
      await staff.page.keyboard.press("Escape")
      // The page at its widest: with every button that a row can have.
      await staff.open("/walmart?order=-ordered_at")
      await staff.row(unknown.purchaseOrderId).waitFor()
      for (const width of [1280, 1440]) {
        await staff.page.setViewportSize({ width, height: 900 })
        expect(await sideways(staff)).toBeLessThanOrEqual(0)
        await shoot(staff.page, `orders-page-${width}`)
      }
      // A phone shows what has to be done by when without being scrolled sideways.
      await staff.page.setViewportSize({ width: 390, height: 844 })
      const { x, width } = await placeOf(row.getByText(/, 20\d\d, /))
      expect(x + width).toBeLessThanOrEqual(390)
    })
  })
}

/** How far the table would have to be scrolled sideways. */
function sideways(staff: Staff): Promise<number> {
  return staff.page
    .locator("main table")
    .first()
    .evaluate(({ parentElement: box }) => (box ? box.scrollWidth - box.clientWidth : 0))
}

/** Where something is on the screen. */
async function placeOf(found: Locator): Promise<{ x: number; width: number }> {
  const box = await found.boundingBox()
  if (!box) throw new Error("It is not on the screen.")
  return box
}
