import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { linkedOrderOf } from "../shared/linked-order"
import { readGraph } from "../shared/read-graph"

/** What Medusa's events about orders, their fulfillments and payments carry. */
export interface OrderEvent {
  id?: string
  order_id?: string
}

/** Names the payment alone. */
export const REFUNDED = "payment.refunded"

const OF_A_FULFILLMENT = ["shipment.created", "delivery.created"]

/** The Medusa order that an event is about; undefined when none is found. Events of a fulfillment or payment name only that. */
export async function orderOfEvent(
  container: MedusaContainer,
  { name, data }: { name: string; data: OrderEvent }
): Promise<string | undefined> {
  if (name === REFUNDED) return orderOfPayment(data.id, container)
  if (!OF_A_FULFILLMENT.includes(name)) return data.order_id ?? data.id
  if (data.id === undefined) return undefined
  return (await linkedOrderOf(container, data.id)) ?? (await orderOfItems(data.id, container))
}

async function orderOfPayment(id: string | undefined, container: MedusaContainer) {
  const [payment] = await readGraph<PaymentOfOrder>(container, {
    entity: "payment",
    fields: ["id", "payment_collection.order.id"],
    filters: { id },
  })
  return payment?.payment_collection?.order?.id
}

interface PaymentOfOrder {
  payment_collection?: { order?: { id: string } | null } | null
}

interface FulfillmentItems {
  items?: { line_item_id: string | null }[]
}

/** Core links no fulfillment to its order that a program or a provider makes; its items tell. */
async function orderOfItems(id: string, container: MedusaContainer): Promise<string | undefined> {
  const [fulfillment] = await readGraph<FulfillmentItems>(container, {
    entity: "fulfillment",
    fields: ["id", "items.line_item_id"],
    filters: { id },
  })
  const items = fulfillment?.items ?? []
  const ids = items.flatMap(({ line_item_id: id }) => (id ? [id] : []))
  if (ids.length === 0) return undefined
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const relations = ["walmart_order"]
  const [line] = await walmart.listWalmartOrderLines({ line_item_id: ids }, { relations, take: 1 })
  return line?.walmart_order.order_id ?? undefined
}
