import type {
  AdminWalmartBulkRetryResponse,
  AdminWalmartUpdateListResponse,
  AdminWalmartUpdateResponse,
} from "../../../src/types/http"
import { type TestStore, waitFor } from "../../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  dropNext,
  expectRefusal,
  leaseQueue,
  moduleOf,
  OUT_OF_STOCK,
  refusal,
  refusedShipment,
  updateThat,
  UPS,
  UPS_TWO,
  UPS_WRONG,
} from "./support"
import { editByWorkflow } from "../order-edits/by-workflow"

export function updateTests(store: TestStore): void {
  const list = (params: Record<string, unknown> = {}) =>
    store.get<AdminWalmartUpdateListResponse>("/admin/walmart/updates", params)
  const one = async (id: string, params: Record<string, unknown> = {}) =>
    (await store.get<AdminWalmartUpdateResponse>(`/admin/walmart/updates/${id}`, params)).update
  const retry = async (id: string, body: object = {}) =>
    (await store.post<AdminWalmartUpdateResponse>(`/admin/walmart/updates/${id}/retry`, body))
      .update
  const dismiss = async (id: string, body: object) =>
    (await store.post<AdminWalmartUpdateResponse>(`/admin/walmart/updates/${id}/dismiss`, body))
      .update
  const retryMany = (body: object) =>
    store.post<AdminWalmartBulkRetryResponse>("/admin/walmart/updates/retry", body)
  const shippedNumbers = (purchaseOrderId: string) =>
    store
      .ledger(purchaseOrderId)
      .flatMap(({ effect, trackingNumber }) => (effect === "shipped" ? [trackingNumber] : []))
  const sent = (orderId: string, id: string) =>
    updateThat(store, orderId, (update) => update.id === id && update.status === "sent")

  describe("the list of updates", () => {
    it("filters by status, kind, account, order and error", async () => {
      const { update } = await refusedShipment(store)
      const ids = async (params: Record<string, unknown>) =>
        (await list(params)).updates.map(({ id }) => id)
      expect(await ids({ status: "needs_attention" })).toEqual([update.id])
      expect(await ids({ kind: "shipment" })).toEqual([update.id])
      expect(await ids({ error_code: update.attention?.code ?? "" })).toEqual([update.id])
      expect(await ids({ walmart_order_id: update.walmart_order_id })).toHaveLength(2)
      expect(await ids({ account_id: "another" })).toEqual([])
      expect(await list({ limit: 1, order: "sequence" })).toMatchObject({
        count: 2,
        limit: 1,
        offset: 0,
        updates: [{ kind: "acknowledgment", sequence: 1 }],
      })
    })

    it("says what may be asked for instead", async () => {
      await expectRefusal(list({ kind: "gift" }), "invalid_data", /gift/, /shipment/)
      await expectRefusal(list({ order: "colour" }), "invalid_data", /"colour"/, /happened_at/)
    })
  })

  describe("one update", () => {
    it("tells cause, next step, every attempt, and what would be sent", async () => {
      const { update, purchaseOrderId } = await refusedShipment(store)
      const detail = await one(update.id)
      expect(detail).toMatchObject({
        purchase_order_id: purchaseOrderId,
        requested_by: expect.stringMatching(/^user_/),
        shown_status: "needs_attention",
        attention: { message: expect.stringContaining("Not today"), remedy: expect.any(String) },
        packages: [
          {
            ...{ tracking_number: UPS, carrier: "UPS", is_listed_carrier: true },
            tracking_page: `https://www.ups.com/track?tracknum=${UPS}`,
          },
        ],
        can_retry: true,
        can_correct: true,
        can_dismiss: true,
        timeline: [
          {
            endpoint: "orders.shipping",
            outcome: "refused",
            http_status: 400,
            correlation_id: expect.any(String),
            duration_ms: expect.any(Number),
            request: expect.any(Object),
            response: expect.any(Object),
            update_ids: [update.id],
          },
        ],
        preview: {
          ...{ state: "would_send", endpoint: "orders.shipping", update_ids: [update.id] },
          attention: null,
        },
      })
      expect(JSON.stringify(detail.preview)).toContain(UPS)
    })

    it("sees at Walmart that it was done by hand", async () => {
      const { update, purchaseOrderId } = await refusedShipment(store)
      const shipped = { carrier: "UPS", trackingNumber: UPS }
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/ship`, shipped)
      expect((await one(update.id)).preview).toMatchObject({ state: "already_there" })
    })

    it("says so when Walmart cannot be asked, and asks only when wanted", async () => {
      const { update } = await refusedShipment(store)
      dropNext(store, "orders.get", 5)
      expect((await one(update.id)).preview).toMatchObject({
        state: "unavailable",
        attention: { message: expect.any(String), remedy: expect.any(String) },
      })
      expect((await one(update.id, { preview: false })).preview).toBeNull()
    })

    it("has nothing to preview once it is sent", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const [acknowledgment] = (await detailOf(store, orderId)).updates
      expect((await one(acknowledgment.id)).preview).toMatchObject({ state: "finished" })
    })

    it("is refused by the id it lacks", async () => {
      await expectRefusal(one("wmu_x"), "not_found", /"wmu_x"/, /Use an id/)
    })
  })

  describe("retrying an update", () => {
    it("sends it again as it is", async () => {
      const { update, orderId, purchaseOrderId } = await refusedShipment(store)
      expect(await retry(update.id)).toMatchObject({ attention: null })
      const done = await sent(orderId, update.id)
      expect(done).toMatchObject({ requested_by: expect.stringMatching(/^user_/), attempts: 2 })
      expect(shippedNumbers(purchaseOrderId)).toEqual([UPS])
    })

    it("sends the corrected number instead", async () => {
      const { update, orderId, purchaseOrderId } = await refusedShipment(store)
      const after = await retry(update.id, { tracking_number: "1z 879e 93 0346 8344 40" })
      expect(after.packages).toMatchObject([{ tracking_number: UPS_TWO, carrier: "UPS" }])
      await sent(orderId, update.id)
      expect(shippedNumbers(purchaseOrderId)).toEqual([UPS_TWO])
      const { labels } = (await store.order(orderId)).fulfillments[0]
      expect(labels.map((label) => label.tracking_number)).toEqual([UPS_TWO])
    })

    it("ships against the customer's request only when told so", async () => {
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store)
      store.simulator().control.run("POST", `orders/${purchaseOrderId}/intent-to-cancel`, {})
      await store.shipWithoutEvent(orderId, UPS)
      await store.run("plan-walmart-updates", { order_id: orderId })
      await store.sendDue()
      const isHeld = (code: string) =>
        updateThat(store, orderId, (update) => update.attention?.code === code)
      const { id } = await isHeld("customer_asked_to_cancel")
      expect(shippedNumbers(purchaseOrderId)).toEqual([])
      expect(await retry(id, { ship_anyway: true })).toMatchObject({ ship_anyway: true })
      await sent(orderId, id)
      expect(shippedNumbers(purchaseOrderId)).toEqual([UPS])
    })

    it("gives a cancellation the reason it lacked, which is its own: the order's next one is asked for again", async () => {
      const lines = [{ sku: "MUG-1", quantity: 3, price: 30 }]
      const { orderId, purchaseOrderId } = await acknowledgedOrder(store, lines)
      await editByWorkflow(store, orderId, { quantity: 2 })
      const held = await updateThat(store, orderId, ({ kind }) => kind === "cancellation")
      expect(held.attention?.code).toBe("reason_missing")
      await expectRefusal(retry(held.id), "invalid_data", /none was chosen/, /Choose/)
      await retry(held.id, { reason: OUT_OF_STOCK })
      await sent(orderId, held.id)
      expect(store.ledger(purchaseOrderId)).toContainEqual(
        expect.objectContaining({ effect: "cancelled", reason: OUT_OF_STOCK })
      )
      expect(await detailOf(store, orderId)).toMatchObject({
        ...{ cancellation_reason: null, cancellation_reason_by: null },
      })
      await expect(store.cancel(orderId)).rejects.toThrow(/Choose a cancellation reason/)
    })

    it("refuses what is known to be wrong, naming value and remedy", async () => {
      const { update } = await refusedShipment(store)
      const refused = (body: object, ...patterns: RegExp[]) =>
        expectRefusal(retry(update.id, body), "invalid_data", ...patterns)
      await refused({ tracking_number: UPS_WRONG }, new RegExp(UPS_WRONG), /correct it/)
      await refused({ carrier: "Acme Couriers" }, /Acme Couriers/, /link/)
      await refused({ package_index: 3, tracking_number: UPS_TWO }, /3/, /package_index 0/)
      await refused({ reason: OUT_OF_STOCK }, /SELLER_CANCEL_OUT_OF_STOCK/, /Leave it out/)
      await refused({ colour: "red" }, /colour/)
      expect((await one(update.id)).status).toBe("needs_attention")
    })

    it("names what is wrong for programs, where that is one field", async () => {
      const { update } = await refusedShipment(store)
      const codeOf = async (body: object) => (await refusal(retry(update.id, body))).code
      expect(await codeOf({ tracking_number: UPS_WRONG })).toBe("tracking_number_check_digit")
      expect(await codeOf({ carrier: "Acme Couriers" })).toBe("tracking_url_missing")
    })

    it("refuses while the order is being sent for", async () => {
      const { update } = await refusedShipment(store)
      await leaseQueue(store, update.walmart_order_id)
      const patterns = [new RegExp(update.id), /being sent right now/, /Try again in a moment/]
      await expectRefusal(retry(update.id), "not_allowed", ...patterns)
      await expectRefusal(dismiss(update.id, { note: "x" }), "not_allowed", ...patterns)
    })

    it("refuses what has left the queue, or was written by another version", async () => {
      const { orderId } = await acknowledgedOrder(store)
      const [{ id }] = (await detailOf(store, orderId)).updates
      await expectRefusal(retry(id), "not_allowed", new RegExp(id), /already sent/, /Reload/)
      const { update } = await refusedShipment(store)
      await moduleOf(store).updateWalmartUpdates({ id: update.id, payload_version: 99 })
      await expectRefusal(retry(update.id), "not_allowed", /another version/, /Dismiss/)
      await expectRefusal(retry("wmu_x"), "not_found", /"wmu_x"/, /Use an id/)
    })
  })

  describe("dismissing an update", () => {
    it("keeps the note and who said so, and lets the order go on", async () => {
      const { update, orderId } = await refusedShipment(store)
      expect(await dismiss(update.id, { note: " Done by phone. " })).toMatchObject({
        status: "dismissed",
        note: "Done by phone.",
        requested_by: expect.stringMatching(/^user_/),
        finished_at: expect.any(String),
        can_retry: false,
      })
      expect(await detailOf(store, orderId)).toMatchObject({
        ...{ sync_status: "needs_attention", badge: "not_sent" },
      })
      await expectRefusal(dismiss(update.id, { note: "x" }), "not_allowed", /already dismissed/)
    })

    it("is undone: a person has it again, sends it after all, and only then is the order up to date", async () => {
      const { update, orderId, purchaseOrderId } = await refusedShipment(store)
      const undo = (id: string) =>
        store.post<AdminWalmartUpdateResponse>(`/admin/walmart/updates/${id}/undo`)
      await expectRefusal(undo(update.id), "not_allowed", /not dismissed/, /Reload/)
      await dismiss(update.id, { note: "The wrong one." })
      expect((await undo(update.id)).update).toMatchObject({
        ...{ status: "needs_attention", note: null, finished_at: null, can_retry: true },
      })
      expect(await detailOf(store, orderId)).toMatchObject({
        ...{ badge: "needs_attention", discrepancies: [] },
      })
      await retry(update.id)
      await sent(orderId, update.id)
      expect(shippedNumbers(purchaseOrderId)).toEqual([UPS])
      await waitFor("agreement", async () => {
        const { badge } = await detailOf(store, orderId)
        return badge === "up_to_date"
      })
    })

    it("asks for the note", async () => {
      const { update } = await refusedShipment(store)
      await expectRefusal(dismiss(update.id, {}), "invalid_data", /note/, /required|say why/)
      await expectRefusal(dismiss(update.id, { note: " " }), "invalid_data", /note/)
      await expectRefusal(dismiss("wmu_x", { note: "x" }), "not_found", /"wmu_x"/)
    })
  })

  describe("retrying many", () => {
    it("answers for each what became of it", async () => {
      const said = (...keys: string[]) => keys.map((key) => expect.objectContaining({ key }))
      const { update, orderId } = await refusedShipment(store)
      const [acknowledgment] = (await detailOf(store, orderId)).updates
      const answer = await retryMany({ ids: [update.id, acknowledgment.id, "wmu_x"] })
      expect(answer).toEqual({
        retried: 1,
        ...{ remaining: 0, after: null },
        results: [
          { id: update.id, outcome: "retried", message: null, words: null },
          {
            id: acknowledgment.id,
            outcome: "not_allowed",
            message: expect.stringMatching(/already/),
            words: said("update_finished.message_sent", "update_finished.remedy"),
          },
          {
            id: "wmu_x",
            outcome: "not_found",
            message: expect.stringContaining("wmu_x"),
            words: said("update_unknown.message", "update_unknown.remedy"),
          },
        ],
      })
      await sent(orderId, update.id)
    })

    it("finds them by error and by account", async () => {
      const first = await refusedShipment(store)
      const second = await refusedShipment(store, UPS_TWO)
      const error_code = first.update.attention?.code
      expect((await retryMany({ error_code: "another" })).results).toEqual([])
      expect((await retryMany({ account_id: "main", error_code })).retried).toBe(2)
      await waitFor("both to be sent", async () => {
        await store.sendDue()
        const { count } = await list({ status: "sent", kind: "shipment" })
        return count === 2
      })
      expect(shippedNumbers(second.purchaseOrderId)).toEqual([UPS_TWO])
    })

    it("continues after the last one that was looked at", async () => {
      const first = await refusedShipment(store)
      const second = await refusedShipment(store, UPS_TWO)
      const [before, last] = [first.update.id, second.update.id].sort()
      const { results, remaining, after } = await retryMany({ account_id: "main", after: before })
      expect(results.map(({ id }) => id)).toEqual([last])
      expect({ remaining, after }).toEqual({ remaining: 0, after: null })
      const nothing = await retryMany({ account_id: "main", after: last })
      expect(nothing.results).toEqual([])
    })

    it("asks which ones are meant", async () => {
      await expectRefusal(retryMany({}), "invalid_data", /either ids, or error_code/)
      const both = { ids: ["wmu_1"], account_id: "main" }
      await expectRefusal(retryMany(both), "invalid_data", /either ids, or error_code/)
      const continued = { ids: ["wmu_1"], after: "wmu_1" }
      await expectRefusal(retryMany(continued), "invalid_data", /Leave out "after"/)
      const nonsense = { account_id: "main", after: "2" }
      await expectRefusal(retryMany(nonsense), "invalid_data", /"2" is not the id of an update/)
    })
  })
}
