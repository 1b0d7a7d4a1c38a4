import { checkClock, checkKeys, checkPermissions, checkWebhooks } from "./check-connection"
import { checkPlaces, checkShippingOptions } from "./check-places"
import { checkProducts } from "./check-products"
import { checkAttention, checkOlderOrders, checkPolls, checkQueue } from "./check-work"
import type { AccountFacts, ServerFacts } from "./facts"
import { CHECKS, fault, type Finding, type Found, ok, warning } from "./finding"

/** What holds for the whole store. Nothing of an account can be looked at while tables are missing. */
export function diagnoseServer(facts: ServerFacts): Finding[] {
  if (!facts.isMigrated) {
    const missing = "The database lacks tables or columns of the installed version."
    const remedy = "Run `npx medusa db:migrate`, then start the store again."
    return byAccount(null, [fault("migrations", missing, remedy)])
  }
  return byAccount(null, [
    ok("migrations", "The database is migrated."),
    ...accountsFound(facts),
    ...modulesFound(facts),
  ])
}

function accountsFound({ absences, connected }: ServerFacts): Found[] {
  const remedy = "Add the account with its keys in medusa-config and restart."
  if (connected.length === 0 && absences.length === 0)
    return [fault("accounts", "The plugin's options name no Walmart account.", remedy)]
  const state = connected.length === 0 ? fault : warning
  return [
    ...absences.map((text) => state("accounts", text, remedy)),
    ...(connected.length > 0
      ? [ok("accounts", `Accounts with keys: ${connected.join(", ")}.`)]
      : []),
  ]
}

/** Only a store of several processes needs modules that are shared; a server or worker never is alone. */
function modulesFound({ workerMode, sharedModules, redis }: ServerFacts): Found[] {
  const own = sharedModules.filter(({ isShared }) => !isShared).map(({ name }) => name)
  if (redis && !redis.answers) {
    const remedy = "Start Redis, or correct its address; until then Medusa's events wait."
    return [fault("modules", `Redis does not answer at ${redis.address}.`, remedy)]
  }
  if (own.length === 0) return [ok("modules", "Medusa's modules are shared by all processes.")]
  if (workerMode === "shared")
    return [ok("modules", `Good for one process: in its memory are ${own.join(", ")}.`)]
  return [
    warning(
      "modules",
      `This process is a ${workerMode}, but these modules of Medusa are in its memory only: ${own.join(", ")}.`,
      "Use Medusa's Redis modules for them, so that both hear of each other's events."
    ),
  ]
}

/**
 * What holds for one account.
 * @param country of the account's market, lower-case alpha-2
 */
export function diagnoseAccount(facts: AccountFacts, country: string): Finding[] {
  const { keys, clock, webhooks, places, products, older, work } = facts
  const found = [
    ...checkKeys(keys, work.now),
    ...checkPermissions(keys),
    ...checkClock(clock),
    ...checkPolls(work),
    ...checkOlderOrders(older),
    ...checkWebhooks(webhooks),
    ...checkPlaces(places),
    ...checkShippingOptions(places, products, country),
    ...checkProducts(products),
    ...checkQueue(work),
    ...checkAttention(work),
  ]
  return byAccount(facts.id, found)
}

function byAccount(accountId: string | null, found: Found[]): Finding[] {
  const sorted = [...found].sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check))
  return sorted.map((one) => ({ ...one, accountId }))
}
