import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SIDES } from "../../src/modules/walmart/orders/side-sql"
import type {
  FulfillmentRow,
  OrderRow,
} from "../../src/workflows/reconciliation/medusa-side/medusa-order-rows"
import type { MedusaRows } from "../../src/workflows/reconciliation/medusa-side/medusa-rows"
import { rowsByQuery } from "../../src/workflows/reconciliation/medusa-side/rows-by-query"
import { MEDUSA_ROWS, rowsBySql } from "../../src/workflows/reconciliation/medusa-side/rows-by-sql"
import { storeSuite, waitFor } from "../helpers/store"
import { acknowledgedOrder, OUT_OF_STOCK, refusal, UPS, UPS_TWO } from "./admin-api/support"

/** Statements that only the plugin makes: those about its tables, and its reads of Medusa's. */
const OWN = /walmart_|AS asked\(|FROM order_fulfillment k/

storeSuite("what the plugin's checks cost the database", (store) => {
  const db = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

  /** The plugin's statements while something is done. */
  const during = async (work: () => Promise<unknown>): Promise<string[]> => {
    const seen: string[] = []
    const note = ({ sql }: { sql: string }) => void (OWN.test(sql) && seen.push(sql))
    db().on("query", note)
    try {
      await work()
    } finally {
      db().off("query", note)
    }
    return seen
  }

  /** The plan of a statement where an index is taken wherever there is one. */
  const planOf = (sql: string, values: Knex.ValueDict | string[][]): Promise<string> =>
    db().transaction(async (trx) => {
      await trx.raw("SET LOCAL enable_seqscan = off")
      const { rows } = await trx.raw<{ rows: object[] }>(`EXPLAIN ${sql}`, values)
      return JSON.stringify(rows)
    })

  const isShipped = (po: string) => store.ledger(po).some(({ effect }) => effect === "shipped")

  const cancel = (orderId: string) => () => refusal(store.cancel(orderId))

  it("is one small read for an order of another channel", async () => {
    const orders = store.container().resolve(Modules.ORDER)
    const items = [{ title: "Mug", quantity: 1, unit_price: 10 }]
    const [{ id }] = await orders.createOrders([
      { currency_code: "usd", email: "buyer@example.com", items },
    ])
    const seen = await during(() => store.post("/admin/order-edits", { order_id: id }))
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatch(/FROM walmart_order WHERE order_id = /)
  })

  it("is a handful of statements before a fulfillment, and before a cancellation", async () => {
    const { orderId } = await acknowledgedOrder(store)
    const { items } = await store.order(orderId)
    const [{ id: location_id }] = await store
      .container()
      .resolve(Modules.STOCK_LOCATION)
      .listStockLocations({})
    const tooMany = { items: [{ id: items[0].id, quantity: 9 }], location_id }
    const fulfill = () => refusal(store.post(`/admin/orders/${orderId}/fulfillments`, tooMany))
    await fulfill()
    expect((await during(fulfill)).length).toBeLessThanOrEqual(6)
    await cancel(orderId)()
    expect((await during(cancel(orderId))).length).toBeLessThanOrEqual(8)
  })

  it("is thirty-five statements at most from Ship until the parcel's call is begun", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    const fulfillment = await store.fulfill(orderId)
    await store.sendingEnds()
    const seen = await during(async () => {
      await store.ship(orderId, fulfillment, [{ tracking_number: UPS }])
      await waitFor("the parcel", () => isShipped(po))
    })
    await store.sendingEnds()
    const begun = seen.findIndex((sql) => /INSERT INTO walmart_attempt/.test(sql))
    expect(begun).toBeGreaterThan(0)
    expect(begun).toBeLessThanOrEqual(35)
  })

  it("is sixteen statements at most for the order widget", async () => {
    const { orderId } = await acknowledgedOrder(store)
    await store.fulfill(orderId)
    await store.sendingEnds()
    await store.get(`/admin/walmart/orders/${orderId}`)
    const seen = await during(() => store.get(`/admin/walmart/orders/${orderId}`))
    expect(seen.length).toBeLessThanOrEqual(16)
  })

  it("finds every row of both sides by an index", async () => {
    const asked = JSON.stringify([{ id: "order_any", items: ["ordli_any"] }])
    expect(await planOf(MEDUSA_ROWS, { asked })).not.toMatch(/Seq Scan/)
    expect(await planOf(SIDES, [["order_any"]])).not.toMatch(/Seq Scan/)
  })

  it("reads of Medusa what its own query answers, for orders in every state", async () => {
    const lines = [
      { sku: "MUG-1", quantity: 2, price: 10 },
      { sku: "BOX-KIT", quantity: 1, price: 5 },
    ]
    const [open, half, canceled] = [
      await acknowledgedOrder(store, lines),
      await acknowledgedOrder(store, lines),
      await acknowledgedOrder(store, lines),
    ]
    await store.fulfillAndShip(half.orderId, [{ tracking_number: UPS_TWO }], { "MUG-1": 1 })
    await store.cancelFulfillment(half.orderId, await store.fulfill(half.orderId, { "MUG-1": 1 }))
    await store.fulfill(half.orderId, { "BOX-KIT": 1 })
    const reason = { reason: OUT_OF_STOCK }
    await store.post(`/admin/walmart/orders/${canceled.orderId}/cancellation-reason`, reason)
    await store.cancel(canceled.orderId)
    await store.sendingEnds()
    const asked = await Promise.all(
      [open, half, canceled].map(async ({ orderId }) => {
        const { items } = await store.order(orderId)
        return { orderId, itemIds: items.map(({ id }) => id), shipWhen: "shipped" as const }
      })
    )
    const bySql = plain(await rowsBySql(db(), asked))
    const byQuery = plain(await rowsByQuery(store.container(), asked))
    expect(bySql.orders).toHaveLength(3)
    expect(byQuery).toMatchObject(bySql)
  })

  it("reads labels in one sequence, also after the first of them was changed in its place", async () => {
    const { orderId } = await acknowledgedOrder(store, [{ sku: "MUG-1", quantity: 3, price: 10 }])
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }, { tracking_number: UPS_TWO }])
    await store.sendingEnds()
    await db().raw(
      `UPDATE fulfillment_label SET updated_at = now() WHERE id = (SELECT min(l.id) FROM fulfillment_label l
         JOIN order_fulfillment k ON k.fulfillment_id = l.fulfillment_id WHERE k.order_id = ?)`,
      [orderId]
    )
    const { items } = await store.order(orderId)
    const itemIds = items.map(({ id }) => id)
    const asked = [{ orderId, itemIds, shipWhen: "shipped" as const }]
    const numbers = ({ orders, ofItems }: MedusaRows) =>
      [...orders[0].fulfillments, ...ofItems].map(({ labels }) =>
        labels.map(({ tracking_number: number }) => number)
      )
    const bySql = numbers(await rowsBySql(db(), asked))
    expect(bySql[0]).toHaveLength(2)
    const byQuery = numbers(await rowsByQuery(store.container(), asked))
    expect(byQuery).toEqual(byQuery.map(() => bySql[0]))
  })
})

