import type {
  CreateFulfillmentDTO,
  MedusaContainer,
  UpdateOrderItemDTO,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { EarlierPackage } from "../../../walmart/import/planned-order"
import { MANUAL_PROVIDER } from "../../shared/manual-fulfillment"
import { createOnce } from "./create-once"
import { fulfillmentId, labelId } from "./ids"
import type { ImportedItem, ImportedOrder } from "./imported-order"

/**
 * Takes over packages that were on their way before the import, as shipped fulfillments with Walmart's tracking. Nothing is
 * taken from stock and nobody is notified: no event of an order workflow is emitted, and what had left was never in this stock.
 */
export async function importShipments(
  container: MedusaContainer,
  order: ImportedOrder
): Promise<void> {
  if (order.shippedBeforeImport.length === 0) return
  for (const item of order.items) await markShipped(container, item)
  if (!(await canMirror(container))) return
  for (const [index, taken] of order.shippedBeforeImport.entries()) {
    await mirrorPackage(container, order, { taken, index })
  }
}

/** A store may have taken core's manual provider out; its items are then shown as shipped, without a package. */
async function canMirror(container: MedusaContainer): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "fulfillment_provider",
    fields: ["id", "is_enabled"],
    filters: { id: MANUAL_PROVIDER },
  })
  return (data as { is_enabled?: boolean }[]).some(({ is_enabled: isEnabled }) => isEnabled)
}

/**
 * Sets quantities instead of adding to them, so that doing it twice does no harm. Once staff have fulfilled something, the item
 * is no longer as the import left it and stays as it is.
 */
async function markShipped(container: MedusaContainer, item: ImportedItem): Promise<void> {
  if (item.shippedBefore === 0 || item.fulfilled > 0) return
  const quantities: Partial<UpdateOrderItemDTO> & Record<string, unknown> = {
    fulfilled_quantity: item.shippedBefore,
    shipped_quantity: item.shippedBefore,
    delivered_quantity: item.deliveredBefore,
  }
  await container.resolve(Modules.ORDER).updateOrderItem(item.detailId, quantities)
}

interface Mirrored {
  taken: EarlierPackage
  index: number
}

async function mirrorPackage(
  container: MedusaContainer,
  order: ImportedOrder,
  mirrored: Mirrored
): Promise<void> {
  const fulfillments = container.resolve(Modules.FULFILLMENT)
  const id = fulfillmentId(order.id, mirrored.index)
  const find = async () => (await fulfillments.listFulfillments({ id })).at(0)
  await createOnce(
    [fulfillmentOf(order, mirrored, id)],
    async () => ((await find()) ? [id] : []),
    ([one]) => fulfillments.createFulfillment(one)
  )
  const isShipped = Boolean((await find())?.shipped_at)
  if (!isShipped) await fulfillments.updateFulfillment(id, shipmentOf(order, mirrored))
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: order.id },
    [Modules.FULFILLMENT]: { fulfillment_id: id },
  })
}

function fulfillmentOf(order: ImportedOrder, { taken }: Mirrored, id: string) {
  const items = taken.lines.flatMap(({ lineNumber, quantity }) => {
    const item = order.items.find((one) => one.lineNumber === lineNumber)
    return item ? fulfillmentItems(item, quantity) : []
  })
  const fulfillment: CreateFulfillmentDTO & { id: string } = {
    id,
    location_id: order.locationId,
    provider_id: MANUAL_PROVIDER,
    shipping_option_id: order.shippingOptionId,
    created_by: "walmart",
    packed_at: shippedAt(taken),
    delivery_address: {},
    items,
    labels: [],
    order: {},
    data: {},
    metadata: { walmart_shipped_before_import: true },
  }
  return fulfillment
}

/** A kit is one row per inventory item, as Medusa's own Fulfill writes it. */
function fulfillmentItems({ id, title, sku, parts }: ImportedItem, quantity: number) {
  const row = { line_item_id: id, title, sku, barcode: "" }
  if (parts.length === 0) return [{ ...row, quantity }]
  return parts.map((part) => ({
    ...row,
    inventory_item_id: part.inventoryItemId,
    quantity: quantity * part.requiredQuantity,
  }))
}

function shipmentOf(order: ImportedOrder, { taken, index }: Mirrored) {
  const at = shippedAt(taken)
  const number = taken.package?.trackingNumber
  const label = {
    id: labelId(order.id, index),
    tracking_number: number ?? "",
    tracking_url: taken.package?.trackingUrl ?? "#",
    label_url: "#",
  }
  return {
    shipped_at: at,
    delivered_at: taken.delivered ? at : null,
    marked_shipped_by: "walmart",
    ...(number ? { labels: [label] } : {}),
  }
}

function shippedAt({ package: sent }: EarlierPackage): Date {
  return sent?.shippedAt ? new Date(sent.shippedAt) : new Date()
}
