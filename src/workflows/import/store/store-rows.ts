import type { InventoryPart, ShippingOption, Variant } from "../../../walmart/import/planned-order"

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
    /** A list when the product is linked to several; Medusa's Fulfill screen takes the first. */
    shipping_profile?: OneOrMany<{ id: string }>
  }
  inventory_items?: OneOrMany<InventoryRow>
}

/** An inventory item of a variant, with its levels. */
export interface InventoryRow {
  inventory_item_id: string
  required_quantity: number
  inventory?: { location_levels?: OneOrMany<LevelRow> } | null
}

interface LevelRow {
  location_id: string
  stocked_quantity: number
  reserved_quantity: number
}

/** A variant as the planner sees it. */
export function toVariant(row: VariantRow): Variant {
  return {
    id: row.id,
    sku: row.sku,
    title: row.title,
    thumbnail: row.thumbnail ?? row.product.thumbnail,
    productId: row.product.id,
    productTitle: row.product.title,
    shippingProfileId: many(row.product.shipping_profile).at(0)?.id ?? null,
    parts: row.manage_inventory ? many(row.inventory_items).map(toPart) : [],
  }
}

function toPart(row: InventoryRow): InventoryPart {
  const levels = many(row.inventory?.location_levels)
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
  "service_zone.fulfillment_set.type",
  "service_zone.fulfillment_set.location.id",
]

/** A shipping option as `query.graph` answers for `SHIPPING_OPTION_FIELDS`. */
export interface ShippingOptionRow {
  id: string
  name: string
  shipping_profile_id: string | null
  rules?: ({ attribute: string; value: unknown } | null)[] | null
  /** Null for an option whose zone was deleted. */
  service_zone?: {
    geo_zones?: ({ country_code: string } | null)[] | null
    fulfillment_set?: {
      type?: string
      /** A list when the set is linked to several. */
      location?: OneOrMany<{ id: string }>
    } | null
  } | null
}

/** What `query.graph` answers for a link that may have several ends. */
export type OneOrMany<T> = T | (T | null)[] | null

/** What `query.graph` answers for a link: one thing, a list of them, nothing, or a list of nothing. */
export function many<T>(linked: OneOrMany<T> | undefined): T[] {
  const entries = Array.isArray(linked) ? linked : [linked]
  return entries.flatMap((entry) => entry ?? [])
}

/** The only type of fulfillment set whose options are sent as parcels. */
const SHIPPING = "shipping"

/** A shipping option as the planner sees it; none for an option that is for returns, or that no zone offers any more. */
export function toShippingOption(row: ShippingOptionRow): ShippingOption[] {
  const set = row.service_zone?.fulfillment_set
  const isForReturns = many(row.rules).some(
    ({ attribute, value }) => attribute === "is_return" && String(value) === "true"
  )
  if (isForReturns || !set) return []
  return [
    {
      id: row.id,
      name: row.name,
      shippingProfileId: row.shipping_profile_id,
      locationIds: many(set.location).map(({ id }) => id),
      isPickup: set.type !== SHIPPING,
      countries: many(row.service_zone?.geo_zones).map((zone) => zone.country_code),
    },
  ]
}

/** Fields of a stock location that an import needs. */
export const LOCATION_FIELDS = ["id", "name", "sales_channels.id"]

/** A stock location as `query.graph` answers for `LOCATION_FIELDS`. */
export interface LocationRow {
  id: string
  name: string
  sales_channels?: OneOrMany<{ id: string }>
}
