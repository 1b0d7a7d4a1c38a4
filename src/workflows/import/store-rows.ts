import type { InventoryPart, ShippingOption, Variant } from "../../walmart/draft"

/** Fields of a product variant that an import needs. */
export const VARIANT_FIELDS = [
  "id",
  "sku",
  "title",
  "thumbnail",
  "manage_inventory",
  "product.id",
  "product.title",
  "product.thumbnail",
  "product.shipping_profile.id",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  "inventory_items.inventory.location_levels.location_id",
  "inventory_items.inventory.location_levels.stocked_quantity",
  "inventory_items.inventory.location_levels.reserved_quantity",
]

/** A variant as `query.graph` answers for `VARIANT_FIELDS`. */
export interface VariantRow {
  id: string
  sku: string
  title: string
  thumbnail: string | null
  manage_inventory: boolean
  product: {
    id: string
    title: string
    thumbnail: string | null
    shipping_profile?: { id: string } | null
  }
  inventory_items?: InventoryRow[]
}

interface InventoryRow {
  inventory_item_id: string
  required_quantity: number
  inventory?: {
    location_levels?: {
      location_id: string
      stocked_quantity: number
      reserved_quantity: number
    }[]
  }
}

/** A variant as the draft sees it. */
export function toVariant(row: VariantRow): Variant {
  return {
    id: row.id,
    sku: row.sku,
    title: row.title,
    thumbnail: row.thumbnail ?? row.product.thumbnail,
    productId: row.product.id,
    productTitle: row.product.title,
    shippingProfileId: row.product.shipping_profile?.id ?? null,
    parts: row.manage_inventory ? (row.inventory_items ?? []).map(toPart) : [],
  }
}

function toPart(row: InventoryRow): InventoryPart {
  const levels = row.inventory?.location_levels ?? []
  return {
    inventoryItemId: row.inventory_item_id,
    requiredQuantity: row.required_quantity,
    available: Object.fromEntries(
      levels.map((level) => [
        level.location_id,
        Number(level.stocked_quantity) - Number(level.reserved_quantity),
      ])
    ),
  }
}

/** Fields of a shipping option that an import needs. */
export const SHIPPING_OPTION_FIELDS = [
  "id",
  "name",
  "shipping_profile_id",
  "rules.attribute",
  "rules.value",
  "service_zone.geo_zones.country_code",
  "service_zone.fulfillment_set.location.id",
]

/** A shipping option as `query.graph` answers for `SHIPPING_OPTION_FIELDS`. */
export interface ShippingOptionRow {
  id: string
  name: string
  shipping_profile_id: string | null
  rules?: { attribute: string; value: unknown }[]
  service_zone?: {
    geo_zones?: { country_code: string }[]
    fulfillment_set?: { location?: { id: string } | null }
  }
}

/** A shipping option as the draft sees it; none for an option that is for returns. */
export function toShippingOption(row: ShippingOptionRow): ShippingOption[] {
  const isForReturns = row.rules?.some(
    ({ attribute, value }) => attribute === "is_return" && String(value) === "true"
  )
  if (isForReturns) return []
  return [
    {
      id: row.id,
      name: row.name,
      shippingProfileId: row.shipping_profile_id,
      locationId: row.service_zone?.fulfillment_set?.location?.id ?? null,
      countries: (row.service_zone?.geo_zones ?? []).map((zone) => zone.country_code),
    },
  ]
}

/** Fields of a stock location that an import needs. */
export const LOCATION_FIELDS = ["id", "name", "sales_channels.id"]

/** A stock location as `query.graph` answers for `LOCATION_FIELDS`. */
export interface LocationRow {
  id: string
  name: string
  sales_channels?: ({ id: string } | null)[]
}
