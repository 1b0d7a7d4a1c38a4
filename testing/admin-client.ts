import type { AxiosInstance, AxiosResponse } from "axios"
import type { HttpTypes } from "@medusajs/framework/types"

/** One package of a shipment, as typed into the Ship screen. */
export interface Label {
  tracking_number: string
  /** The screen sends "#" when nothing was typed. */
  tracking_url?: string
}

/** A fulfillment as {@link AdminClient.order} reads it; Medusa's own type leaves the items out. */
export interface Fulfillment {
  id: string
  shipped_at: string | null
  canceled_at: string | null
  items: { line_item_id: string | null; sku: string; quantity: number }[]
  labels: { tracking_number: string }[]
}

/** An order as {@link AdminClient.order} reads it. */
export type Order = Omit<HttpTypes.AdminOrder, "fulfillments"> & { fulfillments: Fulfillment[] }

/** Units by SKU. */
export type Units = Record<string, number>

/** An answer of the admin API other than 2xx, with the message that the screen shows. */
export class AdminRefusal extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    /** What is wrong, for programs; undefined where the server names nothing. */
    readonly code?: string,
    /** The message sentence by sentence; null for what others refuse. */
    readonly words: { key: string; params: object }[] | null = null
  ) {
    super(message)
    this.name = "AdminRefusal"
  }
}

const ORDER_FIELDS =
  "id,display_id,custom_display_id,status,fulfillment_status,total,*items,*items.detail,*fulfillments,*fulfillments.items,*fulfillments.labels"

/** A person at Medusa's admin: calls the native routes behind the Fulfill, Ship and Cancel screens, with what those screens send. */
export class AdminClient {
  private headers: Record<string, string> = {}
  private locationId: string | undefined

  constructor(private readonly http: AxiosInstance) {}

  /** Logs in with the password; every later call is this person's. */
  async login(credentials: { email: string; password: string }): Promise<void> {
    const { token } = await this.post<{ token: string }>("/auth/user/emailpass", credentials)
    this.headers = { authorization: `Bearer ${token}` }
  }

  /** @throws AdminRefusal */
  async get<T>(path: string, params: Record<string, unknown> = {}): Promise<T> {
    const options = { params, headers: this.headers, validateStatus: () => true }
    return accepted<T>(await this.http.get(path, options))
  }

  /** @throws AdminRefusal */
  async post<T>(path: string, body: unknown = {}): Promise<T> {
    const options = { headers: this.headers, validateStatus: () => true }
    return accepted<T>(await this.http.post(path, body, options))
  }

  /** DELETE; throws AdminRefusal for anything but a 2xx. */
  async delete<T>(path: string): Promise<T> {
    const options = { headers: this.headers, validateStatus: () => true }
    return accepted<T>(await this.http.delete(path, options))
  }

  /** An order with its items, fulfillments and labels. */
  async order(orderId: string): Promise<Order> {
    const params = { fields: ORDER_FIELDS }
    return (await this.get<{ order: Order }>(`/admin/orders/${orderId}`, params)).order
  }

  /** What the search field above the order list finds. */
  async searchOrders(text: string): Promise<HttpTypes.AdminOrder[]> {
    const { orders } = await this.get<HttpTypes.AdminOrderListResponse>("/admin/orders", {
      q: text,
    })
    return orders
  }

  /**
   * The Fulfill screen. Fulfills everything that is left when no units are named.
   * @returns the new fulfillment's id
   */
  async fulfill(orderId: string, units?: Units): Promise<string> {
    const order = await this.order(orderId)
    const known = new Set(order.fulfillments.map(({ id }) => id))
    const path = `/admin/orders/${orderId}/fulfillments?fields=${ORDER_FIELDS}`
    const after = await this.post<{ order: Order }>(path, {
      items: fulfillmentItems(order, units),
      location_id: await this.stockLocation(),
    })
    const [made] = after.order.fulfillments.filter(({ id }) => !known.has(id))
    return made.id
  }

  /** The Ship screen: the whole fulfillment leaves, in one package per label. */
  async ship(orderId: string, fulfillmentId: string, labels: Label[]): Promise<void> {
    const { fulfillments } = await this.order(orderId)
    const fulfillment = fulfillments.find(({ id }) => id === fulfillmentId)
    if (!fulfillment) throw new Error(`Order ${orderId} has no fulfillment ${fulfillmentId}.`)
    await this.post(`/admin/orders/${orderId}/fulfillments/${fulfillmentId}/shipments`, {
      items: shipmentItems(fulfillment),
      labels: labels.map((label) => ({ tracking_url: "#", label_url: "#", ...label })),
    })
  }

  /** The Cancel entry of a fulfillment's menu. */
  async cancelFulfillment(orderId: string, fulfillmentId: string): Promise<void> {
    await this.post(`/admin/orders/${orderId}/fulfillments/${fulfillmentId}/cancel`, {})
  }

  /** The Cancel entry of the order's menu. */
  async cancel(orderId: string): Promise<void> {
    await this.post(`/admin/orders/${orderId}/cancel`)
  }

  private async stockLocation(): Promise<string> {
    if (this.locationId) return this.locationId
    const answer =
      await this.get<HttpTypes.AdminStockLocationListResponse>("/admin/stock-locations")
    this.locationId = answer.stock_locations[0].id
    return this.locationId
  }
}

function accepted<T>({ status, data }: AxiosResponse): T {
  if (status < 300) return data as T
  const { type = "error", message = JSON.stringify(data), code, words = null } = data ?? {}
  throw new AdminRefusal(status, type, message, code, words)
}

function fulfillmentItems({ items }: Order, units?: Units) {
  const open = items.map((item) => ({
    id: item.id,
    sku: item.variant_sku ?? "",
    left: item.quantity - Number(item.detail.fulfilled_quantity),
  }))
  const wanted = open.map(({ id, sku, left }) => ({
    id,
    quantity: units ? (units[sku] ?? 0) : left,
  }))
  return wanted.filter(({ quantity }) => quantity > 0)
}

/** One row per inventory item, as the Ship screen sends them: a kit's parts share their line item. */
function shipmentItems({ items }: Fulfillment) {
  return items
    .filter(({ line_item_id }) => line_item_id)
    .map(({ line_item_id, quantity }) => ({ id: line_item_id, quantity }))
}
