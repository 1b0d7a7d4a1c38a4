import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { KeyRing } from "../../src/modules/walmart/accounts/key-ring"
import { loadKeys } from "../../src/modules/walmart/accounts/key-sql"
import { ACCOUNT_KEYS, WEBHOOK_SECRETS } from "../../src/modules/walmart/accounts/vaults"
import type {
  AdminWalmartAccountListResponse,
  AdminWalmartKeysBody,
  AdminWalmartKeysResponse,
  AdminWalmartStatusResponse,
} from "../../src/types/http"
import { english } from "../../src/walmart/words/phrase"
import { storeSuite, type TestStore } from "../helpers/store"
import { moduleOf } from "./admin-api/support"

const SECRET = "a secret of the tests, 32 or more"
const PAIR = { client_id: "second-pair", client_secret: "wm-secret-of-the-second-pair" }
const MUGS = { lines: [{ sku: "MUG-1", quantity: 2, price: 20 }] }

storeSuite(
  "Keys that are set in the settings",
  (store) => {
    const set = (body: AdminWalmartKeysBody, account = "main") =>
      store.post<AdminWalmartKeysResponse>(`/admin/walmart/accounts/${account}/keys`, body)
    const status = () => store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
    const shown = () => store.get<AdminWalmartKeysResponse>("/admin/walmart/keys")
    const database = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    afterEach(async () => {
      const { keys, webhookSecrets } = moduleOf(store)
      for (const { id } of await loadKeys(database(), ACCOUNT_KEYS.table)) await keys.remove(id)
      for (const { id } of await loadKeys(database(), WEBHOOK_SECRETS.table))
        await webhookSecrets.remove(id)
    })

    it("let orders flow again without a restart when Walmart ends the old ones, and are in no answer, log or row", async () => {
      const said = listenToLogs(store)
      const { purchaseOrderId: po } = store.simulateOrder(MUGS)
      changeAtWalmart(store)
      expect(await status()).toMatchObject({
        connected: false,
        message: expect.stringMatching(/Not connected: main \(us\)\. Walmart was not asked yet/),
      })
      const refusal = await store.importAll()
      expect(refusal).toContain("Walmart")
      expect(await status()).toMatchObject({
        connected: false,
        message: expect.stringContaining(`Not connected: main (us). ${refusal}`),
      })
      const answers = [await set(PAIR), await shown()]
      expect(answers[1].keys[0]).toEqual({
        ...{ account_id: "main", source: "settings", in_options: true },
        ...{ problem: null, problem_words: null },
        ...{ changed_by: expect.stringMatching(/^user_/), changed_at: expect.any(String) },
        webhook: null,
      })
      expect(await store.importAll()).toBeNull()
      expect(await status()).toMatchObject({
        ...{ connected: true, message: expect.stringMatching(/^Connected: main \(us\)\./) },
        accounts: [{ id: "main", connected: true }],
      })
      await store.sendingEnds()
      expect(store.ledger(po).map(({ effect }) => effect)).toEqual(["acknowledged"])
      const texts = [JSON.stringify(answers), said.join("\n"), await allRows(database())]
      for (const text of texts) {
        expect(text).not.toContain(PAIR.client_secret)
        expect(text).not.toContain(Buffer.from(PAIR.client_secret).toString("base64"))
      }
    })

    it("are refused with Walmart's reason when they are wrong, and nothing is saved", async () => {
      const wrong = { ...PAIR, client_secret: "wm-secret-that-is-wrong" }
      const refusal = await set(wrong).catch((error: unknown) => error)
      expect(refusal).toMatchObject({
        status: 400,
        message: expect.stringMatching(/These keys were not saved\. .*Walmart/),
      })
      expect(String(refusal)).not.toContain(wrong.client_secret)
      expect(await loadKeys(database(), ACCOUNT_KEYS.table)).toEqual([])
      expect((await shown()).keys[0]).toMatchObject({ source: "options", changed_by: null })
      expect(await store.importAll()).toBeNull()
    })

    it("connect an account that had none, and leave it unconnected once they are taken away", async () => {
      store.simulator().control.run("POST", "credentials", {
        clientId: PAIR.client_id,
        clientSecret: PAIR.client_secret,
      })
      const accounts = async () => {
        const path = "/admin/walmart/accounts"
        const { accounts: all } = await store.get<AdminWalmartAccountListResponse>(path)
        return all.map(({ id }) => id)
      }
      expect(await accounts()).toEqual(["main"])
      expect((await shown()).keys[1]).toMatchObject({ account_id: "late", source: null })
      await set(PAIR, "late")
      expect(await accounts()).toEqual(["main", "late"])
      expect(await store.importAll()).toBeNull()
      const { keys } = await store.delete<AdminWalmartKeysResponse>(
        "/admin/walmart/accounts/late/keys"
      )
      expect(keys[1]).toMatchObject({ source: null, changed_at: null })
      expect(await accounts()).toEqual(["main"])
    })

    it("are refused when another account has them, because each order would be there twice", async () => {
      const mains = { client_id: "demo-client", client_secret: "demo-secret" }
      await expect(set(mains, "late")).rejects.toMatchObject({
        status: 400,
        message: expect.stringContaining('those of the account "main"'),
      })
      await expect(set(PAIR, "unknown")).rejects.toMatchObject({ status: 404 })
    })

    it("reach every process, and are sealed again with a new keysSecret", async () => {
      changeAtWalmart(store)
      await set(PAIR)
      const inForce = async (keysSecret: string | undefined, formerKeysSecrets: string[] = []) => {
        const warn = jest.fn()
        const ring = new KeyRing(
          database(),
          ACCOUNT_KEYS,
          { keysSecret, formerKeysSecrets },
          { warn }
        )
        await ring.refresh()
        const found = ring.stateOf("main")?.problem
        const problem = found ? english(found) : null
        expect(warn).toHaveBeenCalledTimes(problem ? 1 : 0)
        return { pair: ring.inForce().get("main"), problem }
      }
      const pair = { clientId: PAIR.client_id, clientSecret: PAIR.client_secret }
      const right = { pair, problem: null }
      const later = "another secret, of 32 characters at least"
      expect(await inForce(SECRET)).toEqual(right)
      expect(await inForce(later)).toEqual({ problem: expect.stringContaining("keysSecret") })
      expect(await inForce(later, [SECRET])).toEqual(right)
      expect(await inForce(later)).toEqual(right)
      expect(await inForce(SECRET)).toEqual({ problem: expect.stringContaining("not used") })
      expect(await inForce(undefined)).toEqual({
        problem: expect.stringContaining("no keysSecret"),
      })
    })
  },
  { plugin: { keysSecret: SECRET }, moreAccounts: [{ id: "late", market: "us" }] }
)

