import { MedusaError, Modules } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { runSender } from "../../src/recurring/run-sender"
import {
  checkWalmartCancellationWorkflow,
  checkWalmartShipmentWorkflow,
  figureWalmartStockWorkflow,
  importWalmartOrderWorkflow,
  type MapOrderInput,
  planWalmartUpdatesWorkflow,
  sendWalmartUpdatesWorkflow,
  type StockFigureToChoose,
} from "../../src/workflows"
import { storeSuite, waitFor } from "../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  expectRefusal,
  moduleOf,
  OUT_OF_STOCK,
  UPS,
} from "./admin-api/support"

/** A number that no carrier's format claims. */
const PLAIN = "QQ77881234"

type Updates = { payload: object }[]

interface MappedShape {
  metadata: object
  items: { metadata: object }[]
}

/** What the store's handlers do in a test; a workflow takes each handler once. */
const handlers = {
  mapCarriers: (): unknown => undefined,
  validateShipment: (): void => {},
  validateCancellation: (): void => {},
  changeUpdates: (_updates: Updates): unknown => undefined,
  updatesFinished: (_settled: { kind: string }[]): void => {},
  chooseFigures: (_figures: StockFigureToChoose[]): unknown => undefined,
  mapOrder: (_about: MapOrderInput): unknown => undefined,
}
const unchanged = { ...handlers }

