import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { readGraph } from "../../../../workflows/shared/read-graph"

/** What a new fulfillment of an order needs beyond its units, and what is shown of them. */
export interface Packing {
  display_id: number | null
  thumbnails: Map<string, string | null>
  /** Where each item is reserved, which is where it is packed. */
  locations: Map<string, string>
  /** Ids by which the account's carrier map is asked: shipping option first, then provider. */
  mapped_by: string[]
}

interface OrderRow {
  id: string
  display_id: number
  items: { id: string; thumbnail: string | null }[]
  shipping_methods: { shipping_option_id: string | null }[]
}

const FIELDS = [
  "id",
  "display_id",
  "items.id",
  "items.thumbnail",
  "shipping_methods.shipping_option_id",
]

/** Reads that of several Medusa orders, by order id. */
export async function loadPacking(
  container: MedusaContainer,
  orderIds: string[]
): Promise<Map<string, Packing>> {
  if (orderIds.length === 0) return new Map()
  const filters = { id: orderIds }
  const orders = await readGraph<OrderRow>(container, { entity: "order", fields: FIELDS, filters })
  const itemIds = orders.flatMap(({ items }) => items.map(({ id }) => id))
  const [locations, providers] = await Promise.all([
    locationsOf(container, itemIds),
    providersOf(container, orders),
  ])
  return new Map(
    orders.map((order) => {
      const option = order.shipping_methods[0]?.shipping_option_id ?? ""
      const packing = {
        display_id: order.display_id,
        thumbnails: new Map(order.items.map(({ id, thumbnail }) => [id, thumbnail])),
        locations,
        mapped_by: [option, providers.get(option) ?? ""],
      }
      return [order.id, packing]
    })
  )
}

async function locationsOf(
  container: MedusaContainer,
  line_item_id: string[]
): Promise<Map<string, string>> {
  const reservations = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id }, { take: null })
  return new Map(reservations.map((one) => [one.line_item_id ?? "", one.location_id]))
}

async function providersOf(
  container: MedusaContainer,
  orders: OrderRow[]
): Promise<Map<string, string>> {
  const ids = orders.flatMap(({ shipping_methods: methods }) =>
    methods.flatMap(({ shipping_option_id: id }) => id ?? [])
  )
  if (ids.length === 0) return new Map()
  const options = await readGraph<{ id: string; provider_id: string }>(container, {
    entity: "shipping_option",
    fields: ["id", "provider_id"],
    filters: { id: [...new Set(ids)] },
  })
  return new Map(options.map(({ id, provider_id }) => [id, provider_id]))
}
