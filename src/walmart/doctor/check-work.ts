import { LATE_QUEUE_SECONDS, LATE_WORKER_SECONDS } from "./lateness"
import { type Phrase, phrase, verbatim } from "../words/phrase"
import type { OlderOrders, WorkFacts } from "./facts"
import { fault, type Found, ok, warning } from "./finding"

const MINUTE_MS = 60_000

/** Open orders are younger: Walmart cancels what is not shipped in time. */
const IMPORTABLE_MS = 30 * 86_400_000

/** Polls may be three times as slow while webhooks arrive; twice that is no delay any more. */
const LATE_POLLS = 6

/** Nothing makes polls of returns slower. */
const LATE_RETURNS = 3

/** Whether orders are fetched. */
export function checkPolls({ now, lastPollAt, lastPollError, pollEveryMs }: WorkFacts): Found[] {
  if (lastPollError !== null)
    return [fault("polls", lastPollError, phrase("check_polls", "remedy_failed", {}))]
  if (lastPollAt === null) {
    const never = phrase("check_polls", "message_never", {})
    return [warning("polls", never, phrase("check_polls", "remedy_never", {}))]
  }
  const age = now - lastPollAt
  const asked = askedAgo("check_polls", age)
  if (age <= Math.max(LATE_POLLS * pollEveryMs, MINUTE_MS)) return [ok("polls", asked)]
  return [fault("polls", asked, phrase("check_polls", "remedy_late", {}))]
}

/** Whether return orders are fetched; without them nobody knows what is to be refunded within two days. */
export function checkReturns({ now, returns }: WorkFacts): Found[] {
  const { lastPollAt, lastPollError, pollEveryMs } = returns
  const found = (message: Phrase | Phrase[], remedy: "failed" | "never" | "late") => [
    warning("returns", message, phrase("check_returns", `remedy_${remedy}`, {})),
  ]
  if (lastPollError !== null) return found(verbatim(lastPollError), "failed")
  if (lastPollAt === null) return found(phrase("check_returns", "message_never", {}), "never")
  const age = now - lastPollAt
  const asked = askedAgo("check_returns", age)
  return age > LATE_RETURNS * pollEveryMs ? found(asked, "late") : [ok("returns", asked)]
}

function askedAgo(code: "check_polls" | "check_returns", age: number): Phrase {
  const count = minutes(age)
  return count === 0 ? phrase(code, "message", {}) : phrase(code, "message_ago", { count })
}

/** Whether Walmart holds open orders that the store will never receive on its own. */
export function checkOlderOrders(older: OlderOrders | null, now: number): Found[] {
  if (older === null) return []
  const later = laterImports(older.before, now).map((message) =>
    warning("older_orders", message, phrase("check_older_orders", "remedy_later", {}))
  )
  return [...later, openBefore(older)]
}

/** Says that an account imports nothing yet, because its imports begin later. @param importFrom epoch milliseconds */
export function laterImports(importFrom: number, now: number): Phrase[] {
  if (importFrom <= now) return []
  return [phrase("check_older_orders", "message_later", { since: minuteOf(importFrom) })]
}

function openBefore({ before, count }: OlderOrders): Found {
  const since = minuteOf(before)
  if (count === 0) return ok("older_orders", phrase("check_older_orders", "message", { since }))
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const days = { from: day(before - IMPORTABLE_MS), to: day(before) }
  return warning(
    "older_orders",
    phrase("check_older_orders", "message_open", { count, since }),
    phrase("check_older_orders", "remedy_open", days)
  )
}

const minuteOf = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace("T", " ")

/** Whether someone works, and whether work waits. */
export function checkQueue(facts: WorkFacts): Found[] {
  return [...checkWorker(facts), ...heldTexts(facts), ...waitingFound(facts)]
}

/** That orders wait is what is wanted of an account that staff hold. */
function waitingFound(facts: WorkFacts): Found[] {
  return facts.paused || facts.dryRun ? [] : [lateness(facts)]
}

function lateness({ oldestDueSeconds: oldest, dueOrders: orders }: WorkFacts): Found {
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
  if (seconds <= LATE_WORKER_SECONDS) return [ok("worker", phrase("check_worker", "message", {}))]
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
