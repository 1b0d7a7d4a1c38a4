import { violations } from "./accessibility"
import type { Desk } from "./desk"
import { shoot } from "./screenshots"
import type { Staff } from "./staff"

const LINES = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]

/** What is looked at again and again, under a name. */
export function viewTests(desk: Desk): void {
  it("a view keeps filter, search, sorting and page size, is opened with two clicks, for who saved it alone, and is deleted", async () => {
    const { purchaseOrderId } = await desk.store.order({ lines: LINES })
    const kept = `status=open&order=-ordered_at&q=${purchaseOrderId}&size=50`
    await desk.sit("views", async (staff) => {
      await staff.open(`/walmart?${kept}`)
      await staff.row(purchaseOrderId).waitFor()
      await choose(staff, "Save this view")
      await staff.dialog.getByLabel("Name").waitFor()
      await staff.page.keyboard.type("Newest of one")
      await staff.page.keyboard.press("Enter")
      await staff.dialog.waitFor({ state: "detached" })
      await staff.open("/walmart")
      await staff.button("View").click()
      const item = staff.page.getByRole("menuitem", { name: "Newest of one" })
      await item.waitFor()
      expect(await violations(staff.page, ["[role=menu]"])).toEqual([])
      await shoot(staff.page, "saved-view")
      await item.click()
      await staff.row(purchaseOrderId).waitFor()
      const shown = new URL(staff.page.url()).searchParams
      expect([...shown].sort()).toEqual([...new URLSearchParams(kept)].sort())
      expect(await keptFor(staff)).toEqual([await userId(desk)])
      await staff.button("View").click()
      await staff.page.getByRole("menuitem", { name: "Delete a view" }).click()
      await staff.page.getByRole("menuitem", { name: "Newest of one" }).last().click()
      await staff.button("View").click()
      await staff.page.getByRole("menuitem", { name: "Save this view" }).waitFor()
      expect(await item.count()).toBe(0)
    })
  })
}

async function choose(staff: Staff, item: string): Promise<void> {
  await staff.button("View").click()
  await staff.page.getByRole("menuitem", { name: item }).click()
}

/** Whose views this browser keeps. */
function keptFor({ page }: Staff): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(window.localStorage)
      .filter((name) => name.includes("walmart.views."))
      .map((name) => name.slice(name.lastIndexOf(".") + 1))
  )
}

async function userId({ store }: Desk): Promise<string> {
  const { user } = await store.admin.get<{ user: { id: string } }>("/admin/users/me")
  return user.id
}
