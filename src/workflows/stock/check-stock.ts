import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { logLine } from "../../modules/walmart/common/failure"
import type { AccountOptions } from "../../modules/walmart/config/options"
import type { StockTarget } from "../../modules/walmart/queue/stock/reading"
import type { UncheckedStock } from "../../modules/walmart/queue/stock/stock-desk"
import { NotFoundError } from "../../walmart/api/errors/errors"
import { walmartSkusOf } from "../../walmart/inventory/stock-rules"
import { walmartOf } from "../import/store/load-store"
import { chunks } from "../../walmart/common/chunks"
import { readGraph } from "../shared/read-graph"
import { enqueueStock } from "./enqueue-stock"
import { readStock } from "./read-stock"
import { SOLD_FIELDS, type SoldRow, toSold, want } from "./stock-changes"

/** Figures of an account that one check asks Walmart for, so that pushes find calls left. */
const ASKED = 100

/** Variants that are read at a time. */
const PAGE = 500

/** What a check found. */
export interface CheckedStock {
  /** Figures that Walmart was asked for. */
  asked: number
  /** Figures that are sent anew. */
  wanted: number
}

/**
 * For accounts that send all stock: wants what was never sent, and asks Walmart for figures that it has not shown for a day; one
 * that differs is sent anew. An account that fails stops no other.
 */
export async function checkStock(container: MedusaContainer): Promise<CheckedStock> {
  const checked = { asked: 0, wanted: 0 }
  const walmart = walmartOf(container)
  for (const { id, stock } of walmart.options.accounts) {
    if (stock !== "all") continue
    try {
      const account = await walmart.sellingAccount(id)
      checked.wanted += await wantUnknown(container, account)
      const drifted = await askWalmart(container, account)
      checked.asked += drifted.asked
      checked.wanted += drifted.wanted
    } catch (error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      const doing = `Walmart: checking the stock of account ${id} failed; the next check goes on`
      logger.error(logLine(doing, error))
    }
  }
  return checked
}

/** Variants that no figure exists for: they are new, or the option was switched on. @returns how many are wanted now */
async function wantUnknown(container: MedusaContainer, account: AccountOptions): Promise<number> {
  const products = container.resolve(Modules.PRODUCT)
  let wanted = 0
  for (let skip = 0; ; skip += PAGE) {
    const config = { select: ["id", "sku"], order: { id: "ASC" }, skip, take: PAGE } as const
    const page = await products.listProductVariants({}, { ...config, select: ["id", "sku"] })
    wanted += await wantMissing(container, account, page)
    if (page.length < PAGE) return wanted
  }
}

async function wantMissing(
  container: MedusaContainer,
  account: AccountOptions,
  page: { id: string; sku?: string | null }[]
): Promise<number> {
  const skusOf = (sku?: string | null) => (sku ? walmartSkusOf(sku, account) : [])
  const skus = page.flatMap(({ sku }) => skusOf(sku))
  const known = await walmartOf(container).stock.knownSkus(account.id, skus)
  const missing = page.filter(({ sku }) => skusOf(sku).some((one) => !known.has(one)))
  if (missing.length === 0) return 0
  const filters = { id: missing.map(({ id }) => id) }
  const rows = await readGraph<SoldRow>(container, {
    entity: "variant",
    fields: SOLD_FIELDS,
    filters,
  })
  return (await want(container, account, rows.flatMap(toSold))).length
}

async function askWalmart(
  container: MedusaContainer,
  { id }: AccountOptions
): Promise<CheckedStock> {
  const walmart = walmartOf(container)
  const rows = await walmart.stock.unchecked(id, ASKED)
  const shown = new Map<string, number>()
  for (const row of rows) {
    if (walmart.isStopping) break
    const amount = await shownAmount(container, id, row)
    await walmart.stock.noteShown(row.id, amount)
    if (amount !== null) shown.set(row.id, amount)
  }
  const drifted: StockTarget[] = []
  for (const some of chunks(rows, PAGE)) {
    const targets = some.map((row) => targetOf(id, row))
    const readings = await readStock(container, id, targets)
    some.forEach((row, index) => {
      const reading = readings[index]
      const amount = shown.get(row.id)
      if (amount === undefined || "code" in reading || reading.amount === amount) return
      drifted.push(targets[index])
    })
  }
  await enqueueStock(container, drifted)
  return { asked: shown.size, wanted: drifted.length }
}

/** Null for an item that Walmart does not have any more, which the next push finds out about. */
async function shownAmount(
  container: MedusaContainer,
  accountId: string,
  { sku, ship_node_id: node }: UncheckedStock
): Promise<number | null> {
  try {
    return (
      await walmartOf(container)
        .client(accountId)
        .getInventory(sku, node || undefined)
    ).amount
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
}

function targetOf(accountId: string, { sku, ship_node_id: node }: UncheckedStock): StockTarget {
  return { accountId, sku, shipNodeId: node || null }
}
