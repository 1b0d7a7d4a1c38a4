import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ReturnShare } from "../../../../walmart/returns/plan-return"
import type { UnreadableReturns } from "../../../../walmart/returns/unreadable-returns"
import type { Attention } from "../../../../walmart/updates/model/update"
import { jsonOrNull } from "../../common/json"
import { NOTHING_WRONG } from "../attention-sql"
import { rawAmount } from "../../common/money-sql"
import {
  countReturns,
  findReturns,
  type ReturnCounts,
  type ReturnRow,
  type ReturnSearch,
} from "./find-returns-sql"
import type { NoReturn } from "../../models/walmart-return"
import { readReturnsOf, type ReturnSource } from "./read-returns"
import { dismissReturn, retryReturn, saveReturn, type WantedReturn, wantRefund } from "./return-sql"
import type { Words } from "../../../../walmart/words/phrase"

/** How far the return orders of an account are kept. */
export interface PolledReturns {
  /** Everything modified before, but for what is unreadable. */
  until: Date
  unreadable: UnreadableReturns
}

/** How a poll of an account's return orders ended. */
export interface EndedPoll {
  /** Why it is not complete; null when it is. */
  error: string | null
  /** The same in words. */
  error_words: Words | null
  /** Of a poll that kept all else; null leaves mark and unreadable return orders as they are. */
  kept: PolledReturns | null
}

/** Everything that is done with returns outside of sending their refunds. */
export class ReturnDesk {
  constructor(private readonly db: Knex) {}

  /** Keeps what Walmart shows of a return for one purchase order. @returns id of its row */
  async save(accountId: string, share: ReturnShare, readAt: Date): Promise<string> {
    const { id } = await saveReturn(this.db, accountId, share, readAt)
    return id
  }

  /** Asks Walmart for the return orders of one customer order. @returns how many there are @throws WalmartError */
  readOf(source: ReturnSource, customerOrderId: string): Promise<number> {
    return readReturnsOf(this.db, source, customerOrderId)
  }

  /** A page of returns. */
  find(search: ReturnSearch): Promise<{ rows: ReturnRow[]; count: number }> {
    return findReturns(this.db, search)
  }

  /** Returns by state; null counts those of all accounts. */
  counts(accountIds: string[] | null): Promise<ReturnCounts> {
    return countReturns(this.db, accountIds)
  }

  /** Wants a refund of a return. @returns whether there is more to send now */
  want(id: string, wanted: WantedReturn): Promise<boolean> {
    return wantRefund(this.db, id, wanted)
  }

  /** Forgets what went wrong, so that it is tried again. @returns false when there is no such row */
  retry(id: string): Promise<boolean> {
    return retryReturn(this.db, id)
  }

  /** Sends nothing more of what is wanted now. @returns false when there is no such row */
  dismiss(id: string, note: string): Promise<boolean> {
    return dismissReturn(this.db, id, note)
  }

  /**
   * Notes the Medusa return of a row, or why there is none; forgets why it could not be made. What goes back to Walmart is not the
   * store's to refund, so it is never due.
   */
  async noteMade(id: string, made: { returnId: string } | { because: NoReturn }): Promise<void> {
    const [returnId, because] = "returnId" in made ? [made.returnId, null] : [null, made.because]
    await this.db.raw(
      `UPDATE walmart_return SET return_id = coalesce(?, return_id), no_return = ?,
         refund_by = CASE WHEN ?::text = 'by_walmart' THEN NULL ELSE refund_by END,
         error_code = CASE WHEN error_code = ANY(?) THEN NULL ELSE error_code END,
         error = CASE WHEN error_code = ANY(?) THEN NULL ELSE error END,
         remedy = CASE WHEN error_code = ANY(?) THEN NULL ELSE remedy END,
         words = CASE WHEN error_code = ANY(?) THEN NULL ELSE words END, updated_at = now()
       WHERE id = ?`,
      [returnId, because, because, OF_MAKING, OF_MAKING, OF_MAKING, OF_MAKING, id]
    )
  }

  /**
   * Notes what of a return cannot be made or written down in Medusa, unless a person has dismissed just that. The same reason again changes nothing, and while
   * a refund waits nothing is noted, because it would hold that back.
   */
  async noteUnmade(id: string, { code, message, remedy, words }: Attention): Promise<void> {
    await this.db.raw(
      `UPDATE walmart_return SET error_code = ?, error = ?, remedy = ?, words = ?, updated_at = now()
       WHERE id = ? AND error IS DISTINCT FROM ? AND dismissed_error IS DISTINCT FROM ? AND wanted_version = sent_version`,
      [code, message, remedy, jsonOrNull(words), id, message, message]
    )
  }

  /** Forgets that Walmart named no sum. */
  async noteSumKnown(id: string): Promise<void> {
    await this.db.raw(
      `UPDATE walmart_return SET ${NOTHING_WRONG}, updated_at = now() WHERE id = ? AND error_code = 'return_sum_unknown'`,
      [id]
    )
  }

