import type { Locator } from "playwright-core"
import { violations } from "./accessibility"
import { dress } from "./browser"
import { refusedOrder } from "./correcting"
import type { Desk } from "./desk"
import { shoot } from "./screenshots"
import type { Staff } from "./staff"

const LINES = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]
/** No carrier of Walmart's list writes such numbers. */
const NUMBER = "AC-7654321"

/** The carrier is chosen while typing, and what is wrong stands at the field that it is about. */
export function carrierFieldTests(desk: Desk): void {
  it("a carrier is found while typing, by keyboard alone, and one of no list is taken as it is typed", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("carrier-field", async (staff) => {
      const { keyboard } = staff.page
      await openDrawer(staff, order.purchaseOrderId)
      await staff.dialog.getByLabel("Tracking number").fill(NUMBER)
      const field = staff.dialog.getByRole("combobox", { name: "Carrier" })
      const fault = await faultOf(field)
      await fault.getByText(/does not tell its carrier\. Carrier not in the list\?/).waitFor()
      await field.focus()
      await keyboard.type("fed")
      const options = staff.dialog.getByRole("option")
      await options.first().waitFor()
      const names = await options.allInnerTexts()
      expect(names.every((name) => /fed/i.test(name))).toBe(true)
      expect(names[0]).toBe("FedEx")
      expect(await atHand(field)).toBe(names[0])
      await keyboard.press("End")
      expect(await atHand(field)).toBe(names[names.length - 1])
      await keyboard.press("Home")
      expect(await atHand(field)).toBe(names[0])
      expect(await violations(staff.page, ["[role=dialog]"])).toEqual([])
      await shoot(staff.page, "carrier-field")
      await keyboard.press("Escape")
      await options.first().waitFor({ state: "detached" })
      expect(await field.inputValue()).toBe("fed")
      await keyboard.press("ArrowDown")
      await keyboard.press("ArrowDown")
      await keyboard.press("Enter")
      expect(await field.inputValue()).toBe("FedEx")
      await field.fill("Acme Parcel")
      const link = staff.dialog.getByLabel("Tracking link")
      await (await faultOf(link)).getByText(/Acme Parcel/).waitFor()
      expect(await field.getAttribute("aria-invalid")).toBeNull()
      await link.fill("https://acme-parcel.example/t/1")
      await keyboard.press("Enter")
      await staff.toast(`Shipped with ${NUMBER}`).waitFor()
      await desk.store.ledgerHas(order.purchaseOrderId, "shipped")
      expect(desk.store.ledger(order.purchaseOrderId, "shipped")).toMatchObject([
        { carrier: "Acme Parcel" },
      ])
    })
  })

  it("the list of carriers is in view on a phone, and is chosen from by a tap", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("carrier-phone", async (staff) => {
      await openDrawer(staff, order.purchaseOrderId)
      await dress(staff.page, { theme: "dark", screen: "phone" })
      const field = staff.dialog.getByRole("combobox", { name: "Carrier" })
      await field.click()
      const list = staff.dialog.getByRole("listbox", { name: "Carrier" })
      await list.waitFor()
      expect(await isInView(list)).toBe(true)
      await staff.page.screenshot({ path: "integration-tests/e2e/screenshots/carrier-phone.png" })
      await list.getByRole("option", { name: "USPS", exact: true }).click()
      expect(await field.inputValue()).toBe("USPS")
      await list.waitFor({ state: "detached" })
    })
  })

  it("what is wrong with a corrected number or carrier stands under its field", async () => {
    const order = await refusedOrder(desk)
    await desk.sit("correct-at-field", async (staff) => {
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Correct", staff.update("Shipment 1")).click()
      const number = staff.dialog.getByLabel("Tracking number")
      await number.fill(order.purchaseOrderId)
      await staff.page.keyboard.press("Enter")
      await (await faultOf(number)).getByText(/order/).waitFor()
      await shoot(staff.page, "correct-at-field")
      await number.fill(NUMBER)
      expect(await number.getAttribute("aria-invalid")).toBeNull()
      const carrier = staff.dialog.getByRole("combobox", { name: "Carrier" })
      await carrier.fill("Acme Parcel")
      await staff.button("Send again", staff.dialog).click()
      const link = staff.dialog.getByLabel("Tracking link")
      await (await faultOf(link)).getByText(/Acme Parcel/).waitFor()
    })
  })
}

async function openDrawer(staff: Staff, purchaseOrderId: string): Promise<void> {
  await staff.open(`/walmart?q=${purchaseOrderId}`)
  await staff.button(`Ship order ${purchaseOrderId}`).click()
  await staff.dialog.getByText("MUG-2", { exact: true }).waitFor()
}

/** What a field says is wrong with it, once it says so: it is marked, and names the words. */
async function faultOf(field: Locator): Promise<Locator> {
  const page = field.page()
  await page.locator("[aria-invalid=true]").and(field).waitFor()
  const id = await field.getAttribute("aria-describedby")
  return page.locator(`[id="${id}"]`)
}

/** The option that Enter would take, as the field names it to a screen reader. */
function atHand(field: Locator): Promise<string | null> {
  return field.evaluate((input) => {
    const id = input.getAttribute("aria-activedescendant")
    return id === null ? null : (document.getElementById(id)?.textContent ?? null)
  })
}

function isInView(list: Locator): Promise<boolean> {
  return list.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect()
    return top >= 0 && left >= 0 && bottom <= window.innerHeight && right <= window.innerWidth
  })
}
