import type { Locator } from "playwright-core"
import { upsNumber } from "../../testing/ups-number"
import type { Desk } from "./desk"
import { shoot } from "./screenshots"
import type { Staff } from "./staff"

const LINES = [
  { sku: "MUG-1", quantity: 2, price: 19.98, tax: 1.65 },
  { sku: "SHIRT-S", quantity: 1, price: 19.95 },
]
const MISTYPED = "1Z879E930346834441"

/** Shipping without leaving the list. */
export function shipFromListTests(desk: Desk): void {
  it("one order is shipped with one click and a scan, and the next with a scan alone", async () => {
    const [second, first] = [
      await desk.store.order({ lines: LINES }),
      await desk.store.order({ lines: LINES }),
    ]
    const numbers = [upsNumber(), upsNumber()]
    await desk.sit("ship-from-list", async (staff) => {
      await staff.open("/walmart?status=open&order=-ordered_at")
      await staff.button(`Ship order ${first.purchaseOrderId}`).click()
      await shipTitle(staff, first.purchaseOrderId).waitFor()
      await staff.dialog.getByText("MUG-1", { exact: true }).waitFor()
      await shoot(staff.page, "ship-drawer")
      await scan(staff, numbers[0])
      await staff.toast(`Shipped with ${numbers[0]}`).waitFor()
      await shipTitle(staff, second.purchaseOrderId).waitFor()
      await scan(staff, numbers[1])
      await staff.toast(`Shipped with ${numbers[1]}`).waitFor()
      for (const [index, { purchaseOrderId }] of [first, second].entries()) {
        await desk.store.ledgerHas(purchaseOrderId, "shipped")
        const [parcel] = desk.store.ledger(purchaseOrderId, "shipped")
        expect(parcel).toMatchObject({ trackingNumber: numbers[index], carrier: "UPS" })
      }
    })
  })

  it("the keyboard alone ships; a refusal stands at the number, and what Medusa lost is done again once", async () => {
    const order = await desk.store.order({ lines: LINES })
    const number = upsNumber()
    await desk.sit("ship-by-keyboard", async (staff) => {
      await staff.open(`/walmart?q=${order.purchaseOrderId}`)
      await staff.row(order.purchaseOrderId).waitFor()
      await staff.page.keyboard.press("s")
      await shipTitle(staff, order.purchaseOrderId).waitFor()
      await scan(staff, MISTYPED)
      await staff.dialog.getByText(/not a valid UPS tracking number/).waitFor()
      await shoot(staff.page, "ship-drawer-refuses")
      const field = staff.dialog.getByLabel("Tracking number")
      expect(await field.inputValue()).toBe(MISTYPED)
      await staff.page.route("**/shipments", (route) => route.abort(), { times: 1 })
      await field.fill(number)
      await staff.page.keyboard.press("Enter")
      await staff.dialog.getByText(/could not be reached/).waitFor()
      await staff.page.keyboard.press("Enter")
      await staff.toast(`Shipped with ${number}`).waitFor()
      const { fulfillments } = await desk.store.admin.order(order.orderId)
      expect(fulfillments).toHaveLength(1)
      await desk.store.ledgerHas(order.purchaseOrderId, "shipped")
    })
  })
}

/** A scanner types fast and presses Enter. */
async function scan(staff: Staff, number: string): Promise<void> {
  await staff.page.keyboard.type(number)
  await staff.page.keyboard.press("Enter")
}

function shipTitle(staff: Staff, purchaseOrderId: string): Locator {
  return staff.dialog.getByRole("heading", { name: `Ship order ${purchaseOrderId}` })
}

/** Shipping many by a list of their numbers. */
export function shipListTests(desk: Desk): void {
  it("a dozen orders are shipped by a pasted list; what would be refused is said first, and nothing goes out twice", async () => {
    const made = Array.from({ length: 12 }, () =>
      desk.store.simulator.control.createOrder({
        lines: [{ sku: "MUG-2", quantity: 1, price: 11.5 }],
        status: "Acknowledged",
      })
    )
    for (const { purchaseOrderId } of made) await desk.store.imported(purchaseOrderId)
    const rows = made.map(({ purchaseOrderId }) => `${purchaseOrderId}\t${upsNumber()}`)
    const wrong = ["108800000000000\t1Z999AA10123456784", `${made[0].purchaseOrderId}\t1.088E+14`]
    const text = ["Order\tTracking number", ...rows, ...wrong].join("\n")
    await desk.sit("ship-list", async (staff) => {
      await staff.open("/walmart")
      await staff.button("Ship a list").click()
      await staff.dialog.getByLabel("Orders and tracking numbers").fill(text)
      await staff.button("Check the list", staff.dialog).click()
      await staff.dialog.getByText("12 ready · 1 refused · 1 not readable").waitFor()
      await staff.dialog.getByText(/There is no Walmart order "108800000000000"/).waitFor()
      await staff.dialog.getByText(/spreadsheet shortened this number/).waitFor()
      await shoot(staff.page, "ship-list-checked")
      const startedAt = Date.now()
      await staff.button("Ship 12 parcels", staff.dialog).click()
      await staff.button("Stop", staff.dialog).click()
      await staff.button("Back to the list", staff.dialog).waitFor({ timeout: 120_000 })
      // As if the page were reloaded in the middle: what has been shipped is seen at the orders.
      await staff.page.reload()
      await staff.button("Check the list", staff.dialog).click()
      await staff.dialog
        .getByText(/\d+ ready · 1 refused · 1 not readable · \d+ already shipped/)
        .waitFor()
      await staff.button(/^Ship \d+ parcels?$/, staff.dialog).click()
      await staff.button("Close", staff.dialog).waitFor({ timeout: 120_000 })
      console.info(`A list of 12 parcels took ${Date.now() - startedAt} ms.`)
      await shoot(staff.page, "ship-list-shipped")
      for (const { purchaseOrderId } of made) {
        await desk.store.ledgerHas(purchaseOrderId, "shipped")
        expect(desk.store.ledger(purchaseOrderId, "shipped")).toHaveLength(1)
        const [order] = await desk.store.admin.searchOrders(purchaseOrderId)
        expect((await desk.store.admin.order(order.id)).fulfillments).toHaveLength(1)
      }
    })
  })
}
