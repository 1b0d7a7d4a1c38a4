import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Classification } from "../../../walmart/updates/outcome"
import type { RefundWay } from "../../../walmart/refunds/refund-ways"
import type { AccountOptions } from "../config/options"

/** An account of the options as its row is created. */
export interface NewAccount {
  id: string
  /** Fingerprint of the seller behind its keys. */
  seller?: string
  /** What becomes of its refunds. */
  refunds?: RefundWay
}

/**
 * Creates the rows of accounts that are new in the options, and keeps whose keys they have: new keys of the same account are
 * normal. A seller who is another account's already stays that account's, or the mix-up would hide itself. Keeps also what becomes of an
 * account's refunds, and since when they are sent where they were not before; in one statement, so that whoever is killed leaves both as
 * they were.
 */
export async function ensureAccounts(db: Knex, accounts: NewAccount[]) {
  if (accounts.length === 0) return
  await db.raw(
    `INSERT INTO walmart_account AS a (id, seller, refunds)
     SELECT g.id, CASE WHEN EXISTS (SELECT 1 FROM walmart_account o WHERE o.seller = g.seller AND o.id <> g.id)
       THEN NULL ELSE nullif(g.seller, '') END, nullif(g.refunds, '') FROM unnest(?::text[], ?::text[], ?::text[]) AS g(id, seller, refunds)
     ON CONFLICT (id) DO UPDATE SET seller = coalesce(excluded.seller, a.seller),
       refunds = coalesce(excluded.refunds, a.refunds), refunds_sent_from = CASE
         WHEN excluded.refunds = 'send' AND a.refunds <> 'send' THEN now() ELSE a.refunds_sent_from END
       WHERE a.seller IS DISTINCT FROM coalesce(excluded.seller, a.seller)
         OR a.refunds IS DISTINCT FROM coalesce(excluded.refunds, a.refunds)`,
    [
      accounts.map(({ id }) => id),
      accounts.map(({ seller }) => seller ?? ""),
      accounts.map(({ refunds }) => refunds ?? ""),
    ]
  )
}

const SENDABLE = "id, paused OR coalesce(blocked_until > now(), false) AS held, settings"

const TICK = `UPDATE walmart_account SET last_tick_at = now() WHERE id = ANY(?) AND deleted_at IS NULL RETURNING ${SENDABLE}`

const LOOK = `SELECT ${SENDABLE} FROM walmart_account WHERE id = ANY(?) AND deleted_at IS NULL`

/**
 * Accounts whose updates may be sent now: not paused, not in dry run, not blocked by a credential problem. Notes the tick, but not for a
 * wake-up, or a clock that stands still would look alive as long as people ship.
 * @returns account ids
 */
export async function tickAccounts(
  db: Knex,
  accounts: Pick<AccountOptions, "id" | "dryRun">[],
  isWakeUp = false
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: SendableRow[] }>(isWakeUp ? LOOK : TICK, [
    accounts.map(({ id }) => id),
  ])
  const dry = new Map(accounts.map(({ id, dryRun }) => [id, dryRun]))
  return rows
    .filter((row) => !row.held && !(row.settings?.dry_run ?? dry.get(row.id)))
    .map((r) => r.id)
}

interface SendableRow {
  id: string
  held: boolean
  settings: { dry_run?: boolean } | null
}

/** How long an account waits before it asks for a token again. */
const NO_TOKEN_MS = 30_000

/**
 * Holds all sends of an account: after a credential or permission problem 30 s, doubling up to 15 minutes; while there is no
 * token to be had as long as was asked, otherwise 30 s each time. Calls that were under way at the same time and fail too change
 * nothing.
 */
export async function blockAccount(db: Knex, accountId: string, failure: Classification) {
  const doubles = failure.outcome === "account"
  await db.raw(
    `UPDATE walmart_account SET failures = CASE WHEN :doubles THEN failures + 1 ELSE failures END,
       last_error_code = :code, last_error = :error, last_error_words = :words,
       blocked_until = now() + CASE WHEN :doubles THEN least(900, 30 * power(2, least(failures, 10)))
         ELSE :seconds::float END * interval '1 second'
     WHERE id = :id AND coalesce(blocked_until <= now(), true)`,
    {
      id: accountId,
      doubles,
      code: failure.code,
      error: failure.message,
      words: JSON.stringify({ message: failure.said, remedy: [] }),
      seconds: Math.max(failure.waitMs ?? 0, NO_TOKEN_MS) / 1000,
    }
  )
}

/**
 * Notes that Walmart accepted something just now, which also ends the account's trouble; a hold that began since then stays.
 */
export async function noteSent(db: Knex, accountId: string): Promise<void> {
  await db.raw(`UPDATE walmart_account SET last_sent_at = now() WHERE id = ?`, [accountId])
  await db.raw(
    `UPDATE walmart_account SET failures = 0, last_error_code = NULL, last_error = NULL, last_error_words = NULL,
       blocked_until = NULL
     WHERE id = ? AND last_error_code IS NOT NULL AND coalesce(blocked_until <= now(), true)`,
    [accountId]
  )
}

/** Ends a hold, because a call with the account's credentials worked. */
export async function unblockAccount(db: Knex, accountId: string) {
  await db.raw(
    `UPDATE walmart_account SET failures = 0, last_error_code = NULL, last_error = NULL, last_error_words = NULL,
       blocked_until = NULL
     WHERE id = ?`,
    [accountId]
  )
}
