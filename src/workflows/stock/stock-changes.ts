import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AccountOptions } from "../../modules/walmart/config/options"
import type { HeldStock } from "../../modules/walmart/queue/stock/stock-desk"
import { walmartSkusOf } from "../../walmart/inventory/stock-rules"
import { loadPlaces, walmartOf } from "../import/store/load-store"
import { many } from "../import/store/store-rows"
import { readGraph } from "../shared/read-graph"
import { enqueueStock } from "./enqueue-stock"
import { readStock } from "./read-stock"

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
 * another count than then is on the shelf. A reservation alone is no recount.
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
    wanted.push(...(await want(container, await walmart.sellingAccount(id), variants)))
  return { wanted, recounted: await recount(container, held) }
}

/** Wants the figures of variants that an account sells. @returns ids of the rows */
export async function want(
  container: MedusaContainer,
  account: AccountOptions,
  variants: SoldVariant[]
): Promise<string[]> {
  const { salesChannel } = await loadPlaces(container, account)
  const sold = variants.filter(({ channelIds }) => channelIds.includes(salesChannel?.id ?? ""))
  const skus = sold.flatMap(({ sku }) => walmartSkusOf(sku, account))
  const nodes = await shipNodesOf(container, account)
  const targets = skus.flatMap((sku) =>
    nodes.map((shipNodeId) => ({ accountId: account.id, sku, shipNodeId }))
  )
  return enqueueStock(container, targets)
}

/** Walmart's nodes that an account keeps stock at: those of its map, else that of its latest order, else the default one. */
async function shipNodesOf(
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

async function recount(container: MedusaContainer, held: HeldStock[]): Promise<string[]> {
  const walmart = walmartOf(container)
  const recounted: string[] = []
  for (const one of held) {
    if (!walmart.hasAccount(one.account_id)) continue
    const { account_id: accountId, sku, ship_node_id: node } = one
    const target = { accountId, sku, shipNodeId: node || null }
    const [reading] = await readStock(container, accountId, [target])
    if ("code" in reading || reading.stocked === one.held_stocked) continue
    if (await walmart.stock.push(one.id)) recounted.push(one.id)
  }
  return recounted
}
