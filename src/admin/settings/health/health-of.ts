import type { AdminWalmartAccountStatus } from "../../../types/http"
import { LATE_QUEUE_SECONDS, LATE_WORKER_SECONDS } from "../../../walmart/doctor/lateness"

/** How an account is doing, in one sentence. */
export interface Health {
  color: "green" | "orange" | "red" | "grey"
  key: string
  /** For a sentence that counts. */
  count?: number
  /** For a sentence that names a time. */
  seconds?: number
}

/**
 * The one thing to know about an account, worst first; the figures are under the details. Pure.
 * @param hasProblem whether what last went wrong stands beside the sentence
 */
export function healthOf(
  status: AdminWalmartAccountStatus,
  now: number,
  hasProblem = false
): Health {
  return held(status, now) ?? stopped(status) ?? forStaff(status) ?? waiting(status, hasProblem)
}

function held(status: AdminWalmartAccountStatus, now: number): Health | null {
  const { blocked_until, last_poll_error, paused, dry_run, seconds_since_poll } = status
  if (blocked_until && Date.parse(blocked_until) > now)
    return { color: "red", key: "health.blocked" }
  if (last_poll_error) return { color: "red", key: "health.notFetched" }
  if (paused) return { color: "orange", key: "health.paused" }
  if (dry_run) return { color: "orange", key: "health.dryRun" }
  if (seconds_since_poll === null) return { color: "grey", key: "health.neverFetched" }
  return null
}

function stopped({ seconds_since_tick: seconds }: AdminWalmartAccountStatus): Health | null {
  if (seconds === null) return { color: "red", key: "health.neverSent" }
  return seconds > LATE_WORKER_SECONDS ? { color: "red", key: "health.stopped", seconds } : null
}

/** What no waiting mends, by the sentence that counts it. */
function forStaff(status: AdminWalmartAccountStatus): Health | null {
  const counts: [key: string, count: number][] = [
    ["health.needsYou", status.needs_attention],
    ["health.differs", status.differing_orders],
    ["health.notImported", status.failed_imports],
    ["health.returnsWait", status.waiting_returns],
    ["health.stockWaits", status.waiting_stock],
  ]
  const found = counts.find(([, count]) => count > 0)
  return found ? { color: "orange", key: found[0], count: found[1] } : null
}

function waiting(status: AdminWalmartAccountStatus, hasProblem: boolean): Health {
  const { oldest_due_seconds: seconds, backlog } = status
  if (seconds !== null && seconds > LATE_QUEUE_SECONDS)
    return { color: "orange", key: "health.slow", seconds }
  if (hasProblem) return { color: "orange", key: "health.problem" }
  if (backlog > 0) return { color: "green", key: "health.sending", count: backlog }
  return { color: "green", key: "health.fine" }
}
