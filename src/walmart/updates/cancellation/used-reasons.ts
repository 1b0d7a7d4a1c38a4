import type { PlannedUpdate } from "../model/update"

/**
 * Reasons that a part of an order is canceled with: the rest of it is asked for its own. One that was chosen for the units before
 * is used up already, so a choice since is meant for others. Pure.
 */
export function usedReasons(updates: PlannedUpdate[]): string[] {
  const reasons = updates.flatMap(({ payload, keepsReason }) =>
    payload.kind === "cancellation" && payload.reason !== "" && !keepsReason ? [payload.reason] : []
  )
  return [...new Set(reasons)]
}
