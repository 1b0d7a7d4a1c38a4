import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { WaitingGroup } from "../../../walmart/notifications/due-groups"
import type { NotificationKind } from "../../../walmart/notifications/notification-kinds"
import { NAMED, type NotificationGroup } from "../../../walmart/notifications/message"
import { CAUSES, type CauseRequest, causeValues } from "./cause-sql"

/*
 * Which causes become messages. All of it happens in one short transaction under one lock, so that of any number of processes
 * only one makes a message of a cause; it is sent afterwards, under a hold that another process takes over when the sender died.
 */

/** A message that this process has to send. */
export interface ClaimedMessage extends NotificationGroup {
  id: string
  /** It was claimed before, and may have reached a part of its channels. */
  isRepeated: boolean
}

/** A cause that no table shows; it counts as gone when it has not been raised for a day. */
export interface RaisedCause {
  kind: NotificationKind
  cause: string
  account_id: string
  /** Null when it is about no order. */
  walmart_order_id: string | null
  /** Purchase order number, or the account's id. */
  about: string
  message: string | null
}

/** What to claim. */
export interface MessageClaim extends CauseRequest {
  raised: RaisedCause[]
  /** Which groups become a message now. */
  choose: (groups: WaitingGroup[], now: Date) => WaitingGroup[]
}

/** How long a message may take to be sent before it is sent again, and how long that continues. */
const HELD = "interval '5 minutes'"
const GIVEN_UP = "interval '1 day'"

/** Notes every cause that is new or gone, and claims the messages that are due. */
export async function claimMessages(db: Knex, claim: MessageClaim): Promise<ClaimedMessage[]> {
  return db.transaction(async (trx) => {
    await trx.raw("SET LOCAL jit = off")
    await trx.raw("SELECT pg_advisory_xact_lock(hashtext('walmart_notification'))")
    for (const raised of claim.raised) await trx.raw(RAISE, { ...raised })
    await trx.raw(COMPARE, causeValues(claim))
    await trx.raw(GIVE_UP)
    const repeated = await idsOf(trx, TAKE_OVER, {})
    const { groups, now } = await waitingGroups(trx)
    const fresh: string[] = []
    for (const { accountId, kind } of claim.choose(groups, now)) {
      const values = { id: generateEntityId("", "wmnm"), account: accountId, kind }
      fresh.push(...(await idsOf(trx, CLAIM, values)))
    }
    return messages(trx, new Set(fresh), new Set(repeated))
  })
}

/** Notes that a message has reached its channels. */
export async function noteNotified(db: Knex, messageId: string): Promise<void> {
  await db.raw(
    `UPDATE walmart_notification SET state = 'sent', held_until = NULL, updated_at = now()
     WHERE message_id = ? AND state = 'sending' AND deleted_at IS NULL`,
    [messageId]
  )
}

const ID = "'wmn_' || md5(found.cause)"
const AGAIN = "count = known.count + 1, last_at = now(), updated_at = now()"

/** A cause that is raised while it is known only lasts longer. */
const RAISE = `INSERT INTO walmart_notification AS known
    (id, cause, kind, account_id, walmart_order_id, about, message, state, first_at, last_at)
  SELECT ${ID}, found.cause, :kind, :account_id, :walmart_order_id, :about, :message, 'waiting', now(), now()
  FROM (SELECT :cause::text AS cause) AS found
  ON CONFLICT (cause) WHERE deleted_at IS NULL DO UPDATE SET ${AGAIN}, message = excluded.message,
    state = CASE WHEN known.state = 'gone' THEN 'waiting' ELSE known.state END`

/** Kinds whose causes are not in {@link CAUSES}, or only for a while. */
const LASTING = "('canceled_at_walmart', 'second_writer')"

/**
 * One statement, so that both parts see the same causes. What is gone before it became a message is never said; what comes back
 * is new. A message that is being sent is left alone.
 */
const COMPARE = `WITH found AS MATERIALIZED (${CAUSES}),
  raised AS (
    INSERT INTO walmart_notification AS known
      (id, cause, kind, account_id, walmart_order_id, about, code, message, due_at, state, first_at, last_at)
    SELECT ${ID}, cause, kind, account_id, walmart_order_id, about, code, message, due_at, 'waiting', now(), now()
    FROM found WHERE NOT EXISTS (SELECT 1 FROM walmart_notification live
      WHERE live.cause = found.cause AND live.state <> 'gone' AND live.deleted_at IS NULL)
    ON CONFLICT (cause) WHERE deleted_at IS NULL DO UPDATE SET ${AGAIN}, state = 'waiting',
      code = excluded.code, message = excluded.message, due_at = excluded.due_at)
  UPDATE walmart_notification live SET state = 'gone', updated_at = now()
  WHERE live.state IN ('waiting', 'sent') AND live.deleted_at IS NULL AND CASE
    WHEN live.kind = 'second_writer' THEN live.last_at < now() - interval '1 day'
    ELSE live.kind NOT IN ${LASTING} AND NOT EXISTS (SELECT 1 FROM found WHERE found.cause = live.cause) END`