/** The seller makes a new pair in Walmart's portal and ends the old one. */
function changeAtWalmart({ simulator }: TestStore): void {
  const { control } = simulator()
  const old = { clientId: "demo-client", clientSecret: "ended-at-walmart" }
  const { sellerId } = control.run("POST", "credentials", old) as { sellerId: string }
  const pair = { clientId: PAIR.client_id, clientSecret: PAIR.client_secret }
  control.run("POST", "credentials", { ...pair, sellerId })
  control.run("POST", "time", { advanceMs: 16 * 60_000 })
}

function listenToLogs(store: TestStore): string[] {
  const said: string[] = []
  const logger = store.container().resolve(ContainerRegistrationKeys.LOGGER)
  for (const level of ["debug", "info", "warn", "error"] as const)
    jest
      .spyOn(logger, level)
      .mockImplementation((...parts: unknown[]) => void said.push(parts.map(String).join(" ")))
  return said
}

/** Every row of every table. */
async function allRows(db: Knex): Promise<string> {
  const names: string[] = await db("information_schema.tables")
    .where({ table_schema: "public", table_type: "BASE TABLE" })
    .pluck("table_name")
  const tables = names.map(async (name) => {
    const { rows } = await db.raw<{ rows: object[] }>(`SELECT t::text FROM ?? t`, [name])
    return JSON.stringify(rows)
  })
  return (await Promise.all(tables)).join("\n")
}
