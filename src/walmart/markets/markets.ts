import { type Said, say } from "../words/phrase"
import { MARKETS } from "./market-data"
import { listOf, type Problem, shownValue } from "../common/problem"

/** The markets a seller account can belong to, as Walmart's `WM_MARKET` header spells them. */
export type MarketCode = "us" | "ca" | "mx" | "cl"

/** One reason Walmart accepts for canceling a line. */
export interface CancellationReason {
  /** Exact value of `cancellationReason` on the wire. */
  code: string
  label: string
  /** What choosing it causes, in plain words for the person who chooses. */
  effect: string
  /** Walmart accepts it only for a line whose customer asked to cancel. */
  onlyWhenCustomerAsked: boolean
  /** Walmart then sets the item's stock at the line's ship node to zero. */
  zeroesStock: boolean
  countsAgainstSeller: boolean
}

/** How old the built-in list of a market's carriers is. */
export interface CarrierList {
  /** Day of Walmart's newest published change that the list has (`2026-10-30`); `null` where Walmart publishes no list. */
  asOf: string | null
  /** Page of Walmart's that has the present list. */
  url: string
}

/** What Walmart expects of a seller, in percent; `null` where it publishes no figure. */
export interface Standards {
  /** Share of orders that the seller cancels: less than this. */
  cancellation: number | null
  /** Share of parcels with a valid tracking number: at least this. */
  validTracking: number | null
  /** Share of orders that arrive in time: more than this. */
  onTimeDelivery: number | null
}

/** What holds in one market. Hours and days are Walmart's published figures; `null` where it publishes none. */
export interface Market {
  code: MarketCode
  name: string
  /** ISO 4217, upper case. */
  currency: string
  /** Headers that every call of this market carries besides the common ones. */
  headers: Record<string, string>
  cancellationReasons: CancellationReason[]
  /** Exact strings Walmart accepts as `carrierName.carrier`. */
  carriers: string[]
  carrierList: CarrierList
  /** Patterns of numbers that a store added, by Walmart's carrier name; they have passed `patternFault`. */
  carrierNumbers: Readonly<Record<string, readonly string[]>>
  /** Sites of tracking links that a store added, by Walmart's carrier name; subdomains count. */
  carrierSites: Readonly<Record<string, readonly string[]>>
  /** Codes of ship methods that a store added. */
  shipMethods: readonly string[]
  /** Each shipped line says from which country it is shipped (`shipFromCountry`). */
  namesShipFromCountry: boolean
  /** What one acknowledgment concerns: the whole order, or the lines that it names. */
  acknowledges: "orders" | "lines"
  /** Whether refunds of an order can be sent; elsewhere they are made in Seller Center. */
  takesRefunds: boolean
  /**
   * How the refund of a return is asked for: `units` names what is to be refunded, `receipt` what was received, and shows no parts.
   * Null where Walmart offers it to no program (docs/walmart-api.md, "Returns").
   */
  returnRefund: "units" | "receipt" | null
  /** Least sum of money there is, in hundredths: a peso of Chile has no decimals. */
  leastMoney: 1 | 100
  /** Hours from the creation of a Walmart order to its acknowledgment. */
  acknowledgeWithinHours: number
  /** Calendar days after the estimated ship date after which Walmart cancels what has not shipped. */
  autoCancelAfterDays: number | null
  /** Hours after a line was marked shipped during which its tracking can be corrected. */
  trackingCorrectionHours: number | null
  /**
   * Which number `currentTrackingInfo` names when tracking is corrected: the one that Walmart has, or the new one. Walmart's words may
   * mean either (docs/walmart-api.md, "Tracking correction").
   */
  currentTrackingNames: "old" | "new"
  standards: Standards
  /** Most order lines in one ship or cancel call. */
  maxLinesPerWrite: number
  /** Address of the order in Seller Center, for a link a person follows. */
  sellerCenterOrderUrl: (purchaseOrderId: string) => string
}

/** What a store may change about a market without waiting for a release. Carriers and reasons are added; a reason with a known code replaces it. */
export interface MarketOverrides {
  /** Names that Walmart lists by now, as it spells them. */
  carriers?: string[]
  /** Walmart carrier name to patterns of its numbers, so that these tell the carrier. */
  carrierNumbers?: Record<string, string[]>
  /** Walmart carrier name to sites of its tracking links, so that a link tells the carrier. */
  carrierSites?: Record<string, string[]>
  /** Codes of ship methods that Walmart gives orders by now. */
  shipMethods?: string[]
  cancellationReasons?: CancellationReason[]
  acknowledgeWithinHours?: number
  autoCancelAfterDays?: number | null
  trackingCorrectionHours?: number | null
  currentTrackingNames?: "old" | "new"
  maxLinesPerWrite?: number
}

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

/** Code of a cancellation that nobody chose a reason for; it is not sent before somebody does. */
export const MISSING_REASON = "reason_missing"

/** Why Walmart would refuse this reason for this line, or `null` when it may be sent. */
export function checkReason(
  market: Market,
  code: string | null | undefined,
  { customerAsked }: { customerAsked: boolean }
): Problem | null {
  const given = code?.trim() ?? ""
  const choices = listOf(offeredReasons(market, { customerAsked }).map(({ label }) => `"${label}"`))
  if (!given) {
    return reasonProblem(say(MISSING_REASON, { choices }, "choice"), "")
  }
  const reason = market.cancellationReasons.find((known) => known.code === given)
  if (!reason) {
    const about = { reason: shownValue(given), market: market.name, choices }
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
