import type { AdminWalmartUpdate } from "../../../../types/http"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { headOf } from "../../../../walmart/updates/next-call"
import type { WalmartUpdateRow } from "../../../../workflows/shared/find-walmart-rows"
import { isSending, type MailboxRow, showUpdate } from "../present"

/**
 * Completes update rows with their orders, mailboxes and call counts, a fixed number of queries for all of them. Mailboxes that
 * were read already are used, so that one answer does not contradict itself.
 */
export async function showUpdates(
  walmart: WalmartModuleService,
  rows: WalmartUpdateRow[],
  known?: MailboxRow[]
): Promise<AdminWalmartUpdate[]> {
  const walmart_order_id = [...new Set(rows.map((row) => row.walmart_order_id))]
  if (walmart_order_id.length === 0) return []
  const select = ["id", "purchase_order_id", "order_id"]
  const [orders, mailboxes, attempts, now] = await Promise.all([
    walmart.listWalmartOrders({ id: walmart_order_id }, { select }),
    known ?? walmart.listWalmartMailboxes({ walmart_order_id }),
    walmart.attemptCounts(walmart_order_id),
    walmart.databaseNow(),
  ])
  const sendingIds = await sendingUpdates(walmart, mailboxes, now)
  return rows.map((row) =>
    showUpdate(row, {
      order: orders.find(({ id }) => id === row.walmart_order_id),
      mailbox: mailboxes.find((mailbox) => mailbox.walmart_order_id === row.walmart_order_id),
      sendingIds,
      attempts: attempts.get(row.id) ?? 0,
    })
  )
}

/** Only a few orders are being sent for at any time. */
async function sendingUpdates(
  walmart: WalmartModuleService,
  mailboxes: MailboxRow[],
  now: Date
): Promise<string[]> {
  const leased = mailboxes.filter((mailbox) => isSending(mailbox, now))
  const known = await Promise.all(
    leased.map((mailbox) => walmart.knownUpdates(mailbox.walmart_order_id))
  )
  return known.flatMap((updates) => headOf(updates).map(({ id }) => id))
}
