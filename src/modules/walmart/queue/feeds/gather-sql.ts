import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { STOCK_KIND } from "../../common/subject"
import { noteEnqueued, refreshHead } from "../due-sql"

/** When figures go as a feed, and how many at most. */
export interface GatherRequest {
  accountId: string
  /** Waiting figures at one ship node from which on a feed takes them. */
  from: number
  most: number
}

/** Figures that a feed may take: due, with no call of theirs under way or in doubt, and none that a feed or a call has failed with. */
const DUE = `walmart_queue q JOIN walmart_stock s ON s.id = q.subject_id
  WHERE q.account_id = :account AND q.next_kind = '${STOCK_KIND}' AND q.next_due_at IS NOT NULL AND q.next_due_at <= now()
    AND NOT q.leased AND NOT q.in_doubt AND q.attempts = 0 AND q.deleted_at IS NULL
    AND s.wanted_version > s.sent_version AND s.feed_id IS NULL AND s.held_reason IS NULL AND s.error_code IS NULL
    AND s.deleted_at IS NULL`

/**
 * Takes figures out of their own queues and into a feed, wherever enough of them wait at one ship node. One feed at a time for a node,
 * whichever process gathers: two of them could end in either order. @returns how many feeds were begun
 */
export async function gatherFeeds(db: Knex, request: GatherRequest): Promise<number> {
  const { rows } = await db.raw<{ rows: { node: string }[] }>(
    `SELECT s.ship_node_id AS node FROM ${DUE} GROUP BY s.ship_node_id HAVING count(*) >= :from`,
    { account: request.accountId, from: request.from }
  )
  let begun = 0
  for (const { node } of rows) {
    if (await db.transaction((trx) => gatherAt(trx, request, node))) begun++
  }
  return begun
}

async function gatherAt(
  trx: Knex,
  { accountId, most }: GatherRequest,
  node: string
): Promise<boolean> {
  const id = generateEntityId("", "wmf")
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `INSERT INTO walmart_stock_feed (id, account_id, ship_node_id, gathered_at) VALUES (:id, :account, :node, now())
     ON CONFLICT (account_id, ship_node_id) WHERE ended_at IS NULL AND given_up_at IS NULL AND deleted_at IS NULL
     DO NOTHING RETURNING 1`,
    { id, account: accountId, node }
  )
  if (rows.length === 0) return false
  const queued = { subject: "feed", id, accountId, deadlineAt: new Date() } as const
  await noteEnqueued(trx, queued)
  await trx.raw(TAKE, { id, account: accountId, node, most })
  await refreshHead(trx, queued)
  return true
}

/** Whoever holds a queue's row is about to send or to want the figure: it goes the way it goes. */
const TAKE = `WITH chosen AS (SELECT q.id, q.subject_id FROM ${DUE} AND s.ship_node_id = :node
    ORDER BY q.deadline_at LIMIT :most FOR UPDATE OF q SKIP LOCKED),
  fed AS (UPDATE walmart_stock s SET feed_id = :id, fed_at = now(), fed_version = NULL, fed_amount = NULL, updated_at = now()
    FROM chosen WHERE s.id = chosen.subject_id)
  UPDATE walmart_queue q SET next_due_at = NULL, updated_at = now() FROM chosen WHERE q.id = chosen.id`
