import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import type { EarlierPackage } from "../../../walmart/import/planned-order"
import { readGraph } from "../../shared/read-graph"

const FIELDS = [
  "id",
  "status",
  "canceled_at",
  "currency_code",
  "metadata",
  "transactions.*",
  "credit_lines.amount",
  "items.*",
  "items.detail.*",
  "items.variant.manage_inventory",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
  "shipping_methods.shipping_option_id",
]

const location = z.object({ walmart_location_id: z.string() })

const metadata = location.extend({
  walmart_shipped_before_import: z.array(
    z.custom<EarlierPackage>((value) => typeof value === "object")
  ),
})

const itemMetadata = z.object({
  walmart_line_number: z.string(),
  walmart_shipped_before_import: z.number().default(0),
  walmart_delivered_before_import: z.number().default(0),
})

/** One item of a Medusa order made by an import. */
export interface ImportedItem {
  id: string
  /** Row that holds the item's quantities in the order's present version. */
  detailId: string
  lineNumber: string
  title: string
  sku: string
  quantity: number
  fulfilled: number
  /** Units that had left, and of those the ones that had arrived, before the import. */
  shippedBefore: number
  deliveredBefore: number
  /** What one unit takes from stock; none when Medusa does not manage it. */
  parts: { inventoryItemId: string; requiredQuantity: number }[]
}

/** A Medusa order made by an import: all that the steps after its creation need. */
export interface ImportedOrder {
  id: string
  isCanceled: boolean
  currencyCode: string
  locationId: string
  shippedBeforeImport: EarlierPackage[]
  items: ImportedItem[]
  shippingOptionId: string | null
  transactions: { id: string; amount: number }[]
  /** Major units that are not asked for, because Walmart had canceled the order before the import. */
  credited: number
}

interface OrderRow {
  id: string
  status: string
  canceled_at: string | Date | null
  currency_code: string
  metadata: unknown
  items: ItemRow[]
  transactions?: { id: string; amount: number }[]
  credit_lines?: { amount: number }[]
  shipping_methods?: { shipping_option_id: string | null }[]
}

interface ItemRow {
  id: string
  title: string
  variant_sku: string | null
  quantity: number
  metadata: unknown
  detail: { id: string; fulfilled_quantity: number }
  variant?: {
    manage_inventory: boolean
    inventory_items?: { inventory_item_id: string; required_quantity: number }[]
  } | null
}

/** The stock location that an import chose for its order, by the order's metadata; null when no import made it. Pure. */
export function locationIn(metadata: unknown): string | null {
  return location.safeParse(metadata).data?.walmart_location_id ?? null
}

/** Reads Medusa orders that imports have made. @returns in the order of the ids; null for one that has not been created, or is deleted */
export async function loadImportedOrders(
  container: MedusaContainer,
  orderIds: string[]
): Promise<(ImportedOrder | null)[]> {
  const filters = { id: orderIds }
  const rows = await readGraph<OrderRow>(container, { entity: "order", fields: FIELDS, filters })
  const found = new Map(rows.map((row) => [row.id, row]))
  return orderIds.map((id) => {
    const row = found.get(id)
    return row ? toOrder(row) : null
  })
}

function toOrder(row: OrderRow): ImportedOrder {
  const own = metadata.parse(row.metadata)
  return {
    id: row.id,
    isCanceled: Boolean(row.canceled_at) || row.status === "canceled",
    currencyCode: row.currency_code,
    locationId: own.walmart_location_id,
    shippedBeforeImport: own.walmart_shipped_before_import,
    items: row.items.flatMap(toItem),
    shippingOptionId: row.shipping_methods?.at(0)?.shipping_option_id ?? null,
    transactions: row.transactions ?? [],
    credited: (row.credit_lines ?? []).reduce((sum, { amount }) => sum + Number(amount), 0),
  }
}

/** An item that staff added by an order edit is not part of the Walmart order. */
function toItem(row: ItemRow): ImportedItem[] {
  const { data: own } = itemMetadata.safeParse(row.metadata)
  if (!own) return []
  const parts = row.variant?.manage_inventory ? (row.variant.inventory_items ?? []) : []
  return [
    {
      id: row.id,
      detailId: row.detail.id,
      lineNumber: own.walmart_line_number,
      title: row.title,
      sku: row.variant_sku ?? "",
      quantity: Number(row.quantity),
      fulfilled: Number(row.detail.fulfilled_quantity),
      shippedBefore: own.walmart_shipped_before_import,
      deliveredBefore: own.walmart_delivered_before_import,
      parts: parts.map((part) => ({
        inventoryItemId: part.inventory_item_id,
        requiredQuantity: part.required_quantity,
      })),
    },
  ]
}
