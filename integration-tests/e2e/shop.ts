import type { HttpTypes } from "@medusajs/framework/types"
import type { AdminWalmartOrderListResponse } from "../../src/types/http"
import { PATIENCE_MS, waitFor } from "../../testing/wait-for"
import { databaseUrlOf } from "../helpers/database-url"
import { OwnStore, type StoreOrder } from "../../testing/own-store"

export type ShopOrder = StoreOrder

/** What a browser test needs of the world around the screens: Walmart's side, and things nobody would click together. */
export class Shop {
  private constructor(readonly store: OwnStore) {}

  /** Walmart refuses once and a person is asked at once, so that no test waits for a back-off. */
  static async open(): Promise<Shop> {
    const plugin = {
      schedules: {
        ...{ sendEveryMs: 5_000, pollEveryMs: 5_000 },
        ...{ sweepEveryMs: 10_000, returnsEveryMs: 5_000 },
      },
      refusedAttempts: 1,
    }
    const databaseUrl = databaseUrlOf("walmart_e2e")
    // The dashboard that was built is served; in development Medusa serves it from its sources.
    const env = { NODE_ENV: "production" }
    return new Shop(await OwnStore.open({ databaseUrl, plugin, env }))
  }

  /** A command of the simulated Walmart, like `order("…")` being asked to be canceled. */
  walmart(path: string, body: object = {}): void {
    this.store.simulator.control.run("POST", path, body)
  }

  /** Walmart refuses the next calls to a route, of one order or of any. */
  refuse(route: string, purchaseOrderId: string): void {
    const error = {
      code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API",
      field: "trackingNumber",
      description: "The tracking number is not valid",
      severity: "ERROR",
    }
    const fault = { kind: "status", status: 400, body: { errors: { error: [error] } } }
    this.walmart("faults", { route, purchaseOrderId, fault })
  }

  /** Waits until an update of the order waits for a person. */
  async needsAttention(purchaseOrderId: string): Promise<void> {
    const query = { q: purchaseOrderId, sync_status: "needs_attention" }
    await this.listed(`an update of ${purchaseOrderId} to need attention`, query, 1)
  }

  /** Waits until the plugin has said why an order cannot be imported. */
  async importFailed(purchaseOrderId: string): Promise<void> {
    const query = { q: purchaseOrderId, import_status: "failed" }
    await this.listed(`${purchaseOrderId} to fail to import`, query, 1)
  }

  /** A new product that is sold and shipped as the seeded ones are, without stock that is counted. */
  async product(sku: string): Promise<void> {
    const { admin } = this.store
    const profiles = await admin.get<HttpTypes.AdminShippingProfileListResponse>(
      "/admin/shipping-profiles"
    )
    const channels =
      await admin.get<HttpTypes.AdminSalesChannelListResponse>("/admin/sales-channels")
    await admin.post("/admin/products", {
      title: sku,
      status: "published",
      shipping_profile_id: profiles.shipping_profiles.find(({ name }) => name === "Parcels")?.id,
      sales_channels: channels.sales_channels.map(({ id }) => ({ id })),
      options: [{ title: "Style", values: ["One"] }],
      variants: [
        { sku, title: "One", options: { Style: "One" }, manage_inventory: false, prices: [] },
      ],
    })
  }

  /** An order that has nothing to do with Walmart. @returns its id */
  async nativeOrder(): Promise<string> {
    const { admin } = this.store
    const { regions } = await admin.get<HttpTypes.AdminRegionListResponse>("/admin/regions")
    const made = await admin.post<HttpTypes.AdminDraftOrderResponse>("/admin/draft-orders", {
      email: "shopper@example.com",
      region_id: regions[0].id,
      items: [{ title: "A card", quantity: 1, unit_price: 3 }],
    })
    const { id } = made.draft_order
    await admin.post(`/admin/draft-orders/${id}/convert-to-order`)
    return id
  }

  /** Lets orders arrive that were acknowledged elsewhere, until the store has so many in all. */
  async fill(count: number): Promise<void> {
    const { count: before } = await this.list({ import_status: "imported", limit: 1 })
    const lines = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]
    for (let n = before; n < count; n++)
      this.store.simulator.control.createOrder({ lines, status: "Acknowledged" })
    await this.listed(`${count} orders`, { import_status: "imported", limit: 1 }, count, 240_000)
  }

  private list(query: object) {
    return this.store.admin.get<AdminWalmartOrderListResponse>("/admin/walmart/orders", {
      ...query,
    })
  }

  private async listed(what: string, query: object, count: number, timeoutMs = PATIENCE_MS) {
    const isThere = async () => (await this.list(query)).count >= count
    await waitFor(what, isThere, { timeoutMs, everyMs: 250 })
  }
}
