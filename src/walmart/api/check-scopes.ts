import type { TokenDetail } from "./client"
import { ownValue } from "../common/own-value"

/** What the key may do in one area, and what the plugin needs there. */
export interface ScopeCheck {
  name: string
  /** `full_access`, `view_only`, `no_access`, or what Walmart says. */
  has: string
  /** Null where the plugin needs nothing. */
  needed: string | null
  ok: boolean
}

/** Areas the plugin works in: orders are read, acknowledged, shipped and canceled. */
const NEEDED = new Map([["orders", "full_access"]])

/**
 * Compares what a key may do with what the plugin needs; needed areas first. An area that Walmart does not name counts as
 * closed; an answer that names none at all says nothing, so nothing is held against the key.
 */
export function checkScopes({ scopes }: Pick<TokenDetail, "scopes">): ScopeCheck[] {
  if (Object.keys(scopes).length === 0) return []
  const names = [...new Set([...NEEDED.keys(), ...Object.keys(scopes).sort()])]
  return names.map((name) => {
    const has = ownValue(scopes, name) ?? "no_access"
    const needed = NEEDED.get(name) ?? null
    return { name, has, needed, ok: needed === null || has === needed }
  })
}
