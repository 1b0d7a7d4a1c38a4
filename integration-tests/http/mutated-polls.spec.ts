import { inspect } from "node:util"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LATELY } from "../../testing/recent"
import { randomFrom } from "../faults/fuzz/random"
import { mutated } from "../faults/harness/mutate"
import { askWalmart } from "../helpers/ask-walmart"
import { storeSuite, type TestStore } from "../helpers/store"

/* Walmart answers a poll with a page that is not as a page should be. The number in a test's name is the seed of what is wrong. */

const TRIES = 20

const KEYS = { clientId: "demo-client", clientSecret: "demo-secret" }
const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }

storeSuite("a poll that Walmart answers with mistakes", (store) => {
  const control = (path: string, body: object) => store.simulator().control.run("POST", path, body)

  it.each(Array.from({ length: TRIES }, (_, seed) => seed))(
    "of seed %i imports nothing by half, and the next poll has the order whole",
    async (seed) => {
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      const body = mutated(await page(store), randomFrom(seed))
      const fault = { kind: "status", status: 200, body }
      control("faults", { route: "orders.list", fault, times: 3 })
      await store.importAll()
      const rows = await rowsOf(store)
      for (const row of rows) expectWhole(row)
      const wasSeen = rows.some(({ order_id: id, imported_at }) => id !== null && imported_at)

      store.simulator().control.run("DELETE", "faults")
      await store.importAll()
      const orderId = await store.orderIdOf(purchaseOrderId)
      const { total, items } = await store.order(orderId)
      expect(items).toHaveLength(1)
      // What Walmart said when it was imported is what counts; without a mistake in the money that is 30.
      if (!wasSeen) expect(total).toBe(30)
      expect(await ordersOf(store, purchaseOrderId)).toHaveLength(1)
    }
  )
})

/** The page of the seller's own orders, as Walmart really shows it. */
async function page(store: TestStore): Promise<unknown> {
  const since = `createdStartDate=${LATELY}`
  const address = { url: store.simulator().url, ...KEYS }
  return askWalmart(address, `/v3/orders?${since}&shipNodeType=SellerFulfilled&limit=200`)
}

interface Row {
  purchase_order_id: string
  order_id: string | null
  imported_at: unknown
  import_error: string | null
  lines: { quantity: number }[]
}

async function rowsOf(store: TestStore): Promise<Row[]> {
  const query = store.container().resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "walmart_order", fields: ["*", "lines.*"] })
  return data as Row[]
}

/** An order is imported with its lines, or says why it is not. */
function expectWhole(row: Row): void {
  const isImported = row.imported_at !== null && row.lines.length > 0
  if (isImported || row.import_error) return
  throw new Error(`This row is neither imported nor explained: ${inspect(row)}`)
}

async function ordersOf(store: TestStore, purchaseOrderId: string): Promise<unknown[]> {
  const query = store.container().resolve(ContainerRegistrationKeys.QUERY)
  const filters = { metadata: { walmart_purchase_order_id: purchaseOrderId } }
  return (await query.graph({ entity: "order", fields: ["id"], filters })).data
}
