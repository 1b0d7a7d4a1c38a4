import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { parcelNumber } from "../../../walmart/carriers/formats/parcel-number"
import type { SharedNumber } from "../../../walmart/checks/shared-numbers"

/** Other orders of one number that are named at most. */
const MOST = 5

/**
 * Other orders that each number was sent for or is about to be sent for, in any spelling, by the index of tracking numbers; exported
 * so that its query plan can be asserted. Superseded updates do not count.
 */
export const SHARED_NUMBERS = `SELECT wanted.number, array_agg(DISTINCT found.purchase_order_id ORDER BY found.purchase_order_id) AS orders
  FROM unnest(:numbers::text[], :parcels::text[]) AS wanted(number, parcel),
  LATERAL (
    SELECT o.purchase_order_id FROM walmart_update u JOIN walmart_order o ON o.id = u.walmart_order_id
    WHERE string_to_array(upper(u.tracking_numbers), ' ') && ARRAY[upper(wanted.number), wanted.parcel] AND u.tracking_numbers IS NOT NULL
      AND u.deleted_at IS NULL AND u.status <> 'superseded' AND u.walmart_order_id <> :order AND o.deleted_at IS NULL
    LIMIT ${MOST}
  ) AS found
  GROUP BY wanted.number ORDER BY wanted.number`

/** Finds which of these numbers other orders have. */
export async function sharedNumbers(
  db: Knex,
  walmartOrderId: string,
  trackingNumbers: string[]
): Promise<SharedNumber[]> {
  const numbers = [...new Set(trackingNumbers)].filter(Boolean)
  if (numbers.length === 0) return []
  const values = { numbers, parcels: numbers.map(parcelNumber), order: walmartOrderId }
  const { rows } = await db.raw<{ rows: { number: string; orders: string[] }[] }>(
    SHARED_NUMBERS,
    values
  )
  return rows.map(({ number, orders }) => ({ trackingNumber: number, purchaseOrderIds: orders }))
}
