import type { HttpTypes } from "@medusajs/framework/types"
import type { Client } from "pg"
import { waitFor } from "../../testing/wait-for"
import { templateStore } from "../../scripts/template-store"
import type { AdminWalmartStatusResponse } from "../../src/types/http"
import { databaseUrlOf } from "../helpers/database-url"
import { OwnStore } from "../../testing/own-store"
import { migrationFiles } from "./harness/database"

/* What a store meets that has just installed the plugin: no keys yet, or tables that are not there yet. */

const ALONE = {
  DISABLE_ADMIN: "true",
  WALMART_CLIENT_ID: "",
  WALMART_CLIENT_SECRET: "",
  LOG_LEVEL: "warn",
}

const statusOf = ({ admin }: OwnStore) =>
  admin.get<AdminWalmartStatusResponse>("/admin/walmart/status")

/** Lines of the store's log that hold a text. */
const said = (store: OwnStore, text: string) =>
  store
    .printed()
    .split("\n")
    .filter((line) => line.includes(text))

/** An order of the shop itself, made and placed at Medusa's own screens. */
async function ownOrder({ admin }: OwnStore): Promise<string> {
  const { seeded } = templateStore()
  const address = { first_name: "A", last_name: "B", address_1: "1 Way", city: "Austin" }
  const option = seeded.shippingOptionIds.standard
  const { draft_order: draft } = await admin.post<HttpTypes.AdminDraftOrderResponse>(
    "/admin/draft-orders",
    {
      ...{ email: "buyer@example.com", region_id: seeded.regionId },
      ...{ sales_channel_id: seeded.salesChannelId },
      shipping_address: { ...address, country_code: "us", postal_code: "78701" },
      items: [{ variant_id: seeded.variantIds["MUG-1"], quantity: 1 }],
      shipping_methods: [{ shipping_option_id: option, name: "Standard", amount: 0 }],
    }
  )
  await admin.post(`/admin/draft-orders/${draft.id}/convert-to-order`)
  return draft.id
}

/** As a database is before the plugin's first `db:migrate`. */
async function withoutTables(db: Client): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_name LIKE 'walmart_%'"
  )
  await db.query(`DROP TABLE ${rows.map(({ name }) => name).join(", ")} CASCADE`)
  await db.query("DELETE FROM mikro_orm_migrations WHERE name = ANY($1)", [
    migrationFiles().map((file) => file.replace(".ts", "")),
  ])
}

describe("a store without keys", () => {
  let store: OwnStore

  beforeAll(async () => {
    const accounts = [{ id: "us-main", market: "us" as const, clientId: "", clientSecret: " " }]
    store = await OwnStore.open({
      databaseUrl: databaseUrlOf("walmart_no_keys"),
      plugin: { accounts },
      env: ALONE,
    })
  })
  afterAll(() => store.close())

  it("boots and migrates, and says in log and status which account is not connected and what to do", async () => {
    const text =
      'account "us-main" is not connected, because its clientId and clientSecret are not set'
    expect(await statusOf(store)).toMatchObject({
      connected: false,
      message: expect.stringMatching(new RegExp(`^Not connected: .*${text}.*Set both keys`)),
      accounts: [],
    })
    expect(said(store, text)).toHaveLength(1)
    await store.command("db:migrate")
  })

  it("takes and ships the shop's own orders, and calls nobody", async () => {
    await store.ship(await ownOrder(store), "1Z999AA10123456784")
    expect(store.simulator.control.requests()).toEqual([])
  })
})

describe("a store whose database is not migrated for the plugin", () => {
  let store: OwnStore
  const command = "npx medusa db:migrate"

  beforeAll(async () => {
    store = await OwnStore.open({
      databaseUrl: databaseUrlOf("walmart_unmigrated"),
      env: ALONE,
      prepareDatabase: withoutTables,
    })
  })
  afterAll(() => store.close())

  it("boots, and says once in the log, in the status and on the plugin's routes what to run", async () => {
    expect(await statusOf(store)).toMatchObject({
      connected: false,
      message: expect.stringContaining(command),
    })
    await expect(store.admin.get("/admin/walmart/orders")).rejects.toThrow(command)
    expect(said(store, command)).toHaveLength(1)
  })

  it("lets the shop's own orders be fulfilled, shipped and canceled", async () => {
    const orderId = await ownOrder(store)
    await store.ship(orderId, "1Z999AA10123456784")
    const order = await store.admin.order(orderId)
    expect(order.fulfillments).toMatchObject([{ shipped_at: expect.any(String) }])
    const other = await ownOrder(store)
    await store.admin.post(`/admin/orders/${other}/cancel`)
    expect((await store.admin.order(other)).status).toBe("canceled")
  })

  it("takes Walmart's orders after the command and a restart", async () => {
    await store.terminate()
    await store.command("db:migrate")
    await store.boot()
    await waitFor("the account to be connected", async () => (await statusOf(store)).connected)
    const lines = [{ sku: "MUG-1", quantity: 1, price: 10 }]
    const made = store.simulator.control.createOrder({ lines })
    const { accounts } = await statusOf(store)
    await store.admin.post(`/admin/walmart/accounts/${accounts[0]!.id}/fetch`)
    const { orderId } = await store.taken(made)
    await store.ship(orderId, "1Z999AA10123456784")
    expect(said(store, command)).toHaveLength(1)
  })
})
