import { upsNumber } from "../testing/ups-number"
import type { Desk } from "./desk"

/** An order of the tour and what staff do with it. */
export interface Story {
  title: string
  /** Body of `POST /v1/simulations/orders`. */
  order: {
    lines: { sku: string; quantity: number; price: number; tax?: number; shipping?: number }[]
  }
  play(desk: Desk, orderId: string, purchaseOrderId: string): Promise<void>
}

const REASON = "SELLER_CANCEL_OUT_OF_STOCK"
const PRICING_ERROR = "SELLER_CANCEL_PRICING_ERROR"

/** The tour, in order. Tracking numbers are published samples of their carriers. */
export const STORIES: Story[] = [
  {
    title: "shipped whole",
    order: {
      lines: [
        { sku: "MUG-1", quantity: 2, price: 19.98, tax: 1.65 },
        { sku: "SHIRT-S", quantity: 1, price: 19.95, tax: 1.65, shipping: 5.99 },
      ],
    },
    async play(desk, orderId, purchaseOrderId) {
      const fulfillment = await desk.admin.fulfill(orderId)
      await desk.admin.ship(orderId, fulfillment, [{ tracking_number: "1Z999AA10123456784" }])
      await desk.walmartKnows(purchaseOrderId, "shipped", 3)
    },
  },
  {
    title: "shipped in two parts, by two carriers",
    order: { lines: [{ sku: "MUG-2", quantity: 3, price: 34.5, tax: 2.85 }] },
    async play(desk, orderId, purchaseOrderId) {
      const first = await desk.admin.fulfill(orderId, { "MUG-2": 2 })
      await desk.admin.ship(orderId, first, [{ tracking_number: "1Z410E7W0392751591" }])
      await desk.walmartKnows(purchaseOrderId, "shipped", 2)
      const rest = await desk.admin.fulfill(orderId)
      await desk.admin.ship(orderId, rest, [{ tracking_number: "9400 1112 0620 6406 2607 87" }])
      await desk.walmartKnows(purchaseOrderId, "shipped", 3)
      const carriers = desk.ledger(purchaseOrderId, "shipped").map(({ carrier }) => carrier)
      desk.check("Walmart has the parcels of UPS and USPS", carriers.join() === "UPS,USPS")
    },
  },
  {
    title: "one shipment in two packages",
    order: { lines: [{ sku: "SHIRT-S", quantity: 2, price: 39.9 }] },
    async play(desk, orderId, purchaseOrderId) {
      const fulfillment = await desk.admin.fulfill(orderId)
      // Twelve digits are not FedEx's alone, so the link says whose they are.
      const labels = ["986578788855", "799531274483"].map((tracking_number) => ({
        tracking_number,
        tracking_url: `https://www.fedex.com/fedextrack/?trknbr=${tracking_number}`,
      }))
      await desk.admin.ship(orderId, fulfillment, labels)
      await desk.walmartKnows(purchaseOrderId, "shipped", 2)
    },
  },
  {
    title: "canceled with a reason",
    order: { lines: [{ sku: "BOX-KIT", quantity: 1, price: 24.5 }] },
    async play(desk, orderId, purchaseOrderId) {
      await desk.isRefused("canceling without a reason", () => desk.admin.cancel(orderId))
      await desk.chooseReason(orderId, REASON)
      await desk.admin.cancel(orderId)
      await desk.walmartKnows(purchaseOrderId, "cancelled", 1)
      const reasons = desk.ledger(purchaseOrderId, "cancelled").map(({ reason }) => reason)
      desk.check(`Walmart has the reason ${REASON}`, reasons.join() === REASON)
    },
  },
  {
    title: "refused for a bad tracking number, then shipped with a good one",
    order: { lines: [{ sku: "BOX-KIT", quantity: 1, price: 24.5 }] },
    async play(desk, orderId, purchaseOrderId) {
      const fulfillment = await desk.admin.fulfill(orderId)
      const ship = (tracking_number: string) =>
        desk.admin.ship(orderId, fulfillment, [{ tracking_number }])
      await desk.isRefused("a number with a wrong digit", () => ship("1Z879E930346834441"))
      const { fulfillments } = await desk.admin.order(orderId)
      desk.check(
        "nothing was saved",
        fulfillments.every(({ shipped_at }) => !shipped_at)
      )
      await ship("1Z879E930346834440")
      await desk.walmartKnows(purchaseOrderId, "shipped", 1)
    },
  },
  {
    title: "canceled by the buyer at Walmart",
    order: { lines: [{ sku: "MUG-2", quantity: 1, price: 11.5 }] },
    async play(desk, orderId, purchaseOrderId) {
      desk.elsewhere(purchaseOrderId, "cancel", { reason: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL" })
      await desk.medusaCancels(orderId)
      const told = desk.ledger(purchaseOrderId, "cancelled").map(({ by }) => by)
      desk.check("nobody told Walmart what it had done itself", told.join() === "elsewhere")
    },
  },
  {
    title: "some units canceled, the rest shipped, and the stock follows",
    order: { lines: [{ sku: "SHIRT-S", quantity: 3, price: 59.85 }] },
    async play(desk, orderId, purchaseOrderId) {
      await desk.cancelUnits(orderId, 1, PRICING_ERROR)
      await desk.walmartKnows(purchaseOrderId, "cancelled", 1)
      await desk.stockFollows("SHIRT-S")
      const rest = await desk.admin.fulfill(orderId)
      await desk.admin.ship(orderId, rest, [{ tracking_number: upsNumber() }])
      await desk.walmartKnows(purchaseOrderId, "shipped", 2)
    },
  },
  {
    title: "shipped, then given another label",
    order: { lines: [{ sku: "MUG-1", quantity: 1, price: 9.99 }] },
    async play(desk, orderId, purchaseOrderId) {
      const fulfillment = await desk.admin.fulfill(orderId)
      await desk.admin.ship(orderId, fulfillment, [{ tracking_number: upsNumber() }])
      await desk.walmartKnows(purchaseOrderId, "shipped", 1)
      const replacement = upsNumber()
      await desk.replaceLabel(fulfillment, replacement)
      await desk.walmartKnows(purchaseOrderId, "tracking_changed", 1)
      const numbers = desk
        .ledger(purchaseOrderId, "tracking_changed")
        .map(({ trackingNumber }) => trackingNumber)
      desk.check("Walmart has the new number", numbers.join() === replacement)
    },
  },
  {
    title: "refunded in part after it was shipped",
    order: { lines: [{ sku: "MUG-2", quantity: 2, price: 23, tax: 1.9, shipping: 4.5 }] },
    async play(desk, orderId, purchaseOrderId) {
      const fulfillment = await desk.admin.fulfill(orderId)
      await desk.admin.ship(orderId, fulfillment, [{ tracking_number: upsNumber() }])
      await desk.walmartKnows(purchaseOrderId, "shipped", 2)
      await desk.isRefused("more than was paid", () => desk.refund(orderId, 99))
      await desk.refund(orderId, 4.5)
      await desk.refundedBoth(orderId, purchaseOrderId, 4.5)
    },
  },
  {
    title: "sent back by its buyer, received and refunded",
    order: { lines: [{ sku: "MUG-1", quantity: 2, price: 19.98, tax: 1.66 }] },
    async play(desk, orderId, purchaseOrderId) {
      const fulfillment = await desk.admin.fulfill(orderId)
      await desk.admin.ship(orderId, fulfillment, [{ tracking_number: upsNumber() }])
      await desk.walmartKnows(purchaseOrderId, "shipped", 2)
      await desk.receive(await desk.buyerReturns(purchaseOrderId, 1), 1)
      await desk.refundedBoth(orderId, purchaseOrderId, 10.82)
    },
  },
]
