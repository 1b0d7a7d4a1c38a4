import { phrase } from "../words/phrase"
import type { OlderOrders, WorkFacts } from "./facts"
import { fault, type Found, ok, warning } from "./finding"

const MINUTE_MS = 60_000

/** Open orders are younger: Walmart cancels what is not shipped in time. */
const IMPORTABLE_MS = 30 * 86_400_000

/** Polls may be three times as slow while webhooks arrive; twice that is no delay any more. */
const LATE_POLLS = 6

/** How long a due order may wait until something is wrong. */
export const LATE_QUEUE_SECONDS = 300

/** How long nobody may have looked at an account; the clock ticks every few seconds. */
export const LATE_TICK_SECONDS = 120

/** Whether orders are fetched. */
export function checkPolls({ now, lastPollAt, lastPollError, pollEveryMs }: WorkFacts): Found[] {
  if (lastPollError !== null)
    return [fault("polls", lastPollError, phrase("check_polls", "remedy_failed", {}))]
  if (lastPollAt === null) {
    const never = phrase("check_polls", "message_never", {})
    return [warning("polls", never, phrase("check_polls", "remedy_never", {}))]
  }
  const age = now - lastPollAt
  const count = minutes(age)
  const asked =
    count === 0
      ? phrase("check_polls", "message", {})
      : phrase("check_polls", "message_ago", { count })
  if (age <= Math.max(LATE_POLLS * pollEveryMs, MINUTE_MS)) return [ok("polls", asked)]
  return [fault("polls", asked, phrase("check_polls", "remedy_late", {}))]
}

/** Whether Walmart holds open orders that the store will never receive on its own. */
export function checkOlderOrders(older: OlderOrders | null): Found[] {
  if (older === null) return []
  const { before, count } = older
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const since = new Date(before).toISOString().slice(0, 16).replace("T", " ")
  if (count === 0) return [ok("older_orders", phrase("check_older_orders", "message", { since }))]
  const days = { from: day(before - IMPORTABLE_MS), to: day(before) }
  return [
    warning(
      "older_orders",
      phrase("check_older_orders", "message_open", { count, since }),
      phrase("check_older_orders", "remedy_open", days)
    ),
  ]
}

/** Whether someone works, and whether work waits. */
export function checkQueue(facts: WorkFacts): Found[] {
  return [...checkWorker(facts), ...heldTexts(facts), waitingFound(facts)]
}

function waitingFound({ oldestDueSeconds: oldest, dueOrders: orders }: WorkFacts): Found {
  if (oldest === null || oldest <= LATE_QUEUE_SECONDS) {
    const name = orders === 0 ? "message" : "message_sending"
    return ok("queue", phrase("check_queue", name, {}))
  }
  const late = phrase("check_queue", "message_late", { orders, count: minutes(oldest * 1000) })
  return fault("queue", late, phrase("check_queue", "remedy_late", {}))
}

function checkWorker({ secondsSinceTick: seconds }: WorkFacts): Found[] {
  const remedy = phrase("check_worker", "remedy", {})
  if (seconds === null)
    return [warning("worker", phrase("check_worker", "message_never", {}), remedy)]
  if (seconds <= LATE_TICK_SECONDS) return [ok("worker", phrase("check_worker", "message", {}))]
  const since = phrase("check_worker", "message_late", { count: minutes(seconds * 1000) })
  return [fault("worker", since, remedy)]
}

function heldTexts({ paused, dryRun, blocked }: WorkFacts): Found[] {
  const held = phrase("check_queue", "message_held", {})
  const off = (why: "paused" | "dry_run") =>
    warning(
      "queue",
      phrase("check_queue", `message_${why}`, {}),
      phrase("check_queue", `remedy_${why}`, {})
    )
  return [
    ...(blocked === null
      ? []
      : [fault("queue", [held, ...blocked], phrase("check_queue", "remedy_held", {}))]),
    ...(paused ? [off("paused")] : []),
    ...(dryRun ? [off("dry_run")] : []),
  ]
}

/** Whether anything waits for a person. */
export function checkAttention({ needsAttention, failedImports }: WorkFacts): Found[] {
  const waiting = (what: "imports" | "updates", count: number) =>
    count === 0
      ? []
      : [
          warning(
            "attention",
            phrase("check_attention", `message_${what}`, { count }),
            phrase("check_attention", `remedy_${what}`, {})
          ),
        ]
  const found = [...waiting("imports", failedImports), ...waiting("updates", needsAttention)]
  return found.length > 0 ? found : [ok("attention", phrase("check_attention", "message", {}))]
}

/** Whole minutes; 0 for less than half of one. */
function minutes(ms: number): number {
  return Math.round(ms / MINUTE_MS)
}
