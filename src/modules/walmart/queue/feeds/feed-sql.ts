import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FeedOutcome } from "../../models/walmart-stock-feed"
import type { Claim } from "../claim-sql"
import { fenced, fencedStatement } from "../lease-sql"
import type { StockReading, StockTarget } from "../stock/reading"
import { IS_KNOWN } from "../stock/stock-sql"

/** A feed as its sender finds it. */
export interface StockFeed {
  id: string
  accountId: string
  /** Null for the account's default node. */
  shipNodeId: string | null
  /** Walmart's id; null until it is known that Walmart has the feed. */
  feedId: string | null
  /** Its figures went on without it. */
  isGivenUp: boolean
  /** Milliseconds since it was handed in; before, since it was gathered. */
  ageMs: number
}

/** The feed of a claimed queue; null once it is at its end. */
export async function loadFeed(db: Knex, id: string): Promise<StockFeed | null> {
  const { rows } = await db.raw<{ rows: FeedRow[] }>(
    `SELECT id, account_id, ship_node_id, feed_id, given_up_at,
       (extract(epoch FROM now() - coalesce(handed_in_at, gathered_at)) * 1000)::float AS age_ms
     FROM walmart_stock_feed WHERE id = ? AND ended_at IS NULL AND deleted_at IS NULL`,
    [id]
  )
  const [row] = rows
  if (!row) return null
  return {
    id: row.id,
    accountId: row.account_id,
    shipNodeId: row.ship_node_id || null,
    feedId: row.feed_id,
    isGivenUp: row.given_up_at !== null,
    ageMs: row.age_ms,
  }
}

interface FeedRow {
  id: string
  account_id: string
  ship_node_id: string
  feed_id: string | null
  given_up_at: Date | null
  age_ms: number
}

/** A figure that goes with a feed. */
export interface FedStock extends StockTarget {
  id: string
  /** What is wanted of it now. */
  version: number
  /** It must not go now: it waits for a recount, or for a person. */
  isStopped: boolean
  /** Walmart has had a figure of it, or sold it. */
  isKnownAtWalmart: boolean
}

/** The figures of a feed that are not settled, by SKU. */
export async function loadFedStock(db: Knex, { id }: StockFeed): Promise<FedStock[]> {
  const { rows } = await db.raw<{ rows: FedRow[] }>(
    `SELECT s.id, s.account_id, s.sku, s.ship_node_id, s.wanted_version,
       s.held_reason IS NOT NULL OR s.error_code IS NOT NULL AS is_stopped,
       ${IS_KNOWN} AS is_known
     FROM walmart_stock s WHERE s.feed_id = ? AND s.deleted_at IS NULL ORDER BY s.sku`,
    [id]
  )
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    sku: row.sku,
    shipNodeId: row.ship_node_id || null,
    version: row.wanted_version,
    isStopped: row.is_stopped,
    isKnownAtWalmart: row.is_known,
  }))
}

interface FedRow {
  id: string
  account_id: string
  sku: string
  ship_node_id: string
  wanted_version: number
  is_stopped: boolean
  is_known: boolean
}

/** A figure as it was computed for a feed. */
export interface ReadFigure {
  stock: FedStock
  reading: StockReading
}

/** A figure as a file has it. */
export interface FileFigure {
  sku: string
  /** Units. */
  amount: number
}

/**
 * Notes the figures that a file will have, before it is handed in. Fenced. Whoever changes a figure at this moment holds its queue's row;
 * what it changes is not waited for, and goes after the feed.
 * @returns what the file shall have
 */
export async function noteFigures(
  db: Knex,
  owned: Claim,
  figures: ReadFigure[]
): Promise<FileFigure[]> {
  const values = figures.map(({ stock, reading }) => ({
    ...{ id: stock.id, version: stock.version, amount: reading.amount },
    ...{ available: reading.available, variant: reading.variantId },
    location: reading.stockLocationId,
  }))
  const noted = await fenced(db, owned, async (trx) => {
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(NOTE_FIGURES, {
      ids: figures.map(({ stock }) => stock.id),
      values: JSON.stringify(values),
      feed: owned.subjectId,
    })
    return rows.map(({ id }) => id)
  })
  const ids = new Set(noted)
  return figures
    .filter(({ stock }) => ids.has(stock.id))
    .map(({ stock, reading }) => ({ sku: stock.sku, amount: reading.amount }))
}

const NOTE_FIGURES = `WITH free AS (
    SELECT subject_id FROM walmart_queue WHERE subject_id = ANY(:ids) AND deleted_at IS NULL FOR UPDATE SKIP LOCKED)
  UPDATE walmart_stock s SET fed_version = v.version, fed_amount = v.amount, available = v.available,
    variant_id = v.variant, stock_location_id = v.location, updated_at = now()
  FROM free, jsonb_to_recordset(:values::jsonb)
    AS v(id text, version int, amount int, available int, variant text, location text)
  WHERE s.id = free.subject_id AND v.id = s.id AND s.feed_id = :feed AND s.held_reason IS NULL
  RETURNING s.id`

/** Figures that were noted for a file that may have been handed in. */
export async function notedFigures(db: Knex, { id }: StockFeed): Promise<FileFigure[]> {
  const { rows } = await db.raw<{ rows: FileFigure[] }>(
    `SELECT sku, fed_amount AS amount FROM walmart_stock
     WHERE feed_id = ? AND fed_amount IS NOT NULL AND held_reason IS NULL AND deleted_at IS NULL ORDER BY sku`,
    [id]
  )
  return rows
}

/** Notes that Walmart has the feed. Fenced. */
export async function noteHandedIn(db: Knex, owned: Claim, feedId: string): Promise<void> {
  await note(db, owned, "feed_id = ?, handed_in_at = now()", [feedId])
}

/** Notes that a feed's figures go on without it. Fenced. */
export async function noteGivenUp(db: Knex, owned: Claim): Promise<void> {
  await note(db, owned, "given_up_at = now()", [])
}

/** Ends a feed, with what was wrong with it as a whole. Fenced. */
export async function endFeed(
  db: Knex,
  owned: Claim,
  { outcome, error }: { outcome: FeedOutcome; error: string | null }
): Promise<void> {
  await note(db, owned, "ended_at = now(), outcome = ?, error = ?", [outcome, error])
}

async function note(db: Knex, owned: Claim, set: string, values: (string | null)[]): Promise<void> {
  const update = `UPDATE walmart_stock_feed SET ${set}, updated_at = now() WHERE id = ?`
  await fencedStatement(db, owned, update, [...values, owned.subjectId])
}
