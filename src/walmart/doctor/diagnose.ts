import { checkClock, checkKeys, checkPermissions, checkWebhooks } from "./check-connection"
import { checkPlaces, checkShippingOptions } from "./check-places"
import { checkProducts } from "./check-products"
import {
  checkAttention,
  checkOlderOrders,
  checkPolls,
  checkQueue,
  checkReturns,
} from "./check-work"
import { phrase } from "../words/phrase"
import type { AccountFacts, ServerFacts } from "./facts"
import { CHECKS, fault, type Finding, type Found, ok, warning } from "./finding"

/** What holds for the whole store. Nothing of an account can be looked at while tables are missing. */
export function diagnoseServer(facts: ServerFacts): Finding[] {
  if (!facts.isMigrated) {
    const missing = phrase("check_migrations", "message_missing", {})
    const remedy = phrase("check_migrations", "remedy_missing", {})
    return byAccount(null, [fault("migrations", missing, remedy)])
  }
  return byAccount(null, [
    ok("migrations", phrase("check_migrations", "message", {})),
    ...accountsFound(facts),
    ...modulesFound(facts),
  ])
}

function accountsFound({ absences, connected }: ServerFacts): Found[] {
  if (connected.length === 0 && absences.length === 0) {
    const none = phrase("check_accounts", "message_none", {})
    return [fault("accounts", none, phrase("check_accounts", "remedy_none", {}))]
  }
  const state = connected.length === 0 ? fault : warning
  const accounts = connected.join(", ")
  return [
    ...absences.map(({ message, remedy }) => state("accounts", message, remedy)),
    ...(connected.length > 0
      ? [ok("accounts", phrase("check_accounts", "message", { accounts }))]
      : []),
  ]
}

/** Only a store of several processes needs modules that are shared; a server or worker never is alone. */
function modulesFound({ workerMode, sharedModules, redis }: ServerFacts): Found[] {
  const own = sharedModules.filter(({ isShared }) => !isShared).map(({ name }) => name)
  if (redis && !redis.answers) return [redisFound(redis.address)]
  if (own.length === 0) return [ok("modules", phrase("check_modules", "message", {}))]
  const modules = own.join(", ")
  if (workerMode === "shared")
    return [ok("modules", phrase("check_modules", "message_alone", { modules }))]
  return [
    warning(
      "modules",
      phrase("check_modules", "message_unshared", { mode: workerMode, modules }),
      phrase("check_modules", "remedy_unshared", {})
    ),
  ]
}

function redisFound(address: string | null): Found {
  const message =
    address === null
      ? phrase("check_modules", "message_redis_url", {})
      : phrase("check_modules", "message_redis", { address })
  return fault("modules", message, phrase("check_modules", "remedy_redis", {}))
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
    ...checkOlderOrders(older, work.now),
    ...checkReturns(work),
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
