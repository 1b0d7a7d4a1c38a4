import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AdminRefusal, storeSuite, waitFor } from "../helpers/store"

const UPS = "1Z999AA10123456784"
const UPS_2 = "1Z410E7W0392751591"
const REASON = "SELLER_CANCEL_PRICING_ERROR"
const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }
const SHIPPED = ["acknowledged", "shipped"]

storeSuite("every door of Medusa that leads to a Walmart order", (store) => {
  const effects = (po: string) => store.ledger(po).map(({ effect }) => effect)

  const acknowledged = async (body: object = MUGS) => {
    const order = await store.importOrder(body)
    await store.sendDue()
    return order
  }

  const messageOf = async (attempt: Promise<unknown>): Promise<string> => {
    const error = await attempt.then(
      () => null,
      (thrown: unknown) => thrown
    )
    expect(error).toBeInstanceOf(AdminRefusal)
    return (error as AdminRefusal).message
  }

  const atWalmart = (po: string, action: string, body: object = {}) =>
    store.simulator().control.run("POST", `orders/${po}/${action}`, body)

  const fulfillmentOf = (id: string) =>
    store.container().resolve(Modules.FULFILLMENT).retrieveFulfillment(id)

  describe("Deliver", () => {
    it("is refused for what was never shipped, and nothing is saved", async () => {
      const { orderId } = await acknowledged()
      const id = await store.fulfill(orderId)
      const path = `/admin/orders/${orderId}/fulfillments/${id}/mark-as-delivered`
      expect(await messageOf(store.post(path, {}))).toMatch(/not been shipped.*tracking number/)
      expect((await fulfillmentOf(id)).delivered_at).toBeNull()
      await store.ship(orderId, id, [{ tracking_number: UPS }])
      await store.post(path, {})
      expect((await fulfillmentOf(id)).delivered_at).not.toBeNull()
    })

    it("is not mailed to Walmart's buyer", async () => {
      const { orderId } = await acknowledged()
      const id = await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      const heard: unknown[] = []
      const bus = store.container().resolve(Modules.EVENT_BUS)
      bus.subscribe("delivery.created", async ({ data }) => void heard.push(data), {
        subscriberId: "heard-delivery",
      })
      await store.post(`/admin/orders/${orderId}/fulfillments/${id}/mark-as-delivered`, {})
      await waitFor("the event", () => heard.length > 0)
      expect(heard).toEqual([expect.objectContaining({ no_notification: true })])
    })
  })

  describe("Ship and Fulfill", () => {
    it("refuse more units than were ordered", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await db("order_item").where({ order_id: orderId }).update({ quantity: 5 })
      const { lines } = await store.walmartOrder(po)
      const items = [{ id: lines[0].line_item_id, quantity: 4 }]
      const path = `/admin/orders/${orderId}/fulfillments`
      const refused = await messageOf(store.post(path, { items }))
      expect(refused).toMatch(/should ship 4, but only 3 can be shipped.*3 were ordered/)
      expect(effects(po)).toEqual(["acknowledged"])
    })

    it("refuse what Walmart canceled a moment ago, although no poll has seen it", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      const id = await store.fulfill(orderId)
      atWalmart(po, "cancel", { lines: [{ lineNumber: "1", quantity: 2 }] })
      const refused = await messageOf(store.ship(orderId, id, [{ tracking_number: UPS }]))
      expect(refused).toMatch(
        /only 1 can be shipped.*canceled at Walmart: 2.*Do not send the parcel/
      )
      expect((await fulfillmentOf(id)).shipped_at).toBeNull()
      expect((await store.walmartOrder(po)).lines[0].canceled_quantity).toBe(2)
    })

    it("refuse what was shipped in Seller Center a moment ago", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      const id = await store.fulfill(orderId)
      atWalmart(po, "ship", { carrier: "UPS", trackingNumber: UPS_2 })
      const refused = await messageOf(store.ship(orderId, id, [{ tracking_number: UPS }]))
      expect(refused).toMatch(/only 0 can be shipped.*shipped: 3/)
    })

    it("go by the last read and say its age while Walmart is away", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      const id = await store.fulfill(orderId)
      const fault = { kind: "status", status: 503 }
      store.simulator().control.run("POST", "faults", { route: "orders.get", times: 20, fault })
      const refused = await messageOf(store.ship(orderId, id, [{ tracking_number: "TBD" }]))
      expect(refused).toMatch(/Walmart could not be asked just now; this is what it showed at 20/)
      await store.ship(orderId, id, [{ tracking_number: UPS }])
      store.simulator().control.run("DELETE", "faults")
      await waitFor("the shipment", async () => {
        await store.sendDue()
        return effects(po).includes("shipped")
      })
    })
  })

  describe("Cancel", () => {
    it("is refused for what Seller Center shipped a moment ago", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason: REASON })
      atWalmart(po, "ship", { carrier: "UPS", trackingNumber: UPS_2 })
      const refused = await messageOf(store.post(`/admin/orders/${orderId}/cancel`, {}))
      expect(refused).toMatch(/shows line 1 as shipped/)
    })
  })

  describe("a fulfillment that is born shipped", () => {
    it("is refused, because its tracking number would not be checked", async () => {
      const { orderId } = await acknowledged()
      const id = await store.fulfill(orderId)
      const known = await store
        .container()
        .resolve(Modules.FULFILLMENT)
        .retrieveFulfillment(id, { relations: ["items"] })
      const body = {
        location_id: known.location_id,
        provider_id: known.provider_id,
        delivery_address: {},
        items: [{ title: "Mug", sku: "MUG-1", quantity: 1, barcode: "" }],
        labels: [],
        order_id: orderId,
        data: null,
        metadata: null,
        shipped_at: new Date().toISOString(),
      }
      const refused = await messageOf(store.post("/admin/fulfillments", body))
      expect(refused).toMatch(/cannot be created with shipped_at.*Create it without/)
    })
  })

  describe("credits, returns, claims and exchanges", () => {
    it("say before anything is saved that Walmart is not told", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
      await waitFor("the shipment", () => effects(po).length === 2)
      const credit = { amount: 1, reference: "x", reference_id: "y" }
      const tries: [string, object][] = [
        [`/admin/orders/${orderId}/credit-lines`, credit],
        ["/admin/returns", { order_id: orderId }],
        ["/admin/claims", { order_id: orderId, type: "refund" }],
        ["/admin/exchanges", { order_id: orderId }],
      ]
      for (const [path, body] of tries) {
        expect(await messageOf(store.post(path, body))).toMatch(/not sent to Walmart.*use Refund/)
      }
      expect(effects(po)).toEqual(SHIPPED)
    })
  })

  it("cancel a fulfillment on its order alone, where the units may be fulfilled again", async () => {
    const { orderId } = await acknowledged()
    const id = await store.fulfill(orderId)
    const refused = await messageOf(store.post(`/admin/fulfillments/${id}/cancel`))
    expect(refused).toMatch(/would still count.*as fulfilled.*Cancel it on the order's page/)
    expect((await fulfillmentOf(id)).canceled_at).toBeNull()
    await store.cancelFulfillment(orderId, id)
    await store.fulfill(orderId)
    const [item] = (await store.order(orderId)).items
    expect(item.detail.fulfilled_quantity).toBe(3)
  })

  describe("requests at the same moment", () => {
    const settledOf = async (attempts: Promise<unknown>[]) => {
      const results = await Promise.allSettled(attempts)
      return results.map(({ status }) => status)
    }

    it.each([1, 2, 3, 4, 5])("ship once, with one number, try %i", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      const id = await store.fulfill(orderId, { "MUG-1": 1 })
      const label = (tracking_number: string) => ({
        labels: [{ tracking_number, tracking_url: "#", label_url: "#" }],
      })
      const statuses = await settledOf([
        store.ship(orderId, id, [{ tracking_number: UPS }]),
        store.ship(orderId, id, [{ tracking_number: UPS_2 }]),
        store.post(`/admin/fulfillments/${id}/shipment`, label(UPS)),
      ])
      expect(statuses.filter((status) => status === "fulfilled")).toHaveLength(1)
      await waitFor("the shipment", async () => {
        await store.sendDue()
        return effects(po).includes("shipped")
      })
      const sent = store.ledger(po).filter(({ effect }) => effect === "shipped")
      expect(sent.map(({ quantity }) => Number(quantity))).toEqual([1])
      const { labels } = await store
        .container()
        .resolve(Modules.FULFILLMENT)
        .retrieveFulfillment(id, { relations: ["labels"] })
      expect(labels.map(({ tracking_number }) => tracking_number)).toEqual([sent[0].trackingNumber])
    })

    it("either ship or cancel, never both", async () => {
      const { orderId, purchaseOrderId: po } = await acknowledged()
      await store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason: REASON })
      const id = await store.fulfill(orderId)
      const statuses = await settledOf([
        store.post(`/admin/orders/${orderId}/fulfillments/${id}/cancel`, {}),
        store.ship(orderId, id, [{ tracking_number: UPS }]),
        store.post(`/admin/orders/${orderId}/cancel`, {}),
      ])
      await store.sendingEnds()
      const isShipped = effects(po).includes("shipped")
      const { shipped_at, canceled_at } = await fulfillmentOf(id)
      expect(shipped_at !== null).toBe(isShipped)
      expect(canceled_at !== null).toBe(!isShipped)
      expect(effects(po).includes("cancelled")).toBe(statuses[2] === "fulfilled")
    })

    it("do not hold orders of one another", async () => {
      const [one, other] = [await acknowledged(), await acknowledged()]
      const ids = [await store.fulfill(one.orderId), await store.fulfill(other.orderId)]
      const statuses = await settledOf([
        store.ship(one.orderId, ids[0], [{ tracking_number: UPS }]),
        store.ship(other.orderId, ids[1], [{ tracking_number: UPS_2 }]),
      ])
      expect(statuses).toEqual(["fulfilled", "fulfilled"])
    })
  })
})
