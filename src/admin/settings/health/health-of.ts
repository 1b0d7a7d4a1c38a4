import type { AdminWalmartAccountStatus } from "../../../types/http"

/** How an account is doing, in one sentence. */
export interface Health {
  color: "green" | "orange" | "red" | "grey"
  key: string
  /** For a sentence that counts. */
  count?: number
  /** For a sentence that names a time. */
  seconds?: number
}

/** How long nobody may have looked at an account; the clock ticks every few seconds. */
const LATE_TICK_SECONDS = 120

/** How long something may wait until sending is slow. */
const SLOW_SECONDS = 300

/** The one thing to know about an account, worst first; the figures are under the details. Pure. */
export function healthOf(status: AdminWalmartAccountStatus, now: number): Health {
  return held(status, now) ?? stopped(status) ?? waiting(status)
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
  return seconds > LATE_TICK_SECONDS ? { color: "red", key: "health.stopped", seconds } : null
}

function waiting(status: AdminWalmartAccountStatus): Health {
  const { needs_attention: count, oldest_due_seconds: seconds, backlog } = status
  if (count > 0) return { color: "orange", key: "health.needsYou", count }
  if (seconds !== null && seconds > SLOW_SECONDS)
    return { color: "orange", key: "health.slow", seconds }
  if (backlog > 0) return { color: "green", key: "health.sending", count: backlog }
  return { color: "green", key: "health.fine" }
}
