import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
} from "@medusajs/medusa/core-flows"
import type { ForeignParcel } from "../../walmart/mirror/action"
import { MIRRORED_BY } from "../../walmart/updates/model/sides"
import { locationIn } from "../import/medusa/imported-order"
import { MANUAL_PROVIDER } from "../shared/manual-fulfillment"
import { readGraph } from "../shared/read-graph"
import type { MirroredOrder } from "./mirrored-order"

interface OrderRow {
  metadata: Record<string, unknown> | null
  shipping_methods?: { shipping_option?: { provider_id: string } | null }[]
}

/**
 * Makes the fulfillment of a parcel that left by other hands, from where the order's stock is reserved.
 * @returns false when the order's shipping option has a provider that would make a parcel of it; then a person decides
 */
export async function fulfillParcel(
  container: MedusaContainer,
  order: MirroredOrder,
  parcel: ForeignParcel
): Promise<boolean> {
  const [row] = await readGraph<OrderRow>(container, {
    entity: "order",
    fields: ["id", "metadata", "shipping_methods.shipping_option.provider_id"],
    filters: { id: order.order_id },
  })
  const provider = row?.shipping_methods?.at(0)?.shipping_option?.provider_id
  if (provider !== MANUAL_PROVIDER) return false
  const location = locationIn(row.metadata)
  await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: order.order_id,
      items: order.items(parcel.lines),
      ...(location === null ? {} : { location_id: location }),
      created_by: MIRRORED_BY,
      no_notification: true,
      metadata: { walmart_carrier: parcel.carrier },
    },
  })
  return true
}

/** Ships a fulfillment with the number that Walmart shows. */
export async function shipParcel(
  container: MedusaContainer,
  order: MirroredOrder,
  { fulfillmentId, parcel }: { fulfillmentId: string; parcel: ForeignParcel }
): Promise<void> {
  const { trackingNumber: number, trackingUrl: url } = parcel
  const label = { tracking_number: number ?? "", tracking_url: url ?? "#", label_url: "#" }
  await createOrderShipmentWorkflow(container).run({
    input: {
      order_id: order.order_id,
      fulfillment_id: fulfillmentId,
      items: order.items(parcel.lines),
      labels: number === null ? [] : [label],
      created_by: MIRRORED_BY,
      no_notification: true,
    },
  })
}
