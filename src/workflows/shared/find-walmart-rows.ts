import type { InferTypeOf } from "@medusajs/framework/types"
import type { WalmartOrder } from "../../modules/walmart/models/walmart-order"
import type { WalmartUpdate } from "../../modules/walmart/models/walmart-update"
import type WalmartModuleService from "../../modules/walmart/service"
import { phrase, phrases } from "../../walmart/words/phrase"
import { invalid, notFound } from "./refusals"

/** A Walmart order with its lines. */
export type WalmartOrderRow = InferTypeOf<typeof WalmartOrder>

/** An update with its payload as it was written. */
export type WalmartUpdateRow = InferTypeOf<typeof WalmartUpdate>

/**
 * Finds a Walmart order by its id, the id of its Medusa order, or its purchase order number.
 * @throws MedusaError NOT_FOUND, or INVALID_DATA when two accounts have a purchase order of that number
 */
export async function findWalmartOrder(
  walmart: WalmartModuleService,
  id: string
): Promise<WalmartOrderRow> {
  return readNamedOrder(walmart, id, await namedOrderIds(walmart, id))
}

/** Ids of the Walmart orders that a name means, at least one. @throws MedusaError NOT_FOUND */
export async function namedOrderIds(walmart: WalmartModuleService, id: string): Promise<string[]> {
  const named = await walmart.orderIdsNamed(id)
  if (named.length === 0) throw notFound(phrases("order_unknown", { id }))
  return named
}

/**
 * Reads the one order of those that {@link namedOrderIds} found.
 * @throws MedusaError INVALID_DATA when two accounts have a purchase order of that number
 */
export async function readNamedOrder(
  walmart: WalmartModuleService,
  id: string,
  named: string[]
): Promise<WalmartOrderRow> {
  const found = await walmart.listWalmartOrders({ id: named }, { relations: ["lines"] })
  if (found.length === 1) return found[0] as WalmartOrderRow
  const orders = found.map((row) => [
    phrase("order_ambiguous", "in_account", { id: row.id, account: row.account_id }),
  ])
  throw invalid(phrases("order_ambiguous", { id, orders: { and: orders } }))
}

/** @throws MedusaError NOT_FOUND */
export async function findWalmartUpdate(
  walmart: WalmartModuleService,
  id: string
): Promise<WalmartUpdateRow> {
  const [found] = await walmart.listWalmartUpdates({ id })
  if (found) return found
  throw notFound(phrases("update_unknown", { id }))
}
