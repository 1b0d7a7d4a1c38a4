import type { AdminWalmartAccountState } from "../../../types/http"
import type { Spoken } from "../../data/spoken"

/** Why orders of an account do not come or go as they should, in the words of the screens. */
export interface AccountTrouble {
  id: string
  variant: "error" | "warning" | "info"
  key: string
  /** ISO times by the name they have in the sentence. */
  times: { since?: string; until?: string }
  /** Since when, as a sentence of its own; null when that is not known. */
  sinceKey: string | null
  /** What Walmart or the store said. */
  said: Spoken | null
}

/** Held for less than this, calls continue before anyone has read about it. */
const WORTH_SAYING_MS = 60_000

/** What holds an account up, worst first; nothing of an account that works. Pure. */
export function troublesOf(account: AdminWalmartAccountState, now: number): AccountTrouble[] {
  return [...callTroubles(account, now), ...pausedOf(account), ...dryRunOf(account)]
}

/** Refused keys explain everything else that goes wrong with calls, and a Walmart that is down explains a fetch that failed. */
function callTroubles(account: AdminWalmartAccountState, now: number): AccountTrouble[] {
  const { blocked_until, hold, last_poll_error } = account
  const times = { since: account.last_poll_at ?? undefined }
  const sinceKey = times.since ? "trouble.fetched" : null
  const trouble = { variant: "error" as const, sinceKey, said: null }
  if (blocked_until) {
    const until = { ...times, until: blocked_until }
    const said = { message: account.last_error, words: account.last_error_words }
    return [{ ...trouble, id: "blocked", key: "trouble.blocked", times: until, said }]
  }
  if (hold?.because === "failing") {
    return [{ ...trouble, id: "failing", key: "trouble.failing", times: { ...times, ...hold } }]
  }
  const notFetched = { ...trouble, id: "not-fetched", key: "trouble.notFetched", times }
  const said = { message: last_poll_error, words: account.last_poll_error_words }
  return [
    ...(last_poll_error ? [{ ...notFetched, said }] : []),
    ...returnsOf(account),
    ...limitedOf(account, now),
  ]
}

/** What keeps orders from coming keeps returns from coming, and is said once. */
function returnsOf(account: AdminWalmartAccountState): AccountTrouble[] {
  const { last_returns_poll_error: message, last_poll_error } = account
  if (!message || message === last_poll_error) return []
  const said = { message, words: account.last_returns_poll_error_words }
  const trouble = { variant: "warning" as const, sinceKey: null, times: {}, said }
  return [{ ...trouble, id: "returns-not-fetched", key: "trouble.returnsNotFetched" }]
}

function limitedOf({ hold }: AdminWalmartAccountState, now: number): AccountTrouble[] {
  if (hold?.because !== "asked" || Date.parse(hold.until) - now < WORTH_SAYING_MS) return []
  const times = { until: hold.until }
  const trouble = { sinceKey: null, said: null, times }
  return [{ ...trouble, id: "limited", variant: "warning", key: "trouble.limited" }]
}

function pausedOf({ paused, paused_at }: AdminWalmartAccountState): AccountTrouble[] {
  if (!paused) return []
  const times = { since: paused_at ?? undefined }
  const sinceKey = paused_at ? "trouble.pausedSince" : null
  return [{ id: "paused", variant: "warning", key: "trouble.paused", times, sinceKey, said: null }]
}

function dryRunOf({ dry_run }: AdminWalmartAccountState): AccountTrouble[] {
  if (!dry_run) return []
  const trouble = { times: {}, sinceKey: null, said: null }
  return [{ ...trouble, id: "dry-run", variant: "info", key: "trouble.dryRun" }]
}
