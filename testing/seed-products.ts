import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createInventoryItemsWorkflow,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"

/** Where the products of the seed are sold, shipped and kept. */
export interface ProductPlaces {
  salesChannelId: string
  shippingProfileId: string
  stockLocationId: string
}

/** Units of every inventory item at the seeded stock location. */
export const STOCK = 1000

/** SKU of the inventory item that only the kit uses. */
export const KIT_ONLY_ITEM = "GIFT-BOX"

/**
 * Creates MUG-1 and MUG-2 (two variants of one product), SHIRT-S, and BOX-KIT, an inventory kit that takes
 * two MUG-1 and one GIFT-BOX from stock. Everything is stocked.
 * @returns variant ids by SKU
 */
export async function seedProducts(
  container: MedusaContainer,
  places: ProductPlaces
): Promise<Record<string, string>> {
  const single = await createProducts(container, places, [
    product("Mug", [variant("MUG-1", "Blue", 9.99), variant("MUG-2", "Green", 11.5)]),
    product("Shirt", [variant("SHIRT-S", "S", 19.95)]),
  ])
  const itemIds = await inventoryItemIds(container)
  const boxId = await createGiftBox(container)
  const parts = [
    { inventory_item_id: itemIds["MUG-1"], required_quantity: 2 },
    { inventory_item_id: boxId, required_quantity: 1 },
  ]
  const kit = product("Gift box with two mugs", [
    { ...variant("BOX-KIT", "Box", 24.5), inventory_items: parts },
  ])
  const kits = await createProducts(container, places, [kit])
  await stock(container, [...Object.values(itemIds), boxId], places.stockLocationId)
  return { ...single, ...kits }
}

type Variant = ReturnType<typeof variant> & {
  inventory_items?: { inventory_item_id: string; required_quantity: number }[]
}

function variant(sku: string, style: string, amount: number) {
  const prices = [{ amount, currency_code: "usd" }]
  return { sku, title: style, options: { Style: style }, manage_inventory: true, prices }
}

function product(title: string, variants: Variant[]) {
  const values = variants.map(({ options }) => options.Style)
  return { title, status: "published" as const, options: [{ title: "Style", values }], variants }
}

async function createProducts(
  container: MedusaContainer,
  { salesChannelId, shippingProfileId }: ProductPlaces,
  products: ReturnType<typeof product>[]
): Promise<Record<string, string>> {
  const placed = products.map((one) => ({
    ...one,
    shipping_profile_id: shippingProfileId,
    sales_channels: [{ id: salesChannelId }],
  }))
  const { result } = await createProductsWorkflow(container).run({ input: { products: placed } })
  const variants = result.flatMap((one) => one.variants)
  return Object.fromEntries(variants.map(({ sku, id }) => [sku ?? "", id]))
}

async function inventoryItemIds(container: MedusaContainer): Promise<Record<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "inventory_item", fields: ["id", "sku"] })
  return Object.fromEntries(data.map(({ sku, id }) => [sku ?? "", id]))
}

async function createGiftBox(container: MedusaContainer): Promise<string> {
  const items = [{ sku: KIT_ONLY_ITEM, title: "Gift box", requires_shipping: true }]
  const { result } = await createInventoryItemsWorkflow(container).run({ input: { items } })
  return result[0].id
}

async function stock(container: MedusaContainer, itemIds: string[], location_id: string) {
  const inventory_levels = itemIds.map((inventory_item_id) => ({
    inventory_item_id,
    location_id,
    stocked_quantity: STOCK,
  }))
  await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels } })
}
