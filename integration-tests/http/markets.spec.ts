import type { HttpTypes } from "@medusajs/framework/types"
import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import type { WalmartPluginOptions } from "../../src/modules/walmart/config/options"
import type { Label } from "../../testing/admin-client"
import { upsNumber } from "../../testing/ups-number"
import { type ImportedOrder, storeSuite } from "../helpers/store"
import { updateThat } from "./admin-api/support"
import { marketRefundTests } from "./markets/market-refunds"

/** What is particular to a market, as its sellers meet it. */
interface Case {
  market: "ca" | "mx" | "cl"
  currency: string
  /** Price of a line in the currency's unit; Chile's has no decimals. */
  price: number
  /** Chosen for the fulfillment; null where the label's link says it. */
  carrier: string | null
  label: Label
  /** What Walmart has of the carrier afterwards. */
  shippedBy: string
  reason: string
  acknowledges: "acknowledge" | "acknowledgeLines"
}

const CASES: Case[] = [
  {
    ...{ market: "ca", currency: "cad", price: 12.49, reason: "CANCEL_BY_SELLER" },
    ...{ carrier: "CPC", label: { tracking_number: "7039145268873100" } },
    ...{ shippedBy: "CPC", acknowledges: "acknowledge" },
  },
  {
    ...{ market: "mx", currency: "mxn", price: 249.9, reason: "MIRAKL_REFUND_15" },
    ...{ carrier: "UPS", label: { tracking_number: upsNumber() } },
    ...{ shippedBy: "UPS", acknowledges: "acknowledgeLines" },
  },
  {
    ...{ market: "cl", currency: "clp", price: 9990, reason: "AGOTADO", carrier: "Chilexpress" },
    label: {
      tracking_number: "99612345678014",
      tracking_url: "https://www.chilexpress.cl/seguimiento/99612345678014",
    },
    ...{ shippedBy: "Chilexpress", acknowledges: "acknowledgeLines" },
  },
]

const ACCOUNTS = CASES.map(({ market }) => ({
  ...{ id: market, market, clientId: `client-${market}`, clientSecret: `secret-${market}` },
})) satisfies WalmartPluginOptions["accounts"]

storeSuite(
  "Orders of other markets",
  (store) => {
    beforeAll(async () => {
      const regions = CASES.map(({ market, currency }) => ({
        ...{ name: market, currency_code: currency, countries: [market] },
        payment_providers: ["pp_system_default"],
      }))
      await createRegionsWorkflow(store.container()).run({ input: { regions } })
    })
    afterEach(() => store.sendingEnds())

    const acknowledged = async ({ market, price }: Case): Promise<ImportedOrder> => {
      const lines = [{ sku: "MUG-1", quantity: 2, price }]
      const order = await store.importOrder({ lines, market, sellerId: `seller-client-${market}` })
      const isSent = ({ kind, status }: { kind: string; status: string }) =>
        kind === "acknowledgment" && status === "sent"
      await updateThat(store, order.orderId, isSent)
      return order
    }

    const effects = ({ purchaseOrderId }: ImportedOrder) =>
      store
        .ledger(purchaseOrderId)
        .map(({ effect, quantity, reason, carrier }) => [effect, quantity, reason ?? carrier])

    const calls = ({ purchaseOrderId }: ImportedOrder, call: string) =>
      store.simulator().control.requests(`/v3/orders/${purchaseOrderId}/${call}`)

    it.each(CASES)(
      "$market: imported, acknowledged, shipped and canceled by its own rules",
      async (one) => {
        const { currency, price, carrier, label, shippedBy, reason } = one
        const order = await acknowledged(one)
        const { order: native } = await store.get<HttpTypes.AdminOrderResponse>(
          `/admin/orders/${order.orderId}`,
          { fields: "currency_code,total" }
        )
        expect([native.currency_code, native.total]).toEqual([currency, price])
        expect(calls(order, one.acknowledges).map(({ method }) => method)).toEqual(["POST"])

        const fulfillment_id = await store.fulfill(order.orderId, { "MUG-1": 1 })
        const row = await store.walmartOrder(order.purchaseOrderId)
        if (carrier) {
          const choice = { fulfillment_id, carrier, tracking_url: label.tracking_url }
          await store.post(`/admin/walmart/orders/${row.id}/carrier`, choice)
        }
        await store.ship(order.orderId, fulfillment_id, [label])
        await updateThat(store, order.orderId, (u) => u.kind === "shipment" && u.status === "sent")

        const lines = [{ line_number: "1", quantity: 1 }]
        await store.post(`/admin/walmart/orders/${row.id}/cancel`, { reason, lines })
        await updateThat(
          store,
          order.orderId,
          (u) => u.kind === "cancellation" && u.status === "sent"
        )
        expect(effects(order)).toEqual([
          ["acknowledged", 2, null],
          ["shipped", 1, shippedBy],
          ["cancelled", 1, reason],
        ])
        await store.sendingEnds()
        const after = await store.walmartOrder(order.purchaseOrderId)
        expect([after.status, after.discrepancies]).toEqual(["shipped", null])
      }
    )

    it("a reason of another market is refused before anything is saved, with the market's own to choose from", async () => {
      const [canada] = CASES
      const order = await acknowledged(canada)
      const refused = store.post(`/admin/walmart/orders/${order.orderId}/cancel`, {
        reason: "SELLER_CANCEL_OUT_OF_STOCK",
      })
      await expect(refused).rejects.toThrow(
        /no.* reason of Walmart Canada|is not a cancellation reason/
      )
      expect((await store.order(order.orderId)).status).not.toBe("canceled")
    })

    marketRefundTests(store)
  },
  { moreAccounts: ACCOUNTS }
)
