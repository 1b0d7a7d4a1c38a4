import { cancelReturnWorkflow } from "@medusajs/medusa/core-flows"
import type { AdminWalmartReturn } from "../../../src/types/http"
import { upsNumber } from "../../../testing/ups-number"
import { type TestStore, waitFor } from "../../helpers/store"
import { detailOf, expectRefusal, moduleOf, updateThat } from "../admin-api/support"

/** Returns that change after they began, on either side. */
export function changedReturnTests(store: TestStore): void {
  describe("What becomes of an order after it was shipped", () => {
    const control = (path: string, body: object = {}) =>
      store.simulator().control.run("POST", path, body)

    const shipped = async (lines: object[]) => {
      const order = await store.importOrder({ lines })
      await store.fulfillAndShip(order.orderId, [{ tracking_number: upsNumber() }])
      await updateThat(store, order.orderId, (u) => u.kind === "shipment" && u.status === "sent")
      await store.sendingEnds()
      return order
    }

    const poll = () => store.run("poll-walmart-returns", {})

    const comesBack = async (lines: object[]) => {
      const made = control("returns", { lines }) as { returnOrderId: string }
      await poll()
      return made.returnOrderId
    }

    const onPage = async (): Promise<AdminWalmartReturn> => {
      const { returns } = await store.get<{ returns: AdminWalmartReturn[] }>(
        "/admin/walmart/returns"
      )
      expect(returns).toHaveLength(1)
      return returns[0]
    }

    const itemsOf = async (returnId: string) => {
      const path = `/admin/returns/${returnId}?fields=*items`
      const { return: made } = await store.get<{
        return: { items: { item_id: string; quantity: number }[] }
      }>(path)
      return made.items
    }

    const receive = async (returnId: string, items: { id: string; quantity: number }[]) => {
      const path = `/admin/returns/${returnId}`
      await store.post(`${path}/receive`, {})
      await store.post(`${path}/receive-items`, { items })
      await store.post(`${path}/receive/confirm`, {})
    }

    const refunds = (po: string) =>
      store
        .ledger(po)
        .flatMap(({ effect, lineNumber, quantity, amount }) =>
          effect === "refunded" ? [[lineNumber, quantity, amount]] : []
        )

    const refunded = (po: string, times: number) =>
      waitFor(`${times} refunds`, async () => {
        await store.sendDue()
        return refunds(po).length === times
      })

    const paymentOf = async (orderId: string) => {
      const { order } = await store.get<{
        order: {
          payment_collections: { payments: { id: string; refunds: { amount: number }[] }[] }[]
        }
      }>(
        `/admin/orders/${orderId}?fields=*payment_collections.payments,*payment_collections.payments.refunds`
      )
      return order.payment_collections[0].payments[0]
    }

    const refund = async (orderId: string, amount: number) =>
      store.post(`/admin/payments/${(await paymentOf(orderId)).id}/refund`, { amount })

    const booked = async (orderId: string) =>
      (await paymentOf(orderId)).refunds.map(({ amount }) => Number(amount))

    describe("a return", () => {
      it("that Walmart makes larger says so, is refunded as far as it is received here, and is settled in Seller Center", async () => {
        const { purchaseOrderId: po } = await shipped([{ sku: "MUG-1", quantity: 3, price: 30 }])
        const rma = await comesBack([{ purchaseOrderId: po, quantity: 2 }])
        control(`returns/${rma}/change`, { quantity: 3 })
        await poll()
        await poll()
        const { return_id, attention, state } = await onPage()
        expect([state, attention?.code]).toEqual(["needs_attention", "return_changed"])
        expect(attention?.message).toMatch(/added 1 more to this return.*which has 2/)
        const [item] = await itemsOf(return_id ?? "")
        await receive(return_id ?? "", [{ id: item.item_id, quantity: 2 }])
        await refunded(po, 1)
        expect(refunds(po)).toEqual([["1", 2, 20]])
        await poll()
        expect((await onPage()).attention?.code).toBe("return_changed")
        control(`returns/${rma}/refund`)
        await poll()
        expect(await onPage()).toMatchObject({ state: "refunded", attention: null })
      })

      it("that Walmart makes smaller is refunded for what is received", async () => {
        const { purchaseOrderId: po } = await shipped([{ sku: "MUG-1", quantity: 3, price: 30 }])
        const rma = await comesBack([{ purchaseOrderId: po, quantity: 3 }])
        control(`returns/${rma}/change`, { quantity: 1 })
        await poll()
        const { return_id, attention } = await onPage()
        expect(attention).toBeNull()
        const [item] = await itemsOf(return_id ?? "")
        await receive(return_id ?? "", [{ id: item.item_id, quantity: 1 }])
        await refunded(po, 1)
        expect(refunds(po)).toEqual([["1", 1, 10]])
      })

      it("of two lines with the same SKU refunds the line that came back, and never more than was sent back", async () => {
        const { purchaseOrderId: po } = await shipped([
          { sku: "MUG-1", quantity: 1, price: 10 },
          { sku: "MUG-1", quantity: 1, price: 17 },
        ])
        await comesBack([{ purchaseOrderId: po, lineNumber: "2", quantity: 1 }])
        const { return_id } = await onPage()
        const [item, ...others] = await itemsOf(return_id ?? "")
        expect(others).toEqual([])
        const { lines } = await store.walmartOrder(po)
        const lineItems = new Map<string, string>()
        for (const { line_number, line_item_id } of lines) lineItems.set(line_number, line_item_id)
        expect(lineItems.get("2")).toBe(item.item_id)
        await expect(receive(return_id ?? "", [{ id: item.item_id, quantity: 2 }])).rejects.toThrow(
          /Cannot receive more items/
        )
        await store.delete(`/admin/returns/${return_id}/receive`)
        await receive(return_id ?? "", [{ id: item.item_id, quantity: 1 }])
        await refunded(po, 1)
        expect(refunds(po)).toEqual([["2", 1, 17]])
      })

      it("is received in whole units: parts of one are refused before they are saved", async () => {
        const { purchaseOrderId: po } = await shipped([{ sku: "MUG-1", quantity: 2, price: 20 }])
        await comesBack([{ purchaseOrderId: po, quantity: 2 }])
        const { return_id } = await onPage()
        const path = `/admin/returns/${return_id}`
        const [{ item_id: id }] = await itemsOf(return_id ?? "")
        await store.post(`${path}/receive`, {})
        for (const items of ["receive-items", "dismiss-items"]) {
          const partly = store.post(`${path}/${items}`, { items: [{ id, quantity: 1.5 }] })
          await expectRefusal(partly, "invalid_data", /1\.5.*whole units/)
        }
        const { order_preview: preview } = await store.post<{
          order_preview: { items: { actions?: { id: string; action: string }[] }[] }
        }>(`${path}/receive-items`, { items: [{ id, quantity: 1 }] })
        const actions = preview.items.flatMap((item) => item.actions ?? [])
        const action = actions.find((one) => one.action === "RECEIVE_RETURN_ITEM")
        const changed = store.post(`${path}/receive-items/${action?.id}`, { quantity: 1.5 })
        await expectRefusal(changed, "invalid_data", /1\.5.*whole units/)
        await store.post(`${path}/receive/confirm`, {})
        await refunded(po, 1)
        expect(refunds(po)).toEqual([["1", 1, 10]])
      })

      it("that a program cancels past the screen is still refunded from the Returns page", async () => {
        const { purchaseOrderId: po } = await shipped([{ sku: "MUG-1", quantity: 1, price: 10 }])
        await comesBack([{ purchaseOrderId: po }])
        const { id, return_id } = await onPage()
        await cancelReturnWorkflow(store.container()).run({ input: { return_id: return_id ?? "" } })
        await poll()
        expect((await onPage()).state).toBe("on_the_way")
        await store.post(`/admin/walmart/returns/${id}/refund`, {})
        await refunded(po, 1)
        expect(refunds(po)).toEqual([["1", 1, 10]])
      })
    })

    describe("a line of which a unit came back", () => {
      it("goes on like any other: what is canceled, shipped and sent back of it since is in Medusa once", async () => {
        const { orderId, purchaseOrderId: po } = await store.importOrder({
          lines: [{ sku: "MUG-1", quantity: 3, price: 30 }],
        })
        await store.fulfillAndShip(orderId, [{ tracking_number: upsNumber() }], { "MUG-1": 1 })
        await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
        const receivedBack = async () => {
          await comesBack([{ purchaseOrderId: po, quantity: 1 }])
          const { returns } = await store.get<{ returns: AdminWalmartReturn[] }>(
            "/admin/walmart/returns?state=on_the_way"
          )
          const returnId = returns[0].return_id ?? ""
          const [item] = await itemsOf(returnId)
          await receive(returnId, [{ id: item.item_id, quantity: 1 }])
        }
        await receivedBack()
        await refunded(po, 1)
        control(`orders/${po}/cancel`, { lines: [{ lineNumber: "1", quantity: 1 }] })
        await store.importAll()
        expect((await store.order(orderId)).items[0].quantity).toBe(2)
        const lines = [{ lineNumber: "1", quantity: 1 }]
        control(`orders/${po}/ship`, { carrier: "UPS", trackingNumber: upsNumber(), lines })
        await store.importAll()
        const { fulfillments } = await store.order(orderId)
        expect(fulfillments.map(({ shipped_at }) => typeof shipped_at)).toEqual([
          "string",
          "string",
        ])
        await receivedBack()
        await refunded(po, 2)
        await waitFor("the books", async () => {
          await poll()
          await store.sendDue()
          return (await booked(orderId)).reduce((sum, one) => sum + one, 0) === 30
        })
        await store.importAll()
        await store.run("plan-walmart-updates", { order_id: orderId })
        await store.sendingEnds()
        expect(refunds(po)).toEqual([
          ["1", 1, 10],
          ["1", 1, 10],
        ])
        expect(await booked(orderId)).toEqual([10, 10, 10])
        const { sync_status, discrepancies } = await detailOf(store, orderId)
        expect([sync_status, discrepancies]).toEqual(["in_sync", []])
      })
    })

    describe("a refund", () => {
      it.each([
        ["and Walmart's order shows that", true],
        ["and Walmart's order does not show that", false],
      ])(
        "that waits while a return of its line is refunded gives back its own money, %s",
        async (_shown, isShown) => {
          const { orderId, purchaseOrderId: po } = await shipped([
            { sku: "MUG-1", quantity: 3, price: 90 },
          ])
          await store.post("/admin/walmart/accounts/main/pause", {})
          await refund(orderId, 5)
          await updateThat(store, orderId, ({ kind }) => kind === "refund")
          const rma = await comesBack([{ purchaseOrderId: po, quantity: 1 }])
          control(`returns/${rma}/refund`)
          const lines = [{ lineNumber: "1", amount: 30 }]
          if (isShown) control(`orders/${po}/refund`, { lines })
          await poll()
          await store.post("/admin/walmart/accounts/main/resume", {})
          await updateThat(store, orderId, (u) => u.kind === "refund" && u.status === "sent")
          await store.sendingEnds()
          const byApi = store.ledger(po).filter(({ by }) => by === "seller_api")
          const given = byApi.filter(({ effect }) => effect === "refunded")
          expect(given.map(({ amount }) => amount)).toEqual([5])
          expect((await booked(orderId)).sort()).toEqual([30, 5])
          const { sync_status, discrepancies } = await detailOf(store, orderId)
          expect([sync_status, discrepancies]).toEqual(["in_sync", []])
        }
      )

      /** Walmart refunds a unit of 30 for a return that no poll has read, and the order shows it. */
      const refundsAlone = (po: string) => {
        const lines = [{ purchaseOrderId: po, quantity: 1 }]
        const { returnOrderId } = control("returns", { lines }) as { returnOrderId: string }
        control(`returns/${returnOrderId}/refund`)
        control(`orders/${po}/refund`, { lines: [{ lineNumber: "1", amount: 30 }] })
      }

      const byPlugin = (po: string) =>
        store
          .ledger(po)
          .filter(({ by, effect }) => by === "seller_api" && effect === "refunded")
          .map(({ amount }) => amount)

      const inTheBooks = (orderId: string, amounts: number[]) =>
        waitFor("the books", async () => {
          await poll()
          return (await booked(orderId)).sort().join() === amounts.join()
        })

      it("of what Walmart has just refunded for a return that no poll has read is refused, and is in the books once", async () => {
        const { orderId, purchaseOrderId: po } = await shipped([
          { sku: "MUG-1", quantity: 3, price: 90 },
        ])
        refundsAlone(po)
        await expectRefusal(refund(orderId, 30), "not_allowed", /return/)
        await inTheBooks(orderId, [30])
        await store.sendingEnds()
        expect(byPlugin(po)).toEqual([])
      })

      it.each([
        ["", undefined],
        [", once Walmart shows its returns again", 503],
      ])(
        "that waits while Walmart refunds a return that no poll has read gives back its own money%s",
        async (_when, status) => {
          const { orderId, purchaseOrderId: po } = await shipped([
            { sku: "MUG-1", quantity: 3, price: 90 },
          ])
          await store.post("/admin/walmart/accounts/main/pause", {})
          await refund(orderId, 5)
          await updateThat(store, orderId, ({ kind }) => kind === "refund")
          refundsAlone(po)
          const fault = { kind: "status", status }
          if (status) control("faults", { route: "returns.list", times: 2, fault })
          await store.post("/admin/walmart/accounts/main/resume", {})
          await waitFor("the refund", async () => {
            await store.sendDue()
            return byPlugin(po).length > 0
          })
          await inTheBooks(orderId, [30, 5])
          await store.sendingEnds()
          expect(byPlugin(po)).toEqual([5])
          const { sync_status, discrepancies } = await detailOf(store, orderId)
          expect([sync_status, discrepancies]).toEqual(["in_sync", []])
        }
      )

      it("is sent with keys that may not read returns", async () => {
        const { orderId, purchaseOrderId: po } = await shipped([
          { sku: "MUG-1", quantity: 3, price: 90 },
        ])
        control(`orders/${po}/refund`, { lines: [{ lineNumber: "1", amount: 30 }] })
        control("faults", {
          route: "returns.list",
          times: 9,
          fault: { kind: "status", status: 403 },
        })
        await refund(orderId, 40)
        await waitFor("the refund", async () => {
          await store.sendDue()
          return byPlugin(po).length > 0
        })
        expect(byPlugin(po)).toEqual([10])
      })

      it("that two people make at the same moment is made once", async () => {
        const { orderId, purchaseOrderId: po } = await shipped([
          { sku: "MUG-1", quantity: 1, price: 15 },
        ])
        const both = await Promise.allSettled([refund(orderId, 15), refund(orderId, 15)])
        expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
        await refunded(po, 1)
        await store.sendingEnds()
        expect(refunds(po)).toEqual([["1", 1, 15]])
        expect(await booked(orderId)).toEqual([15])
      })

      it("before its shipment is sent says to wait for it, and is taken afterwards", async () => {
        const { orderId, purchaseOrderId: po } = await store.importOrder({
          lines: [{ sku: "MUG-1", quantity: 1, price: 15 }],
        })
        await store.sendingEnds()
        await store.post("/admin/walmart/accounts/main/pause", {})
        await store.fulfillAndShip(orderId, [{ tracking_number: upsNumber() }])
        await updateThat(store, orderId, ({ kind }) => kind === "shipment")
        await expectRefusal(refund(orderId, 15), "invalid_data", /Refund it once Walmart has/)
        expect(await booked(orderId)).toEqual([])
        await store.post("/admin/walmart/accounts/main/resume", {})
        await updateThat(store, orderId, (u) => u.kind === "shipment" && u.status === "sent")
        await refund(orderId, 15)
        await refunded(po, 1)
      })

      it("of an order that Walmart fulfills is refused, because nothing of it is ever sent", async () => {
        const { orderId, purchaseOrderId: po } = await shipped([
          { sku: "MUG-1", quantity: 1, price: 15 },
        ])
        const { id } = await store.walmartOrder(po)
        await moduleOf(store).updateWalmartOrders({ id, ship_node_type: "WFSFulfilled" })
        const fault = { kind: "status", status: 503 }
        control("faults", { route: "orders.get", times: 20, fault })
        await expectRefusal(refund(orderId, 15), "not_allowed", /\(WFS\)/, /nothing was saved/)
        expect(await booked(orderId)).toEqual([])
      })

      it("of a discounted order is of what was paid, and the rest of it after a part", async () => {
        const { orderId, purchaseOrderId: po } = await shipped([
          { sku: "MUG-1", quantity: 2, price: 40, tax: 3, discount: 10 },
        ])
        await expectRefusal(refund(orderId, 33.01), "invalid_data", /33\.00/)
        await refund(orderId, 12.34)
        await refunded(po, 1)
        await refund(orderId, 20.66)
        await refunded(po, 2)
        expect(refunds(po).map(([, , amount]) => amount)).toEqual([12.34, 20.66])
        await store.run("plan-walmart-updates", { order_id: orderId })
        await store.sendingEnds()
        const { sync_status, discrepancies } = await detailOf(store, orderId)
        expect([sync_status, discrepancies]).toEqual(["in_sync", []])
      })
    })
  })
}
