import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StockPlace } from "../../../../walmart/inventory/stock-places"
import type { HeldReason } from "../../models/walmart-stock"
import { forgetFreed, type FreedOrder, wantFreedStock } from "./freed-sql"
import { findStock, type StockRow, type StockSearch } from "./find-stock-sql"
import {
  noteChecked,
  type SettledFigure,
  settledStock,
  type UncheckedStock,
  uncheckedStock,
  unlistedStock,
} from "./shown-sql"
import { pushStock } from "./stock-sql"
import { type WantedStock, wantStock, wantStockOfOrder } from "./want-sql"

/** A figure that waits for a recount, with the count that it began with. */
export interface HeldStock {
  id: string
  account_id: string
  sku: string
  ship_node_id: string
  held_stocked: number
  held_at: Date
}

/** Everything that is done with figures of stock outside of sending them. */
export class StockDesk {
  constructor(private readonly db: Knex) {}

  /** Notes that figures may have changed; each is computed and sent once, however often. @returns ids of the rows */
  want(wanted: WantedStock[]): Promise<string[]> {
    return wantStock(this.db, wanted)
  }

  /** Notes that the figures of every SKU of a Walmart order may have changed. @returns ids of the rows */
  wantOfOrder(walmartOrderId: string, hold?: HeldReason): Promise<string[]> {
    return wantStockOfOrder(this.db, walmartOrderId, hold)
  }

  /** Wants the figures of what came free of an order and was not wanted for that before. @returns ids of the rows */
  wantFreed(freed: FreedOrder, isSent: boolean): Promise<string[]> {
    return wantFreedStock(this.db, freed, isSent)
  }

  /** Has what came free of a Medusa order's canceled units wanted again, once it is looked at. */
  forgetFreed(orderId: string): Promise<void> {
    return forgetFreed(this.db, orderId)
  }

  /** Sends a figure now, whatever held it. @returns false when there is no such row */
  push(id: string): Promise<boolean> {
    return pushStock(this.db, id)
  }

  /** A page of figures. */
  find(search: StockSearch): Promise<{ rows: StockRow[]; count: number }> {
    return findStock(this.db, search)
  }

  /** Figures that wait for a recount; of all SKUs when none are named. */
  async waitingForRecount(skus?: string[]): Promise<HeldStock[]> {
    const { rows } = await this.db.raw<{ rows: HeldStock[] }>(
      `SELECT id, account_id, sku, ship_node_id, held_stocked, held_at FROM walmart_stock
       WHERE held_reason = 'recount' AND held_stocked IS NOT NULL AND deleted_at IS NULL
         AND (:skus::text[] IS NULL OR sku = ANY(:skus))`,
      { skus: skus ?? null }
    )
    return rows
  }

  /** Those of Medusa's line items that belong to open lines of the account's Walmart orders. */
  async openLineItems(accountId: string, lineItemIds: string[]): Promise<Set<string>> {
    const { rows } = await this.db.raw<{ rows: { id: string }[] }>(
      `SELECT l.line_item_id AS id FROM walmart_order_line l JOIN walmart_order o ON o.id = l.walmart_order_id
       WHERE l.line_item_id = ANY(?) AND o.account_id = ? AND l.created_quantity + l.acknowledged_quantity > 0
         AND l.deleted_at IS NULL`,
      [lineItemIds, accountId]
    )
    return new Set(rows.map(({ id }) => id))
  }

  /** The ship node of the account's latest order; null while there is none. */
  async latestShipNode(accountId: string): Promise<string | null> {
    const { rows } = await this.db.raw<{ rows: { ship_node_id: string }[] }>(
      `SELECT ship_node_id FROM walmart_order WHERE account_id = ? AND ship_node_type = 'SellerFulfilled'
         AND ship_node_id IS NOT NULL AND deleted_at IS NULL ORDER BY ordered_at DESC, id DESC LIMIT 1`,
      [accountId]
    )
    return rows.at(0)?.ship_node_id ?? null
  }

  /** The figures that the account has of these SKUs, at whichever node. */
  async knownPlaces(accountId: string, skus: string[]): Promise<StockPlace[]> {
    const { rows } = await this.db.raw<{ rows: { sku: string; ship_node_id: string }[] }>(
      `SELECT sku, ship_node_id FROM walmart_stock WHERE account_id = ? AND sku = ANY(?) AND deleted_at IS NULL`,
      [accountId, skus]
    )
    return rows.map(({ sku, ship_node_id: node }) => ({ sku, node: node || null }))
  }

  /** Figures that wait for nothing and that Walmart has not shown for a day, the longest first. */
  unchecked(accountId: string, limit: number): Promise<UncheckedStock[]> {
    return uncheckedStock(this.db, accountId, limit)
  }

  /** Figures that Walmart had no item for, and was not asked about for a day, the longest first. */
  unlisted(accountId: string, limit: number): Promise<UncheckedStock[]> {
    return unlistedStock(this.db, accountId, limit)
  }

  /** Figures of an account that were sent and wait for nothing or that the store did not count, page by page in the order of their ids. */
  settled(accountId: string, page: { after: string; limit: number }): Promise<SettledFigure[]> {
    return settledStock(this.db, accountId, page)
  }

  /** Notes that Walmart was asked for a figure, and what it showed if it could say; null when it has no such item. */
  noteChecked(row: UncheckedStock, shown?: { amount: number | null }): Promise<void> {
    return noteChecked(this.db, row, shown)
  }
}
