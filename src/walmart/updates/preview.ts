import { nextAction } from "./next-call"
import type { CallLimits } from "./model/next-action"
import type { Order } from "../orders/order"
import type { EndpointName } from "../api/endpoint-limits"
import type { Attention, KnownUpdate } from "./model/update"
import { isUnfinished } from "./model/update-status"

/**
 * What would become of an update if it were sent now:
 * `would_send` it is part of the next call, perhaps with a part of it only; `already_there` Walmart shows it, nothing would be sent;
 * `conflict` Walmart shows something that forbids it; `waits` earlier updates of the order come first;
 * `finished` it has left the queue.
 */
export type Preview =
  | {
      state: "would_send"
      endpoint: EndpointName
      body: object | null
      updateIds: string[]
      /** Why a part of it cannot be sent; null when all of it can. */
      attention: Attention | null
    }
  | { state: "already_there" }
  | { state: "conflict"; attention: Attention }
  | { state: "waits"; waitsFor: string[] }
  | { state: "finished" }

/** Says what would be sent for one update, by the same decision the sender takes; one that needs attention as if retried. */
export function previewUpdate(
  order: Order,
  updates: KnownUpdate[],
  updateId: string,
  limits: CallLimits
): Preview {
  const update = updates.find(({ id }) => id === updateId)
  if (!update || !isUnfinished(update)) return { state: "finished" }
  const asRetried = updates.map((u) =>
    u.id === updateId ? { ...u, status: "pending" as const } : u
  )
  const { done, moot, attention, call } = nextAction(order, asRetried, limits)
  if (moot.includes(updateId)) return { state: "finished" }
  if (done.includes(updateId)) return { state: "already_there" }
  const conflict = attention?.id === updateId ? attention.attention : null
  if (call?.updateIds.includes(updateId)) {
    const { endpoint, body, updateIds } = call
    return { state: "would_send", endpoint, body, updateIds, attention: conflict }
  }
  if (conflict) return { state: "conflict", attention: conflict }
  const earlier = updates.filter((u) => isUnfinished(u) && u.sequence < update.sequence)
  return { state: "waits", waitsFor: earlier.map(({ id }) => id) }
}