storeSuite("a store's hooks", (store) => {
  beforeAll(() => {
    const carriers = () => new StepResponse(handlers.mapCarriers() as Record<string, string>)
    checkWalmartShipmentWorkflow.hooks.mapCarriers(carriers)
    planWalmartUpdatesWorkflow.hooks.mapCarriers(carriers)
    checkWalmartShipmentWorkflow.hooks.validateShipment(() => handlers.validateShipment())
    checkWalmartCancellationWorkflow.hooks.validateCancellation(() =>
      handlers.validateCancellation()
    )
    planWalmartUpdatesWorkflow.hooks.changeUpdates(
      ({ updates }) => new StepResponse(handlers.changeUpdates(updates) as never)
    )
    figureWalmartStockWorkflow.hooks.chooseFigures(
      ({ figures }) => new StepResponse(handlers.chooseFigures(figures) as never)
    )
    importWalmartOrderWorkflow.hooks.mapOrder(
      (about) => new StepResponse(handlers.mapOrder(about) as never)
    )
    sendWalmartUpdatesWorkflow.hooks.updatesFinished(({ finished }) =>
      handlers.updatesFinished(finished)
    )
  })
  beforeEach(() => void Object.assign(handlers, unchanged))

  const shipped = (po: string) => store.ledger(po).filter(({ effect }) => effect === "shipped")

  it("mapCarriers names the carrier on the Ship screen and for Walmart", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    const id = await store.fulfill(orderId)
    const label = { tracking_number: PLAIN }
    await expectRefusal(store.ship(orderId, id, [label]), "invalid_data", /link/i)
    handlers.mapCarriers = () => ({ [id]: "OnTrac" })
    await store.ship(orderId, id, [label])
    await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
    expect(shipped(po)).toMatchObject([{ carrier: "OnTrac", trackingNumber: PLAIN }])
  })

  it("validateShipment and validateCancellation refuse in the store's own words", async () => {
    const refuse = () => {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "Not on a Sunday. Wait for Monday.")
    }
    Object.assign(handlers, { validateShipment: refuse, validateCancellation: refuse })
    const { orderId } = await acknowledgedOrder(store)
    const reason = "SELLER_CANCEL_PRICING_ERROR"
    await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason })
    await expectRefusal(store.cancel(orderId), "invalid_data", /Not on a Sunday/)
    const id = await store.fulfill(orderId)
    const ship = store.ship(orderId, id, [{ tracking_number: UPS }])
    await expectRefusal(ship, "invalid_data", /Not on a Sunday/)
    expect((await store.order(orderId)).fulfillments[0].shipped_at).toBeNull()
  })

  it("changeUpdates changes what is queued", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    handlers.changeUpdates = (updates) =>
      updates.map((one) => ({ ...one, payload: { ...one.payload, sellerOrderId: "SHOP-1" } }))
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
    await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
    expect(JSON.stringify(store.simulator().control.requests(`/v3/orders/${po}`))).toContain(
      "SHOP-1"
    )
  })

  it("changeUpdates is refused what is no update, with what is wrong, and nothing is queued", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    handlers.changeUpdates = (updates) => (updates.length > 0 ? [{ payload: {} }] : undefined)
    await store.shipWithoutEvent(orderId, UPS)
    const plan = store.run("plan-walmart-updates", { order_id: orderId })
    // The engine hands errors on as plain data.
    await expect(plan).rejects.toMatchObject({
      message: expect.stringMatching(
        /hook changeUpdates .* at "0\.uniqueKey".*Return updates as the hook was given them/
      ),
    })
    expect((await detailOf(store, orderId)).updates).toHaveLength(1)
    handlers.changeUpdates = () => undefined
    await store.run("plan-walmart-updates", { order_id: orderId })
    await store.sendDue()
    expect(shipped(po)).toHaveLength(1)
  })

  it("changeUpdates that fails lets no unit be canceled, refunded or forgotten", async () => {
    const { orderId } = await acknowledgedOrder(store)
    handlers.changeUpdates = () => {
      throw new Error("The store's own fault")
    }
    const lines = [{ line_number: "1", quantity: 1 }]
    const body = { lines, reason: "SELLER_CANCEL_PRICING_ERROR" }
    await expect(store.post(`/admin/walmart/orders/${orderId}/cancel`, body)).rejects.toThrow()
    handlers.changeUpdates = () => undefined
    expect((await store.order(orderId)).items).toMatchObject([{ quantity: 2 }])
    const { order } = await store.get<{ order: object }>(`/admin/orders/${orderId}`, {
      fields: "*payment_collections.payments.refunds",
    })
    expect(JSON.stringify(order)).toContain('"refunds":[]')
    await store.post(`/admin/walmart/orders/${orderId}/cancel`, body)
    expect((await store.order(orderId)).items).toMatchObject([{ quantity: 1 }])
  })

  it("changeUpdates vetoes what it leaves out", async () => {
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    handlers.changeUpdates = () => []
    await store.shipWithoutEvent(orderId, UPS)
    await store.run("plan-walmart-updates", { order_id: orderId })
    await store.sendDue()
    expect(shipped(po)).toEqual([])
  })

  it("chooseFigures says what Walmart is shown of a stock, and is refused what is no count", async () => {
    const { orderId } = await acknowledgedOrder(store)
    handlers.chooseFigures = (figures) =>
      figures.map(({ sku, ship_node_id, amount }) => ({ sku, ship_node_id, amount: amount - 900 }))
    await store.post(`/admin/walmart/orders/${orderId}/cancel`, {
      reason: "SELLER_CANCEL_PRICING_ERROR",
    })
    await store.sendingEnds()
    const pushed = store
      .ledger()
      .filter(({ effect, by }) => effect === "inventory" && by === "seller_api")
    expect(pushed.at(-1)).toMatchObject({ sku: "MUG-1", quantity: 100 })
    handlers.chooseFigures = () => [{ sku: "MUG-1", ship_node_id: null, amount: -1 }]
    const input = { account_id: "main", figures: [] }
    await expect(store.run("figure-walmart-stock", input)).rejects.toMatchObject({
      message: expect.stringMatching(/hook chooseFigures .* at "0\.amount"/),
    })
  })

  it("chooseFigures that fails keeps no recount of the shelf from being seen", async () => {
    const { orderId } = await acknowledgedOrder(store)
    await store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason: OUT_OF_STOCK })
    await store.sendingEnds()
    const figure = async () => (await moduleOf(store).listWalmartStocks({ sku: "MUG-1" }))[0]
    expect(await figure()).toMatchObject({ held_reason: "recount" })
    handlers.chooseFigures = () => {
      throw new Error("The store's own fault")
    }
    const inventory = store.container().resolve(Modules.INVENTORY)
    const [{ id }] = await inventory.listInventoryItems({ sku: "MUG-1" })
    const counted = { inventory_item_id: id, location_id: store.seeded.stockLocationId }
    const [level] = await inventory.updateInventoryLevels([{ ...counted, stocked_quantity: 40 }])
    await store.run("notice-walmart-stock", { level_ids: [level.id] })
    expect(await figure()).toMatchObject({ held_reason: null })
  })

  it("mapOrder keeps data of the store's own on the order and its items, and none of the plugin's is lost", async () => {
    const seen: MapOrderInput[] = []
    handlers.mapOrder = (about) => {
      seen.push(about)
      const { methodCode } = about.order
      return {
        metadata: { warehouse_note: methodCode, walmart_location_id: "elsewhere" },
        items: { "1": { gift: true, walmart_sku: "OTHER" } },
      }
    }
    const { orderId, purchaseOrderId } = await store.importOrder({
      lines: [{ sku: "MUG-1", quantity: 1, price: 10 }],
    })
    const { order } = await store.get<{ order: MappedShape }>(`/admin/orders/${orderId}`)
    expect(order.metadata).toMatchObject({
      warehouse_note: "Standard",
      walmart_location_id: store.seeded.stockLocationId,
    })
    expect(order.items[0].metadata).toMatchObject({ gift: true, walmart_sku: "MUG-1" })
    expect(seen[0]).toMatchObject({
      account_id: "main",
      order: { purchaseOrderId },
      planned: { currencyCode: "usd" },
    })
  })

  it("updatesFinished hears of what was sent, and stops neither sending nor events when it throws", async () => {
    const heard: string[] = []
    const told: string[] = []
    const bus = store.container().resolve(Modules.EVENT_BUS)
    bus.subscribe("walmart.update.sent", async ({ data }) => {
      told.push((data as { kind: string }).kind)
    })
    const { orderId, purchaseOrderId: po } = await acknowledgedOrder(store)
    handlers.updatesFinished = (finished) => {
      heard.push(...finished.map(({ kind }) => kind))
      throw new Error("The store's own fault")
    }
    await store.shipWithoutEvent(orderId, UPS)
    await store.run("plan-walmart-updates", { order_id: orderId })
    expect(await runSender(store.container(), {})).toBe(1)
    expect(shipped(po)).toHaveLength(1)
    expect(heard).toEqual(["shipment"])
    await waitFor("the event", () => told.includes("shipment"))
    expect(await runSender(store.container(), {})).toBe(0)
  })
})
