import type { HttpTypes } from "@medusajs/framework/types"
import type { AdminWalmartDiscrepancy } from "../../src/types/http"
import { storeSuite } from "../helpers/store"
import { detailOf, UPS, updateThat } from "./admin-api/support"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 2, price: 20 }] }
/** A number that no carrier of Walmart's writes. */
const ANY_NUMBER = "by hand, 12"

storeSuite(
  "What is sent in place of what was broken",
  (store) => {
    /** A shipped order, with the id of its line item. */
    const shipped = async () => {
      const order = await store.importOrder(MUGS)
      await store.fulfillAndShip(order.orderId, [{ tracking_number: UPS }])
      await updateThat(store, order.orderId, (u) => u.kind === "shipment" && u.status === "sent")
      await store.sendingEnds()
      const { items } = await store.order(order.orderId)
      return { ...order, itemId: items[0].id }
    }

    /** Every call that changes something at Walmart, as it was received. */
    const writes = () =>
      store
        .simulator()
        .control.requests("/v3/")
        .filter(({ method, path }) => method !== "GET" && !path.startsWith("/v3/token"))
        .map(({ method, path }) => `${method} ${path}`)

    const begin = async (kind: "claims" | "exchanges", order_id: string) => {
      const type = kind === "claims" ? { type: "replace" } : {}
      const made = await store.post<Record<string, { id: string }>>(`/admin/${kind}`, {
        ...{ order_id, ...type },
      })
      return `/admin/${kind}/${(made.claim ?? made.exchange).id}`
    }

    /** The screen's steps until the request is confirmed: one unit is replaced by another of the same. */
    const confirm = async (path: string, itemId: string) => {
      const { shippingOptionIds, variantIds } = store.seeded
      const items = [{ id: itemId, quantity: 1 }]
      if (path.startsWith("/admin/claims")) await store.post(`${path}/claim-items`, { items })
      else await store.post(`${path}/inbound/items`, { items })
      await store.post(`${path}/outbound/items`, {
        items: [{ variant_id: variantIds["MUG-1"], quantity: 1, unit_price: 0 }],
      })
      await store.post(`${path}/outbound/shipping-method`, {
        ...{ shipping_option_id: shippingOptionIds.standard, custom_amount: 0 },
      })
      await store.post(`${path}/request`, {})
    }

    /** Fulfills and ships the replacement alone. */
    const replace = async (orderId: string, number: string) => {
      const { fulfillments: before } = await store.order(orderId)
      await store.fulfillAndShip(orderId, [{ tracking_number: number }])
      const { fulfillments } = await store.order(orderId)
      return fulfillments.filter(({ id }) => before.every((one) => one.id !== id))
    }

    /** Both sides, compared now. */
    const compared = async (orderId: string) => {
      await store.run("plan-walmart-updates", { order_id: orderId })
      await store.sendingEnds()
      return detailOf(store, orderId)
    }

    const codes = (found: AdminWalmartDiscrepancy[]) => found.map(({ code }) => code)

    it.each(["claims", "exchanges"] as const)(
      "%s: leaves with any tracking number, Walmart is sent nothing, and the order says what is not Walmart's",
      async (kind) => {
        const { orderId, itemId, purchaseOrderId: po } = await shipped()
        const before = [...writes()]
        await confirm(await begin(kind, orderId), itemId)
        const [parcel] = await replace(orderId, ANY_NUMBER)
        expect(parcel.shipped_at).not.toBeNull()
        expect(parcel.labels).toMatchObject([{ tracking_number: ANY_NUMBER }])

        const { discrepancies, updates, sync_status } = await compared(orderId)
        expect(writes()).toEqual(before)
        expect(store.ledger(po).filter(({ effect }) => effect === "shipped")).toHaveLength(1)
        expect(updates.filter((u) => u.kind === "shipment")).toHaveLength(1)
        expect(updates.every(({ status }) => status === "sent")).toBe(true)
        expect(codes(discrepancies)).toEqual(["item_unknown"])
        expect(discrepancies[0].remedy).toMatch(/a replacement that you send yourself/)
        expect(sync_status).toBe("needs_attention")

        const note = { note: "sent by us" }
        await store.post(`/admin/walmart/orders/${orderId}/discrepancies/dismiss`, note)
        const after = await compared(orderId)
        expect([after.sync_status, after.discrepancies]).toEqual(["in_sync", []])
        expect(writes()).toEqual(before)
      }
    )

    it("a return that no buyer began at Walmart is kept in Medusa alone, and the order says so", async () => {
      const { orderId, itemId } = await shipped()
      const before = [...writes()]
      const { seeded } = store
      const { return: made } = await store.post<HttpTypes.AdminReturnResponse>("/admin/returns", {
        ...{ order_id: orderId, location_id: seeded.stockLocationId },
      })
      const path = `/admin/returns/${made.id}`
      const items = [{ id: itemId, quantity: 1 }]
      await store.post(`${path}/request-items`, { items })
      await store.post(`${path}/request`, {})
      await store.post(`${path}/receive`, {})
      await store.post(`${path}/receive-items`, { items })
      await store.post(`${path}/receive/confirm`, {})

      const { return: kept } = await store.get<HttpTypes.AdminReturnResponse>(path)
      expect(kept.status).toBe("received")
      const { discrepancies } = await compared(orderId)
      expect(codes(discrepancies)).toEqual(["returned_only_in_medusa"])
      expect(writes()).toEqual(before)
    })

    it("a replacement's parcel may wait without a number, and the ordered items' parcel is still checked", async () => {
      const order = await store.importOrder(MUGS)
      const id = await store.fulfill(order.orderId, { "MUG-1": 1 })
      await expect(
        store.ship(order.orderId, id, [{ tracking_number: ANY_NUMBER }])
      ).rejects.toThrow(/tracking number/i)
      const { order: native } = await store.get<HttpTypes.AdminOrderResponse>(
        `/admin/orders/${order.orderId}`
      )
      expect(native.fulfillment_status).toBe("partially_fulfilled")
    })
  },
  { plugin: { onlyInMedusa: "allow" } }
)
