import { MedusaError, Modules } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { runSender } from "../../src/recurring/run-sender"
import {
  checkWalmartCancellationWorkflow,
  checkWalmartShipmentWorkflow,
  planWalmartUpdatesWorkflow,
  sendWalmartUpdatesWorkflow,
} from "../../src/workflows"
import { storeSuite, waitFor } from "../helpers/store"
import { acknowledgedOrder, detailOf, expectRefusal, UPS } from "./admin-api/support"

/** A number that no carrier's format claims. */
const PLAIN = "QQ77881234"

jest.setTimeout(240_000)

type Updates = { payload: object }[]

/** What the store's handlers do in a test; a workflow takes each handler once. */
const handlers = {
  mapCarriers: (): unknown => undefined,
  validateShipment: (): void => {},
  validateCancellation: (): void => {},
  changeUpdates: (_updates: Updates): unknown => undefined,
  updatesFinished: (_settled: { kind: string }[]): void => {},
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
