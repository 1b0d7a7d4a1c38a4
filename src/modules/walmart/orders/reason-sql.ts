import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LineCancellation } from "../../../walmart/updates/model/update"
import type { Loose, OrderChangeId, WalmartOrderId } from "../../../walmart/common/ids"

/** Keeps the reason of units that an order change is about to take out, once however often that is tried. */
export async function keepLineCancellation(
  db: Knex,
  walmartOrderId: string,
  kept: LineCancellation
): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET updated_at = now(), line_cancellations =
       coalesce((SELECT jsonb_agg(one) FROM jsonb_array_elements(line_cancellations) AS one WHERE one->>'id' <> ?), '[]') || ?::jsonb
     WHERE id = ?`,
    [kept.id, JSON.stringify([kept]), walmartOrderId]
  )
}

/** Forgets the reason of an order change that came to nothing. */
export async function forgetLineCancellation(
  db: Knex,
  walmartOrderId: Loose<WalmartOrderId>,
  changeId: OrderChangeId
): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET updated_at = now(), line_cancellations =
       (SELECT jsonb_agg(kept) FROM jsonb_array_elements(line_cancellations) AS kept WHERE kept->>'id' <> ?)
     WHERE id = ? AND line_cancellations IS NOT NULL`,
    [changeId, walmartOrderId]
  )
}

/** What a person chose on an order before, to be put back. */
export interface FormerChoice {
  walmartOrderId: string
  /** Id of the person. */
  by: string
  /** The person's own choice; null when there was none. */
  own: { reason: string; at: string } | null
  /** What the order showed. */
  shown: { reason: string | null; by: string | null }
}

/** Keeps a person's reason on an order, next to those that others chose; the order shows the last one. */
export async function chooseReason(
  db: Knex,
  walmartOrderId: string,
  { reason, by }: { reason: string; by: string }
): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET cancellation_reason = :reason, cancellation_reason_by = :by, updated_at = now(),
       chosen_reasons = coalesce(chosen_reasons, '{}') || jsonb_build_object(:by::varchar, jsonb_build_object('reason', :reason::varchar, 'at', now()))
     WHERE id = :id`,
    { id: walmartOrderId, reason, by }
  )
}

/** Takes back what the order shows, and what the person chose who takes it back. */
export async function takeReasonBack(db: Knex, walmartOrderId: string, by: string): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET cancellation_reason = NULL, cancellation_reason_by = NULL, updated_at = now(),
       chosen_reasons = nullif(chosen_reasons - :by::varchar - coalesce(cancellation_reason_by, ''), '{}')
     WHERE id = :id`,
    { id: walmartOrderId, by }
  )
}

/** Takes a reason back that was given to a part of the order: what is canceled next may have another one. */
export async function useUpReason(db: Knex, walmartOrderId: string, reason: string): Promise<void> {
  await db.raw(
    `UPDATE walmart_order SET updated_at = now(),
       cancellation_reason = nullif(cancellation_reason, :reason),
       cancellation_reason_by = CASE WHEN cancellation_reason = :reason THEN NULL ELSE cancellation_reason_by END,
       chosen_reasons = (SELECT jsonb_object_agg(person, kept) FROM jsonb_each(chosen_reasons) AS choice(person, kept)
         WHERE kept->>'reason' <> :reason)
     WHERE id = :id AND (cancellation_reason = :reason OR chosen_reasons IS NOT NULL)`,
    { id: walmartOrderId, reason }
  )
}

/** Puts a person's former choice back; what others chose since stays. */
export async function restoreReason(db: Knex, former: FormerChoice): Promise<void> {
  const { walmartOrderId: id, by, own, shown } = former
  await db.raw(
    `UPDATE walmart_order SET updated_at = now(),
       cancellation_reason = CASE WHEN coalesce(cancellation_reason_by, :by) = :by THEN :reason ELSE cancellation_reason END,
       cancellation_reason_by = CASE WHEN coalesce(cancellation_reason_by, :by) = :by THEN :shownBy ELSE cancellation_reason_by END,
       chosen_reasons = nullif(coalesce(chosen_reasons, '{}') - :by::varchar || coalesce(:own::jsonb, '{}'), '{}')
     WHERE id = :id`,
    {
      ...{ id, by, reason: shown.reason, shownBy: shown.by },
      own: own && JSON.stringify({ [by]: own }),
    }
  )
}
