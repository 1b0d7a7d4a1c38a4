import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  cancelOrderWorkflow,
  updateInventoryLevelsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import importWalmartOrders from "../../src/scripts/import-walmart-orders"
import { createOrders } from "../../src/workflows/import/medusa/create-order"
import { importSettings, loadStore, walmartOf } from "../../src/workflows/import/store/load-store"
import { pollAccount } from "../../src/workflows/import/polling/poll-account"
import { loadImportedOrders } from "../../src/workflows/import/medusa/imported-order"
import { recordPayments } from "../../src/workflows/import/medusa/record-payment"
import { reserveItems } from "../../src/workflows/import/medusa/reserve-items"
import { importShipments } from "../../src/workflows/import/medusa/import-shipments"
import type { ImportWalmartOrderResult } from "../../src/workflows/import/import-walmart-order"
import type { AdminWalmartOrder, AdminWalmartOrderListResponse } from "../../src/types/http"
import { planOrder } from "../../src/walmart/import/import-order"
import { storeSuite, waitFor } from "../helpers/store"

const UPS = "1Z999AA10123456784"
const ONTRAC = "C11031500001879"
const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }
const MIXED = {
  lines: [
    { sku: "MUG-1", quantity: 3, price: 10, tax: 0.83, shipping: 5.99, shippingTax: 0.5 },
    { sku: "BOX-KIT", quantity: 2, price: 19.99, discount: 1.25, tax: 1.65 },
  ],
}
const HALF_GONE = {
  lines: [
    { sku: "MUG-1", quantity: 3, price: 30, shippedQuantity: 1, trackingNumber: UPS },
    { sku: "MUG-2", quantity: 2, price: 20, cancelledQuantity: 1 },
  ],
}

interface OrderRow {
  id: string
  status: string
  email: string | null
  total: number
  items: {
    id: string
    variant_sku: string
    quantity: number
    unit_price: number
    detail: { shipped_quantity: number }
  }[]
  shipping_methods: { shipping_option_id: string }[]
  transactions: object[]
  payment_collections: { payments: { captures: object[] }[] }[]
  fulfillments: { labels: object[] }[]
}