  /** Notes how many units were received in Medusa, by return line number. */
  async noteReceived(id: string, received: Record<string, number>): Promise<void> {
    await this.db.raw(`UPDATE walmart_return SET received = ?, updated_at = now() WHERE id = ?`, [
      JSON.stringify(received),
      id,
    ])
  }

  /** Notes what of Walmart's refund Medusa's books have, or cannot have any more. */
  async noteRecorded(id: string, amount: number): Promise<void> {
    await this.db.raw(
      `UPDATE walmart_return SET recorded_amount = ?, raw_recorded_amount = ?, updated_at = now() WHERE id = ?`,
      [amount, rawAmount(amount), id]
    )
  }

  /**
   * Notes that a poll has ended. Medusa's own update would merge what is unreadable with what was, so that nothing could be taken away.
   */
  async notePolled(
    accountId: string,
    { error, error_words: words, kept }: EndedPoll
  ): Promise<void> {
    await this.db.raw(
      `UPDATE walmart_account SET last_returns_poll_at = now(), last_returns_poll_error = :error,
         last_returns_poll_error_words = :words::jsonb,
         returns_polled_until = coalesce(:until::timestamptz, returns_polled_until),
         unreadable_returns = coalesce(:unreadable::jsonb, unreadable_returns), updated_at = now()
       WHERE id = :accountId AND deleted_at IS NULL`,
      {
        ...{ accountId, error, words: jsonOrNull(words) },
        ...{ until: kept?.until ?? null, unreadable: jsonOrNull(kept?.unreadable) },
      }
    )
  }

  /** Whether another process has polled the account's returns within half the interval; one poll is enough for all. */
  async isPolledElsewhere(accountId: string, everyMs: number): Promise<boolean> {
    const { rows } = await this.db.raw<{ rows: unknown[] }>(
      `SELECT 1 FROM walmart_account WHERE id = :id AND deleted_at IS NULL AND last_returns_poll_at <= now()
         AND last_returns_poll_at > now() - :every::float / 2 * interval '1 millisecond'`,
      { id: accountId, every: everyMs }
    )
    return rows.length > 0
  }

  /** Whether a webhook about a return has come since the account's last whole poll began. */
  async isPollAsked(accountId: string): Promise<boolean> {
    const { rows } = await this.db.raw<{ rows: unknown[] }>(
      `SELECT 1 FROM walmart_webhook_count c JOIN walmart_account a ON a.id = c.account_id AND a.deleted_at IS NULL
       WHERE c.account_id = ? AND c.name = 'return' AND c.deleted_at IS NULL
         AND c.last_at > coalesce(a.returns_polled_until, '-infinity')`,
      [accountId]
    )
    return rows.length > 0
  }

  /**
   * Returns of an account that Medusa may still have something to do for: none was made, a refund is not recorded, or it is not
   * completed. Many that buyers ask for never come back and stay open at Walmart; 90 days after the last day to send it back, one is looked
   * at only when something happens.
   */
  async unsettled(accountId: string): Promise<string[]> {
    const { rows } = await this.db.raw<{ rows: { id: string }[] }>(
      `SELECT r.id FROM walmart_return r
       WHERE r.account_id = ? AND r.deleted_at IS NULL AND (${UNRECORDED}
         OR r.updated_at > now() - interval '1 day'
         OR (r.no_return IS NULL AND (r.return_id IS NULL OR r.status IN ('initiated', 'delivered'))
           AND coalesce(r.return_by, r.requested_at, r.created_at) > now() - interval '90 days'))
       ORDER BY r.requested_at, r.id`,
      [accountId]
    )
    return rows.map(({ id }) => id)
  }

  /** Returns of accounts whose refund was sent and is not in Medusa's books yet, though it can be. */
  async unrecorded(accountIds: string[]): Promise<string[]> {
    const { rows } = await this.db.raw<{ rows: { id: string }[] }>(
      `SELECT r.id FROM walmart_return r
       WHERE ${UNRECORDED} AND r.deleted_at IS NULL AND r.wanted_version > 0 AND r.account_id = ANY(?) ORDER BY r.id`,
      [accountIds]
    )
    return rows.map(({ id }) => id)
  }
}

/**
 * Walmart has refunded what Medusa's books do not have. Books are there once the order is imported, which of some never happens: of what
 * Walmart fulfilled, and of orders from before the store's first day.
 */
const UNRECORDED = `(r.recorded_amount < r.refunded_amount AND EXISTS (SELECT 1 FROM walmart_order o
  WHERE o.account_id = r.account_id AND o.purchase_order_id = r.purchase_order_id
    AND o.imported_at IS NOT NULL AND o.order_id IS NOT NULL AND o.deleted_at IS NULL))`

/** Why a return cannot be made in Medusa, in which words. */
const OF_MAKING = ["return_not_shipped", "return_line_unknown", "return_not_made", "return_changed"]
