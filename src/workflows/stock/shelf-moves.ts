import type { MedusaContainer } from "@medusajs/framework/types"
import type { StockReading } from "../../modules/walmart/queue/stock/reading"
import type { ShelfMove } from "../../walmart/inventory/recount"
import { isShippedBeforeImport } from "../reconciliation/medusa-side/medusa-order"
import { readGraph } from "../shared/read-graph"
import { receivedReturns, type MovesAsked } from "./received-returns"

interface VariantRow {
  inventory_items?: { inventory_item_id: string }[]
}

interface FulfillmentRow {
  created_at: Date | string
  canceled_at: Date | string | null
  metadata: Record<string, unknown> | null
  items?: { inventory_item_id: string | null; quantity: unknown }[]
}

const FIELDS = [
  "id",
  "created_at",
  "canceled_at",
  "metadata",
  "items.inventory_item_id",
  "items.quantity",
]

/** What has taken units of a figure off its shelf since a moment, or put them back, and is no count: fulfillments and returns. */
export async function shelfMoves(
  container: MedusaContainer,
  { variantId, stockLocationId: locationId }: StockReading,
  since: Date
): Promise<ShelfMove[]> {
  const inventoryItemIds = await inventoryItemsOf(container, variantId)
  if (inventoryItemIds.length === 0) return []
  const asked = { locationId, inventoryItemIds, since }
  const [parcels, receipts] = await Promise.all([
    parcelMoves(container, asked),
    receivedReturns(container, asked),
  ])
  return [...parcels, ...receipts]
}

async function parcelMoves(
  container: MedusaContainer,
  { locationId: location_id, inventoryItemIds: ids, since }: MovesAsked
): Promise<ShelfMove[]> {
  const rows = await readGraph<FulfillmentRow>(container, {
    entity: "fulfillment",
    fields: FIELDS,
    filters: {
      ...{ location_id, updated_at: { $gte: since.toISOString() } },
      items: { inventory_item_id: ids },
    },
  })
  // What had left before its order was imported was never on this shelf.
  const own = rows.filter(({ metadata }) => !isShippedBeforeImport(metadata))
  return own.map((row) => toMove(row, ids))
}

async function inventoryItemsOf(container: MedusaContainer, id: string): Promise<string[]> {
  const [variant] = await readGraph<VariantRow>(container, {
    entity: "variant",
    fields: ["id", "inventory_items.inventory_item_id"],
    filters: { id },
  })
  return (variant?.inventory_items ?? []).map((item) => item.inventory_item_id)
}

function toMove({ created_at, canceled_at: at, items = [] }: FulfillmentRow, ids: string[]) {
  const own = items.filter(({ inventory_item_id: id }) => ids.includes(id ?? ""))
  return {
    units: own.reduce((sum, { quantity }) => sum + Number(quantity), 0),
    madeAt: new Date(created_at).getTime(),
    canceledAt: at === null ? null : new Date(at).getTime(),
  }
}
