import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import eraseWalmartCustomer from "../../src/scripts/erase-walmart-customer"
import { ACCESS_TOKEN, basicOf } from "../helpers/secrets"
import { storeSuite, type TestStore, waitFor } from "../helpers/store"
import { acknowledgedOrder, OUT_OF_STOCK, updateThat, UPS } from "./admin-api/support"

/* Unmistakable values that are looked for afterwards in everything the store wrote. */

const CLIENT_SECRET = "planted-client-secret-7f3a"
const BUYER = {
  name: "Plantedname Buyerson",
  phone: "5550001112223",
  address1: "77 Plantedstreet",
  city: "Plantedcity",
  email: "planted.buyer@relay.walmart.example",
}
const PERSONAL = Object.values(BUYER)

/** What staff put in the buyer's place before the parcel left. */
const CORRECTED = {
  address: {
    first_name: "Movedname",
    last_name: "Movedson",
    address_1: "99 Movedstreet",
    city: "Movedcity",
    province: "CA",
    postal_code: "94044",
    phone: "5553334445556",
  },
  email: "moved.buyer@relay.walmart.example",
}
const PERSONAL_CORRECTED = [
  "Movedson",
  "99 Movedstreet",
  "Movedcity",
  "5553334445556",
  CORRECTED.email,
]

/** Medusa's own tables of orders and their addresses, where any channel's buyers are. */
const MAY_HOLD_BUYERS = [
  ...["order", "order_address", "fulfillment_address", "customer", "customer_address"],
  ...["cart", "cart_address"],
]

const ORDER = {
  lines: [{ sku: "MUG-1", quantity: 2, price: 10 }],
  customerEmailId: BUYER.email,
  address: {
    ...{ name: BUYER.name, address1: BUYER.address1, city: BUYER.city, state: "CA" },
    ...{ postalCode: "94043", country: "USA" },
  },
  phone: BUYER.phone,
}

storeSuite(
  "Personal data and secrets",
  (store) => {
    const db = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    it("are in no log line, no row and no answer where they do not belong", async () => {
      const said = listenToLogs(store)
      const answers = await dayAtTheShop(store)
      const everything = { logs: said.join("\n"), answers: JSON.stringify(answers) }
      for (const secret of [CLIENT_SECRET, basicOf("demo-client", CLIENT_SECRET), ACCESS_TOKEN]) {
        expect(where(secret, { ...everything, ...(await tables(db())) })).toEqual([])
      }
      for (const value of PERSONAL) {
        const found = where(value, { ...everything, ...(await tables(db())) })
        expect(found.filter((name) => !MAY_HOLD_BUYERS.includes(name))).toEqual([])
      }
      // What is looked for can be found: the buyer is where Medusa keeps buyers.
      expect(where(BUYER.address1, await tables(db()))).toContain("order_address")
    })

    it("of a closed order are erased on request, and what was bought stays", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store, ORDER.lines, ORDER)
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await updateThat(
        store,
        orderId,
        ({ kind, status }) => kind === "shipment" && status === "sent"
      )
      await erase(purchaseOrderId)
      for (const value of PERSONAL) expect(where(value, await tables(db()))).toEqual([])
      expect(await buyerOf(orderId)).toMatchObject({
        email: "erased@customer.invalid",
        total: 10,
        shipping_address: { address_1: null, country_code: "us" },
      })
      await store.importAll()
      for (const value of PERSONAL) expect(where(value, await tables(db()))).toEqual([])
    })

    it("are erased from every table after the address and the e-mail were changed", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store, ORDER.lines, ORDER)
      const path = `/admin/orders/${orderId}`
      await store.post(path, {
        shipping_address: CORRECTED.address,
        billing_address: CORRECTED.address,
      })
      await store.post(path, { shipping_address: { address_1: BUYER.address1 } })
      await store.post(path, { email: CORRECTED.email })
      await store.container().resolve(Modules.ORDER).updateOrders(orderId, { email: "" })
      await store.post(path, { email: BUYER.email })
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await updateThat(
        store,
        orderId,
        ({ kind, status }) => kind === "shipment" && status === "sent"
      )
      const values = [...PERSONAL, ...PERSONAL_CORRECTED, "Plantedname", "Movedname"]
      expect(where(CORRECTED.email, await tables(db()))).toContain("order_change_action")
      await erase(purchaseOrderId)
      for (const value of values)
        expect([value, where(value, await tables(db()))]).toEqual([value, []])
      await erase(purchaseOrderId)
    })

    it("of an open order are kept, because the parcel still needs them", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store, ORDER.lines, ORDER)
      await expect(erase(purchaseOrderId)).rejects.toThrow(
        `The customer of Walmart order ${purchaseOrderId} cannot be erased yet: the order is open.`
      )
      await expect(erase("179000000000000")).rejects.toThrow("no Walmart order 179000000000000")
      await expect(erase()).rejects.toThrow("Call it with order numbers")
      expect((await buyerOf(orderId)).email).toBe(BUYER.email)
    })

    const buyerOf = async (orderId: string) => {
      const fields = "email,total,*shipping_address"
      const path = `/admin/orders/${orderId}`
      return (await store.get<{ order: { email: string } }>(path, { fields })).order
    }
    const erase = (...args: string[]) =>
      eraseWalmartCustomer({ container: store.container(), args })
  },
  // One refusal is enough to hand an update to a person.
  { account: { clientSecret: CLIENT_SECRET }, plugin: { refusedAttempts: 1 } }
)

