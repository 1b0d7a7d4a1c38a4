import type { TokenDetail } from "./client"

/** What the key may do in one area, and what the plugin needs there. */
export interface ScopeCheck {
  name: string
  /** `full_access`, `view_only`, `no_access`, or what Walmart says. */
  has: string
  /** Null where the plugin needs nothing. */
  needed: string | null
  ok: boolean
}

/** Areas the plugin works in: orders are acknowledged, shipped and canceled, stock is written. */
const NEEDED: Record<string, string> = { orders: "full_access", inventory: "full_access" }

/**
 * Compares what a key may do with what the plugin needs; needed areas first. An area that Walmart does not name counts as
 * closed; an answer that names none at all says nothing, so nothing is held against the key.
 */
export function checkScopes({ scopes }: Pick<TokenDetail, "scopes">): ScopeCheck[] {
  if (Object.keys(scopes).length === 0) return []
  const names = [...new Set([...Object.keys(NEEDED), ...Object.keys(scopes).sort()])]
  return names.map((name) => {
    const has = scopes[name] ?? "no_access"
    const needed = NEEDED[name] ?? null
    return { name, has, needed, ok: needed === null || has === needed }
  })
}
