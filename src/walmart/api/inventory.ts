import { type CallRecord, NotFoundError } from "./errors/errors"
import { type Call, type Exchanged, recordOf } from "./exchange"
import { type InventoryPage, parseInventory, parseInventoryPage } from "./schemas/schemas"
import type { ShipNodeId, WalmartSku } from "../common/ids"

/** Stock of one SKU at one ship node, as Walmart holds it. */
export interface InventoryLevel {
  sku: WalmartSku
  amount: number
}

/** Outcome of an inventory write that Walmart confirmed. */
export interface InventoryResult {
  level: InventoryLevel
  call: CallRecord
}

/** Stock of an account's SKUs. */
export interface InventoryCalls {
  /** Without a ship node Walmart takes its default one. */
  getInventory(sku: WalmartSku, shipNode?: ShipNodeId): Promise<InventoryLevel>
  /** Sets the absolute quantity; repeating it is harmless. */
  putInventory(
    sku: WalmartSku,
    amount: number,
    shipNode?: ShipNodeId,
    startBy?: number
  ): Promise<InventoryResult>
  /** 50 of the seller's SKUs with their ship nodes; the first when no cursor is given (docs/walmart-api.md, "Inventory"). */
  listInventories(cursor?: string): Promise<InventoryPage>
}

/**
 * Units that Walmart shows of a SKU at one ship node, or at its only one.
 * @returns null for an item that it does not have any more, which the next push finds out about
 * @throws WalmartError when it cannot be read
 */
export async function shownUnits(
  client: Pick<InventoryCalls, "getInventory">,
  sku: WalmartSku,
  shipNode: ShipNodeId | undefined
): Promise<number | null> {
  try {
    return (await client.getInventory(sku, shipNode)).amount
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
}

/** The most that Walmart gives (OAS-inventory). */
const SKUS_A_PAGE = 50

/** Makes the calls about stock. */
export function inventoryCalls(
  exchange: (call: Call) => Promise<Exchanged>,
  read: <T>(call: Call, done: Exchanged, parse: (json: unknown) => T) => T
): InventoryCalls {
  return {
    async getInventory(sku, shipNode) {
      const call = inventoryCall("GET", sku, shipNode)
      return read(call, await exchange(call), parseInventory)
    },
    async putInventory(sku, amount, shipNode, startBy) {
      const call = { ...inventoryCall("PUT", sku, shipNode, amount), startBy }
      const done = await exchange(call)
      return { level: read(call, done, parseInventory), call: recordOf(done.facts) }
    },
    async listInventories(nextCursor) {
      const query = { limit: String(SKUS_A_PAGE), nextCursor }
      const call: Call = { endpoint: "inventories", method: "GET", path: "/v3/inventories", query }
      return read(call, await exchange(call), parseInventoryPage)
    },
  }
}

function inventoryCall(
  method: "GET" | "PUT",
  sku: WalmartSku,
  shipNode?: ShipNodeId,
  amount?: number
): Call {
  const body = amount === undefined ? undefined : { sku, quantity: { unit: "EACH", amount } }
  return { endpoint: "inventory", method, path: "/v3/inventory", query: { sku, shipNode }, body }
}
