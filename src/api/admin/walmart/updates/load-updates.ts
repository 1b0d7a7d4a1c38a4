import type { AdminWalmartUpdate } from "../../../../types/http"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { headOf } from "../../../../walmart/updates/next-call"
import type { WalmartUpdateRow } from "../../../../workflows/shared/find-walmart-rows"
import { isSending, type QueueRow, showUpdate } from "../present"

/** What is known already around updates, so that one answer does not contradict itself. */
export interface ReadAlready {
  orders: { id: string; purchase_order_id: string; order_id: string | null }[]
  queues: QueueRow[]
  now: Date
}

/**
 * Completes update rows with their orders, queues and call counts, a fixed number of queries for all of them.
 * @param known used instead of reading it again
 */
export async function showUpdates(
  walmart: WalmartModuleService,
  rows: WalmartUpdateRow[],
  known?: ReadAlready
): Promise<AdminWalmartUpdate[]> {
  const walmart_order_id = [...new Set(rows.map((row) => row.walmart_order_id))]
  if (walmart_order_id.length === 0) return []
  const select = ["id", "purchase_order_id", "order_id"]
  const [orders, queues, attempts, now] = await Promise.all([
    known?.orders ?? walmart.listWalmartOrders({ id: walmart_order_id }, { select }),
    known?.queues ?? walmart.listWalmartQueues({ subject_id: walmart_order_id }),
    walmart.attemptCounts(walmart_order_id),
    known?.now ?? walmart.databaseNow(),
  ])
  const sendingIds = await sendingUpdates(walmart, queues, now)
  return rows.map((row) =>
    showUpdate(row, {
      order: orders.find(({ id }) => id === row.walmart_order_id),
      queue: queues.find((queue) => queue.subject_id === row.walmart_order_id),
      sendingIds,
      attempts: attempts.get(row.id) ?? 0,
    })
  )
}

/** Only a few orders are being sent for at any time. */
async function sendingUpdates(
  walmart: WalmartModuleService,
  queues: QueueRow[],
  now: Date
): Promise<string[]> {
  const leased = queues.filter((queue) => isSending(queue, now))
  const known = await Promise.all(leased.map((queue) => walmart.knownUpdates(queue.subject_id)))
  return known.flatMap((updates) => headOf(updates).map(({ id }) => id))
}
