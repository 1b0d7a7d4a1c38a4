import type { LineUnits } from "../updates/payloads/payload-parts"
import type { ShippedPackage } from "../orders/order"
import type { Text } from "../words/phrase"

/** A product variant of the store that a Walmart line may be. */
export interface Variant {
  id: string
  sku: string
  title: string
  thumbnail: string | null
  productId: string
  productTitle: string
  /** Null when the product has none, which makes Medusa's Fulfill screen refuse it. */
  shippingProfileId: string | null
  /** What is taken from stock for one unit; several for a kit, none when Medusa does not manage its stock. */
  parts: InventoryPart[]
}

/** One inventory item of a variant. */
export interface InventoryPart {
  inventoryItemId: string
  requiredQuantity: number
  /** Stocked less reserved, by stock location. */
  available: Record<string, number>
}

/** A shipping option of the store; options for returns are not among them. */
export interface ShippingOption {
  id: string
  name: string
  shippingProfileId: string | null
  /** Stock locations its fulfillment set is linked to; Medusa allows several. */
  locationIds: string[]
  /** The buyer fetches it: Medusa then offers no Ship button. */
  isPickup: boolean
  /** Lower-case alpha-2 codes of its service zone. */
  countries: string[]
}

/** Something of the store that has a name. */
export interface Named {
  id: string
  name: string
}

/** The store as an import sees it. */
export interface StoreSide {
  /** SKUs looked for, by variant. */
  variants: Variant[]
  shippingOptions: ShippingOption[]
  regions: (Named & { currencyCode: string })[]
  /** Where imported orders belong: the account's sales channel, otherwise the store's default one. */
  salesChannel: Named | null
  /** All stock locations. */
  locations: Named[]
  /** Ids of the stock locations linked to the sales channel. */
  channelLocationIds: string[]
}

/** Settings of the account that an import obeys. */
export interface ImportSettings {
  accountId: string
  /** The market's currency, lower case. */
  currency: string
  chargesPer: "line" | "unit"
  onTotalMismatch: "refuse" | "note"
  skuMap: Record<string, string>
  shipNodes: Record<string, string>
  stockLocationId?: string
  salesChannelId?: string
  regionId?: string
  shippingOptions: { id: string; shippingProfileId?: string; methodCode?: string }[]
}

/** One item of the order to create. Amounts are cents of all its units together. */
export interface PlannedItem {
  lineNumber: string
  walmartSku: string
  variant: Variant
  quantity: number
  /** Price before discounts. */
  list: number
  /** Price after discounts, never negative. */
  net: number
  /** Never negative, and 0 when `net` is 0. */
  tax: number
  /** Units that had left before the import. */
  shipped: number
  /** Units of those that had arrived. */
  delivered: number
  /** What the store's own hook keeps on the item. */
  extra?: Record<string, unknown>
}

/** One shipping method of the order to create. */
export interface PlannedShipping {
  name: string
  shippingOptionId: string
  /** Cents. */
  amount: number
  /** Cents; 0 when `amount` is 0. */
  tax: number
}

/** Where the order goes, in Medusa's words. */
export interface PlannedAddress {
  first_name: string
  last_name: string
  address_1: string
  address_2: string | null
  city: string
  province: string | null
  postal_code: string
  country_code: string
  phone: string | null
}

/** A package that was on its way before the order was imported. */
export interface EarlierPackage {
  package: ShippedPackage | null
  /** All its units have arrived. */
  delivered: boolean
  lines: LineUnits[]
}

/** Everything needed to create the Medusa order of a Walmart order. */
export interface PlannedOrder {
  currencyCode: string
  regionId: string
  salesChannelId: string
  locationId: string
  email: string | null
  address: PlannedAddress
  items: PlannedItem[]
  shipping: PlannedShipping[]
  /** Cents; equals what Walmart asks of the buyer for these units. */
  total: number
  /** Reading of the charges that was used. */
  chargesPer: "line" | "unit"
  /** Walmart had canceled every unit: the order is created and canceled. */
  canceled: boolean
  shippedBeforeImport: EarlierPackage[]
  metadata: Record<string, unknown>
  /** What a person should know though nothing is blocked. */
  notes: Text[]
}
