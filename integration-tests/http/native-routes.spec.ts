import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import planWalmartUpdates from "../../src/subscribers/plan-walmart-updates"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import type { AdminWalmartUpdateResponse } from "../../src/types/http"
import type { UpdatePayload } from "../../src/walmart/updates/model/update"
import { waitingForALock } from "../../testing/connect"
import { shipment } from "../faults/harness/updates"
import { AdminRefusal, storeSuite, waitFor } from "../helpers/store"
import { detailOf, moduleOf, updateThat } from "./admin-api/support"
import { differenceTests } from "./differences"
import { held } from "./native-routes/held"
import { oversold } from "./native-routes/oversold"
import { quiet } from "./native-routes/quiet"
import { shared } from "./native-routes/shared"
import { wholeUnits } from "./native-routes/whole-units"

const NONSENSE = { kind: "cancellation" } as unknown as UpdatePayload

const UPS = "1Z999AA10123456784"
const UPS_WRONG = "1Z999AA10123456785"
const UPS_TWO = "1Z410E7W0392751591"
const ONTRAC = "C11031500001879"
const USPS = "9400111206206406260787"
const REASON = "SELLER_CANCEL_PRICING_ERROR"
const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }

storeSuite("native Ship and Cancel screens", (store) => {
  describe("the shop's mails", () => quiet(store))

  describe("Ship behind an update that needs attention", () => held(store))

  describe("a tracking number of another order", () => shared(store))

  describe("Ship and whole units", () => wholeUnits(store))

  describe("an oversold order", () => oversold(store))

  const effects = (po: string) => store.ledger(po).map(({ effect }) => effect)

  const shipped = (po: string) =>
    store
      .ledger(po)
      .filter(({ effect }) => effect === "shipped")
      .map(({ quantity, carrier, trackingNumber }) => ({
        quantity: Number(quantity),
        carrier,
        trackingNumber,
      }))

  const refusalOf = async (attempt: Promise<unknown>): Promise<AdminRefusal> => {
    const error = await attempt.then(
      () => null,
      (thrown: unknown) => thrown
    )
    expect(error).toBeInstanceOf(AdminRefusal)
    return error as AdminRefusal
  }

  const chooseReason = (orderId: string, reason: string) =>
    store.post(`/admin/walmart/orders/${orderId}/cancellation-reason`, { reason })

  it("tells Walmart of a shipment by itself, with the recognized carrier and a cleaned number", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    await store.fulfillAndShip(orderId, [{ tracking_number: "1z999-aa1 0123456784" }])
    await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
    expect(shipped(po)).toEqual([{ quantity: 3, carrier: "UPS", trackingNumber: UPS }])
    expect(effects(po)).toEqual(["acknowledged", "shipped"])
  })

  it("ships parts of a line with different carriers, and the rest later", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }], { "MUG-1": 1 })
    await waitFor("the first part", () => shipped(po).length === 1)
    await waitFor(
      "the status",
      async () => (await store.walmartOrder(po)).status === "partially_shipped"
    )
    await store.fulfillAndShip(orderId, [{ tracking_number: ONTRAC }], { "MUG-1": 2 })
    await waitFor("the second part", () => shipped(po).length === 2)
    expect(shipped(po).map(({ quantity, carrier }) => [quantity, carrier])).toEqual([
      [1, "UPS"],
      [2, "OnTrac"],
    ])
    await waitFor("the status", async () => (await store.walmartOrder(po)).status === "shipped")
  })

  it("deals the units of one fulfillment to its packages", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }, { tracking_number: ONTRAC }])
    await waitFor("both packages", () => shipped(po).length === 2)
    expect(shipped(po).map(({ quantity }) => quantity)).toEqual([2, 1])
  })

  it.each([
    ["a carrier that Walmart lists since October", "GFUS01011884214464", "GOFO"],
    ["a number with its carrier's name", "UPS 1Z999AA10123456784", "UPS"],
  ])("sends %s", async (_, tracking_number, carrier) => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    await store.fulfillAndShip(orderId, [{ tracking_number }])
    await waitFor("the package", () => shipped(po).length === 1)
    const trackingNumber = tracking_number.replace("UPS ", "")
    expect(shipped(po)).toEqual([{ quantity: 3, carrier, trackingNumber }])
  })

  it("tells whole units of an inventory kit", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder({
      lines: [{ sku: "BOX-KIT", quantity: 2, price: 50 }],
    })
    await store.sendDue()
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
    await waitFor("the kit at Walmart", () => shipped(po).length > 0)
    expect(shipped(po)).toMatchObject([{ quantity: 2 }])
  })

  describe("both sides:", () => differenceTests(store))

  describe("refuses, before anything is saved,", () => {
    it.each([
      ["no tracking number", [], /tracking number.*Enter/s],
      ["a placeholder", ["n/a"], /n\/a/i],
      ["forbidden characters", ["1Z999AA1_0123"], /1Z999AA1_0123/],
      ["a number that is too short", ["AB1"], /AB1/],
      ["a number that is too long", ["9".repeat(60)], /long/],
      ["a wrong check digit", [UPS_WRONG], new RegExp(UPS_WRONG)],
      ["a number of no known carrier without a link", ["QQ77881234"], /link/i],
      ["words", ["IN TRANSIT"], /no digit.*Enter/],
      ["two numbers in one field", [`${UPS} ${UPS_TWO}`], /one number per package/],
      ["digits that name nobody", ["986578788855"], /looks like FedEx.*Choose the carrier/],
      ["more numbers than units", [UPS, ONTRAC, USPS, UPS_TWO], /one too many for a shipment of 3/],
      ["Amazon's own delivery", ["TBA333656997000"], /Walmart does not allow.*MCF/],
    ])("%s", async (_name, numbers, words) => {
      const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
      const fulfillmentId = await store.fulfill(orderId)
      const labels = numbers.map((tracking_number) => ({ tracking_number }))
      const refusal = await refusalOf(store.ship(orderId, fulfillmentId, labels))
      expect(refusal).toMatchObject({ status: 400, type: "invalid_data" })
      expect(refusal.message).toMatch(words)
      const { fulfillments } = await store.order(orderId)
      expect(fulfillments[0].shipped_at).toBeNull()
      expect(shipped(po)).toEqual([])
    })

    it("the order's own numbers as tracking numbers", async () => {
      const { orderId, purchaseOrderId, customerOrderId } = await store.importOrder(MUGS)
      const fulfillmentId = await store.fulfill(orderId)
      for (const tracking_number of [purchaseOrderId, customerOrderId]) {
        const refusal = await refusalOf(store.ship(orderId, fulfillmentId, [{ tracking_number }]))
        expect(refusal.message).toContain(tracking_number)
      }
    })

    it("a bad number on Medusa's second Ship route too", async () => {
      const { orderId } = await store.importOrder(MUGS)
      const fulfillmentId = await store.fulfill(orderId)
      const refusal = await refusalOf(
        store.post(`/admin/fulfillments/${fulfillmentId}/shipment`, {
          labels: [{ tracking_number: UPS_WRONG, tracking_url: "#", label_url: "#" }],
        })
      )
      expect(refusal).toMatchObject({ status: 400 })
      expect(refusal.message).toContain(UPS_WRONG)
    })

    it("units that Walmart canceled meanwhile", async () => {
      const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
      await store.sendDue()
      const fulfillmentId = await store.fulfill(orderId)
      store.simulator().control.run("POST", `orders/${po}/cancel`, {
        lines: [{ lineNumber: "1", quantity: 3 }],
      })
      await store.importAll()
      const refusal = await refusalOf(
        store.ship(orderId, fulfillmentId, [{ tracking_number: UPS }])
      )
      expect(refusal.message).toMatch(/canceled at Walmart/)
    })

    it("a cancellation without a reason, in one sentence that says where to choose it", async () => {
      const { orderId } = await store.importOrder(MUGS)
      const refusal = await refusalOf(store.cancel(orderId))
      expect(refusal).toMatchObject({ status: 400, type: "invalid_data" })
      expect(refusal.message).toBe(
        "Choose a cancellation reason in the Walmart box first, then cancel again."
      )
      expect((await store.order(orderId)).status).toBe("pending")
    })

    it("a cancellation of what Walmart shows shipped", async () => {
      const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
      await store.sendDue()
      store.simulator().control.run("POST", `orders/${po}/ship`, {
        carrier: "UPS",
        trackingNumber: UPS,
      })
      await store.importAll()
      await chooseReason(orderId, REASON).catch(() => null)
      const refusal = await refusalOf(store.cancel(orderId))
      expect(refusal.message).toMatch(/shipped/)
    })
  })

  it("accepts the good number after the bad one was refused", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    const fulfillmentId = await store.fulfill(orderId)
    await refusalOf(store.ship(orderId, fulfillmentId, [{ tracking_number: UPS_WRONG }]))
    await store.ship(orderId, fulfillmentId, [{ tracking_number: UPS }])
    await waitFor("the shipment at Walmart", () => shipped(po).length === 1)
  })

  it("sends an unknown carrier as other with its link, and a known one never so", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    await store.fulfillAndShip(
      orderId,
      [
        {
          tracking_number: "QQ77881234",
          tracking_url: "https://track.acme-parcel.example/QQ77881234",
        },
      ],
      { "MUG-1": 1 }
    )
    await waitFor("the shipment", () => shipped(po).length === 1)
    await store.fulfillAndShip(orderId, [
      {
        tracking_number: "QQ77881235",
        tracking_url: "https://www.ontrac.com/tracking/?number=QQ77881235",
      },
    ])
    await waitFor("the second shipment", () => shipped(po).length === 2)
    expect(shipped(po)[1].carrier).toBe("OnTrac")
  })

  it("cancels the whole order with the reason that was chosen, and keeps it on the order", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    await chooseReason(orderId, REASON)
    await store.cancel(orderId)
    await waitFor("the cancellation at Walmart", () => effects(po).includes("cancelled"))
    expect(store.ledger(po).at(-1)).toMatchObject({ reason: REASON, quantity: 3 })
    expect((await store.walmartOrder(po)).cancellation_reason).toBe(REASON)
    await waitFor("the status", async () => (await store.walmartOrder(po)).status === "canceled")
  })

  it("keeps no reason of a Cancel that Medusa refuses, when no person chose one", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    store.simulator().control.run("POST", `orders/${po}/intent-to-cancel`, {})
    await store.importAll()
    await store.fulfill(orderId)
    await expect(store.cancel(orderId)).rejects.toThrow(/fulfillments must be canceled/)
    expect(await store.walmartOrder(po)).toMatchObject({
      ...{ cancellation_reason: null, cancellation_reason_by: null, line_cancellations: null },
    })
  })

  it("cancels with the customer's own reason when the customer asked", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    store.simulator().control.run("POST", `orders/${po}/intent-to-cancel`, {})
    await store.importAll()
    await store.cancel(orderId)
    await waitFor("the cancellation at Walmart", () => effects(po).includes("cancelled"))
    expect(store.ledger(po).at(-1)?.reason).toBe("CUSTOMER_REQUESTED_SELLER_TO_CANCEL")
  })

  it("sends nothing of a fulfillment that was canceled, and cancels the order afterwards", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    const fulfillmentId = await store.fulfill(orderId)
    await store.cancelFulfillment(orderId, fulfillmentId)
    await chooseReason(orderId, REASON)
    await store.cancel(orderId)
    await waitFor("the cancellation at Walmart", () => effects(po).includes("cancelled"))
    expect(shipped(po)).toEqual([])
  })

  it("finds a shipment whose event was lost", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendDue()
    const query = await store.run<string[]>("sweep-walmart-orders", {})
    expect(query).toEqual([])
    await store.shipWithoutEvent(orderId, UPS)
    expect(shipped(po)).toEqual([])
    expect(await store.run<string[]>("sweep-walmart-orders", {})).toEqual([orderId])
    await store.run("plan-walmart-updates", { order_id: orderId })
    await store.sendDue()
    expect(shipped(po)).toHaveLength(1)
  })

  describe("events of shipments", () => {
    const walmart = () => moduleOf(store)
    const db = () => store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    /** As Medusa's own Ship workflow emits it. */
    const eventOf = (id: string) => ({ name: "shipment.created", data: { id } })

    const shipments = () =>
      walmart().listWalmartUpdates({ kind: "shipment" }, { order: { sequence: "ASC" } })

    /** An order that is being sent for is passed over; what was queued meanwhile belongs to the next round, here this one. */
    const told = (count: number) =>
      waitFor("the answers", async () => {
        await store.sendDue()
        const known = await shipments()
        return known.length === count && known.every(({ status }) => status === "sent")
      })

    const isToldOnce = async (fulfillment_id: string) => {
      await told(1)
      expect(await shipments()).toMatchObject([{ fulfillment_id }])
      expect(writes().filter(({ path }) => path.endsWith("/shipping"))).toHaveLength(1)
    }

    it("make one update and one call when one comes five times at once", async () => {
      const { orderId } = await store.importOrder(MUGS)
      await store.sendDue()
      const id = await store.shipWithoutEvent(orderId, UPS)
      const bus = store.container().resolve(Modules.EVENT_BUS)
      await Promise.all([1, 2, 3, 4, 5].map(() => bus.emit(eventOf(id))))
      await isToldOnce(id)
    })

    it("make one update and one call also when all five find it missing before one has queued it", async () => {
      const { orderId } = await store.importOrder(MUGS)
      await store.sendDue()
      const id = await store.shipWithoutEvent(orderId, UPS)
      const barrier = await db().transaction()
      await barrier.raw("SELECT id FROM walmart_queue FOR UPDATE")
      const args = { event: eventOf(id), container: store.container(), pluginOptions: {} }
      const hearing = Promise.all([1, 2, 3, 4, 5].map(() => planWalmartUpdates(args)))
      await waitFor("five to queue it", async () => (await waitingForALock(db())) >= 5)
      await barrier.commit()
      await hearing
      await isToldOnce(id)
    })

    it("lead to parcels in the sequence of shipping, whichever comes first", async () => {
      const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
      await store.sendDue()
      const made = await store.fulfill(orderId, { "MUG-1": 1 })
      const madeLater = await store.fulfill(orderId, { "MUG-1": 2 })
      await store.markShipped(madeLater, ONTRAC)
      await store.markShipped(made, UPS)
      const bus = store.container().resolve(Modules.EVENT_BUS)
      await bus.emit([eventOf(made), eventOf(madeLater)])
      await told(2)
      expect(shipped(po).map(({ trackingNumber }) => trackingNumber)).toEqual([ONTRAC, UPS])
      expect(await shipments()).toMatchObject([
        { fulfillment_id: madeLater },
        { fulfillment_id: made },
      ])
    })
  })

  it("sends nothing for an account that the options no longer have, and goes on for the others", async () => {
    const orders = [await store.importOrder(MUGS), await store.importOrder(MUGS)]
    await store.sendDue()
    const walmart = moduleOf(store)
    const ids = []
    for (const { purchaseOrderId } of orders)
      ids.push((await store.walmartOrder(purchaseOrderId)).id)
    const gone = { account_id: "gone" }
    await walmart.updateWalmartOrders({ id: ids[0], ...gone })
    await walmart.updateWalmartQueues({ selector: { subject_id: ids[0] }, data: gone })
    for (const id of ids) await walmart.enqueue(id, [shipment({ 1: 1 })], "test")
    await waitFor("the parcel of the account that is there", async () => {
      await store.sendDue()
      return shipped(orders[1].purchaseOrderId).length === 1
    })
    expect(shipped(orders[0].purchaseOrderId)).toEqual([])
    const [waiting] = await walmart.listWalmartUpdates({ status: "pending" })
    expect(waiting).toMatchObject({ walmart_order_id: ids[0], ...gone })
  })

  describe("the sweep", () => {
    const twoLostShipments = async () => {
      const lost = []
      for (const number of [UPS, ONTRAC]) {
        const order = await store.importOrder(MUGS)
        await store.sendDue()
        await store.shipWithoutEvent(order.orderId, number)
        lost.push(order)
      }
      return lost
    }

    it("goes on behind an order that cannot be planned for", async () => {
      const [bad, good] = await twoLostShipments()
      const { id } = await store.walmartOrder(bad.purchaseOrderId)
      const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await db.raw(
        `ALTER TABLE walmart_update ADD CONSTRAINT no_more CHECK (walmart_order_id <> '${id}') NOT VALID`
      )
      await planSweptOrders(store.container())
      await db.raw("ALTER TABLE walmart_update DROP CONSTRAINT no_more")
      await waitFor("the good one's parcel", () => shipped(good.purchaseOrderId).length === 1)
      expect(shipped(bad.purchaseOrderId)).toEqual([])
    })

    it.each([
      ["of another version", { payload_version: 99, payload: NONSENSE }],
      ["that makes no sense", { payload: NONSENSE }],
    ])("finds what is missing behind an order with an update %s", async (_name, change) => {
      const [bad, good] = await twoLostShipments()
      const { id } = await store.walmartOrder(bad.purchaseOrderId)
      const walmart = moduleOf(store)
      await walmart.updateWalmartUpdates({ selector: { walmart_order_id: id }, data: change })
      const found = await store.run<string[]>("sweep-walmart-orders", {})
      expect(found.sort()).toEqual([bad.orderId, good.orderId].sort())
    })

    it("asks for a hand for an order of an account that the options no longer have, and plans for the others", async () => {
      const [orphan, good] = await twoLostShipments()
      const { id } = await store.walmartOrder(orphan.purchaseOrderId)
      const walmart = moduleOf(store)
      await walmart.updateWalmartOrders({ id, account_id: "gone" })
      await planSweptOrders(store.container())
      await waitFor("the good one's parcel", () => shipped(good.purchaseOrderId).length === 1)
      const detail = await detailOf(store, id)
      expect(detail.sync_status).toBe("needs_attention")
      expect(detail.discrepancies).toMatchObject([{ code: "account_missing" }])
      expect(detail.updates.filter(({ kind }) => kind === "shipment")).toEqual([])
      expect(await store.run<string[]>("sweep-walmart-orders", {})).toEqual([])
    })
  })

  it("leaves orders of other channels alone, and events of orders that never came to be", async () => {
    const orders = store.container().resolve(Modules.ORDER)
    const items = [{ title: "Mug", quantity: 1, unit_price: 10 }]
    const [foreign] = await orders.createOrders([
      { currency_code: "usd", email: "buyer@example.com", items },
    ])
    const bus = store.container().resolve(Modules.EVENT_BUS)
    const { orderId } = await store.importOrder(MUGS)
    await store.sendDue()
    await waitFor("the imported order to be acknowledged", () => writes().length === 1)
    await store.cancel(foreign.id)
    for (const id of [foreign.id, "order_rolled_back"]) {
      await bus.emit({ name: "order.canceled", data: { id } })
      expect(await store.run("plan-walmart-updates", { order_id: id })).toEqual({
        walmart_order_id: null,
        added: [],
      })
    }
    await store.sendDue()
    const walmart = moduleOf(store)
    expect(await walmart.listWalmartOrders({})).toMatchObject([{ order_id: orderId }])
    expect(await walmart.listWalmartUpdates({})).toMatchObject([{ kind: "acknowledgment" }])
    expect(writes()).toHaveLength(1)
  })

  it("an order whose account is gone from the options ships in Medusa alone, and Walmart is told when the account is back", async () => {
    const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
    await store.sendingEnds()
    const { id } = await store.walmartOrder(po)
    const walmart = moduleOf(store)
    await walmart.updateWalmartOrders({ id, account_id: "gone" })
    const fulfillment_id = await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
    await store.sendingEnds()
    expect(effects(po)).toEqual(["acknowledged"])
    const order = await detailOf(store, orderId)
    expect(order.account.configured).toBe(false)
    expect(order.cancellation.refusal?.text).toMatch(/no Walmart account "gone".*Seller Center/)
    const cancel = store.post(`/admin/walmart/orders/${orderId}/cancel`, { reason: REASON })
    expect((await refusalOf(cancel)).message).toMatch(/no Walmart account "gone".*medusa-config/)
    const question = { fulfillment_id, tracking_number: UPS, check_only: true }
    const check = store.post(`/admin/walmart/orders/${orderId}/carrier`, question)
    expect((await refusalOf(check)).message).toMatch(/no Walmart account "gone".*medusa-config/)
    await walmart.updateWalmartOrders({ id, account_id: "main" })
    await planSweptOrders(store.container())
    await waitFor("the shipment at Walmart", () => shipped(po).length > 0)
    expect(shipped(po)).toEqual([{ quantity: 3, carrier: "UPS", trackingNumber: UPS }])
  })

  it("an update whose account is gone from the options shows what to do instead of what would be sent", async () => {
    const { orderId } = await store.importOrder(MUGS)
    await store.sendingEnds()
    await store.post("/admin/walmart/accounts/main/pause", {})
    await store.fulfillAndShip(orderId, [{ tracking_number: UPS }])
    const update = await updateThat(store, orderId, ({ kind }) => kind === "shipment")
    await moduleOf(store).updateWalmartUpdates({ id: update.id, account_id: "gone" })
    const path = `/admin/walmart/updates/${update.id}?preview=true`
    const { preview } = (await store.get<AdminWalmartUpdateResponse>(path)).update
    expect(preview).toMatchObject({ state: "unavailable", attention: { code: "account_missing" } })
  })

  const writes = () =>
    store
      .simulator()
      .control.requests("/v3/orders/")
      .filter(({ method }) => method === "POST")
})