/** The same in one notation: times as numbers, quantities as numbers, rows by their ids. */
function plain({ orders, changes }: MedusaRows) {
  return {
    orders: orders.sort(byId).map(plainOrder),
    changes: changes.sort(byId).map(({ actions = [], ...change }) => ({
      ...change,
      actions: actions
        .filter(({ action }) => action === "FULFILL_ITEM")
        .map(({ action, reference, reference_id, details }) => ({
          ...{ action, reference, reference_id },
          details,
        })),
    })),
  }
}

function plainOrder({ payment_collections: collections = [], ...order }: OrderRow) {
  return {
    ...order,
    canceled_at: time(order.canceled_at),
    updated_at: time(order.updated_at),
    items: order.items.sort(byId).map(({ id, title, metadata, detail, variant }) => ({
      ...{ id, title, metadata },
      detail: {
        quantity: Number(detail.quantity),
        unit_price: detail.unit_price === null ? null : Number(detail.unit_price),
        fulfilled_quantity: Number(detail.fulfilled_quantity),
        return_received_quantity: Number(detail.return_received_quantity),
      },
      parts: (variant?.inventory_items ?? [])
        .map(({ inventory_item_id: part, required_quantity: quantity }) => ({ part, quantity }))
        .sort((a, b) => a.part.localeCompare(b.part)),
    })),
    fulfillments: order.fulfillments.sort(byId).map(plainFulfillment),
    payments: collections
      .flatMap((one) => one?.payments ?? [])
      .map((payment) => ({
        provider_id: payment?.provider_id,
        refunds: (payment?.refunds ?? []).map(({ id, amount, created_by, created_at }) => ({
          ...{ id, amount: Number(amount), created_by },
          created_at: time(created_at),
        })),
      })),
  }
}

function plainFulfillment({ items, labels, ...row }: FulfillmentRow) {
  return {
    ...row,
    created_at: time(row.created_at),
    shipped_at: time(row.shipped_at),
    delivered_at: time(row.delivered_at),
    canceled_at: time(row.canceled_at),
    items: items
      .map((item) => ({ ...item, quantity: Number(item.quantity) }))
      .sort((a, b) => String(a.inventory_item_id).localeCompare(String(b.inventory_item_id))),
    labels,
  }
}

function byId({ id: a }: { id: string }, { id: b }: { id: string }): number {
  return a.localeCompare(b)
}

function time(at: string | Date | null | undefined): number | null {
  return at ? new Date(at).getTime() : null
}
