import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { HttpTypes } from "@medusajs/framework/types"
import axios from "axios"
import { AdminClient } from "../../demo/admin-client"
import { ADMIN } from "../../demo/seed"
import { medusa, type RunningStore, startStore } from "../../demo/store-process"
import { waitFor } from "../../demo/wait-for"
import { createDatabase, dropDatabase } from "../../scripts/database"
import { freePort } from "../../scripts/postgres"
import { type Simulator, startSimulator } from "../../simulator"
import type { WalmartPluginOptions } from "../../src/modules/walmart/options"
import { databaseUrlOf } from "../helpers/database-url"

/** Walmart refuses once and a person is asked at once, so that no test waits for a back-off. */
function pluginOptions(baseUrl: string): WalmartPluginOptions {
  const account = { id: "main", clientId: "demo-client", clientSecret: "demo-secret", baseUrl }
  return {
    accounts: [{ ...account, importFrom: "2020-01-01" }],
    schedules: { sendEveryMs: 5_000, pollEveryMs: 5_000, sweepEveryMs: 10_000 },
    refusedAttempts: 1,
  }
}

/** A Walmart order and the Medusa order made of it. */
export interface ShopOrder {
  purchaseOrderId: string
  customerOrderId: string
  orderId: string
}

/** A booted store with its admin, that sells at a simulated Walmart. */
export class Shop {
  private constructor(
    readonly simulator: Simulator,
    readonly admin: AdminClient,
    readonly url: string,
    private readonly close_: () => Promise<void>
  ) {}

  /** Migrates and seeds an empty database and boots the store; takes about half a minute. */
  static async open(): Promise<Shop> {
    const simulator = await startSimulator({ port: 0 })
    const logs = mkdtempSync(join(tmpdir(), "walmart-e2e-"))
    const databaseUrl = databaseUrlOf("walmart_e2e")
    await createDatabase(databaseUrl)
    const store = await bootStore(databaseUrl, simulator, join(logs, "store.log"))
    const admin = new AdminClient(axios.create({ baseURL: store.url }))
    await admin.login(ADMIN)
    const close = async () => {
      await store.stop()
      await simulator.close()
      await dropDatabase(databaseUrl)
      if (process.env.LOG_LEVEL === "info") console.info(`The store's log is in ${logs}`)
      else rmSync(logs, { recursive: true })
    }
    return new Shop(simulator, admin, store.url, close)
  }

  /** Makes an order at Walmart and waits until the store has imported and acknowledged it. */
  async order(body: object): Promise<ShopOrder> {
    const made = this.simulator.control.createOrder(body)
    const orderId = await this.imported(made.purchaseOrderId)
    await this.ledgerHas(made.purchaseOrderId, "acknowledged")
    return { ...made, orderId }
  }

  /** The Medusa order of a purchase order, once there is one. */
  async imported(purchaseOrderId: string): Promise<string> {
    const find = async () => (await this.admin.searchOrders(purchaseOrderId))[0]?.id
    const options = { timeoutMs: 60_000, everyMs: 250 }
    return waitFor(`Medusa to have order ${purchaseOrderId}`, find, options)
  }

  /** Waits until Walmart's ledger has an effect for the order. */
  async ledgerHas(purchaseOrderId: string, effect: string): Promise<void> {
    const has = () =>
      this.simulator.control.ledger(purchaseOrderId).some((entry) => entry.effect === effect)
    const what = `Walmart to have ${purchaseOrderId} ${effect}`
    await waitFor(what, has, { timeoutMs: 60_000 })
  }

  /** Fulfills and ships everything, as the native screens do. */
  async ship(orderId: string, trackingNumber: string): Promise<void> {
    const fulfillment = await this.admin.fulfill(orderId)
    await this.admin.ship(orderId, fulfillment, [{ tracking_number: trackingNumber }])
  }

  /** Waits until the plugin has said why an order cannot be imported. */
  async importFailed(purchaseOrderId: string): Promise<void> {
    const query = { q: purchaseOrderId, import_status: "failed" }
    await this.listed(`${purchaseOrderId} to fail to import`, query, 1)
  }

  /** A new product that is sold and shipped as the seeded ones are, without stock that is counted. */
  async product(sku: string): Promise<void> {
    const profiles = await this.admin.get<HttpTypes.AdminShippingProfileListResponse>(
      "/admin/shipping-profiles"
    )
    const channels =
      await this.admin.get<HttpTypes.AdminSalesChannelListResponse>("/admin/sales-channels")
    await this.admin.post("/admin/products", {
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
    const { regions } = await this.admin.get<HttpTypes.AdminRegionListResponse>("/admin/regions")
    const draft = { email: "shopper@example.com", region_id: regions[0].id, items: [] }
    const made = await this.admin.post<HttpTypes.AdminDraftOrderResponse>("/admin/draft-orders", {
      ...draft,
      items: [{ title: "A card", quantity: 1, unit_price: 3 }],
    })
    const { id } = made.draft_order
    await this.admin.post(`/admin/draft-orders/${id}/convert-to-order`)
    return id
  }

  /** Lets so many orders arrive that were acknowledged elsewhere, and waits until all are imported. */
  async fill(count: number): Promise<void> {
    const lines = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]
    for (let n = 0; n < count; n++)
      this.simulator.control.createOrder({ lines, status: "Acknowledged" })
    await this.listed(`${count} orders`, { import_status: "imported", limit: 1 }, count, 240_000)
  }

  private async listed(what: string, query: object, count: number, timeoutMs = 60_000) {
    const isThere = async () => {
      const answer = await this.admin.get<{ count: number }>("/admin/walmart/orders", { ...query })
      return answer.count >= count
    }
    await waitFor(what, isThere, { timeoutMs, everyMs: 250 })
  }

  /** Waits until an update of the order waits for a person. */
  async needsAttention(purchaseOrderId: string): Promise<void> {
    const query = { q: purchaseOrderId, sync_status: "needs_attention" }
    await this.listed(`an update of ${purchaseOrderId} to need attention`, query, 1)
  }

  /** Walmart refuses the next calls to a route, of one order or of any. */
  refuse(route: string, purchaseOrderId?: string, times = 1): void {
    const error = {
      code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API",
      field: "trackingNumber",
      description: "The tracking number is not valid",
      severity: "ERROR",
    }
    const fault = { kind: "status", status: 400, body: { errors: { error: [error] } } }
    this.simulator.control.run("POST", "faults", { route, purchaseOrderId, times, fault })
  }

  /** Ends the store, and forgets its database. */
  close(): Promise<void> {
    return this.close_()
  }
}

async function bootStore(
  databaseUrl: string,
  simulator: Simulator,
  logFile: string
): Promise<RunningStore> {
  const env = {
    DATABASE_URL: databaseUrl,
    WALMART_OPTIONS_JSON: JSON.stringify(pluginOptions(simulator.url)),
    NODE_OPTIONS: "",
  }
  await medusa(["db:migrate"], { env, logFile })
  await medusa(["exec", "./demo/seed.ts"], { env, logFile })
  const store = await startStore(await freePort(), { env, logFile })
  process.once("exit", () => store.signal("SIGKILL"))
  return store
}
