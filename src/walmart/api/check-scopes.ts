import { ownValue } from "../common/own-value"
import { phrase } from "../words/phrase"
import type { EndpointName } from "./endpoint-limits"
import { AccountError, type CallFacts, ForbiddenError, type WalmartError } from "./errors/errors"

/** What the key may do in one area, and what the plugin needs there. */
export interface ScopeCheck {
  name: string
  /** `full_access`, `view_only`, `no_access`, or what Walmart says. */
  has: string
  /** Null where the plugin needs nothing. */
  needed: string | null
  ok: boolean
}

/** Areas without which an account is of no use: orders are read, acknowledged, shipped and canceled. */
const NEEDED = new Map([["orders", "full_access"]])

/**
 * Compares what a key may do with what the plugin needs; needed areas first. An area that Walmart does not name counts as
 * closed; an answer that names none at all says nothing, so nothing is held against the key.
 */
export function checkScopes({ scopes }: { scopes: Record<string, string> }): ScopeCheck[] {
  if (Object.keys(scopes).length === 0) return []
  const names = [...new Set([...NEEDED.keys(), ...Object.keys(scopes).sort()])]
  return names.map((name) => {
    const has = ownValue(scopes, name) ?? "no_access"
    const needed = NEEDED.get(name) ?? null
    return { name, has, needed, ok: needed === null || has === needed }
  })
}

/** A call that was refused, and Walmart's words. */
interface RefusedCall {
  account: string
  endpoint: EndpointName
  status: number
  said: string
}

/**
 * What a 401 or 403 to a call means. Keys that are refused are refused for everything, and an account without its orders waits as a
 * whole; any other area may be closed to a key for good, and only what goes there waits.
 */
export function noAccess(refused: RefusedCall, facts: CallFacts): WalmartError {
  const about = { ...refused }
  if (refused.status === 401) {
    return new AccountError([phrase("credentials_refused", "message", about)], facts)
  }
  const said = [phrase("permission_missing", "message", about)]
  return isAccounts(refused.endpoint)
    ? new AccountError(said, facts)
    : new ForbiddenError(said, facts)
}

/** Whether an account waits as a whole while its key may not use an endpoint. */
function isAccounts(endpoint: EndpointName): boolean {
  const [area] = endpoint.split(".")
  return area === "token" || NEEDED.has(area)
}
