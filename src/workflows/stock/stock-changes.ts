import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AccountOptions } from "../../modules/walmart/config/options"
import { type ChangedSku, soldPlaces, type StockPlace } from "../../walmart/inventory/stock-places"
import { walmartSkusOf } from "../../walmart/inventory/stock-rules"
import { loadPlaces, walmartOf } from "../import/store/load-store"
import { many } from "../import/store/store-rows"
import { readGraph } from "../shared/read-graph"
import { enqueueStock } from "./enqueue-stock"
import { sendRecounted } from "./send-recounted"

/** What a change of stock led to. */
export interface NoticedStock {
  /** Rows of figures that are sent anew. */
  wanted: string[]
  /** Rows of figures that waited for a recount and are sent now. */
  recounted: string[]
}

const NOTHING: NoticedStock = { wanted: [], recounted: [] }

/**
 * Medusa's stock levels have changed: figures of accounts that send all stock are wanted, and what waited for a recount is sent if
 * another count than then is on the shelf. A reservation alone is no recount, nor is what left in parcels of other orders.
 */
export async function noticeStockChanges(
  container: MedusaContainer,
  levelIds: string[]
): Promise<NoticedStock> {
  const walmart = walmartOf(container)
  const accounts = walmart.options.accounts.filter(({ stock }) => stock === "all")
  const held = await walmart.stock.waitingForRecount()
  if (accounts.length === 0 && held.length === 0) return NOTHING
  const variants = await variantsOf(container, levelIds)
  const wanted: string[] = []
  for (const { id } of accounts)
    wanted.push(...(await wantChanged(container, await walmart.sellingAccount(id), variants)))
  return { wanted, recounted: await sendRecounted(container, held) }
}

/** Wants the figures of variants that an account sells. @returns ids of the rows */
export async function want(
  container: MedusaContainer,
  account: AccountOptions,
  variants: SoldVariant[]
): Promise<string[]> {
  const { skus, nodes } = await changedOf(container, account, variants)
  return wantPlaces(container, account, soldPlaces(skus, nodes, []))
}

/** The same of what Walmart was sent before, also if the account does not sell it any more. @returns ids of the rows */
async function wantChanged(
  container: MedusaContainer,
  account: AccountOptions,
  variants: SoldVariant[]
): Promise<string[]> {
  const { skus, nodes } = await changedOf(container, account, variants)
  const { stock } = walmartOf(container)
  const known = await stock.knownPlaces(
    account.id,
    skus.filter(({ isSold }) => !isSold).map(({ sku }) => sku)
  )
  return wantPlaces(container, account, soldPlaces(skus, nodes, known))
}

/** Wants those of some figures whose SKU is one of these variants' and sold by the account. @returns ids of the rows */
export async function wantSold(
  container: MedusaContainer,
  account: AccountOptions,
  { places, variants }: { places: StockPlace[]; variants: SoldVariant[] }
): Promise<string[]> {
  const skus = await skusOf(container, account, variants)
  const sold = new Set(skus.filter(({ isSold }) => isSold).map(({ sku }) => sku))
  return wantPlaces(
    container,
    account,
    places.filter(({ sku }) => sold.has(sku))
  )
}

async function changedOf(
  container: MedusaContainer,
  account: AccountOptions,
  variants: SoldVariant[]
): Promise<{ skus: ChangedSku[]; nodes: (string | null)[] }> {
  const skus = await skusOf(container, account, variants)
  return { skus, nodes: await shipNodesOf(container, account) }
}

async function skusOf(
  container: MedusaContainer,
  account: AccountOptions,
  variants: SoldVariant[]
): Promise<ChangedSku[]> {
  const { salesChannel } = await loadPlaces(container, account)
  return variants.flatMap(({ sku: own, channelIds }) => {
    const isSold = channelIds.includes(salesChannel?.id ?? "")
    return walmartSkusOf(own, account).map((sku) => ({ sku, isSold }))
  })
}

function wantPlaces(
  container: MedusaContainer,
  { id: accountId }: AccountOptions,
  places: StockPlace[]
): Promise<string[]> {
  const targets = places.map(({ sku, node: shipNodeId }) => ({ accountId, sku, shipNodeId }))
  return enqueueStock(container, targets)
}

/** Walmart's nodes that an account keeps stock at: those of its map, else that of its latest order, else the default one. */
export async function shipNodesOf(
  container: MedusaContainer,
  { id }: Pick<AccountOptions, "id">
): Promise<(string | null)[]> {
  const settings = await walmartOf(container).accountSettings()
  const named = Object.keys(settings(id).shipNodes)
  return named.length > 0 ? named : [await walmartOf(container).stock.latestShipNode(id)]
}

/** A variant and where it is sold. */
export interface SoldVariant {
  id: string
  sku: string
  channelIds: string[]
}

async function variantsOf(container: MedusaContainer, levelIds: string[]): Promise<SoldVariant[]> {
  const inventory = container.resolve(Modules.INVENTORY)
  const levels = await inventory.listInventoryLevels(
    { id: levelIds },
    { take: null, withDeleted: true }
  )
  const items = await readGraph<ItemRow>(container, {
    entity: "inventory_item",
    fields: ["id", ...SOLD_FIELDS.map((field) => `variants.${field}`)],
    filters: { id: levels.map(({ inventory_item_id: id }) => id) },
  })
  return items.flatMap(({ variants }) => many(variants)).flatMap(toSold)
}

/** Fields of a variant that tell where it is sold. */
export const SOLD_FIELDS = ["id", "sku", "product.sales_channels.id"]

/** A variant as `query.graph` answers for {@link SOLD_FIELDS}. */
export interface SoldRow {
  id: string
  sku: string | null
  product?: { sales_channels?: { id: string }[] | { id: string } | null } | null
}

interface ItemRow {
  variants?: SoldRow[] | SoldRow | null
}

/** None for a variant without a SKU, which Walmart cannot know. */
export function toSold({ id, sku, product }: SoldRow): SoldVariant[] {
  if (!sku) return []
  return [{ id, sku, channelIds: many(product?.sales_channels).map((channel) => channel.id) }]
}
