import { violations } from "./accessibility"
import type { Desk } from "./desk"
import { shoot } from "./screenshots"
import type { Staff } from "./staff"

const LINES = [{ sku: "MUG-1", quantity: 1, price: 9.99 }]

/** The dashboard has languages with a region, which it writes in a way of its own. */
export function languageTests(desk: Desk): void {
  it("list, order and stock are there in a language of the dashboard that has a region", async () => {
    const { orderId, purchaseOrderId } = await desk.store.order({ lines: LINES })
    await desk.sit("language-with-region", async (staff) => {
      await speak(staff, desk.store.url, "ptBR")
      try {
        await staff.open(`/walmart?q=${purchaseOrderId}`)
        await staff.row(purchaseOrderId).waitFor()
        await shoot(staff.page, "language-with-region")
        await staff.open(`/orders/${orderId}`)
        await staff.card.getByText(purchaseOrderId).waitFor()
        await staff.open("/walmart/stock")
        await staff.page.getByRole("searchbox").waitFor()
      } finally {
        await forget(staff)
      }
    })
  })

  it("the stock page keeps search and state in its address, through a reload and a step back", async () => {
    await desk.sit("stock-address", async (staff) => {
      await staff.open("/walmart/stock")
      await staff.page.getByRole("combobox").click()
      await staff.page.getByRole("option", { name: "Sent" }).click()
      await staff.page.waitForURL(/state=sent/)
      await staff.page.getByRole("searchbox").fill("NO-SUCH-SKU")
      await staff.page.waitForURL(/q=NO-SUCH-SKU/)
      await staff.page.reload()
      const search = staff.page.getByRole("searchbox")
      await search.waitFor()
      expect(await search.inputValue()).toBe("NO-SUCH-SKU")
      expect(await staff.page.getByRole("combobox").textContent()).toBe("Sent")
      expect(await violations(staff.page, ["main"])).toEqual([])
      await staff.page.goBack()
      await staff.page.waitForURL((url) => url.pathname.endsWith("/stock") && url.search === "")
      await staff.page.getByText("Nothing sent yet").waitFor()
      await staff.atRest()
      expect(await search.inputValue()).toBe("")
      expect(new URL(staff.page.url()).search).toBe("")
    })
  })
}

/** Chooses a language as the dashboard's own profile page keeps it. */
async function speak(staff: Staff, url: string, language: string): Promise<void> {
  await staff.page.context().addCookies([{ name: "lng", value: language, url }])
}

async function forget({ page }: Staff): Promise<void> {
  await page.evaluate(() => window.localStorage.removeItem("lng"))
  await page.context().clearCookies({ name: "lng" })
}