storeSuite("importing Walmart orders", (store) => {
  const container = () => store.container()
  const control = (path: string, body: object) => store.simulator().control.run("POST", path, body)

  const graph = async (entity: string, filters: Record<string, unknown>, fields = ["*"]) => {
    const query = container().resolve(ContainerRegistrationKeys.QUERY)
    return (await query.graph({ entity, fields, filters })).data
  }

  const details = [
    "*",
    "total",
    "summary.*",
    "items.*",
    "items.detail.*",
    "shipping_address.*",
    "shipping_methods.*",
    "transactions.*",
    "payment_collections.*",
    "payment_collections.payments.captures.*",
    "fulfillments.*",
    "fulfillments.items.*",
    "fulfillments.labels.*",
  ]
  /** As the API would answer: its numbers are plain numbers. */
  const orderOf = async (id: string): Promise<OrderRow> =>
    JSON.parse(JSON.stringify((await graph("order", { id }, details))[0]))

  const reservationsOf = async (orderId: string) => {
    const order = await orderOf(orderId)
    const found = await graph("reservation", { line_item_id: order.items.map((i) => i.id) })
    return found.map(({ line_item_id, quantity }) => ({
      sku: order.items.find((i) => i.id === line_item_id)?.variant_sku,
      quantity: Number(quantity),
    }))
  }

  const stockOf = async (sku: string) => {
    const [item] = await graph("inventory_item", { sku }, ["*", "location_levels.*"])
    const level = item.location_levels?.[0]
    return { stocked: Number(level?.stocked_quantity), reserved: Number(level?.reserved_quantity) }
  }

  const updatesOf = async (purchaseOrderId: string) => {
    const { id } = await store.walmartOrder(purchaseOrderId)
    return walmartOf(container()).listWalmartUpdates({ walmart_order_id: id })
  }

  const importByNumber = (purchase_order_id: string) =>
    store.run<ImportWalmartOrderResult>("import-walmart-order", {
      account_id: "main",
      purchase_order_id,
    })

  /** The rows of everything an import makes, each of which may exist once only. */
  const expectOneOfEach = async (purchaseOrderId: string) => {
    const row = await store.walmartOrder(purchaseOrderId)
    expect(row).toMatchObject({ import_error: null, imported_at: expect.anything() })
    const order = await orderOf(row.order_id ?? "")
    expect(order.items).toHaveLength(2)
    expect(order.payment_collections).toHaveLength(1)
    expect(order.payment_collections[0].payments).toHaveLength(1)
    expect(order.payment_collections[0].payments[0].captures).toHaveLength(1)
    expect(order.transactions).toHaveLength(1)
    const skus = (await reservationsOf(order.id)).map(({ sku }) => sku).sort()
    const updates = (await updatesOf(purchaseOrderId)).map(({ kind }) => kind)
    return { order, skus, updates }
  }

  afterEach(() => store.sendingEnds())

  it("makes a Medusa order with Walmart's total, address, payment and reserved stock", async () => {
    const { orderId, purchaseOrderId, customerOrderId } = await store.importOrder(MIXED)
    const order = await orderOf(orderId)
    expect(order).toMatchObject({
      status: "pending",
      total: 37.71,
      currency_code: "usd",
      email: `${purchaseOrderId}@relay.walmart.com`,
      no_notification: true,
      sales_channel_id: store.seeded.salesChannelId,
      region_id: store.seeded.regionId,
      customer_id: null,
      shipping_address: { first_name: "Ann", last_name: "Lee", country_code: "us" },
      metadata: {
        walmart_purchase_order_id: purchaseOrderId,
        walmart_customer_order_id: customerOrderId,
      },
      summary: { pending_difference: 0 },
      payment_collections: [{ status: "completed", captured_amount: 37.71 }],
    })
    expect(order.shipping_methods[0].shipping_option_id).toBe(
      store.seeded.shippingOptionIds.standard
    )
    expect((await reservationsOf(orderId)).sort(byQuantity)).toEqual([
      { sku: "BOX-KIT", quantity: 2 },
      { sku: "MUG-1", quantity: 3 },
      { sku: "BOX-KIT", quantity: 4 },
    ])
    expect(await stockOf("MUG-1")).toEqual({ stocked: 1000, reserved: 7 })
  })

  it("is found by Medusa's own search for the purchase order number", async () => {
    const { orderId, purchaseOrderId } = await store.importOrder(MUGS)
    const found = await store.searchOrders(purchaseOrderId)
    expect(found.map(({ id }) => id)).toEqual([orderId])
  })

  it("is acknowledged once, by itself", async () => {
    const { purchaseOrderId } = await store.importOrder(MUGS)
    await waitFor("the acknowledgment", () => store.ledger(purchaseOrderId).length > 0)
    await store.importAll()
    await store.sendDue()
    expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
  })

  it("tells subscribers of the import, and nobody of a placed order, who might mail the buyer", async () => {
    const names = ["walmart.order.imported", "order.placed"]
    const told: string[] = []
    const events = container().resolve(Modules.EVENT_BUS)
    const listen = async ({ name }: { name: string }) => void told.push(name)
    for (const name of names) events.subscribe(name, listen)
    await store.importOrder(MUGS)
    await waitFor("the event", () => told.length > 0)
    await store.importAll()
    expect(told).toEqual(["walmart.order.imported"])
    for (const name of names) events.unsubscribe(name, listen)
  })

  it("adopts an order that was acknowledged elsewhere", async () => {
    const { orderId, purchaseOrderId } = await store.importOrder({
      ...MUGS,
      status: "Acknowledged",
    })
    expect((await orderOf(orderId)).status).toBe("pending")
    expect(await updatesOf(purchaseOrderId)).toEqual([])
  })

  it("keeps a total that no integer column could hold, to the cent", async () => {
    const { orderId } = await store.importOrder({
      lines: [{ sku: "MUG-1", quantity: 1, price: 29_999_999.99, tax: 0.01 }],
    })
    expect((await orderOf(orderId)).total).toBe(30_000_000)
    const path = "/admin/walmart/orders"
    const shown = await store.get<{ order: AdminWalmartOrder }>(`${path}/${orderId}`)
    expect(shown.order).toMatchObject({ total: 3_000_000_000, lines: [{ total: 3_000_000_000 }] })
    expect(shown.order.lines[0]).not.toHaveProperty("raw_total")
    const { orders } = await store.get<AdminWalmartOrderListResponse>(path, { order: "-total" })
    expect(orders[0]).toMatchObject({ total: 3_000_000_000 })
    const [row] = await graph("walmart_order", { order_id: orderId }, [
      "raw_total",
      "lines.raw_total",
    ])
    const raw = { value: "3000000000", precision: 20 }
    expect(row).toMatchObject({ raw_total: raw, lines: [{ raw_total: raw }] })
  })

  it("keeps two lines of one SKU as two items", async () => {
    const line = { sku: "MUG-1", quantity: 1, price: 10 }
    const { orderId } = await store.importOrder({ lines: [line, line, line] })
    expect((await orderOf(orderId)).items).toHaveLength(3)
    expect(await stockOf("MUG-1")).toEqual({ stocked: 1000, reserved: 3 })
  })

  it("believes Walmart's total where charges are per unit", async () => {
    control("options", { chargesArePerUnit: true })
    const { orderId } = await store.importOrder({
      lines: [{ sku: "MUG-1", quantity: 3, price: 9, tax: 0.9 }],
    })
    const order = await orderOf(orderId)
    expect([order.total, order.items[0].unit_price]).toEqual([9.9, 3])
  })

  describe("however often and wherever it was interrupted", () => {
    it("makes one of each when ten imports run at once", async () => {
      const { purchaseOrderId } = store.simulateOrder(MIXED)
      const runs = await Promise.all(
        Array.from({ length: 10 }, () => importByNumber(purchaseOrderId))
      )
      expect(runs.filter(({ outcome }) => outcome === "imported")).toHaveLength(1)
      const { skus, updates } = await expectOneOfEach(purchaseOrderId)
      expect(skus).toEqual(["BOX-KIT", "BOX-KIT", "MUG-1"])
      expect(updates).toEqual(["acknowledgment"])
      expect(await stockOf("MUG-1")).toEqual({ stocked: 1000, reserved: 7 })
      await store.sendDue()
      expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual([
        "acknowledged",
        "acknowledged",
      ])
    })

    it("makes one of each when two polls run at once", async () => {
      const { purchaseOrderId } = store.simulateOrder(MIXED)
      await Promise.all([store.importAll(), store.importAll()])
      const { skus, updates } = await expectOneOfEach(purchaseOrderId)
      expect(skus).toEqual(["BOX-KIT", "BOX-KIT", "MUG-1"])
      expect(updates).toEqual(["acknowledgment"])
    })

    it.each([0, 1, 2, 3, 4])("goes on where it stopped, after %i of its steps", async (done) => {
      const { purchaseOrderId } = store.simulateOrder(HALF_GONE)
      await runSteps(purchaseOrderId, done)
      await store.importAll()
      await store.importAll()
      const { order, skus } = await expectOneOfEach(purchaseOrderId)
      expect(skus).toEqual(["MUG-1", "MUG-2"])
      expect(order.fulfillments).toHaveLength(1)
      expect(order.fulfillments[0].labels).toHaveLength(1)
      expect(await stockOf("MUG-1")).toEqual({ stocked: 1000, reserved: 2 })
    })

    /** What a process did that was killed after some steps. */
    const runSteps = async (purchaseOrderId: string, count: number) => {
      const walmart = walmartOf(container())
      const order = await walmart.client("main").getOrder(purchaseOrderId)
      const { id, orderId } = await walmart.saveOrder("main", order, await walmart.databaseNow())
      const settings = await importSettings(walmart, "main")
      const { planned } = planOrder(
        order,
        await loadStore(container(), [order], settings),
        settings
      )
      const lines = await walmart.listWalmartOrderLines({ walmart_order_id: id })
      const lineItemIds = Object.fromEntries(
        lines.map((line) => [line.line_number, line.line_item_id ?? ""])
      )
      if (!planned || !orderId) throw new Error("the order cannot be imported")
      const loaded = async () => {
        const [imported] = await loadImportedOrders(container(), [orderId])
        if (!imported) throw new Error("the order is not there")
        return imported
      }
      const steps = [
        () => createOrders(container(), [{ planned, ids: { orderId, lineItemIds } }]),
        async () => reserveItems(container(), [await loaded()]),
        async () => recordPayments(container(), [await loaded()]),
        async () => importShipments(container(), await loaded()),
      ]
      for (const step of steps.slice(0, count)) await step()
    }
  })

  describe("an order that has a history", () => {
    it("takes over what was shipped and canceled, and leaves the rest to staff", async () => {
      const { orderId, purchaseOrderId } = await store.importOrder(HALF_GONE)
      const order = await orderOf(orderId)
      expect(order.total).toBe(40)
      expect(
        order.items.map((i) => [i.variant_sku, i.quantity, i.detail.shipped_quantity])
      ).toEqual(
        expect.arrayContaining([
          ["MUG-1", 3, 1],
          ["MUG-2", 1, 0],
        ])
      )
      expect(order.fulfillments).toMatchObject([
        { metadata: { walmart_shipped_before_import: true }, labels: [{ tracking_number: UPS }] },
      ])
      expect(await stockOf("MUG-1")).toEqual({ stocked: 1000, reserved: 2 })
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
        status: "partially_shipped",
        import_notes: [
          { text: "1 of 2 units of MUG-2 (line 2) were canceled at Walmart before the import." },
        ],
      })
    })

    it("tells Walmart only of what is shipped from then on", async () => {
      const { orderId, purchaseOrderId } = await store.importOrder(HALF_GONE)
      await store.fulfillAndShip(orderId, [{ tracking_number: ONTRAC }])
      const shipped = () => store.ledger(purchaseOrderId).filter((e) => e.effect === "shipped")
      await waitFor("the shipment", () => shipped().length === 2)
      await store.run("sweep-walmart-orders", {})
      await store.sendDue()
      expect(
        store
          .ledger(purchaseOrderId)
          .map((e) => [e.effect, e.sku, Number(e.quantity)])
          .sort(byUnits)
      ).toEqual([
        ["shipped", "MUG-2", 1],
        ["shipped", "MUG-1", 2],
      ])
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({ status: "shipped" })
      expect(await stockOf("MUG-1")).toEqual({ stocked: 998, reserved: 0 })
    })

    it("is created and canceled when Walmart had canceled it, and owes nothing", async () => {
      const { orderId, purchaseOrderId } = await store.importOrder({ ...MUGS, status: "Cancelled" })
      const order = await orderOf(orderId)
      expect(order).toMatchObject({ status: "canceled", summary: { pending_difference: 0 } })
      expect(order.items[0].quantity).toBe(3)
      expect(await reservationsOf(orderId)).toEqual([])
      await store.run("sweep-walmart-orders", {})
      expect(await updatesOf(purchaseOrderId)).toEqual([])
    })

    it.each(["WFSFulfilled", "3PLFulfilled"])(
      "keeps a %s order, which others send, without a Medusa order",
      async (shipNodeType) => {
        const { purchaseOrderId } = store.simulateOrder({ ...MUGS, shipNodeType })
        await store.importAll()
        expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
          order_id: null,
          imported_at: null,
          import_error: null,
          ship_node_type: shipNodeType,
        })
      }
    )
  })

  describe("an order that cannot be imported", () => {
    it("says why, stops no other, and is imported once the cause is gone", async () => {
      const bad = store.simulateOrder({ lines: [{ sku: "NEW-1", quantity: 1, price: 5 }] })
      const good = await store.importOrder(MUGS)
      expect((await orderOf(good.orderId)).status).toBe("pending")
      expect(await store.walmartOrder(bad.purchaseOrderId)).toMatchObject({
        imported_at: null,
        import_error_code: "unknown_sku",
        import_error: "No product has the SKU NEW-1.",
        import_remedy: "Choose its product here, or add the SKU NEW-1 to a product variant.",
      })
      expect(await updatesOf(bad.purchaseOrderId)).toEqual([])
      await updateProductVariantsWorkflow(container()).run({
        input: { product_variants: [{ id: store.seeded.variantIds["SHIRT-S"], sku: "NEW-1" }] },
      })
      await store.importAll()
      expect(await store.walmartOrder(bad.purchaseOrderId)).toMatchObject({
        imported_at: expect.anything(),
        import_error_code: null,
        import_error: null,
        import_remedy: null,
      })
    })

    it("tells subscribers once, however often it is tried", async () => {
      const told: unknown[] = []
      const events = container().resolve(Modules.EVENT_BUS)
      const listen = async ({ data }: { data: unknown }) => void told.push(data)
      events.subscribe("walmart.order.attention_needed", listen)
      const { purchaseOrderId } = store.simulateOrder({
        lines: [{ sku: "NEW-2", quantity: 1, price: 5 }],
      })
      for (let poll = 0; poll < 3; poll++) await store.importAll()
      await waitFor("the event", () => told.length > 0)
      const { id } = await store.walmartOrder(purchaseOrderId)
      expect(told).toEqual([{ id, code: "unknown_sku", reason: expect.stringContaining("NEW-2") }])
      events.unsubscribe("walmart.order.attention_needed", listen)
    })
  })

  it("imports more units than there are in stock, notes it, and lets them be fulfilled", async () => {
    await updateInventoryLevelsWorkflow(container()).run({
      input: { updates: await levelsOf("SHIRT-S", 1) },
    })
    const { orderId, purchaseOrderId } = await store.importOrder({
      lines: [{ sku: "SHIRT-S", quantity: 4, price: 80 }],
    })
    expect((await store.walmartOrder(purchaseOrderId)).import_notes).toMatchObject([
      { text: "Oversold: 4 needed of SHIRT-S, 1 available at Warehouse." },
    ])
    expect(await reservationsOf(orderId)).toEqual([{ sku: "SHIRT-S", quantity: 4 }])
    await store.fulfill(orderId)
    expect(await reservationsOf(orderId)).toEqual([])
  })

  it("can be canceled as a whole by Medusa, with its recorded payment given back", async () => {
    const { orderId } = await store.importOrder(MIXED)
    await cancelOrderWorkflow(container()).run({ input: { order_id: orderId } })
    expect(await orderOf(orderId)).toMatchObject({
      status: "canceled",
      total: 0,
      summary: { pending_difference: 0 },
    })
    expect(await reservationsOf(orderId)).toEqual([])
  })

  it("puts the relay address in once Walmart shows it", async () => {
    control("options", { placeholderEmail: true })
    const { orderId, purchaseOrderId } = await store.importOrder(MUGS)
    expect((await orderOf(orderId)).email).toBeNull()
    control(`orders/${purchaseOrderId}/email`, { customerEmailId: "real@relay.walmart.com" })
    await store.importAll()
    expect((await orderOf(orderId)).email).toBe("real@relay.walmart.com")
  })

  it("asks for it however many orders of other channels have no address", async () => {
    control("options", { placeholderEmail: true })
    const { orderId, purchaseOrderId } = await store.importOrder(MUGS)
    const plain = { currency_code: "usd", region_id: store.seeded.regionId }
    const orders = container().resolve(Modules.ORDER)
    await orders.createOrders(Array.from({ length: 51 }, () => ({ ...plain })))
    control(`orders/${purchaseOrderId}/email`, { customerEmailId: "real@relay.walmart.com" })
    await walmartOf(container()).updateWalmartAccounts({
      id: "main",
      polled_until: beyondOverlap(),
    })
    await store.importAll()
    expect((await orderOf(orderId)).email).toBe("real@relay.walmart.com")
  })

  describe("polling", () => {
    const account = async () => walmartOf(container()).retrieveWalmartAccount("main")

    it("moves its mark only after all of it was read, and throws nothing", async () => {
      await store.importAll()
      const { polled_until: before } = await account()
      expect(before).toBeInstanceOf(Date)
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      control("faults", { route: "orders.list", times: 9, fault: { kind: "status", status: 503 } })
      await store.importAll()
      expect(await account()).toMatchObject({
        polled_until: before,
        last_poll_error: expect.stringContaining("503"),
      })
      store.simulator().control.run("DELETE", "faults")
      await store.importAll()
      expect((await account()).last_poll_error).toBeNull()
      expect((await store.walmartOrder(purchaseOrderId)).imported_at).not.toBeNull()
    })

    it("walks all pages", async () => {
      control("options", { pageSizeMax: 2, singleObjects: true })
      const orders = Array.from({ length: 5 }, () => store.simulateOrder(MUGS))
      const { seen, imported } = await pollAccount(container(), "main")
      expect({ seen, imported }).toEqual({ seen: 5, imported: 5 })
      for (const { purchaseOrderId } of orders) await store.orderIdOf(purchaseOrderId)
    })

    it("refreshes orders it knows", async () => {
      const { purchaseOrderId } = await store.importOrder(MUGS)
      await store.sendDue()
      control(`orders/${purchaseOrderId}/ship`, { carrier: "UPS", trackingNumber: UPS })
      await store.importAll()
      expect((await store.walmartOrder(purchaseOrderId)).status).toBe("shipped")
    })

    it("imports for a paused account, and holds what is to be sent until it goes on", async () => {
      const pause = (paused: boolean) =>
        walmartOf(container()).updateWalmartAccounts({ id: "main", paused })
      // The account is on record from the first poll on.
      await store.importAll()
      await pause(true)
      const { purchaseOrderId } = await store.importOrder(MUGS)
      await store.sendDue()
      expect(await updatesOf(purchaseOrderId)).toMatchObject([{ status: "pending" }])
      expect(store.ledger(purchaseOrderId)).toEqual([])
      await pause(false)
      await store.sendDue()
      expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
    })
  })

  describe("the import script", () => {
    const script = (...args: string[]) => importWalmartOrders({ container: container(), args })

    it("imports by number, and may be repeated", async () => {
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      const other = store.simulateOrder(MUGS)
      await script(purchaseOrderId)
      await script(purchaseOrderId)
      expect((await store.walmartOrder(purchaseOrderId)).imported_at).not.toBeNull()
      await expect(store.walmartOrder(other.purchaseOrderId)).rejects.toThrow(
        "not in walmart_order"
      )
    })

    it("imports what it can, and fails when something is left", async () => {
      const bad = store.simulateOrder({ lines: [{ sku: "NEW-4", quantity: 1, price: 5 }] })
      const good = store.simulateOrder(MUGS)
      await expect(script(bad.purchaseOrderId, good.purchaseOrderId)).rejects.toThrow("NEW-4")
      expect((await store.walmartOrder(good.purchaseOrderId)).imported_at).not.toBeNull()
      await expect(script("1999999999999")).rejects.toThrow("1999999999999")
      await expect(script(`from=${dayOf(daysAgo(1))}`)).rejects.toThrow("1 order; the list")
    })

    it("imports by the day an order was made", async () => {
      const early = store.simulateOrder({ ...MUGS, orderedAt: daysAgo(9) })
      const late = store.simulateOrder({ ...MUGS, orderedAt: daysAgo(2) })
      await script(`from=${dayOf(daysAgo(3))}`, `to=${dayOf(daysAgo(1))}`)
      expect((await store.walmartOrder(late.purchaseOrderId)).imported_at).not.toBeNull()
      await expect(store.walmartOrder(early.purchaseOrderId)).rejects.toThrow(
        "not in walmart_order"
      )
    })
  })

  it("lets an older read of an order change nothing", async () => {
    const { purchaseOrderId } = await store.importOrder(MUGS)
    await store.sendDue()
    const walmart = walmartOf(container())
    const before = await walmart.databaseNow()
    const old = await walmart.client("main").getOrder(purchaseOrderId)
    control(`orders/${purchaseOrderId}/ship`, { carrier: "UPS", trackingNumber: UPS })
    await store.importAll()
    const saved = await walmart.saveOrder("main", old, before)
    expect(saved).toMatchObject({ isNew: false, importedAt: expect.any(Date) })
    expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
      status: "shipped",
      lines: [{ shipped_quantity: 3, acknowledged_quantity: 0 }],
    })
  })

  const levelsOf = async (sku: string, stocked_quantity: number) => {
    const [item] = await graph("inventory_item", { sku }, ["id"])
    const { stockLocationId: location_id } = store.seeded
    return [{ inventory_item_id: item.id, location_id, stocked_quantity }]
  }
})

function byQuantity(a: { quantity: number; sku?: string }, b: { quantity: number; sku?: string }) {
  return a.quantity - b.quantity
}

function byUnits(a: unknown[], b: unknown[]) {
  return Number(a[2]) - Number(b[2])
}

const DAY_MS = 86_400_000

/** A mark so late that a poll finds nothing by its search. */
function beyondOverlap(): Date {
  return new Date(Date.now() + 2 * 3_600_000)
}

function daysAgo(days: number): number {
  return Date.now() - days * DAY_MS
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