/** Imports, ships, is refused, cancels, asks in vain, tests the connection. @returns all answers */
async function dayAtTheShop(store: TestStore): Promise<unknown[]> {
  const control = store.simulator().control
  const shipped = await acknowledgedOrder(store, ORDER.lines, ORDER)
  const fault = { kind: "status", status: 400, body: { error: [{ description: BUYER.email }] } }
  control.run("POST", "faults", { route: "orders.shipping", fault })
  await store.fulfillAndShip(shipped.orderId, [{ tracking_number: UPS }])
  await updateThat(
    store,
    shipped.orderId,
    ({ kind, status }) => kind === "shipment" && status !== "pending"
  )
  const canceled = await acknowledgedOrder(store, ORDER.lines, ORDER)
  await store.post(`/admin/walmart/orders/${canceled.orderId}/cancellation-reason`, {
    reason: OUT_OF_STOCK,
  })
  await cancelOrderWorkflow(store.container()).run({ input: { order_id: canceled.orderId } })
  await waitFor("the cancellation", () =>
    store.ledger(canceled.purchaseOrderId).some(({ effect }) => effect === "cancelled")
  )
  control.run("POST", "faults", { route: "orders.list", fault: { kind: "status", status: 401 } })
  await store.importAll()
  const { updates } = await store.get<{ updates: { id: string }[] }>("/admin/walmart/updates")
  return [
    await store.get("/admin/walmart/orders"),
    await store.get("/admin/walmart/status"),
    await store.get("/admin/walmart/accounts"),
    await store.post("/admin/walmart/accounts/main/test"),
    ...(await Promise.all(updates.map(({ id }) => store.get(`/admin/walmart/updates/${id}`)))),
  ]
}

/** Everything that is logged from now on, whatever the level. */
function listenToLogs(store: TestStore): string[] {
  const said: string[] = []
  const logger = store.container().resolve(ContainerRegistrationKeys.LOGGER)
  for (const level of ["debug", "info", "warn", "error"] as const) {
    jest.spyOn(logger, level).mockImplementation((...parts: unknown[]) => {
      said.push(parts.map(textOf).join(" "))
    })
  }
  return said
}

function textOf(part: unknown): string {
  return part instanceof Error ? `${part.message} ${part.stack}` : JSON.stringify(part)
}

type Texts = Record<string, string>

function where(value: string | RegExp, texts: Texts): string[] {
  const isIn = (text: string) => (value instanceof RegExp ? value.test(text) : text.includes(value))
  return Object.keys(texts).filter((name) => isIn(texts[name]))
}

/** Every row of every table, as text, by the table's name. */
async function tables(db: Knex): Promise<Texts> {
  const names: string[] = await db("information_schema.tables")
    .where({ table_schema: "public", table_type: "BASE TABLE" })
    .pluck("table_name")
  const texts: Texts = {}
  for (const name of names) {
    const { rows } = await db.raw<{ rows: { row: string }[] }>(`SELECT t::text AS row FROM ?? t`, [
      name,
    ])
    texts[name] = rows.map(({ row }) => row).join("\n")
  }
  return texts
}
