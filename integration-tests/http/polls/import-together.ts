import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { pollAccount } from "../../../src/workflows/import/polling/poll-account"
import { walmartOf } from "../../../src/workflows/import/store/load-store"
import type { TestStore } from "../../helpers/store"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }
const MIXED = {
  lines: [
    { sku: "MUG-1", quantity: 3, price: 10, tax: 0.83, shipping: 5.99, shippingTax: 0.5 },
    { sku: "BOX-KIT", quantity: 2, price: 19.99, discount: 1.25, tax: 1.65 },
  ],
}

/** What a batch of orders costs the database whatever its size, and what each order adds to that. Nothing is sent meanwhile. */
const STATEMENTS = { once: 150, each: 22 }

/** Many orders of one poll, and what they cost. */
export function importTogetherTests(store: TestStore): void {
  describe("importing orders together", () => {
    const container = () => store.container()
    const database = () => container().resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
    const poll = () => pollAccount(container(), "main")

    const simulate = (count: number, order: object = MIXED) =>
      Array.from({ length: count }, () => store.simulateOrder(order).purchaseOrderId)

    const pause = (paused: boolean) =>
      walmartOf(container()).updateWalmartAccounts({ id: "main", paused })

    const count = async (sql: string, values: string[] = []): Promise<number> => {
      const { rows } = await database().raw<{ rows: { count: string }[] }>(sql, values)
      return Number(rows[0].count)
    }

    /** Rows of everything that an import makes, for as many orders. */
    const made = async () => ({
      orders: await count(`SELECT count(*) FROM "order"`),
      items: await count(`SELECT count(*) FROM order_item`),
      reservations: await count(`SELECT count(*) FROM reservation_item`),
      captures: await count(`SELECT count(*) FROM capture`),
      links: await count(`SELECT count(*) FROM order_payment_collection`),
      transactions: await count(`SELECT count(*) FROM order_transaction`),
      updates: await count(`SELECT count(*) FROM walmart_update`),
      imported: await count(
        `SELECT count(*) FROM walmart_order WHERE imported_at IS NOT NULL AND import_error IS NULL`
      ),
    })

    const ofMixed = (orders: number) => ({
      ...{ orders, items: 2 * orders, reservations: 3 * orders, captures: orders, links: orders },
      ...{ transactions: orders, updates: orders, imported: orders },
    })

    const reserved = (sku: string) =>
      count(
        `SELECT sum(l.reserved_quantity) AS count FROM inventory_level l
       JOIN inventory_item i ON i.id = l.inventory_item_id WHERE i.sku = ?`,
        [sku]
      )

    afterEach(() => store.sendingEnds())

    it("makes one of each of thirty orders, kits and all, in few statements", async () => {
      // The account is on record from the first poll on.
      await poll()
      await pause(true)
      simulate(30)
      let statements = 0
      const note = () => void statements++
      database().on("query", note)
      expect(await poll()).toMatchObject({ seen: 30, imported: 30, failed: 0, error: null })
      database().off("query", note)
      expect(await made()).toEqual(ofMixed(30))
      expect(await reserved("MUG-1")).toBe(30 * 7)
      expect(statements).toBeLessThan(2 * STATEMENTS.once + 30 * STATEMENTS.each)
      await pause(false)
    })

    it("makes one of each when two polls take the same orders", async () => {
      simulate(8)
      const polls = await Promise.all([poll(), poll()])
      expect(polls.reduce((sum, { imported }) => sum + imported, 0)).toBe(8)
      expect(await made()).toEqual(ofMixed(8))
      expect(await reserved("MUG-1")).toBe(8 * 7)
    })

    it("lets no order that the database refuses stop the others, or be named for them", async () => {
      const before = simulate(3)
      const { purchaseOrderId: bad } = store.simulateOrder({
        ...MIXED,
        address: { name: "Odette Refused" },
      })
      const unknown = simulate(1, { lines: [{ sku: "NO-SUCH", quantity: 1, price: 1 }] })
      const after = simulate(3)
      await database().raw(`CREATE OR REPLACE FUNCTION refuse_row() RETURNS trigger AS
      $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = 'P0042'; END $$ LANGUAGE plpgsql`)
      await database().raw(`CREATE TRIGGER refuse_odette BEFORE INSERT ON order_address FOR EACH ROW
      WHEN (NEW.first_name = 'Odette') EXECUTE FUNCTION refuse_row()`)
      expect(await poll()).toMatchObject({ imported: 6, failed: 2, error: null })
      expect(await made()).toEqual(ofMixed(6))
      const causes = await Promise.all(
        [...before, bad, ...unknown, ...after].map((po) => store.walmartOrder(po))
      )
      expect(causes.map(({ import_error_code: code }) => code)).toEqual([
        ...[null, null, null, "import_failed", "unknown_sku", null, null, null],
      ])
      await database().raw("DROP TRIGGER refuse_odette ON order_address")
      expect(await poll()).toMatchObject({ imported: 1, failed: 1 })
      expect(await made()).toEqual(ofMixed(7))
    })

    it("sees of each order what those before it leave in stock", async () => {
      await database().raw(
        `UPDATE inventory_level SET stocked_quantity = 7, raw_stocked_quantity = '{"value": "7", "precision": 20}'
       WHERE inventory_item_id = (SELECT id FROM inventory_item WHERE sku = 'MUG-1')`
      )
      simulate(3, MUGS)
      expect(await poll()).toMatchObject({ imported: 3, failed: 0 })
      expect(await reserved("MUG-1")).toBe(9)
      const rows = await walmartOf(container()).listWalmartOrders({})
      expect(rows.flatMap(({ import_notes: notes }) => notes ?? [])).toEqual([
        expect.objectContaining({ text: "Oversold: 3 needed of MUG-1, 1 available at Warehouse." }),
      ])
    })
  })
}
