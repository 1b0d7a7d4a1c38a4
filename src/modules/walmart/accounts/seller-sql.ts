import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MissingAccount } from "../config/absent-account"
import type { AccountId, Loose, SellerId } from "../../../walmart/common/ids"

/**
 * Another account that orders of this seller were imported for.
 * @param seller fingerprint of the account's keys
 * @returns its id, null without one
 */
export async function formerAccountOf(
  db: Knex,
  accountId: Loose<AccountId>,
  seller: SellerId
): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT a.id FROM walmart_account a WHERE a.seller = ? AND a.id <> ? AND a.deleted_at IS NULL
       AND EXISTS (SELECT 1 FROM walmart_order o WHERE o.account_id = a.id) ORDER BY a.id LIMIT 1`,
    [seller, accountId]
  )
  return rows[0]?.id ?? null
}

/** Accounts with orders that are open at Walmart, but that are not among the given ones. */
export async function missingAccounts(db: Knex, accountIds: string[]): Promise<MissingAccount[]> {
  const { rows } = await db.raw<{ rows: MissingAccount[] }>(
    `SELECT account_id AS id, count(*)::int AS open_orders FROM walmart_order
     WHERE status IN ('open', 'partially_shipped') AND deleted_at IS NULL AND account_id <> ALL(?)
     GROUP BY account_id ORDER BY account_id`,
    [accountIds]
  )
  return rows
}
