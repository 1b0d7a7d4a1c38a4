import type { Attention } from "../../../../walmart/updates/model/update"
import type { AccountId, Loose, ShipNodeId, WalmartSku } from "../../../../walmart/common/ids"

/** One SKU of an account at one of Walmart's ship nodes. */
export interface StockTarget {
  accountId: Loose<AccountId>
  /** Walmart SKU. */
  sku: WalmartSku
  /** Null for the account's default node. */
  shipNodeId: ShipNodeId | null
}

/** What a row of an account is about. */
export function targetOf(
  accountId: string,
  { sku, ship_node_id: node }: { sku: string; ship_node_id: string }
): StockTarget {
  return { accountId, sku, shipNodeId: node || null }
}

/** What the store says at this moment. */
export interface StockReading {
  /** Units that Walmart shall show. */
  amount: number
  /** Units that could be sold before buffer and cap; null where Medusa keeps no count. */
  available: number | null
  /** Units that are on the shelf, reserved or not, by which a recount is noticed. */
  stocked: number
  variantId: string
  stockLocationId: string
}

/** Codes of what the store has no figure of, and nobody has to do anything about: it sells what it does not count. */
export const NOT_COUNTED = ["stock_variant_missing", "stock_not_counted"] as const

/**
 * Reads the figures of targets of one account from the store, or says why there is none, in the order of the targets. The module has no
 * other way into the store.
 */
export type ReadStock = (targets: StockTarget[]) => Promise<(StockReading | Attention)[]>
