import type { CancellationReason, Market, MarketCode, MarketOverrides } from "./market"
import { type Said, say } from "../words/phrase"
import { MARKETS } from "./market-data"
import { type Problem, shownValue } from "../common/problem"

/** A reason as a chooser shows it; at most one of a list is preselected. */
export interface OfferedReason extends CancellationReason {
  preselected: boolean
}

/** The market's data with a store's overrides merged in. The built-in data is never changed. */
export function marketOf(code: MarketCode, overrides: MarketOverrides = {}): Market {
  const base = MARKETS[code]
  const { carriers = [], cancellationReasons = [], ...others } = overrides
  const replaced = new Set(cancellationReasons.map((reason) => reason.code))
  const kept = base.cancellationReasons.filter((reason) => !replaced.has(reason.code))
  return {
    ...base,
    ...definedOf(others),
    carriers: [...new Set([...base.carriers, ...carriers])],
    cancellationReasons: [...kept, ...cancellationReasons],
  }
}

/**
 * The reasons a person may choose from. When the customer asked to cancel, the reason that says so comes first and is
 * preselected; when not, it is left out, and nothing is preselected, because every other reason has consequences.
 */
export function offeredReasons(
  market: Market,
  { customerAsked }: { customerAsked: boolean }
): OfferedReason[] {
  const asked = market.cancellationReasons.filter((reason) => reason.onlyWhenCustomerAsked)
  const own = market.cancellationReasons.filter((reason) => !reason.onlyWhenCustomerAsked)
  const offered = customerAsked ? [...asked, ...own] : own
  return offered.map((reason, index) => ({
    ...reason,
    preselected: index === 0 && reason.onlyWhenCustomerAsked,
  }))
}

/**
 * Whether the customer's own request may be the reason of a cancellation. Walmart looks for the request on each line
 * (docs/walmart-api.md, "Canceling"), so it may only when every line that would be canceled has it.
 */
export function customerAskedForAll(lines: { customerAskedToCancel: boolean }[]): boolean {
  return lines.length > 0 && lines.every((line) => line.customerAskedToCancel)
}

/** Codes of the reasons after which Walmart sets the stock of what is canceled to 0. */
export function zeroingReasons({ cancellationReasons }: Pick<Market, "cancellationReasons">) {
  return cancellationReasons.filter((one) => one.zeroesStock).map(({ code }) => code)
}

/** Code of a cancellation that nobody chose a reason for; it is not sent before someone does. */
export const MISSING_REASON = "reason_missing"

/** Why Walmart would refuse this reason for this line, or `null` when it may be sent. */
export function checkReason(
  market: Market,
  code: string | null | undefined,
  { customerAsked }: { customerAsked: boolean }
): Problem | null {
  const given = code?.trim() ?? ""
  const offered = offeredReasons(market, { customerAsked })
  const choices = { or: offered.map(({ label }) => `"${label}"`) }
  if (!given) {
    return reasonProblem(say(MISSING_REASON, { choices }, "choice"), "")
  }
  const reason = market.cancellationReasons.find((known) => known.code === given)
  if (!reason) {
    // Only a program names one that no screen offers, and it needs the codes.
    const codes = { or: offered.map((one) => `${one.code} ("${one.label}")`) }
    const about = { reason: shownValue(given), market: market.name, choices: codes }
    return reasonProblem(say("reason_unknown", about), given)
  }
  if (reason.onlyWhenCustomerAsked && !customerAsked) {
    const about = { reason: reason.label, choices }
    return reasonProblem(say("reason_customer_did_not_ask", about), given)
  }
  return null
}

function reasonProblem(said: Said & { code: string }, value: string): Problem {
  return { ...said, field: "reason", value: shownValue(value) }
}

/** An option left out arrives as `undefined` and must not erase Walmart's figure. */
function definedOf<T extends object>(overrides: T): Partial<T> {
  const entries = Object.entries(overrides).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<T>
}
