import type { Desk } from "./desk"
import { shoot } from "./screenshots"
import type { Staff } from "./staff"

/** The settings page: connection, pausing, and what may be changed. */
export function settingsTests(desk: Desk): void {
  const credential = { clientId: "demo-client", clientSecret: "demo-secret" }

  it("tests the connection, and names a permission that is missing", async () => {
    await desk.sit("connection", async (staff) => {
      await staff.open("/settings/walmart")
      desk.shop.walmart("credentials", { ...credential, scopes: { orders: "view_only" } })
      await staff.button("Test connection").click()
      await staff.page.getByText(/Missing permissions: .*orders/).waitFor()
      await staff.page.getByText("Test failed", { exact: true }).waitFor()
      await shoot(staff.page, "connection-missing-permission")
      desk.shop.walmart("credentials", { ...credential, scopes: { orders: "full_access" } })
      await staff.button("Test connection").click()
      await staff.page.getByText("The key works and has all permissions it needs.").waitFor()
      expect(await staff.page.getByText("Test failed", { exact: true }).count()).toBe(0)
    })
  })

  it("pauses an account, shows what waits, and resumes in order", async () => {
    const order = await desk.store.order({ lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] })
    await desk.sit("pause", async (staff) => {
      await staff.open("/settings/walmart")
      await staff.button("Pause account main").click()
      await staff.button("Pause", staff.dialog).click()
      await staff.page.getByText("Paused", { exact: true }).first().waitFor()
      await desk.store.ship(order.orderId)
      await staff.open(`/orders/${order.orderId}`)
      await staff.page
        .getByText(/Account main is paused\. New orders still arrive; nothing is sent/)
        .waitFor()
      await staff.update("Shipment 1").getByText("Waiting", { exact: true }).waitFor()
      await shoot(staff.page, "order-of-a-paused-account")
      await staff.open("/settings/walmart")
      await staff.page
        .getByText("1 update of 1 order")
        .or(staff.page.getByText("1 updates of 1 orders"))
        .first()
        .waitFor()
      await shoot(staff.page, "settings-paused")
      await staff.button("Resume account main").click()
      await staff.button("Resume", staff.dialog).click()
      await desk.store.ledgerHas(order.purchaseOrderId, "shipped")
    })
  })

  it("a dry run shows what would be sent, and sends nothing", async () => {
    const order = await desk.store.order({ lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] })
    await desk.sit("dry-run", async (staff) => {
      await staff.open("/settings/walmart")
      await turnDryRun(staff, "Turn on")
      await shoot(staff.page, "settings-dry-run")
      await desk.store.ship(order.orderId)
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Details of Shipment 1").click()
      await staff.button("Show what would be sent", staff.dialog).click()
      await staff.dialog.getByText(/Would be sent to orders\.shipping/).waitFor()
      await shoot(staff.page, "dry-run-preview")
      const ledger = desk.store.ledger(order.purchaseOrderId)
      expect(ledger.map(({ effect }) => effect)).toEqual(["acknowledged"])
      await staff.open("/settings/walmart")
      await turnDryRun(staff, "Turn off")
      await desk.store.ledgerHas(order.purchaseOrderId, "shipped")
    })
  })

  it("matches a refund reason to Walmart's, and keeps it", async () => {
    await desk.sit("refund-reasons", async (staff) => {
      await staff.open("/settings/walmart")
      await staff.button("Edit refund reasons").click()
      await staff.dialog.getByLabel("Pricing Error").click()
      await staff.page.getByRole("option", { name: "Billing error" }).click()
      await shoot(staff.page, "settings-refund-reasons")
      await staff.button("Save", staff.dialog).click()
      const shown = staff.page.getByRole("definition").filter({ hasText: "Billing error" })
      await shown.waitFor()
      await staff.open("/settings/walmart")
      await shown.waitFor()
    })
  })

  it("maps a carrier, a ship method and a default reason, and keeps them", async () => {
    await desk.sit("settings", async (staff) => {
      await staff.open("/settings/walmart")
      await staff.button("Edit carriers").click()
      const field = staff.dialog.getByRole("combobox", { name: "Express" })
      await field.fill("FedExpress")
      await staff.dialog.getByText(/Not in Walmart's list/).waitFor()
      expect(await staff.button("Save", staff.dialog).isDisabled()).toBe(true)
      await field.fill("fede")
      await staff.page.getByRole("option", { name: "FedEx", exact: true }).waitFor()
      await shoot(staff.page, "settings-carriers")
      await staff.page.keyboard.press("Enter")
      expect(await field.inputValue()).toBe("FedEx")
      await staff.button("Save", staff.dialog).click()
      await staff.toast("The settings are saved.").first().waitFor()
      await staff.button("Edit ship methods").click()
      await staff.dialog.getByLabel("OneDay").click()
      await staff.page.getByRole("option", { name: "Express" }).click()
      await staff.button("Save", staff.dialog).click()
      const carriers = staff.page.getByRole("region", { name: "Carriers" })
      const methods = staff.page.getByRole("region", { name: "Ship methods" })
      await methods.getByText("OneDay").waitFor()
      await staff.page.reload()
      await carriers.getByText("FedEx", { exact: true }).waitFor()
      await methods.getByText("OneDay").waitFor()
      await shoot(staff.page, "settings")
      for (const name of ["Edit carriers", "Edit ship methods"]) {
        await staff.button(name).click()
        await staff.button("Reset to config", staff.dialog).click()
        await staff.dialog.waitFor({ state: "detached" })
      }
      await carriers.getByText("All detected from the tracking number").waitFor()
    })
  })

  it("asks before unsaved changes are lost, also on Esc, and takes an entry out of a map", async () => {
    await desk.sit("settings-unsaved", async (staff) => {
      await staff.open("/settings/walmart")
      const field = staff.dialog.getByRole("combobox", { name: "Express" })
      await staff.button("Edit carriers").click()
      await field.fill("UPS")
      await staff.page.keyboard.press("Escape")
      await staff.page.keyboard.press("Escape")
      await staff.page.getByText("Unsaved changes").waitFor()
      await shoot(staff.page, "settings-unsaved")
      await staff.button("Keep editing").click()
      expect(await field.inputValue()).toBe("UPS")
      await staff.button("Save", staff.dialog).click()
      await staff.dialog.waitFor({ state: "detached" })
      const carriers = staff.page.getByRole("region", { name: "Carriers" })
      await carriers.getByText("UPS", { exact: true }).waitFor()
      await staff.button("Edit carriers").click()
      await field.fill("")
      await staff.button("Save", staff.dialog).click()
      await carriers.getByText("All detected from the tracking number").waitFor()
    })
  })

  it("says how an account is doing in one sentence, with the figures behind it", async () => {
    await desk.sit("settings-health", async (staff) => {
      await staff.open("/settings/walmart")
      await staff.button("Details").click()
      await staff.page.getByText("Oldest waiting").waitFor()
      await shoot(staff.page, "settings-health")
    })
  })

  it("never sends a secret to the browser", async () => {
    await desk.sit("secrets", async (staff) => {
      const answers: Promise<string>[] = []
      staff.page.on("response", (response) => {
        if (response.url().includes("/admin/walmart")) answers.push(response.text())
      })
      await staff.open("/settings/walmart")
      await staff.page.getByRole("heading", { name: "Account main" }).waitFor()
      await staff.atRest()
      const bodies = await Promise.all(answers)
      expect(bodies.length).toBeGreaterThan(1)
      expect(bodies.join()).not.toContain(credential.clientSecret)
      expect(bodies.join()).not.toContain(credential.clientId)
    })
  })
}

/** Switches dry run in its drawer, and says yes to the question before it. */
async function turnDryRun(staff: Staff, answer: "Turn on" | "Turn off"): Promise<void> {
  await staff.button("Edit sending and canceling").click()
  await staff.page.getByRole("switch", { name: "Dry run" }).click()
  await staff.button("Save", staff.dialog).click()
  await staff.button(answer).click()
  await staff.toast("The settings are saved.").waitFor()
}
