import type { Desk } from "./desk"
import { shoot } from "./screenshots"

/** The settings page: connection, pausing, and what may be changed. */
export function settingsTests(desk: Desk): void {
  const credential = { clientId: "demo-client", clientSecret: "demo-secret" }

  it("tests the connection, and names a permission that is missing", async () => {
    await desk.sit("connection", async (staff) => {
      await staff.open("/settings/walmart")
      desk.shop.walmart("credentials", { ...credential, scopes: { orders: "view_only" } })
      await staff.button("Test connection").click()
      await staff.page.getByText(/These permissions are missing: .*orders/).waitFor()
      await shoot(staff.page, "connection-missing-permission")
      desk.shop.walmart("credentials", { ...credential, scopes: { orders: "full_access" } })
      await staff.button("Test connection").click()
      await staff.page.getByText("The key works and may do all that is needed.").waitFor()
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
      await staff.page.getByRole("switch", { name: "Dry run" }).click()
      await staff.toast("The settings are saved.").waitFor()
      await desk.store.ship(order.orderId)
      await staff.open(`/orders/${order.orderId}`)
      await staff.button("Details of Shipment 1").click()
      await staff.button("Show what would be sent", staff.dialog).click()
      await staff.dialog.getByText(/Would be sent to orders\.shipping/).waitFor()
      await shoot(staff.page, "dry-run-preview")
      const ledger = desk.store.ledger(order.purchaseOrderId)
      expect(ledger.map(({ effect }) => effect)).toEqual(["acknowledged"])
      await staff.open("/settings/walmart")
      await staff.page.getByRole("switch", { name: "Dry run" }).click()
      await desk.store.ledgerHas(order.purchaseOrderId, "shipped")
    })
  })

  it("maps a carrier, a ship method and a default reason, and keeps them", async () => {
    await desk.sit("settings", async (staff) => {
      await staff.open("/settings/walmart")
      const carriers = staff.page.getByRole("region", { name: "Carriers" })
      await carriers.getByLabel("Express").fill("FedEx")
      await staff.button("Save", carriers).click()
      await staff.toast("The settings are saved.").first().waitFor()
      const methods = staff.page.getByRole("region", { name: "Ship methods" })
      await methods.getByLabel("OneDay").click()
      await staff.page.getByRole("option", { name: "Express" }).click()
      await staff.button("Save", methods).click()
      await methods.getByRole("button", { name: "Follow the plugin's options again" }).waitFor()
      await staff.page.reload()
      expect(await carriers.getByLabel("Express").inputValue()).toBe("FedEx")
      await methods.getByLabel("OneDay").getByText("Express").waitFor()
      await shoot(staff.page, "settings")
      for (const section of [carriers, methods])
        await section.getByRole("button", { name: "Follow the plugin's options again" }).click()
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
