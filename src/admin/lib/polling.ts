import type { AdminWalmartOrderDetail } from "../../types/http"

const SHORTEST_MS = 2_000
const LONGEST_MS = 30_000

/** What decides whether an order is worth asking for again. */
export type Polled = Pick<AdminWalmartOrderDetail, "updates" | "mailbox" | "account" | "read_only">

/**
 * Milliseconds until the order is asked for again, or `false` when nothing is on its way. After something was saved in Medusa
 * it takes a moment until its update exists, so `watchUntil` (epoch milliseconds) keeps the screen asking until then.
 */
export function pollInterval(order: Polled | undefined, now: number, watchUntil: number) {
  if (now < watchUntil) return SHORTEST_MS
  if (!order || !isOnItsWay(order)) return false
  // While something is being sent the due time is the end of the lease, and the answer comes long before.
  if (order.updates.some(({ shown_status }) => shown_status === "sending")) return SHORTEST_MS
  const dueIn = order.mailbox?.next_due_at ? Date.parse(order.mailbox.next_due_at) - now : 0
  return Math.min(Math.max(dueIn, SHORTEST_MS), LONGEST_MS)
}

/** Something will be sent without anybody doing anything. */
export function isOnItsWay({ updates, mailbox, account, read_only }: Polled): boolean {
  if (read_only || account.paused || account.dry_run || !account.configured) return false
  const isWaiting = updates.some(({ shown_status }) => shown_status === "pending")
  const isSending = updates.some(({ shown_status }) => shown_status === "sending")
  return isSending || (isWaiting && mailbox !== null && mailbox.next_due_at !== null)
}
