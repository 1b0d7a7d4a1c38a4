import type { AdminWalmartStock } from "../../types/http"
import type { Spoken } from "../data/spoken"

/** Names of the reasons that have words of their own. */
type WhyName =
  | "held"
  | "not_listed"
  | "not_counted"
  | "in_feed"
  | "waiting"
  | "buffer"
  | "cap"
  | "drifted"
  | "unsent"
  | "no_figure"

/** One reason why Walmart shows another figure than the shelf. */
export interface Why {
  /** Null where the server says it. */
  name: WhyName | null
  /** What the server says; null where the reason has a name. */
  said: Spoken | null
  /** What is put into the words. */
  values: Record<string, string | number>
}

/** Why Walmart does not show what Medusa could sell; the state's own reason first. Pure. */
export function whyDifferent(stock: AdminWalmartStock): Why[] {
  return [...ofState(stock), ...ofRules(stock), ...ofTime(stock)]
}

function ofState({ state, attention, in_feed_since: inFeed }: AdminWalmartStock): Why[] {
  if (state === "recount") return [words("held")]
  if (attention) return [{ name: null, said: attention, values: {} }]
  if (state === "waiting" && inFeed !== null) return [words("in_feed")]
  if (state === "waiting") return [words("waiting")]
  return state === "not_listed" || state === "not_counted" ? [words(state)] : []
}

function ofRules({ available, buffer, cap, medusa_amount: amount }: AdminWalmartStock): Why[] {
  if (available === null || amount === null || amount >= available) return []
  const isCapped = cap !== null && amount === cap
  return [
    ...(buffer > 0 ? [words("buffer", { count: Math.min(buffer, available) })] : []),
    ...(isCapped ? [words("cap", { count: cap })] : []),
  ]
}

/** Nothing is on its way, and yet the figures differ, or cannot be compared. */
function ofTime(stock: AdminWalmartStock): Why[] {
  const { state, attention, medusa_amount: wanted, walmart_amount: shown } = stock
  if (state !== "sent" || attention) return []
  if (wanted === null) return [words("no_figure", { account: stock.account_id })]
  if (wanted === shown) return []
  return [words(shown === null ? "unsent" : "drifted")]
}

function words(name: WhyName, values: Why["values"] = {}): Why {
  return { name, said: null, values }
}
