import type {
  AdminWalmartAccountListResponse,
  AdminWalmartAccountResponse,
  AdminWalmartSettingsResponse,
  AdminWalmartTestResponse,
} from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import { acknowledgedOrder, detailOf, expectRefusal, moduleOf, OUT_OF_STOCK, UPS } from "./support"

export function accountTests(store: TestStore): void {
  const path = "/admin/walmart/accounts"
  const change = (body: object, id = "main") =>
    store.post<AdminWalmartSettingsResponse>(`${path}/${id}/settings`, body)
  const test = (id = "main") => store.post<AdminWalmartTestResponse>(`${path}/${id}/test`)
  const held = (action: "pause" | "resume", id = "main") =>
    store.post<AdminWalmartAccountResponse>(`${path}/${id}/${action}`)
  const shippedAndWaiting = async () => {
    const order = await acknowledgedOrder(store)
    return { ...order, ship: () => store.fulfillAndShip(order.orderId, [{ tracking_number: UPS }]) }
  }
  const planned = (orderId: string) =>
    waitFor("the shipment to be planned", async () => {
      const { updates } = await detailOf(store, orderId)
      return updates.some(({ kind }) => kind === "shipment")
    })
  const arrived = (purchaseOrderId: string) =>
    waitFor("Walmart to know", () =>
      store.ledger(purchaseOrderId).some(({ effect }) => effect === "shipped")
    )

  describe("accounts", () => {
    it("are listed without anything secret", async () => {
      const answer = await store.get<AdminWalmartAccountListResponse>(path)
      expect(answer).toMatchObject({
        count: 1,
        offset: 0,
        accounts: [
          {
            id: "main",
            market: "us",
            market_name: "United States",
            paused: false,
            dry_run: false,
            waiting: { orders: 0, updates: 0 },
          },
        ],
      })
      expect(JSON.stringify(answer)).not.toMatch(/demo-secret|demo-client/)
    })
  })

  describe("an account whose orders cannot be fetched", () => {
    it("tells when they last were, not when it was last tried, and that Walmart does not answer", async () => {
      const main = async () => (await store.get<AdminWalmartAccountListResponse>(path)).accounts[0]
      await store.importAll()
      const before = await main()
      const fault = { kind: "status", status: 503 }
      store.simulator().control.run("POST", "faults", { route: "orders.list", fault, times: 50 })
      const after = await waitFor("the account to be held", async () => {
        await store.importAll()
        const account = await main()
        return account.hold && account
      })
      expect(before.hold).toBeNull()
      expect(after.hold).toMatchObject({ because: "failing", until: expect.any(String) })
      expect(Date.parse(after.last_poll_at ?? "")).toBeLessThanOrEqual(
        Date.parse(before.last_poll_at ?? "")
      )
      expect(Date.parse(after.last_poll_tried_at ?? "")).toBeGreaterThan(
        Date.parse(before.last_poll_tried_at ?? "")
      )
      await store.importAll()
      expect((await main()).last_poll_error).toMatch(/Walmart does not answer/)
    })
  })

  describe("settings", () => {
    it("are kept in Walmart's spelling, and decide the carrier", async () => {
      const { standard } = store.seeded.shippingOptionIds
      const answer = await change({ carrier_map: { [standard]: "on trac" }, dry_run: null })
      expect(answer.settings.carrier_map).toEqual({ [standard]: "OnTrac" })
      expect(answer.carriers).toContain("OnTrac")
      expect(answer.carrier_list).toEqual({
        as_of: "2026-10-30",
        url: "https://developer.walmart.com/us-marketplace/docs/supported-carrier-names",
      })
      const { orderId } = await acknowledgedOrder(store)
      await store.fulfill(orderId)
      expect((await detailOf(store, orderId)).fulfillments).toMatchObject([{ mapped: "OnTrac" }])
    })

    it("map the store's refund reasons to Walmart's, and refuse what neither has", async () => {
      const { refund_reason: made } = await store.post<{ refund_reason: { id: string } }>(
        "/admin/refund-reasons",
        { label: "Chipped", code: "chipped" }
      )
      const refund_reason_map = { [made.id]: "DamagedItem", chipped: "DefectiveItem" }
      const answer = await change({ refund_reason_map })
      expect(answer.settings.refund_reason_map).toEqual(refund_reason_map)
      expect(answer.refund_reasons.map(({ code }) => code)).toContain("DamagedItem")
      await expectRefusal(
        change({ refund_reason_map: { chipped: "Whim", gone: "DamagedItem" } }),
        "invalid_data",
        /"Whim" is not a refund reason/,
        /"gone" is neither/
      )
      expect((await change({ refund_reason_map: null })).settings.refund_reason_map).toEqual({})
    })

    it("lose an entry that is taken out of a map", async () => {
      const { standard, express } = store.seeded.shippingOptionIds
      await change({ carrier_map: { [standard]: "UPS", [express]: "FedEx" } })
      const { settings } = await change({ carrier_map: { [standard]: "UPS" } })
      expect(settings.carrier_map).toEqual({ [standard]: "UPS" })
    })

    it("keep what is left out, and follow the options again on null", async () => {
      const { express } = store.seeded.shippingOptionIds
      await change({ default_reason: OUT_OF_STOCK })
      await change({ ship_method_map: { Express: express } })
      const shown = await store.get<AdminWalmartSettingsResponse>(`${path}/main/settings`)
      expect(shown.settings).toMatchObject({
        default_reason: OUT_OF_STOCK,
        ship_method_map: { Express: express },
      })
      const { orderId } = await acknowledgedOrder(store)
      expect((await detailOf(store, orderId)).cancellation).toMatchObject({
        reason: OUT_OF_STOCK,
        is_default: true,
        refusal: null,
      })
      expect((await change({ default_reason: null })).settings.default_reason).toBeNull()
    })

    it("take no reason by default when staff want to choose, whatever the options say", async () => {
      const answer = await change({ default_reason: "" })
      expect(answer).toMatchObject({
        settings: { default_reason: null },
        edited: { default_reason: "" },
        options: { default_reason: null, dry_run: false },
      })
      expect((await change({ default_reason: null })).edited.default_reason).toBeNull()
    })

    it("hold everything in dry run, and let it go afterwards", async () => {
      const { orderId, purchaseOrderId, ship } = await shippedAndWaiting()
      await change({ dry_run: true })
      await ship()
      await planned(orderId)
      await store.sendDue()
      expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
      const held = await detailOf(store, orderId)
      expect(held).toMatchObject({ badge: "dry_run", account: { dry_run: true } })
      await change({ dry_run: false })
      await arrived(purchaseOrderId)
    })

    it("refuse what market or store do not have", async () => {
      const { standard } = store.seeded.shippingOptionIds
      const refused = (body: object, ...patterns: RegExp[]) =>
        expectRefusal(change(body), "invalid_data", ...patterns)
      await refused({ carrier_map: { [standard]: "UPPS Ltd" } }, /"UPPS Ltd"/, /leave the entry/)
      await refused({ carrier_map: { so_x: "UPS" } }, /"so_x"/, /Use the id/)
      await refused({ ship_method_map: { Value: "so_x" } }, /"so_x"/, /Value/, /Use the id/)
      await refused({ default_reason: "BORED" }, /"BORED"/, /Choose/)
      await refused({ dry_run: "perhaps" }, /dry_run/, /boolean/)
      await expectRefusal(change({}, "b"), "not_found", /"b"/, /medusa-config/)
      const shown = store.get(`${path}/b/settings`)
      await expectRefusal(shown, "not_found", /"b"/, /medusa-config/)
    })
  })

  describe("testing the connection", () => {
    const access = (scopes: object, clientSecret = "demo-secret") =>
      store.simulator().control.run("POST", "credentials", {
        clientId: "demo-client",
        clientSecret,
        scopes,
      })

    it("says that all is well, and lets a held account go on", async () => {
      const { orderId, purchaseOrderId, ship } = await shippedAndWaiting()
      const blocked_until = new Date(Date.now() + 600_000)
      await moduleOf(store).updateWalmartAccounts({ id: "main", blocked_until })
      await ship()
      await planned(orderId)
      expect(await test()).toMatchObject({ ok: true, missing: [], problem: null })
      await arrived(purchaseOrderId)
    })

    it("is content with a key for orders only, and lets a held account go on", async () => {
      access({ orders: "full_access", inventory: "no_access" })
      const blocked_until = new Date(Date.now() + 600_000)
      await moduleOf(store).updateWalmartAccounts({ id: "main", blocked_until })
      expect(await test()).toMatchObject({ ok: true, missing: [], problem: null })
      const [account] = await moduleOf(store).listWalmartAccounts({ id: "main" })
      expect(account.blocked_until).toBeNull()
    })

    it("names the permissions that are missing", async () => {
      access({ orders: "view_only", inventory: "no_access" })
      const before = new Date().toISOString()
      const answer = await test()
      expect(answer.tested_at >= before).toBe(true)
      expect(answer).toMatchObject({
        ok: false,
        missing: ["orders"],
        problem: {
          code: "permission_missing",
          message: expect.stringMatching(/orders \(view_only\)/),
          remedy: expect.stringContaining("developer portal"),
        },
      })
    })

    it("refuses a wrong secret at once, whatever token is still kept", async () => {
      const kept = await test()
      access({ orders: "full_access" }, "another-secret")
      const answer = await test()
      access({ orders: "full_access" })
      expect([kept.ok, answer.ok]).toEqual([true, false])
      expect(answer.problem?.message).toMatch(/does not accept the client id/)
      await waitFor("the next test", async () => (await test()).ok)
    })

    it("says that Walmart cannot be asked", async () => {
      const fault = { kind: "status", status: 503 }
      store.simulator().control.run("POST", "faults", { route: "token", fault })
      expect(await test()).toMatchObject({
        ok: false,
        problem: { message: expect.stringContaining("503"), remedy: expect.any(String) },
      })
      // A failed token call is told to everybody who asks within the next two seconds.
      await waitFor("the next poll", async () => (await store.importAll()) === null)
    })

    it("refuses an account that the options do not have", async () => {
      await expectRefusal(test("b"), "not_found", /"b"/, /medusa-config/)
    })
  })

  describe("pausing", () => {
    it("holds what is to be sent, says what waits, and resumes", async () => {
      const { orderId, purchaseOrderId, ship } = await shippedAndWaiting()
      const { account } = await held("pause")
      expect(account).toMatchObject({
        paused: true,
        paused_by: expect.stringMatching(/^user_/),
        paused_at: expect.any(String),
      })
      await ship()
      await planned(orderId)
      await store.sendDue()
      expect((await detailOf(store, orderId)).badge).toBe("paused")
      const again = await held("pause")
      expect(again.account).toMatchObject({ waiting: { orders: 1, updates: 1 } })
      expect(again.account.paused_at).toBe(account.paused_at)
      expect(store.ledger(purchaseOrderId)).toHaveLength(1)
      expect((await held("resume")).account).toMatchObject({ paused: false, paused_by: null })
      await arrived(purchaseOrderId)
    })

    it("refuses an account that the options do not have", async () => {
      await expectRefusal(held("pause", "b"), "not_found", /"b"/, /medusa-config/)
      await expectRefusal(held("resume", "b"), "not_found", /"b"/, /medusa-config/)
    })
  })
}
