import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type {
  ReadStock,
  StockReading,
  StockTarget,
} from "../../modules/walmart/queue/stock/reading"
import { countable } from "../../walmart/common/countable"
import { storeSku } from "../../walmart/import/plan-checks"
import { locationOf } from "../../walmart/import/plan-places"
import { stockFigure, type StockPart } from "../../walmart/inventory/stock-figure"
import { stockRulesFor } from "../../walmart/inventory/stock-rules"
import { say } from "../../walmart/words/phrase"
import type { Attention } from "../../walmart/updates/model/update"
import { importSettings, loadPlaces, walmartOf } from "../import/store/load-store"
import { type InventoryRow, many, type OneOrMany } from "../import/store/store-rows"
import { readGraph } from "../shared/read-graph"
import { chooseFigures } from "./figure-walmart-stock"
import type {
  AccountId,
  Loose,
  MedusaSku,
  StockLocationId,
  WalmartSku,
} from "../../walmart/common/ids"

/** The store's figures for a send run. */
export function stockReader(container: MedusaContainer): ReadStock {
  return async (targets) =>
    targets.length === 0 ? [] : readStock(container, targets[0].accountId, targets)
}

/**
 * Reads the figures of several targets of one account, or why there is none.
 * @returns answers in the order of the targets
 * @throws whatever the store's own hook throws
 */
export async function readStock(
  container: MedusaContainer,
  accountId: string,
  targets: StockTarget[]
): Promise<(StockReading | Attention)[]> {
  const counted = await countStock(container, accountId, targets)
  return withChosen(container, accountId, targets, counted)
}

/** The same before the store's own hook has chosen what Walmart is shown: what is on the shelf does not hang on it. */
export async function countStock(
  container: MedusaContainer,
  accountId: string,
  targets: StockTarget[]
): Promise<(StockReading | Attention)[]> {
  const account = await walmartOf(container).sellingAccount(accountId)
  const skus = [...new Set(targets.map(({ sku }) => storeSku(sku, account.skuMap)))]
  const settings = await importSettings(walmartOf(container), accountId)
  const [places, variants] = await Promise.all([
    loadPlaces(container, settings),
    readGraph<VariantRow>(container, {
      entity: "variant",
      fields: VARIANT_FIELDS,
      filters: { sku: skus },
    }),
  ])
  const answers = targets.map(async (target) => {
    const sku = storeSku(target.sku, account.skuMap)
    const variant = variants.find((one) => one.sku === sku)
    if (!variant) return noVariant(target.sku, sku)
    const location = locationOf({ shipNode: { id: target.shipNodeId } }, places, settings)
    if ("code" in location) return location
    const rules = stockRulesFor(target.sku, account)
    const parts = partsAt(variant, location.id)
    const counted = rules.addBackOpenOrders
      ? await withWalmarts(container, accountId, location.id, parts)
      : parts
    const figure = stockFigure(variant.manage_inventory ? counted : null, rules)
    if (!figure) return uncounted(sku)
    const stocked = countable(Math.floor(parts.reduce((sum, part) => sum + part.stocked, 0)))
    return { ...figure, stocked, variantId: variant.id, stockLocationId: location.id }
  })
  return Promise.all(answers)
}

/** The readings with what the store's own hook chose in place of the plugin's figures. */
async function withChosen(
  container: MedusaContainer,
  account_id: string,
  targets: StockTarget[],
  answers: (StockReading | Attention)[]
): Promise<(StockReading | Attention)[]> {
  const read = answers.flatMap((reading, at) =>
    "code" in reading ? [] : [{ reading, target: targets[at] }]
  )
  const figures = read.map(({ reading, target }) => ({
    ...{ sku: target.sku, ship_node_id: target.shipNodeId, variant_id: reading.variantId },
    ...{ stock_location_id: reading.stockLocationId, amount: reading.amount },
    ...{ available: reading.available, stocked: reading.stocked },
  }))
  const amounts = await chooseFigures(container, { account_id, figures })
  const chosen = new Map(read.map(({ reading }, at) => [reading, amounts[at]]))
  return answers.map((answer) =>
    "code" in answer ? answer : { ...answer, amount: chosen.get(answer) ?? answer.amount }
  )
}

const VARIANT_FIELDS = [
  "id",
  "sku",
  "manage_inventory",
  "inventory_items.inventory_item_id",
  "inventory_items.required_quantity",
  "inventory_items.inventory.location_levels.location_id",
  "inventory_items.inventory.location_levels.stocked_quantity",
  "inventory_items.inventory.location_levels.reserved_quantity",
]

interface VariantRow {
  id: string
  sku: string
  manage_inventory: boolean
  inventory_items?: OneOrMany<InventoryRow>
}

/** An item that is not kept at the location has no units there. */
function partsAt(variant: VariantRow, locationId: string): StockPart[] {
  if (!variant.manage_inventory) return []
  return many(variant.inventory_items).map((item) => {
    const levels = many(item.inventory?.location_levels)
    const level = levels.find(({ location_id: id }) => id === locationId)
    return {
      inventoryItemId: item.inventory_item_id,
      requiredQuantity: Number(item.required_quantity),
      stocked: Number(level?.stocked_quantity ?? 0),
      reserved: Number(level?.reserved_quantity ?? 0),
      reservedForWalmart: 0,
    }
  })
}

async function withWalmarts(
  container: MedusaContainer,
  accountId: Loose<AccountId>,
  location_id: StockLocationId,
  parts: StockPart[]
): Promise<StockPart[]> {
  const inventory_item_id = parts.map(({ inventoryItemId }) => inventoryItemId)
  const inventory = container.resolve(Modules.INVENTORY)
  const held = await inventory.listReservationItems(
    { inventory_item_id, location_id },
    { take: null }
  )
  const lineItemIds = held.flatMap(({ line_item_id: id }) => id ?? [])
  const ours = await walmartOf(container).stock.openLineItems(accountId, lineItemIds)
  return parts.map((part) => ({
    ...part,
    reservedForWalmart: held
      .filter(({ inventory_item_id: id }) => id === part.inventoryItemId)
      .filter(({ line_item_id: id }) => ours.has(id ?? ""))
      .reduce((sum, { quantity }) => sum + Number(quantity), 0),
  }))
}

function noVariant(walmartSku: WalmartSku, sku: MedusaSku): Attention {
  return say("stock_variant_missing", { walmartSku, sku }, walmartSku === sku ? "" : "mapped")
}

function uncounted(sku: string): Attention {
  return say("stock_not_counted", { sku })
}
