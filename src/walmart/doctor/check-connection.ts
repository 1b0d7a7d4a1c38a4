import type { ClockFacts, KeyFacts, WebhookFacts } from "./facts"
import { fault, type Found, ok, unknown, warning } from "./finding"

const DAY_MS = 86_400_000

/** How long before its end a key is warned of; getting a new one may take days. */
const KEY_ENDS_SOON_MS = 30 * DAY_MS

/** Whether Walmart accepts the keys, and for how long. */
export function checkKeys({ problem, expiresAt }: KeyFacts, now: number): Found[] {
  if (problem && problem.code !== "permission_missing")
    return [fault("keys", problem.message, problem.remedy)]
  if (expiresAt === null || expiresAt - now > KEY_ENDS_SOON_MS)
    return [ok("keys", "Walmart accepts the keys.")]
  const day = new Date(expiresAt).toISOString().slice(0, 10)
  const remedy =
    "Make a new pair in Walmart's Developer Portal and set it in the store before that day."
  return [warning("keys", `Walmart accepts the keys until ${day}.`, remedy)]
}

/** Whether the key may do what the plugin does. */
export function checkPermissions({ problem, scopes, sendsStock }: KeyFacts): Found[] {
  if (problem?.code === "permission_missing")
    return [fault("permissions", problem.message, problem.remedy)]
  if (problem || scopes.length === 0) return []
  const stock = scopes.find(({ name }) => name === "inventory")
  if (sendsStock && stock && stock.has !== "full_access") {
    return [
      warning(
        "permissions",
        `The key has ${stock.has} to inventory, so the store's stock cannot be sent.`,
        "Give the key full access to inventory in Walmart's Developer Portal, or set stock: off for the account."
      ),
    ]
  }
  return [ok("permissions", "The key may do all that the plugin needs.")]
}

/** A difference that shows wrong times to people; polls go by Walmart's clock, so that they bear it. */
const NOTICEABLE_MS = 60_000

/** Whether the clocks of server and database agree with Walmart's. */
export function checkClock({ walmart, database, process }: ClockFacts): Found[] {
  const clocks = [
    { whose: "the database's server", ahead: database - (walmart ?? process) },
    ...(walmart === null ? [] : [{ whose: "this server", ahead: process - walmart }]),
  ]
  const off = clocks.filter(({ ahead }) => Math.abs(ahead) > NOTICEABLE_MS)
  const other = walmart === null ? "this server's" : "Walmart's"
  if (off.length === 0) return [ok("clock", `The clocks agree with ${other}.`)]
  return off.map(({ whose, ahead }) => {
    const seconds = Math.round(Math.abs(ahead) / 1000)
    const message = `The clock of ${whose} is ${seconds} seconds ${ahead > 0 ? "ahead of" : "behind"} ${other}.`
    const remedy = `Set the clock of ${whose} right, best by NTP: deadlines and events are judged by it.`
    return Math.abs(ahead) > DAY_MS
      ? fault("clock", message, remedy)
      : warning("clock", message, remedy)
  })
}

/** Whether Walmart delivers its events; polls do the work without them. */
export function checkWebhooks(facts: WebhookFacts | null): Found[] {
  if (facts === null) return []
  const { obstacle, isConfigured, own, silence } = facts
  if (!isConfigured)
    return [ok("webhooks", "The account receives no webhooks; polling does the work.")]
  if (obstacle) return [warning("webhooks", obstacle, "Until then polling does the work.")]
  if (own === null) {
    const remedy = "Run the checks again once the keys work."
    return [unknown("webhooks", "Walmart's list of subscriptions could not be read.", remedy)]
  }
  if (own.length === 0) {
    const remedy = "Subscribe in Settings → Walmart."
    return [warning("webhooks", "The options have webhooks, but none is subscribed to.", remedy)]
  }
  const warnings = [...own.map((one) => one.warning), silence].flatMap((text) => text ?? [])
  if (warnings.length === 0) return [ok("webhooks", "Walmart delivers its events.")]
  const remedy = "Look at the account's webhooks in Settings → Walmart."
  return warnings.map((text) => warning("webhooks", text, remedy))
}
