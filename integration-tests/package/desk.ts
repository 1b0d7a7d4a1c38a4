import axios from "axios"
import { AdminClient } from "../../testing/admin-client"
import { ADMIN } from "../../testing/seed"
import { waitFor } from "../../testing/wait-for"
import type { LedgerEntry, Simulator } from "../../simulator"
import type {
  AdminWalmartOrderListResponse,
  AdminWalmartStockListResponse,
} from "../../src/types/http"
import { press, presses, type Things } from "./buttons"

export const UPS = "1Z999AA10123456784"
const OUT_OF_STOCK = "SELLER_CANCEL_OUT_OF_STOCK"

/** Purchase orders at the simulated Walmart, by what becomes of them. */
export type PurchaseOrders = Record<
  "shipped" | "canceled" | "pressed" | "packed" | "unknown",
  string
>

/** Orders as a store finds them at its first start; the last one has a product that it does not sell. */
export function orderAll({ control }: Simulator): PurchaseOrders {
  const order = (sku = "MUG-1") =>
    control.createOrder({ lines: [{ sku, quantity: 2, price: 19.98 }] }).purchaseOrderId
  const [shipped, canceled, pressed, packed] = [order(), order(), order(), order()]
  return { shipped, canceled, pressed, packed, unknown: order("NOT-SOLD-HERE") }
}

/** Staff at the desk of a stock store, with a look at Walmart's side. */
export class Desk {
  readonly admin: AdminClient

  constructor(
    port: number,
    private readonly simulator: Simulator,
    readonly purchaseOrders: PurchaseOrders
  ) {
    this.admin = new AdminClient(axios.create({ baseURL: `http://localhost:${port}` }))
  }

  /** Logs in. */
  async open(): Promise<void> {
    await this.admin.login(ADMIN)
  }

  /** Waits until every order that can be imported is in Medusa and acknowledged at Walmart. */
  async seeAcknowledged(): Promise<void> {
    const { shipped, canceled, pressed, packed } = this.purchaseOrders
    for (const purchaseOrder of [shipped, canceled, pressed, packed]) {
      await this.orderOf(purchaseOrder)
      await this.ledgerHas(purchaseOrder, "acknowledged")
    }
  }

  /** Ships an order by Medusa's Ship screen. @returns what Walmart has of it */
  async ship(): Promise<LedgerEntry> {
    const { admin } = this
    const order = await this.orderOf(this.purchaseOrders.shipped)
    await admin.ship(order, await admin.fulfill(order), [{ tracking_number: UPS }])
    return this.ledgerHas(this.purchaseOrders.shipped, "shipped")
  }

  /** Cancels an order by Medusa's Cancel menu. @returns what Walmart has of it */
  async cancel(): Promise<LedgerEntry> {
    const order = await this.orderOf(this.purchaseOrders.canceled)
    const path = `/admin/walmart/orders/${order}/cancellation-reason`
    await this.admin.post(path, { reason: OUT_OF_STOCK })
    await this.admin.cancel(order)
    return this.ledgerHas(this.purchaseOrders.canceled, "cancelled")
  }

  /** Presses the button of every route. @returns its answer, by route */
  async pressAll(): Promise<Record<string, string>> {
    const answers: Record<string, string> = {}
    for (const [route, how] of Object.entries(presses(await this.things())))
      answers[route] = await press(this.admin, route, how)
    await this.ledgerHas(this.purchaseOrders.pressed, "cancelled")
    return answers
  }

  private async orderOf(purchaseOrder: string): Promise<string> {
    const find = async () => (await this.admin.searchOrders(purchaseOrder))[0]?.id
    return waitFor(`Medusa to have order ${purchaseOrder}`, find, { everyMs: 100 })
  }

  private async ledgerHas(purchaseOrder: string, effect: LedgerEntry["effect"]) {
    const look = () =>
      this.simulator.control.ledger(purchaseOrder).find((entry) => entry.effect === effect)
    return waitFor(`Walmart to have ${purchaseOrder} ${effect}`, look, { everyMs: 100 })
  }

  /** What the buttons are pressed at. */
  private async things(): Promise<Things> {
    const { admin, purchaseOrders } = this
    const packed = await this.orderOf(purchaseOrders.packed)
    const query = { q: purchaseOrders.unknown, import_status: "failed" }
    const failed = await waitFor("the order that cannot be imported", async () => {
      const path = "/admin/walmart/orders"
      return (await admin.get<AdminWalmartOrderListResponse>(path, query)).orders[0]?.id
    })
    const { updates } = await admin.get<{ updates: { id: string }[] }>("/admin/walmart/updates", {
      status: "sent",
    })
    const stock = await waitFor("the stock of what was canceled", async () => {
      const path = "/admin/walmart/stock"
      return (await admin.get<AdminWalmartStockListResponse>(path)).stock[0]?.id
    })
    return {
      ...{ account: "us-main", stock, failed, sent: updates[0].id },
      order: await this.orderOf(purchaseOrders.pressed),
      packed: { order: packed, fulfillment: await admin.fulfill(packed) },
    }
  }
}
