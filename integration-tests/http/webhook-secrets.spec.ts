import { createHmac } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { KeyRing } from "../../src/modules/walmart/accounts/key-ring"
import { ACCOUNT_KEYS, WEBHOOK_SECRETS } from "../../src/modules/walmart/accounts/vaults"
import type {
  AdminWalmartKeysResponse,
  AdminWalmartWebhooksResponse,
  AdminWalmartWebhookSecretBody,
} from "../../src/types/http"
import { english } from "../../src/walmart/words/phrase"
import { storeSuite } from "../helpers/store"
import { expectRefusal, moduleOf } from "./admin-api/support"

const KEYS_SECRET = "a secret of the tests, 32 or more"
const IN_OPTIONS = "the-secret-of-medusa-config"
const FIRST = "the-first-secret-set-by-staff"
const SECOND = "the-second-secret-set-by-staff"
/** Of no order, so that nothing follows. */
const EVENT = JSON.stringify({ source: { eventType: "BUY_BOX_CHANGED" }, payload: {} })

storeSuite(
  "A webhook secret that is set in the settings",
  (store) => {
    const pathOf = (account: string) => `/admin/walmart/accounts/${account}/webhook-secret`
    const set = (account: string, body: AdminWalmartWebhookSecretBody) =>
      store.post<AdminWalmartKeysResponse>(pathOf(account), body)
    const takeAway = (account: string) => store.delete<AdminWalmartKeysResponse>(pathOf(account))
    const shown = async (account: string) => {
      const { keys } = await store.get<AdminWalmartKeysResponse>("/admin/walmart/keys")
      return keys.find(({ account_id }) => account_id === account)?.webhook
    }
    const database = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const deliver = async (account: string, headers: Record<string, string>) => {
      const { status } = await store["http"].post(`/walmart/webhooks/${account}`, EVENT, {
        headers: { "content-type": "application/json", ...headers },
        transformRequest: (data: unknown) => data,
        validateStatus: () => true,
      })
      return status
    }
    const signed = (secret: string) => ({
      "X-Walmart-Signature": createHmac("sha256", secret).update(EVENT).digest("hex"),
    })
    const named = (name: string, secret: string) => ({
      authorization: `Basic ${Buffer.from(`${name}:${secret}`).toString("base64")}`,
    })

    afterEach(async () => {
      for (const id of ["unset", "named"]) await moduleOf(store).webhookSecrets.remove(id)
    })

    it("has events taken where the options have none, and the next one takes its place without a restart", async () => {
      const obstacle = async () => {
        const path = "/admin/walmart/accounts/unset/webhooks"
        return (await store.get<AdminWalmartWebhooksResponse>(path)).webhooks.obstacle
      }
      expect(await shown("unset")).toMatchObject({ name: null, source: null, in_options: false })
      expect(await obstacle()).toMatch(/no secret yet.*Settings/)
      for (const secret of ["", FIRST]) expect(await deliver("unset", signed(secret))).toBe(404)
      await set("unset", { secret: FIRST })
      expect(await shown("unset")).toEqual({
        ...{ name: null, source: "settings", in_options: false },
        ...{ problem: null, problem_words: null },
        ...{ changed_by: expect.stringMatching(/^user_/), changed_at: expect.any(String) },
      })
      expect(await deliver("unset", signed(FIRST))).toBe(200)
      expect(await deliver("unset", signed(SECOND))).toBe(401)
      await set("unset", { secret: SECOND })
      expect(await deliver("unset", signed(FIRST))).toBe(401)
      expect(await deliver("unset", signed(SECOND))).toBe(200)
      await takeAway("unset")
      expect(await deliver("unset", signed(SECOND))).toBe(404)
    })

    it("goes over the one of the options until it is taken away", async () => {
      expect(await shown("named")).toMatchObject({ name: "userName", source: "options" })
      expect(await deliver("named", named("walmart", IN_OPTIONS))).toBe(200)
      await set("named", { name: "caller", secret: FIRST })
      expect(await deliver("named", named("walmart", IN_OPTIONS))).toBe(401)
      expect(await deliver("named", named("caller", FIRST))).toBe(200)
      const { keys } = await takeAway("named")
      expect(keys.find(({ account_id }) => account_id === "named")?.webhook).toMatchObject({
        ...{ source: "options", changed_at: null },
      })
      expect(await deliver("named", named("walmart", IN_OPTIONS))).toBe(200)
    })

    it("is known to every other process, and shown to nobody", async () => {
      const answers = [await set("named", { name: "caller", secret: FIRST }), await shown("named")]
      const ring = (secret: string) => {
        const options = { keysSecret: secret, formerKeysSecrets: [] }
        return new KeyRing(database(), WEBHOOK_SECRETS, options, { warn: () => {} })
      }
      const [other, wrong] = [ring(KEYS_SECRET), ring("another secret of 32 characters or more")]
      await Promise.all([other.refresh(), wrong.refresh()])
      expect(other.inForce().get("named")).toEqual({ clientId: "caller", clientSecret: FIRST })
      expect(wrong.inForce().get("named")).toBeUndefined()
      expect(english(wrong.stateOf("named")?.problem ?? [])).toMatch(/webhook secret.*not used/)
      const { rows } = await database().raw<{ rows: object[] }>(
        "SELECT t::text FROM walmart_webhook_secret t"
      )
      expect(rows).toHaveLength(1)
      for (const text of [JSON.stringify(answers), JSON.stringify(rows)]) {
        expect(text).not.toContain(FIRST)
        expect(text).not.toContain(Buffer.from(FIRST).toString("base64"))
      }
    })

    it("cannot be put in the place of an account's key", async () => {
      await set("named", { name: "caller", secret: FIRST })
      await database().raw("INSERT INTO walmart_account_key SELECT * FROM walmart_webhook_secret")
      const options = { keysSecret: KEYS_SECRET, formerKeysSecrets: [] }
      const keys = new KeyRing(database(), ACCOUNT_KEYS, options, { warn: () => {} })
      await keys.refresh()
      expect(keys.inForce().size).toBe(0)
      expect(english(keys.stateOf("named")?.problem ?? [])).toContain("belongs to another account")
      await database().raw("DELETE FROM walmart_account_key")
    })

    it("is refused when it can be guessed, lacks its name, or is of no use, and nothing is saved", async () => {
      await expectRefusal(set("unset", { secret: "short" }), "invalid_data", /16/)
      await expectRefusal(set("named", { secret: FIRST }), "invalid_data", /need a userName/)
      await expectRefusal(set("main", { secret: FIRST }), "not_allowed", /no `webhooks`/)
      await expectRefusal(set("nobody", { secret: FIRST }), "not_found", /nobody/)
      expect(await moduleOf(store).listWalmartWebhookSecrets({})).toEqual([])
    })
  },
  {
    plugin: { keysSecret: KEYS_SECRET },
    moreAccounts: [
      { ...keysOf("unset"), webhooks: { auth: "hmac" } },
      {
        ...keysOf("named"),
        webhooks: { auth: "basic", userName: "walmart", password: IN_OPTIONS },
      },
    ],
  }
)

function keysOf(id: string) {
  return { id, market: "us" as const, clientId: `client-${id}`, clientSecret: `secret-${id}` }
}
