import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { walmartOf } from "../../src/workflows/import/load-store"
import { storeSuite, waitFor } from "../helpers/store"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }

jest.setTimeout(60_000)

storeSuite("trouble while importing Walmart orders", (store) => {
  const container = () => store.container()
  const database = () => container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

  /** Lets every new row of a table fail while something is done, as a fault of the database would. */
  const whileRefusing = async (table: string, work: () => Promise<unknown>) => {
    await database().raw(`CREATE OR REPLACE FUNCTION refuse_row() RETURNS trigger AS
      $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = 'P0042'; END $$ LANGUAGE plpgsql`)
    await database().raw(
      `CREATE TRIGGER refuse BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse_row()`
    )
    try {
      await work()
    } finally {
      await database().raw(`DROP TRIGGER refuse ON "${table}"`)
    }
  }

  /** Everything that is logged, and told to subscribers who need attention, while something is done. */
  const whatIsSaid = async (work: () => Promise<unknown>) => {
    const logged = jest.spyOn(process.stdout, "write")
    const told: unknown[] = []
    const events = container().resolve(Modules.EVENT_BUS)
    const listen = async ({ data }: { data: unknown }) => void told.push(data)
    events.subscribe("walmart.order.attention_needed", listen)
    try {
      await work()
      await waitFor("the event", () => told.length > 0)
      return JSON.stringify([logged.mock.calls, told])
    } finally {
      events.unsubscribe("walmart.order.attention_needed", listen)
      logged.mockRestore()
    }
  }

  /** A nudge that still sends when the database is taken back to its seed would fail for no reason. */
  afterEach(() =>
    waitFor("sending to end", async () => {
      const boxes = await walmartOf(container()).listWalmartMailboxes({ state: "ok" })
      return boxes.every(({ leased, next_due_at }) => !leased && next_due_at === null)
    })
  )

  it("tells nobody a buyer's address when the database refuses an order", async () => {
    const { purchaseOrderId } = store.simulateOrder({
      ...MUGS,
      address: { name: "Odette Ungewöhnlich", address1: "77 Secret Lane" },
    })
    const said = await whatIsSaid(() => whileRefusing("order_address", () => store.importAll()))
    const { import_error } = await store.walmartOrder(purchaseOrderId)
    expect(import_error).toContain("P0042")
    expect(said).toContain("importing wmo_")
    expect(said).toContain("P0042")
    expect(`${import_error} ${said}`).not.toMatch(/Odette|Ungew|Secret Lane|relay\.walmart/)
    await store.importAll()
    expect((await store.walmartOrder(purchaseOrderId)).import_error).toBeNull()
  })

  it("imports and acknowledges an order whose number another Medusa order has already", async () => {
    const { purchaseOrderId } = store.simulateOrder(MUGS)
    const orders = container().resolve(Modules.ORDER)
    const [other] = await orders.createOrders([
      { currency_code: "usd", region_id: store.seeded.regionId },
    ])
    await orders.updateOrders(other.id, { custom_display_id: purchaseOrderId } as object)
    await store.importAll()
    await store.drain()
    expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
      imported_at: expect.anything(),
      import_error: null,
      import_notes: [expect.stringContaining(`order ${other.id} has that number already`)],
    })
    expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
  })

  it("acknowledges an order although its number cannot be written at all", async () => {
    const { purchaseOrderId } = store.simulateOrder(MUGS)
    await database().raw(
      `ALTER TABLE "order" ADD CONSTRAINT no_number CHECK (custom_display_id IS NULL) NOT VALID`
    )
    try {
      await store.importAll()
      await store.drain()
    } finally {
      await database().raw(`ALTER TABLE "order" DROP CONSTRAINT no_number`)
    }
    expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
    await store.importAll()
    expect((await store.walmartOrder(purchaseOrderId)).import_error).toBeNull()
  })
})
