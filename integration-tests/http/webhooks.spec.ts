import { createHmac, randomUUID } from "node:crypto"
import { logger } from "@medusajs/framework/logger"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { JOB_RUNS } from "../../src/recurring/job-runs"
import webhooksScript from "../../src/scripts/webhooks"
import type {
  AdminWalmartStatusResponse,
  AdminWalmartWebhookCheckResponse,
  AdminWalmartWebhooksResponse,
} from "../../src/types/http"
import { issueToken } from "../../src/walmart/webhooks/issued-token"
import { READ_GAP_MS } from "../../src/walmart/webhooks/read-pace"
import { walmartOf } from "../../src/workflows/import/store/load-store"
import { upsNumber } from "../../testing/ups-number"
import { NEVER_MS, storeSuite, waitFor } from "../helpers/store"

/* Walmart's events, delivered at the store's real door. */

const SECRET = "a-secret-of-the-shop-for-webhooks"
const MUGS = { lines: [{ sku: "MUG-1", quantity: 2, price: 20 }] }
const HEADER = "X-Walmart-Signature"
const DAY_MS = 86_400_000
const EVENT = { eventId: "e1", type: "ORDER_UPDATES", subType: "PO_CREATED", eventTime: null }

const KEYS = (id: string) => ({ id, clientId: `client-${id}`, clientSecret: `secret-${id}` })

