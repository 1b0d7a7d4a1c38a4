import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LedgerEntry } from "../../../../simulator"
import type { Finding } from "../oracle"

/**
 * Compares what is on the shelf with what Walmart shows, SKU by SKU. What waits for a recount must show 0.
 * @param isOver nothing may be left to send; otherwise only what is settled is judged, and nothing while a feed is under way
 */
export async function judgeShelf(
  db: Knex,
  ledger: LedgerEntry[],
  isOver: boolean
): Promise<Finding[]> {
  const { rows: tables } = await db.raw<{ rows: { shelf: string | null }[] }>(
    "SELECT to_regclass('shelf')::text AS shelf"
  )
  if (tables[0].shelf === null) return []
  const { rows: feeds } = await db.raw<{ rows: { id: string }[] }>(
    "SELECT id FROM walmart_stock_feed WHERE ended_at IS NULL AND deleted_at IS NULL"
  )
  if (feeds.length > 0 && !isOver) return []
  const { rows } = await db.raw<{ rows: Figure[] }>(FIGURES)
  return [
    ...feeds.map(({ id }): Finding => ({ what: "lost", detail: `feed ${id} has no end` })),
    ...rows.flatMap((figure) => judgeFigure(figure, shownIn(ledger, figure.sku), isOver)),
  ]
}

/** How many figures and feeds have something left to do; a shelf must have been filled. */
export async function unsettledFigures(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `SELECT ((SELECT count(*) FROM (${FIGURES}) AS figure WHERE NOT is_settled)
       + (SELECT count(*) FROM walmart_stock_feed WHERE ended_at IS NULL AND deleted_at IS NULL))::int AS count`
  )
  return rows[0].count
}

interface Figure {
  sku: string
  /** On the shelf. */
  units: number
  is_held: boolean
  /** Nothing of it waits, is under way or in a feed. */
  is_settled: boolean
  error_code: string | null
}

const FIGURES = `SELECT s.sku, shelf.units, s.held_reason = 'recount' AS is_held, s.error_code,
    s.feed_id IS NULL AND NOT q.leased AND NOT q.in_doubt AND q.next_due_at IS NULL
      AND (s.held_reason IS NOT NULL OR s.wanted_version = s.sent_version) AS is_settled
  FROM walmart_stock s JOIN shelf ON shelf.sku = s.sku JOIN walmart_queue q ON q.subject_id = s.id
  WHERE s.deleted_at IS NULL ORDER BY s.sku`

function shownIn(ledger: LedgerEntry[], sku: string): number | undefined {
  return ledger.filter((entry) => entry.effect === "inventory" && entry.sku === sku).at(-1)
    ?.quantity
}

function judgeFigure(
  { sku, units, is_held, is_settled, error_code }: Figure,
  shown: number | undefined,
  isOver: boolean
): Finding[] {
  if (!is_settled) return isOver ? [{ what: "lost", detail: `the stock of ${sku} waits` }] : []
  if (error_code) return [{ what: "unasked", detail: `a person is asked about ${sku}` }]
  const wanted = is_held ? 0 : units
  return shown === wanted
    ? []
    : [{ what: "untrue", detail: `${sku}: ${shown} at Walmart, not ${wanted}` }]
}
