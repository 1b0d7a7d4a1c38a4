import type { CreateShippingOptionDTO, CreateStockLocationInput } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import importWalmartOrders from "../../src/scripts/import-walmart-orders"
import type { AdminWalmartDoctorResponse } from "../../src/types/http"
import { storeSuite, waitFor } from "../helpers/store"
import { UPS } from "./admin-api/support"

const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }
const DAY_MS = 86_400_000
const SECOND_KEYS = { clientId: "second-client", clientSecret: "second-secret" }
/** The simulator's name for whoever has these keys. */
const SECOND_SELLER = `seller-${SECOND_KEYS.clientId}`

/** Ids that a merchant copies out of the store into the options; here they are chosen first. */
const LOCATION = "sloc_second"
const SHIPPING_OPTION = "so_parcels"

const SECOND = {
  id: "second",
  ...SECOND_KEYS,
  skuMap: { "WM-MUG": "MUG-1" },
  shipNodes: { "9000002": LOCATION },
  shippingOptions: [{ id: SHIPPING_OPTION, methodCode: "Value" }],
  chargesPer: "unit" as const,
}

storeSuite(
  "importing as the options say",
  (store) => {
    const container = () => store.container()
    const control = (path: string, body: object) =>
      store.simulator().control.run("POST", path, body)

    const orderOf = async (id: string) => {
      const query = container().resolve(ContainerRegistrationKeys.QUERY)
      const fields = ["*", "total", "items.*", "shipping_methods.*"]
      const { data } = await query.graph({ entity: "order", fields, filters: { id } })
      return JSON.parse(JSON.stringify(data[0]))
    }

    afterEach(() => store.sendingEnds())

    it("leaves alone what was ordered before the first start, when no date is chosen", async () => {
      const early = store.simulateOrder({ ...MUGS, orderedAt: Date.now() - DAY_MS })
      const late = await store.importOrder(MUGS)
      control(`orders/${early.purchaseOrderId}/acknowledge`, {})
      await store.importAll()
      await store.orderIdOf(late.purchaseOrderId)
      await expect(store.walmartOrder(early.purchaseOrderId)).rejects.toThrow(
        "not in walmart_order"
      )
    })

    it("is told of open orders from before the first start, and imports them by hand", async () => {
      const older = async () => {
        const path = "/admin/walmart/doctor"
        const { findings } = await store.post<AdminWalmartDoctorResponse>(path, {})
        return findings.find(
          ({ check, account_id }) => check === "older_orders" && account_id === "main"
        )
      }
      const early = store.simulateOrder({ ...MUGS, orderedAt: Date.now() - DAY_MS })
      const shipped = store.simulateOrder({ ...MUGS, orderedAt: Date.now() - DAY_MS })
      control(`orders/${shipped.purchaseOrderId}/ship`, { carrier: "UPS", trackingNumber: UPS })
      await store.importOrder(MUGS)
      const found = await older()
      expect(found).toMatchObject({
        state: "warning",
        message: expect.stringMatching(/^Walmart has 1 open order from before .* not in the store/),
        remedy: expect.stringMatching(/import-walmart-orders\.js from=\S+ to=\S+,/),
      })
      const days = found?.remedy?.match(/from=\S+ to=[\d-]+/)?.[0].split(" ") ?? []
      await importWalmartOrders({ container: container(), args: ["account=main", ...days] })
      await store.orderIdOf(early.purchaseOrderId)
      expect(await older()).toMatchObject({ state: "ok", remedy: null })
    })

    it("emits order.placed once for each order", async () => {
      const placed: unknown[] = []
      const events = container().resolve(Modules.EVENT_BUS)
      const listen = async ({ data }: { data: unknown }) => void placed.push(data)
      events.subscribe("order.placed", listen)
      const { orderId } = await store.importOrder(MUGS)
      const other = await store.importOrder(MUGS)
      await waitFor("both events", () => placed.length > 1)
      expect(placed).toEqual([{ id: orderId }, { id: other.orderId }])
      events.unsubscribe("order.placed", listen)
    })

    it("leaves the order's own number to the store", async () => {
      const { orderId, purchaseOrderId } = await store.importOrder(MUGS)
      expect((await orderOf(orderId)).custom_display_id).toBeNull()
      expect((await store.walmartOrder(purchaseOrderId)).import_notes).toBeNull()
    })

    describe("an account of its own", () => {
      const importSecond = (order: object) =>
        store.importOrder({ sellerId: SECOND_SELLER, shipNode: "9000002", ...order })

      beforeEach(async () => {
        const location: CreateStockLocationInput & { id: string } = { id: LOCATION, name: "Second" }
        await container().resolve(Modules.STOCK_LOCATION).createStockLocations(location)
        const inventory = container().resolve(Modules.INVENTORY)
        const [{ id: inventory_item_id }] = await inventory.listInventoryItems({ sku: "MUG-1" })
        await inventory.createInventoryLevels([
          { inventory_item_id, location_id: LOCATION, stocked_quantity: 50 },
        ])
        const fulfillments = container().resolve(Modules.FULFILLMENT)
        const { standard } = store.seeded.shippingOptionIds
        const like = await fulfillments.retrieveShippingOption(standard)
        const option: CreateShippingOptionDTO & { id: string } = {
          id: SHIPPING_OPTION,
          name: "Parcels",
          price_type: "flat",
          service_zone_id: like.service_zone_id,
          shipping_profile_id: like.shipping_profile_id,
          provider_id: like.provider_id,
          type: { label: "Parcels", description: "Parcels", code: "parcels" },
        }
        await fulfillments.createShippingOptions(option)
      })

      it("finds the variant by skuMap, and the stock location by shipNodes", async () => {
        const { orderId, purchaseOrderId } = await importSecond({
          lines: [{ sku: "WM-MUG", quantity: 1, price: 9 }],
          methodCode: "Value",
        })
        const order = await orderOf(orderId)
        expect(order.items).toMatchObject([
          { variant_sku: "MUG-1", metadata: { walmart_sku: "WM-MUG" } },
        ])
        const reservations = await container()
          .resolve(Modules.INVENTORY)
          .listReservationItems({ line_item_id: order.items[0].id })
        expect(reservations).toMatchObject([{ location_id: LOCATION }])
        expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
          account_id: "second",
          lines: [{ sku: "WM-MUG" }],
        })
      })

      it("uses its shipping option for Walmart's method, and another for other methods", async () => {
        const line = { sku: "WM-MUG", quantity: 1, price: 9 }
        const value = await importSecond({ lines: [line], methodCode: "Value" })
        const [method] = (await orderOf(value.orderId)).shipping_methods
        expect(method.shipping_option_id).toBe(SHIPPING_OPTION)
        const standard = store.simulateOrder({
          sellerId: SECOND_SELLER,
          shipNode: "9000002",
          lines: [line],
          methodCode: "Standard",
        })
        await store.importAll()
        expect(await store.walmartOrder(standard.purchaseOrderId)).toMatchObject({
          import_error_code: "shipping_option_missing",
          import_error: expect.stringContaining("Second has no shipping option"),
        })
      })

      it("reads charges per unit where no total confirms it, and says so", async () => {
        control("options", { chargesArePerUnit: true, orderSummary: false })
        const { orderId, purchaseOrderId } = await importSecond({
          lines: [{ sku: "WM-MUG", quantity: 3, price: 9, tax: 0.9 }],
          methodCode: "Value",
        })
        const { total, items } = await orderOf(orderId)
        expect([total, items[0].unit_price]).toEqual([9.9, 3])
        expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
          total: 990,
          lines: [{ total: 990 }],
          import_notes: [
            { text: expect.stringContaining("nothing confirms that its charges are per unit") },
          ],
        })
      })
    })
  },
  {
    plugin: { emitOrderPlaced: true, customDisplayId: false },
    account: { importFrom: undefined },
    moreAccounts: [SECOND],
  }
)