storeSuite(
  "Walmart's webhooks",
  (store) => {
    const walmart = () => walmartOf(store.container())
    const database = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    interface EventParts {
      eventId?: string
      eventTime?: Date
      eventType?: string
      subEventType?: string
    }

    const eventOf = (purchaseOrderId: string, parts: EventParts = {}) =>
      JSON.stringify({
        source: {
          eventType: parts.eventType ?? "ORDER_UPDATES",
          eventTime: (parts.eventTime ?? new Date()).toISOString(),
          eventId: parts.eventId ?? randomUUID(),
        },
        payload: {
          meta: { subEventType: parts.subEventType ?? "PO_CREATED" },
          order: { purchaseOrderId },
        },
      })

    const signed = (body: string, encoding: "hex" | "base64" = "hex") => ({
      [HEADER]: createHmac("sha256", SECRET).update(body).digest(encoding),
    })

    const deliver = async (
      body: string,
      headers: Record<string, string> = signed(body),
      account = "main"
    ): Promise<number> => {
      const { status } = await store["http"].post(`/walmart/webhooks/${account}`, body, {
        headers: { "content-type": "application/json", ...headers },
        transformRequest: (data: unknown) => data,
        validateStatus: () => true,
      })
      return status
    }

    const events = () => walmart().listWalmartWebhookEvents({}, { take: null })
    const handled = () =>
      waitFor("every event to be handled", async () =>
        (await events()).every(({ handled_at }) => handled_at !== null)
      )
    const counted = async (name: string, account_id = "main") => {
      await walmart().webhooks.tally.flush()
      const [row] = await walmart().listWalmartWebhookCounts({ account_id, name })
      return row?.times ?? 0
    }
    /** How often Walmart was asked for one order. */
    const reads = (purchaseOrderId: string) =>
      store
        .simulator()
        .control.requests(`/v3/orders/${purchaseOrderId}`)
        .filter(({ method }) => method === "GET").length

    /** As if the gap between two reads had passed behind the one that is on. */
    const gapPasses = async () => {
      await walmart().reads.ends()
      await database().raw(
        "UPDATE walmart_read_request SET next_due_at = now() WHERE next_due_at > now() AND next_due_at < now() + ? * interval '1 millisecond'",
        [READ_GAP_MS]
      )
    }

    /** Many deliveries, some at a time as Walmart's servers would. */
    const storm = async (bodies: string[]) => {
      const rest = [...bodies]
      const one = async () => {
        for (let body = rest.pop(); body !== undefined; body = rest.pop()) {
          expect(await deliver(body)).toBe(200)
        }
      }
      await Promise.all(Array.from({ length: 20 }, one))
    }

    /** Asks for a token as Walmart does. */
    const tokenOf = async (authorization: string, account = "oauth") =>
      store["http"].post(`/walmart/webhooks/${account}/token`, "grant_type=client_credentials", {
        headers: {
          authorization,
          "content-type": "application/x-www-form-urlencoded; charset=ISO-8859-1",
        },
        validateStatus: () => true,
      })

    afterEach(async () => {
      await store.sendingEnds()
      await walmart().webhooks.tally.flush()
    })

    /** An order that is imported, acknowledged and quiet. */
    const quietOrder = async () => {
      const { purchaseOrderId } = await store.importOrder(MUGS)
      await store.sendingEnds()
      return { purchaseOrderId, before: reads(purchaseOrderId) }
    }

    it("import a new order at once", async () => {
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      expect(await deliver(eventOf(purchaseOrderId))).toBe(200)
      await waitFor("the acknowledgment", () => store.ledger(purchaseOrderId).length > 0)
      await handled()
      expect(await events()).toMatchObject([
        { account_id: "main", sub_type: "PO_CREATED", outcome: "imported" },
      ])
      expect(await store.orderIdOf(purchaseOrderId)).toMatch(/^order_/)
    })

    it("read a known order again at once, by either spelling of the signature", async () => {
      const { purchaseOrderId, before } = await quietOrder()
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/intent-to-cancel`, {})
      const body = eventOf(purchaseOrderId, { subEventType: "INTENT_TO_CANCEL" })
      expect(await deliver(body, signed(body, "base64"))).toBe(200)
      await handled()
      expect(reads(purchaseOrderId)).toBe(before + 1)
      expect((await store.walmartOrder(purchaseOrderId)).lines).toMatchObject([
        { customer_asked_to_cancel: true },
      ])
      expect(await events()).toMatchObject([{ outcome: "refreshed" }])
    })

    it("are refused without a word when they are forged, and change nothing", async () => {
      const { purchaseOrderId, before } = await quietOrder()
      const body = eventOf(purchaseOrderId)
      const forged = [
        {},
        { [HEADER]: "" },
        { [HEADER]: "0".repeat(64) },
        signed(body + " "),
        { [HEADER]: createHmac("sha256", "another secret").update(body).digest("hex") },
      ]
      for (const headers of forged) expect(await deliver(body, headers)).toBe(401)
      expect(await events()).toEqual([])
      expect(reads(purchaseOrderId)).toBe(before)
      expect(await counted("refused")).toBe(forged.length)
    })

    it("are not found for an account that receives none", async () => {
      const body = eventOf("1799999999001")
      expect(await deliver(body, signed(body), "silent")).toBe(404)
      expect(await deliver(body, signed(body), "nobody")).toBe(404)
      expect(await deliver(body, signed(body), "constructor")).toBe(404)
    })

    it("are refused when they are too long, and read to the last byte below that", async () => {
      const { purchaseOrderId } = await quietOrder()
      const event = eventOf(purchaseOrderId)
      const longest = event + " ".repeat(64 * 1024 - event.length)
      expect(await deliver(`${longest} `)).toBe(413)
      expect(await counted("too_large")).toBe(1)
      expect(await deliver(longest)).toBe(200)
      await handled()
    })

    it("are taken although they are old or dated ahead, and counted", async () => {
      const { purchaseOrderId, before } = await quietOrder()
      for (const ms of [-2 * DAY_MS, 600_000]) {
        const eventTime = new Date(Date.now() + ms)
        expect(await deliver(eventOf(purchaseOrderId, { eventTime }))).toBe(200)
      }
      await waitFor("the read", () => reads(purchaseOrderId) > before)
      await gapPasses()
      await store.run("read-due-walmart-orders", {})
      await handled()
      expect(reads(purchaseOrderId)).toBeLessThanOrEqual(before + 2)
      expect(await counted("untimely")).toBe(2)
    })

    it("are answered and counted, and cause nothing, when they are older than Walmart repeats them", async () => {
      const { purchaseOrderId, before } = await quietOrder()
      const eventTime = new Date(Date.now() - 3 * DAY_MS - 1_000)
      for (const eventType of ["ORDER_UPDATES", "RETURN_CREATED"]) {
        expect(await deliver(eventOf(purchaseOrderId, { eventTime, eventType }))).toBe(200)
      }
      expect(await events()).toEqual([])
      expect([await counted("stale"), await counted("return")]).toEqual([2, 0])
      expect(reads(purchaseOrderId)).toBe(before)
    })

    it("about a return have returns polled once, however often they are sent again", async () => {
      const body = eventOf("1799999999001", { eventType: "RETURN_CREATED" })
      await storm(Array.from({ length: 100 }, () => body))
      expect(await events()).toMatchObject([{ type: "RETURN_CREATED", purchase_order_id: null }])
      expect([await counted("return"), await counted("repeated")]).toEqual([1, 99])
    })

    it("to an address that is none are not found, and no fault of the store's", async () => {
      const body = eventOf("1799999999001")
      for (const account of ["%", "%FF", "main/%E0"]) {
        expect(await deliver(body, signed(body), account)).toBe(404)
      }
    })

    it("about anything else, and Walmart's check of the address, are accepted and counted only", async () => {
      const bodies = [
        JSON.stringify({ source: { eventType: "ORDER_UPDATES" }, payload: {} }),
        eventOf("1799999999001", { eventType: "BUY_BOX_CHANGED" }),
        eventOf("../../etc/passwd"),
      ]
      for (const body of bodies) expect(await deliver(body)).toBe(200)
      for (const body of ["", "{", "[]", "7", "\u0000"]) expect(await deliver(body)).toBe(400)
      expect(await events()).toEqual([])
      expect([await counted("other"), await counted("unreadable")]).toEqual([3, 5])
    })

    it("that come a thousand times cost one read", async () => {
      const { purchaseOrderId, before } = await quietOrder()
      const body = eventOf(purchaseOrderId)
      await storm(Array.from({ length: 1_000 }, () => body))
      await handled()
      expect(reads(purchaseOrderId)).toBe(before + 1)
      expect(await events()).toHaveLength(1)
      expect(await counted("repeated")).toBe(999)
    })

    it("that are many about one order cost one read, and one more for what came during it", async () => {
      const { purchaseOrderId, before } = await quietOrder()
      const startedAt = Date.now()
      await storm(Array.from({ length: 300 }, () => eventOf(purchaseOrderId)))
      await waitFor("the read", () => reads(purchaseOrderId) > before)
      const gaps = Math.floor((Date.now() - startedAt) / READ_GAP_MS)
      expect(reads(purchaseOrderId)).toBeLessThanOrEqual(before + 1 + gaps)
      await waitFor("the last event to be read for", async () => {
        await gapPasses()
        await store.run("read-due-walmart-orders", {})
        return (await events()).every(({ handled_at }) => handled_at !== null)
      })
      expect(reads(purchaseOrderId)).toBeLessThanOrEqual(before + 2 + gaps)
      expect(await events()).toHaveLength(300)
    })

    it("are not lost when the store crashes between keeping and reading, and read by one process only", async () => {
      const orders = await Promise.all([quietOrder(), quietOrder()])
      for (const { purchaseOrderId } of orders) {
        await walmart().webhooks.store("main", { ...EVENT, purchaseOrderId, eventId: randomUUID() })
      }
      const rounds = await Promise.all(
        Array.from({ length: 4 }, () =>
          store.run<{ claimed: number }>("read-due-walmart-orders", {})
        )
      )
      await handled()
      expect(rounds.reduce((sum, { claimed }) => sum + claimed, 0)).toBe(2)
      for (const { purchaseOrderId, before } of orders) {
        expect(reads(purchaseOrderId)).toBe(before + 1)
      }
    })

    it("are read for again after the lease when the process crashed while reading", async () => {
      const { purchaseOrderId, before } = await quietOrder()
      await walmart().webhooks.store("main", { ...EVENT, purchaseOrderId })
      const [claim] = await walmart().webhooks.claimReads(5)
      expect(await store.run("read-due-walmart-orders", {})).toEqual({ claimed: 0 })
      await database().raw("UPDATE walmart_read_request SET next_due_at = now()")
      expect(await store.run("read-due-walmart-orders", {})).toEqual({ claimed: 1 })
      expect(reads(purchaseOrderId)).toBe(before + 1)
      await walmart().webhooks.postponeRead(claim, "too late to say so")
      expect(await walmart().listWalmartReadRequests({})).toMatchObject([
        { next_due_at: null, attempts: 0, last_error: null },
      ])
    })

    it("about an order that Walmart does not show yet are read for again later", async () => {
      expect(await deliver(eventOf("1799999999999"))).toBe(200)
      const request = async () => (await walmart().listWalmartReadRequests({}))[0]
      await waitFor("the failed read", async () => (await request()).attempts === 1)
      const { next_due_at, last_error } = await request()
      expect(next_due_at?.getTime()).toBeGreaterThan(Date.now() + 15_000)
      expect(last_error).toContain("1799999999999")
      expect(await events()).toMatchObject([{ handled_at: null }])
    })

    it("leave orders alone that were made before the account's imports begin", async () => {
      const { purchaseOrderId } = store.simulateOrder({ ...MUGS, orderedAt: "2019-12-01" })
      await deliver(eventOf(purchaseOrderId))
      await handled()
      expect(await events()).toMatchObject([{ outcome: "too_old" }])
      await expect(store.walmartOrder(purchaseOrderId)).rejects.toThrow("is not in walmart_order")
    })

    /** The server's port is known only after its start. */
    const reachable = () => {
      for (const { webhooks } of walmart().options.accounts) {
        if (webhooks) webhooks.url = store["http"].defaults.baseURL
      }
    }
    const ROOT = "/admin/walmart/accounts"
    /** Walmart's sample event was let in. */
    const ARRIVES = { ok: true, problem: null, problem_words: null }

    const webhooksOf = async (account = "main") => {
      const path = `${ROOT}/${account}/webhooks`
      return (await store.get<AdminWalmartWebhooksResponse>(path)).webhooks
    }

    it("are subscribed to, checked and removed by staff, and bring orders without a poll", async () => {
      reachable()
      expect(await webhooksOf()).toMatchObject({
        auth: "hmac",
        url: expect.stringMatching(/^http:.*\/walmart\/webhooks\/main$/),
        obstacle: null,
        problem: null,
        subscriptions: [],
      })
      for (let time = 0; time < 2; time++) {
        const { webhooks } = await store.post<AdminWalmartWebhooksResponse>(`${ROOT}/main/webhooks`)
        expect(webhooks.subscriptions).toMatchObject([
          { event_type: "ORDER_UPDATES", status: "ACTIVE", is_own: true, warning: null },
          { event_type: "RETURN_CREATED", status: "ACTIVE", is_own: true, warning: null },
        ])
      }
      expect(await store.post(`${ROOT}/main/webhooks/check`)).toEqual(ARRIVES)
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      await waitFor("the acknowledgment", () => store.ledger(purchaseOrderId).length > 0)
      await handled()
      const { accounts } = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
      expect(accounts.find(({ id }) => id === "main")?.webhooks).toMatchObject({
        last_event_at: expect.any(String),
        events: 1,
        waiting: 0,
        polls_slower: 3,
        warning: null,
      })
      expect(accounts.find(({ id }) => id === "silent")?.webhooks).toBeNull()
      const shown = await webhooksOf()
      expect(JSON.stringify([shown, accounts])).not.toContain(SECRET)
      for (const id of ["unknown", encodeURIComponent("../orders")]) {
        const remove = store["http"].delete(`${ROOT}/main/webhooks/${id}`, {
          headers: store["headers"],
          validateStatus: () => true,
        })
        expect((await remove).data).toMatchObject({
          type: "not_found",
          message: expect.stringMatching(/^This account has no subscription ".*Reload the page/),
        })
      }
      for (const { id } of shown.subscriptions) {
        await store["http"].delete(`${ROOT}/main/webhooks/${id}`, { headers: store["headers"] })
      }
      expect((await webhooksOf()).subscriptions).toEqual([])
    })

    it("are subscribed to, listed, checked and removed from a shell, too", async () => {
      reachable()
      const said: string[] = []
      const spy = jest.spyOn(logger, "info").mockImplementation((text) => void said.push(text))
      const container = store.container()
      const run = (...args: string[]) =>
        webhooksScript({ container, args: [...args, "account=main"] })
      await run("create")
      await run("create")
      await run("check")
      for (const { id } of (await webhooksOf()).subscriptions) await run("remove", id)
      await run("list")
      spy.mockRestore()
      expect(said).toEqual([
        "The account is subscribed.",
        "The subscription was renewed.",
        "Walmart's sample arrived.",
        expect.stringMatching(/^The subscription \S+ was removed\.$/),
        expect.stringMatching(/^The subscription \S+ was removed\.$/),
        expect.stringMatching(/^This store's address: http.*\/walmart\/webhooks\/main$/),
        "Walmart has no subscription of this account.",
      ])
      expect(said.join()).not.toContain(SECRET)
      await expect(run("delete")).rejects.toThrow(/"delete" is nothing it can do/)
    })

    it("bring a return at once, and say nothing about it that is believed", async () => {
      reachable()
      await store.post(`${ROOT}/main/webhooks`)
      const { purchaseOrderId, orderId } = await store.importOrder(MUGS)
      await store.fulfillAndShip(orderId, [{ tracking_number: upsNumber() }])
      await waitFor("the shipment", async () => {
        await store.sendDue()
        return store.ledger(purchaseOrderId).some(({ effect }) => effect === "shipped")
      })
      const lines = [{ purchaseOrderId, quantity: 1 }]
      const { returnOrderId } = store.simulator().control.run("POST", "returns", { lines }) as {
        returnOrderId: string
      }
      const [row] = await waitFor("the return", async () => {
        const rows = await walmart().listWalmartReturns({ return_order_id: returnOrderId })
        return rows.some(({ return_id }) => return_id !== null) && rows
      })
      expect(row.purchase_order_id).toBe(purchaseOrderId)
      expect([await counted("return"), await counted("other")]).toEqual([1, 0])
    })

    it("about a return are not lost when the store crashes before it polls", async () => {
      await JOB_RUNS.returns(store.container())
      const polls = () => store.simulator().control.requests("/v3/returns").length
      const before = polls()
      await JOB_RUNS.returns(store.container())
      expect(polls()).toBe(before)
      // As if the process had died between writing the event down and polling.
      const event = { eventId: "r1", type: "RETURN_CREATED", eventTime: null }
      expect(await walmart().webhooks.storeReturn("main", event)).toBe(true)
      expect(await walmart().webhooks.storeReturn("main", event)).toBe(false)
      await JOB_RUNS.returns(store.container())
      expect(polls()).toBeGreaterThan(before)
    })

    it("are subscribed to with a name and password too", async () => {
      reachable()
      await store.post(`${ROOT}/basic/webhooks`)
      expect(await store.post(`${ROOT}/basic/webhooks/check`)).toEqual(ARRIVES)
    })

    it("that cannot arrive are told so when a sample is asked for", async () => {
      reachable()
      const [account] = walmart().options.accounts
      if (account.webhooks) account.webhooks.url = "http://localhost:1"
      const { ok, problem } = await store.post<AdminWalmartWebhookCheckResponse>(
        `${ROOT}/main/webhooks/check`
      )
      expect([ok, problem]).toEqual([false, expect.stringContaining("open to the internet")])
    })

    it("are not subscribed to without the options for it, and staff read what to do", async () => {
      expect(await webhooksOf("silent")).toMatchObject({
        auth: null,
        obstacle: expect.stringContaining('no `webhooks` for account "silent"'),
      })
      const subscribe = store.post(`${ROOT}/silent/webhooks`)
      await expect(subscribe).rejects.toThrow("in medusa-config and restart")
      await expect(store.post(`${ROOT}/nobody/webhooks`)).rejects.toThrow("nobody")
    })

    it("are a reason to poll less often, until something is refused", async () => {
      const { purchaseOrderId } = await quietOrder()
      await deliver(eventOf(purchaseOrderId))
      await handled()
      const polledAt = new Date(Date.now() - 0.6 * NEVER_MS)
      const poll = async () => {
        await walmart().updateWalmartAccounts({ id: "main", last_poll_at: polledAt })
        await JOB_RUNS.poll(store.container())
        const { last_poll_at } = await walmart().retrieveWalmartAccount("main")
        return last_poll_at?.getTime() !== polledAt.getTime()
      }
      expect(await poll()).toBe(false)
      await deliver(eventOf(purchaseOrderId), {})
      await walmart().webhooks.tally.flush()
      expect(await poll()).toBe(true)
    })

    it("that never arrive while polls find orders are a warning in the status", async () => {
      await store.importOrder(MUGS)
      const { accounts } = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
      const main = accounts.find(({ id }) => id === "main")
      expect(main?.webhooks?.warning).toContain("No webhook of Walmart has arrived yet")
    })

    it("are deleted with their requests after the retention", async () => {
      const { purchaseOrderId } = await quietOrder()
      await deliver(eventOf(purchaseOrderId))
      await handled()
      const remaining = async () => {
        await store.run("prune-walmart-records", {})
        return [(await events()).length, (await walmart().listWalmartReadRequests({})).length]
      }
      expect(await remaining()).toEqual([1, 1])
      await database().raw(
        "UPDATE walmart_webhook_event SET received_at = now() - interval '91 days'"
      )
      await database().raw(
        "UPDATE walmart_read_request SET updated_at = now() - interval '91 days'"
      )
      expect(await remaining()).toEqual([0, 0])
    })

    it("are authenticated by name and password, with and without the word Basic", async () => {
      const pair = Buffer.from(`walmart:${SECRET}`).toString("base64")
      const body = eventOf("1799999999001")
      for (const authorization of [pair, `Basic ${pair}`, `basic ${pair}`]) {
        expect(await deliver(body, { authorization }, "basic")).toBe(200)
      }
      for (const authorization of ["", "Basic", `Basic ${pair}=`, `Bearer ${pair}`]) {
        expect(await deliver(body, { authorization }, "basic")).toBe(401)
      }
      expect(await counted("refused", "basic")).toBe(4)
    })

    it("are authenticated by a token of ours, which every server of the store accepts", async () => {
      const token = await tokenOf(Buffer.from(`walmart:${SECRET}`).toString("base64"))
      expect(token.data).toMatchObject({ token_type: "Bearer", expires_in: 900 })
      const body = eventOf("1799999999001")
      const bearer = (value: string) => ({ authorization: `Bearer ${value}` })
      const { access_token } = token.data
      expect(await deliver(body, bearer(access_token), "oauth")).toBe(200)
      expect(await deliver(body, bearer(`${access_token}x`), "oauth")).toBe(401)
      expect(await deliver(body, bearer(access_token), "basic")).toBe(401)
      const owner = { accountId: "oauth", clientId: "walmart", clientSecret: SECRET }
      const old = issueToken(owner, Date.now() - 3_600_000)
      expect(await deliver(body, bearer(old), "oauth")).toBe(401)
      expect((await tokenOf("d3Jvbmc=")).status).toBe(401)
      expect((await tokenOf(`walmart:${SECRET}`, "main")).status).toBe(404)
    })
  },
  {
    account: { webhooks: { auth: "hmac", secret: SECRET } },
    moreAccounts: [
      { ...KEYS("silent") },
      { ...KEYS("basic"), webhooks: { auth: "basic", userName: "walmart", password: SECRET } },
      { ...KEYS("oauth"), webhooks: { auth: "oauth", clientId: "walmart", clientSecret: SECRET } },
    ],
  }
)
