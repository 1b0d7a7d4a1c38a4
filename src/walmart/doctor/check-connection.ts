import { phrase, type Phrase, wordsOf } from "../words/phrase"
import type { ClockFacts, KeyFacts, WebhookFacts } from "./facts"
import { fault, type Found, ok, unknown, warning } from "./finding"

const DAY_MS = 86_400_000

/** How long before its end a key is warned of; getting a new one may take days. */
const KEY_ENDS_SOON_MS = 30 * DAY_MS

/** Whether Walmart accepts the keys, and for how long. */
export function checkKeys({ problem, expiresAt }: KeyFacts, now: number): Found[] {
  if (problem && problem.code !== "permission_missing") {
    const { message, remedy } = wordsOf(problem)
    return [fault("keys", message, remedy)]
  }
  if (expiresAt === null || expiresAt - now > KEY_ENDS_SOON_MS)
    return [ok("keys", phrase("check_keys", "message", {}))]
  const day = new Date(expiresAt).toISOString().slice(0, 10)
  const until = phrase("check_keys", "message_until", { day })
  return [warning("keys", until, phrase("check_keys", "remedy_until", {}))]
}

/** Whether the key may do what the plugin does. */
export function checkPermissions({ problem, scopes, sendsStock }: KeyFacts): Found[] {
  if (problem?.code === "permission_missing") {
    const { message, remedy } = wordsOf(problem)
    return [fault("permissions", message, remedy)]
  }
  if (problem || scopes.length === 0) return []
  const stock = scopes.find(({ name }) => name === "inventory")
  if (sendsStock && stock && stock.has !== "full_access") {
    return [
      warning(
        "permissions",
        phrase("check_permissions", "message_stock", { has: stock.has }),
        phrase("check_permissions", "remedy_stock", {})
      ),
    ]
  }
  return [ok("permissions", phrase("check_permissions", "message", {}))]
}

/** A difference that shows wrong times to people; polls go by Walmart's clock, so that they bear it. */
const NOTICEABLE_MS = 60_000

/** Whether the clocks of server and database agree with Walmart's; with each other while Walmart's is not known. */
export function checkClock({ walmart, database, process }: ClockFacts): Found[] {
  const found = [
    ...databaseClock(database - (walmart ?? process), walmart !== null),
    ...(walmart === null ? [] : serverClock(process - walmart)),
  ]
  if (found.length > 0) return found
  return [ok("clock", phrase("check_clock", walmart === null ? "message_unasked" : "message", {}))]
}

function databaseClock(ahead: number, isByWalmart: boolean): Found[] {
  const by = isByWalmart ? "database" : "unasked"
  const message = phrase("check_clock", `message_${by}_${sideOf(ahead)}`, secondsOf(ahead))
  return clockFound(ahead, message, phrase("check_clock", "remedy_database", {}))
}

function serverClock(ahead: number): Found[] {
  const message = phrase("check_clock", `message_server_${sideOf(ahead)}`, secondsOf(ahead))
  return clockFound(ahead, message, phrase("check_clock", "remedy_server", {}))
}

const sideOf = (ahead: number) => (ahead > 0 ? "ahead" : "behind")

const secondsOf = (ahead: number) => ({ seconds: Math.round(Math.abs(ahead) / 1000) })

function clockFound(ahead: number, message: Phrase, remedy: Phrase): Found[] {
  const off = Math.abs(ahead)
  if (off <= NOTICEABLE_MS) return []
  return [off > DAY_MS ? fault("clock", message, remedy) : warning("clock", message, remedy)]
}

/** Whether Walmart delivers its events; polls do the work without them. */
export function checkWebhooks(facts: WebhookFacts | null): Found[] {
  if (facts === null) return []
  const { obstacle, isConfigured, own, silence } = facts
  if (!isConfigured) return [ok("webhooks", phrase("check_webhooks", "message_off", {}))]
  if (obstacle)
    return [warning("webhooks", obstacle, phrase("check_webhooks", "remedy_obstacle", {}))]
  if (own === null) {
    const unread = phrase("check_webhooks", "message_unread", {})
    return [unknown("webhooks", unread, phrase("check_webhooks", "remedy_unread", {}))]
  }
  if (own.length === 0) {
    const none = phrase("check_webhooks", "message_unsubscribed", {})
    return [warning("webhooks", none, phrase("check_webhooks", "remedy_unsubscribed", {}))]
  }
  const warnings = [...own.map((one) => one.warning), silence].filter((said) => said !== null)
  if (warnings.length === 0) return [ok("webhooks", phrase("check_webhooks", "message", {}))]
  const remedy = phrase("check_webhooks", "remedy_warned", {})
  return warnings.map((said) => warning("webhooks", said, remedy))
}
