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
  const remedy = "Until then no order arrives; correct the cause, and the next poll takes them up."
  if (lastPollError !== null) return [fault("polls", lastPollError, remedy)]
  if (lastPollAt === null) {
    const first =
      "Start the store with a worker (WORKER_MODE shared or worker) and wait for two minutes."
    return [warning("polls", "Walmart has not been asked for orders yet.", first)]
  }
  const age = now - lastPollAt
  if (age <= Math.max(LATE_POLLS * pollEveryMs, MINUTE_MS))
    return [ok("polls", `Walmart was last asked for orders ${minutes(age)} ago.`)]
  const worker = "Check that a process with WORKER_MODE shared or worker runs, and its log."
  return [fault("polls", `Walmart was last asked for orders ${minutes(age)} ago.`, worker)]
}

/** Whether Walmart holds open orders that the store will never hear of by itself. */
export function checkOlderOrders(older: OlderOrders | null): Found[] {
  if (older === null) return []
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const since = new Date(older.before).toISOString().slice(0, 16).replace("T", " ")
  if (older.count === 0)
    return [ok("older_orders", `Walmart has no open order from before ${since} UTC.`)]
  const from = day(older.before - IMPORTABLE_MS)
  const orders = older.count === 1 ? "1 open order" : `${older.count} open orders`
  return [
    warning(
      "older_orders",
      `Walmart has ${orders} from before ${since} UTC, when the account's imports begin, which are not in the store.`,
      `Import what is left with the script import-walmart-orders.js from=${from} to=${day(older.before)}, or ship it where it was shipped so far.`
    ),
  ]
}

/** Whether somebody works, and whether work waits. */
export function checkQueue(facts: WorkFacts): Found[] {
  const { oldestDueSeconds: oldest, dueOrders } = facts
  return [
    ...checkWorker(facts),
    ...heldTexts(facts),
    oldest !== null && oldest > LATE_QUEUE_SECONDS
      ? fault(
          "queue",
          `${dueOrders} orders wait to be sent, the oldest for ${minutes(oldest * 1000)}.`,
          "Look at the account's last error above; when there is none, check that a worker runs."
        )
      : ok("queue", dueOrders === 0 ? "Nothing waits to be sent." : "What waits is being sent."),
  ]
}

function checkWorker({ secondsSinceTick: seconds }: WorkFacts): Found[] {
  const remedy = "Start a process with WORKER_MODE shared or worker, and look into its log."
  if (seconds === null)
    return [warning("worker", "No worker has looked at the account yet.", remedy)]
  if (seconds <= LATE_TICK_SECONDS) return [ok("worker", "A worker looks at the account.")]
  const since = `No worker has looked at the account for ${minutes(seconds * 1000)}.`
  return [fault("worker", since, remedy)]
}

function heldTexts({ paused, dryRun, blocked }: WorkFacts): Found[] {
  return [
    ...(blocked === null
      ? []
      : [fault("queue", `Sending is held: ${blocked}`, "Correct the cause, then test again.")]),
    ...(paused
      ? [warning("queue", "The account is paused; nothing is sent.", "Resume it when it is time.")]
      : []),
    ...(dryRun
      ? [warning("queue", "Dry run is on; nothing is sent.", "Switch it off in the settings.")]
      : []),
  ]
}

/** Whether anything waits for a person. */
export function checkAttention({ needsAttention, failedImports }: WorkFacts): Found[] {
  const found = [
    ...(failedImports > 0
      ? [
          warning(
            "attention",
            `${failedImports} orders could not be imported.`,
            "The Walmart page says of each what it lacks; Walmart cancels what is not shipped in time."
          ),
        ]
      : []),
    ...(needsAttention > 0
      ? [
          warning(
            "attention",
            `${needsAttention} updates wait for a person.`,
            "The Walmart page says of each what to do."
          ),
        ]
      : []),
  ]
  return found.length > 0 ? found : [ok("attention", "Nothing waits for a person.")]
}

function minutes(ms: number): string {
  const whole = Math.round(ms / MINUTE_MS)
  if (whole === 0) return "less than a minute"
  return whole === 1 ? "1 minute" : `${whole} minutes`
}
