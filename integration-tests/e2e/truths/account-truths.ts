import type { AdminWalmartAccount, AdminWalmartAccountListResponse } from "../../../src/types/http"
import { waitFor } from "../../../testing/wait-for"
import { TIME_ZONE } from "../browser"
import type { Desk } from "../desk"
import { shoot } from "../screenshots"

const LINES = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]
const KEYS = { clientId: "demo-client", clientSecret: "demo-secret" }
/** As the screens write a time for the browser's reader. */
const WRITTEN = new Intl.DateTimeFormat("en-US", {
  ...{ dateStyle: "medium", timeStyle: "short", timeZone: TIME_ZONE },
})
const SETTINGS = "/admin/walmart/accounts/main/settings"

/** Longer than a page that is looked at goes without asking, and than Walmart is not polled. */
const FOLLOWS_MS = { timeout: 120_000 }

/** What holds an account up is said wherever its orders are looked at. */
export function accountTruthTests(desk: Desk): void {
  it("a dry run is said above the cards and above its orders, and no order of it is green or sending", async () => {
    const { admin } = desk.store
    const order = await desk.store.order({ lines: LINES })
    await admin.post(SETTINGS, { dry_run: true })
    try {
      await desk.store.ship(order.orderId)
      await desk.sit("dry", async (staff) => {
        const says = staff.page.getByText(/Account main is in dry run\. Nothing is sent to Walmart/)
        await staff.open("/walmart")
        await says.waitFor()
        await staff.open(`/orders/${order.orderId}`)
        await says.waitFor()
        const strip = staff.strip(order.purchaseOrderId)
        await strip.getByText("Dry run", { exact: true }).waitFor()
        expect(await strip.getByText(/up to date|Sending/).count()).toBe(0)
        // It is shipped here, so that Medusa would refuse to cancel it.
        expect(await staff.button("Cancel order…", staff.card).count()).toBe(0)
        await shoot(staff.page, "order-page-dry-run")
      })
    } finally {
      await admin.post(SETTINGS, { dry_run: null })
    }
  })

  it("a Walmart that is down is said above the cards, with when orders were last fetched and not when it was last tried", async () => {
    const fault = { kind: "status", status: 503 }
    desk.shop.walmart("faults", { route: "orders.list", fault, times: 10_000 })
    try {
      const fetchedAt = await fetchedLongAgo(desk)
      await desk.sit("down", async (staff) => {
        await staff.open("/walmart")
        const said = staff.page.getByRole("alert").filter({ hasText: /account main/ })
        await said.getByText(/does not answer|could not be fetched/).waitFor(FOLLOWS_MS)
        await said.getByText(`Orders last fetched: ${fetchedAt}.`).waitFor(FOLLOWS_MS)
        expect(await said.getByText(/used up its calls/).count()).toBe(0)
        await shoot(staff.page, "orders-page-walmart-down")
        await staff.open("/settings/walmart")
        await staff.page.getByRole("definition").filter({ hasText: fetchedAt }).first().waitFor()
      })
    } finally {
      desk.store.simulator.control.run("DELETE", "faults")
    }
    await desk.sit("up-again", async (staff) => {
      await staff.open("/walmart")
      await staff.button(/^Open [\d,]+$/).waitFor()
      const said = staff.page.getByText(/last fetched/)
      await said.first().waitFor({ state: "detached", timeout: 120_000 })
    })
  })

  it("a key that Walmart takes no more fails the test of the connection at once, and is said above the cards", async () => {
    desk.shop.walmart("credentials", { ...KEYS, clientSecret: "another one" })
    await desk.sit("wrong-key", async (staff) => {
      try {
        await staff.open("/settings/walmart")
        await staff.button("Test connection").click()
        const result = staff.page.getByRole("region", { name: "Connection" })
        await result.getByText(/does not accept the client id/).waitFor()
        expect(await staff.page.getByText(/The key works/).count()).toBe(0)
        await shoot(staff.page, "connection-wrong-key")
        // The token that Walmart gave for the old key is refused too.
        const fault = { kind: "status", status: 401 }
        desk.shop.walmart("faults", { route: "orders.list", fault })
        const isFailing = async () => (await accountOf(desk)).last_poll_error !== null
        await waitFor("a poll to fail", isFailing, { everyMs: 250 })
        await staff.open("/walmart")
        await staff.page
          .getByText(/New orders of account main could not be fetched\..*not accept the client id/)
          .waitFor(FOLLOWS_MS)
        await shoot(staff.page, "orders-page-keys-refused")
      } finally {
        desk.shop.walmart("credentials", KEYS)
      }
      await staff.open("/settings/walmart")
      await staff.button("Test connection").click()
      await staff.page.getByText("The key works and has all permissions it needs.").waitFor()
      await staff.open("/walmart")
      await staff.button(/^Open [\d,]+$/).waitFor()
      const said = staff.page.getByText(/could not be fetched/)
      await said.waitFor({ state: "detached", timeout: 120_000 })
    })
  })
}

/**
 * As if Walmart had been down for three hours: the mark of what was fetched stands still while it is tried again and again.
 * @returns when that was, as the screens write it
 */
async function fetchedLongAgo(desk: Desk): Promise<string> {
  const isFailing = async () => (await accountOf(desk)).last_poll_error !== null
  await waitFor("a poll to fail", isFailing, { everyMs: 250 })
  await desk.store.db.query("UPDATE walmart_account SET polled_until = now() - interval '3 hours'")
  return WRITTEN.format(new Date((await accountOf(desk)).last_poll_at ?? ""))
}

/** What the screens know of the account. */
async function accountOf({ store }: Desk): Promise<AdminWalmartAccount> {
  const { accounts } =
    await store.admin.get<AdminWalmartAccountListResponse>("/admin/walmart/accounts")
  return accounts[0]
}