const GIVE_UP = `UPDATE walmart_notification SET state = 'sent', held_until = NULL, updated_at = now()
  WHERE state = 'sending' AND deleted_at IS NULL AND notified_at < now() - ${GIVEN_UP}`

/** Messages whose sender died or failed. */
const TAKE_OVER = `UPDATE walmart_notification SET held_until = now() + ${HELD}, updated_at = now()
  WHERE state = 'sending' AND deleted_at IS NULL AND held_until < now() RETURNING message_id`

const CLAIM = `UPDATE walmart_notification SET state = 'sending', message_id = :id, notified_at = now(),
    held_until = now() + ${HELD}, updated_at = now()
  WHERE state = 'waiting' AND account_id = :account AND kind = :kind AND deleted_at IS NULL RETURNING message_id`

async function idsOf(trx: Knex, sql: string, values: Record<string, string>): Promise<string[]> {
  const { rows } = await trx.raw<{ rows: { message_id: string }[] }>(sql, values)
  return [...new Set(rows.map(({ message_id: id }) => id))]
}

const WAITING = `SELECT waiting.account_id, waiting.kind, now() AS now, (SELECT max(notified_at) FROM walmart_notification before
    WHERE before.account_id = waiting.account_id AND before.kind = waiting.kind AND before.deleted_at IS NULL) AS notified_at
  FROM (SELECT DISTINCT account_id, kind FROM walmart_notification
    WHERE state = 'waiting' AND deleted_at IS NULL) AS waiting ORDER BY 1, 2`

async function waitingGroups(trx: Knex): Promise<{ groups: WaitingGroup[]; now: Date }> {
  const { rows } = await trx.raw<{ rows: WaitingRow[] }>(WAITING)
  const groups = rows.map((row) => ({
    accountId: row.account_id,
    kind: row.kind,
    notifiedAt: row.notified_at,
  }))
  return { groups, now: rows.at(0)?.now ?? new Date(0) }
}

interface WaitingRow {
  account_id: string
  kind: NotificationKind
  notified_at: Date | null
  now: Date
}

/** The most urgent causes of each message, one an order, and how many orders there are. */
const MESSAGES = `SELECT message_id, account_id, kind, count, walmart_order_id, about, code, message, due_at FROM (
    SELECT one.*, count(*) OVER (PARTITION BY message_id)::int AS count,
      row_number() OVER (PARTITION BY message_id ORDER BY due_at NULLS LAST, last_at, cause) AS place
    FROM (SELECT DISTINCT ON (message_id, coalesce(walmart_order_id, cause)) message_id, account_id, kind, cause,
        walmart_order_id, about, code, message, due_at, last_at FROM walmart_notification
      WHERE state = 'sending' AND deleted_at IS NULL AND message_id = ANY(:ids)
      ORDER BY message_id, coalesce(walmart_order_id, cause), cause) AS one) AS ranked
  WHERE place <= :named ORDER BY message_id, place`

async function messages(
  trx: Knex,
  fresh: Set<string>,
  repeated: Set<string>
): Promise<ClaimedMessage[]> {
  const ids = [...fresh, ...repeated]
  if (ids.length === 0) return []
  const { rows } = await trx.raw<{ rows: CauseRow[] }>(MESSAGES, { ids, named: NAMED })
  return ids.map((id) => {
    const own = rows.filter((row) => row.message_id === id)
    const [first] = own
    const { account_id: accountId, kind, count } = first
    return { id, accountId, kind, count, causes: own.map(causeOf), isRepeated: repeated.has(id) }
  })
}

interface CauseRow {
  message_id: string
  account_id: string
  kind: NotificationKind
  count: number
  walmart_order_id: string | null
  about: string
  code: string | null
  message: string | null
  due_at: Date | null
}

function causeOf({ walmart_order_id, about, code, message, due_at }: CauseRow) {
  return { walmart_order_id, about, code, message, due_at: due_at?.toISOString() ?? null }
}
