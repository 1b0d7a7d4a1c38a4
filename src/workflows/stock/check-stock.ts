import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { logLine } from "../../modules/walmart/common/failure"
import type { AccountOptions } from "../../modules/walmart/config/options"
import { type StockTarget, targetOf } from "../../modules/walmart/queue/stock/reading"
import type { UncheckedStock } from "../../modules/walmart/queue/stock/shown-sql"
import { RefusedError, UnknownOutcomeError, UnreadableError } from "../../walmart/api/errors/errors"
import { shownUnits } from "../../walmart/api/inventory"
import { unknownPlaces } from "../../walmart/inventory/stock-places"
import { walmartSkusOf } from "../../walmart/inventory/stock-rules"
import { walmartOf } from "../import/store/load-store"
import { readGraph } from "../shared/read-graph"
import { enqueueStock } from "./enqueue-stock"
import { readStock } from "./read-stock"
import { sendRecounted } from "./send-recounted"
import { wantChangedSince } from "./want-changed-since"
import { shipNodesOf, SOLD_FIELDS, type SoldRow, toSold, wantSold } from "./stock-changes"

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
 * Sends what was counted again since Walmart set it to 0, also where nobody heard of the count. For accounts that send all stock: wants
 * what was never sent, and what the store counts otherwise than it was sent, because an event was lost or an option was changed; asks
 * Walmart for figures that it has not shown for a day, of which one that differs is sent anew, and for items that it did not have. An
 * account that fails stops no other.
 */
export async function checkStock(container: MedusaContainer): Promise<CheckedStock> {
  const checked = { asked: 0, wanted: 0 }
  const walmart = walmartOf(container)
  const held = await walmart.stock.waitingForRecount()
  for (const { id, stock } of walmart.options.accounts) {
    try {
      const own = held.filter(({ account_id }) => account_id === id)
      checked.wanted += (await sendRecounted(container, own)).length
      if (stock === "all") await checkAll(container, id, checked)
    } catch (error) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      const doing = `Walmart: checking the stock of account ${id} failed; the next check goes on`
      logger.error(logLine(doing, error))
    }
  }
  return checked
}

async function checkAll(container: MedusaContainer, id: string, checked: CheckedStock) {
  const account = await walmartOf(container).sellingAccount(id)
  checked.wanted += await wantUnknown(container, account)
  checked.wanted += await wantChangedSince(container, account)
  for (const ask of [askWalmart, askForUnlisted]) {
    const found = await ask(container, account)
    checked.asked += found.asked
    checked.wanted += found.wanted
  }
}

/**
 * Variants of which no figure exists at one of the account's nodes: they or the node are new, or the option was switched on.
 * @returns how many are wanted now
 */
async function wantUnknown(container: MedusaContainer, account: AccountOptions): Promise<number> {
  const products = container.resolve(Modules.PRODUCT)
  const nodes = await shipNodesOf(container, account)
  let wanted = 0
  for (let skip = 0; ; skip += PAGE) {
    const config = { select: ["id", "sku"], order: { id: "ASC" }, skip, take: PAGE } as const
    const page = await products.listProductVariants({}, { ...config, select: ["id", "sku"] })
    wanted += await wantMissing(container, { account, nodes }, page)
    if (page.length < PAGE) return wanted
  }
}

async function wantMissing(
  container: MedusaContainer,
  { account, nodes }: { account: AccountOptions; nodes: (string | null)[] },
  page: { id: string; sku?: string | null }[]
): Promise<number> {
  const skusOf = (sku?: string | null) => (sku ? walmartSkusOf(sku, account) : [])
  const skus = page.flatMap(({ sku }) => skusOf(sku))
  const known = await walmartOf(container).stock.knownPlaces(account.id, skus)
  const places = unknownPlaces(skus, nodes, known)
  const unknown = new Set(places.map(({ sku }) => sku))
  const missing = page.filter(({ sku }) => skusOf(sku).some((one) => unknown.has(one)))
  if (missing.length === 0) return 0
  const filters = { id: missing.map(({ id }) => id) }
  const rows = await readGraph<SoldRow>(container, {
    entity: "variant",
    fields: SOLD_FIELDS,
    filters,
  })
  return (await wantSold(container, account, { places, variants: rows.flatMap(toSold) })).length
}

/**
 * Each figure is compared, and sent anew, before it counts as asked for: what was found is not lost with what comes after it. What is
 * wrong with one SKU alone stops no other.
 */
async function askWalmart(
  container: MedusaContainer,
  { id }: AccountOptions
): Promise<CheckedStock> {
  const walmart = walmartOf(container)
  const rows = await walmart.stock.unchecked(id, ASKED)
  const targets = rows.map((row) => targetOf(id, row))
  // What the store changes from here on is sent for that.
  const readings = await readStock(container, id, targets)
  const checked = { asked: 0, wanted: 0 }
  for (const [at, row] of rows.entries()) {
    if (walmart.isStopping) break
    const amount = await shownOrNote(container, targets[at], row)
    if (amount === undefined) continue
    const reading = readings[at]
    const isDrifted = amount !== null && !("code" in reading) && reading.amount !== amount
    if (isDrifted) await enqueueStock(container, [targets[at]])
    await walmart.stock.noteChecked(row, { amount })
    checked.asked++
    checked.wanted += isDrifted ? 1 : 0
  }
  return checked
}

/** Items that Walmart did not have: one that is published by now is sent. */
async function askForUnlisted(
  container: MedusaContainer,
  { id }: AccountOptions
): Promise<CheckedStock> {
  const walmart = walmartOf(container)
  const checked = { asked: 0, wanted: 0 }
  for (const row of await walmart.stock.unlisted(id, ASKED)) {
    if (walmart.isStopping) break
    const amount = await shownOrNote(container, targetOf(id, row), row)
    if (amount === undefined) continue
    if (amount !== null) await walmart.stock.push(row.id)
    await walmart.stock.noteChecked(row, { amount })
    checked.asked++
    checked.wanted += amount === null ? 0 : 1
  }
  return checked
}

/**
 * Units that Walmart shows; undefined when it cannot say so of this SKU, which is logged, and tried again in a day.
 * @throws what keeps the account's other SKUs from being read too
 */
async function shownOrNote(
  container: MedusaContainer,
  { accountId, sku, shipNodeId }: StockTarget,
  row: UncheckedStock
): Promise<number | null | undefined> {
  const walmart = walmartOf(container)
  try {
    return await shownUnits(walmart.client(accountId), sku, shipNodeId ?? undefined)
  } catch (error) {
    if (!OF_ONE_SKU.some((kind) => error instanceof kind)) throw error
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const doing = `Walmart: SKU ${sku} of account ${accountId} could not be checked`
    logger.warn(logLine(doing, error))
    await walmart.stock.noteChecked(row)
    return undefined
  }
}

/** Failures that may be a single SKU's; after several lost answers in a row the rate limit closes the endpoint, which stops all. */
const OF_ONE_SKU = [RefusedError, UnreadableError, UnknownOutcomeError]
