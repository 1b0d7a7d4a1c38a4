import type { Standards } from "../markets/market"

/** What is measured by our own records. */
export const MEASURES = [
  "acknowledgment",
  "shipment",
  "delivery",
  "cancellation",
  "tracking",
] as const

/** One of {@link MEASURES}. */
export type Measure = (typeof MEASURES)[number]

/** How many could be judged, and how many of them count against the seller: orders, of tracking parcels. */
export interface Tally {
  counted: number
  missed: number
}

/** What a rate has to do with its limit. */
type Bound = "at_least" | "above" | "below"

/** A tally as it is shown beside Walmart's limit. */
export interface JudgedRate extends Tally {
  measure: Measure
  /** Percent with two decimals: canceled of cancellations, met of everything else; null when nothing was counted. */
  rate: number | null
  /** Percent; null where Walmart publishes none. */
  limit: number | null
  /** Whether the rate has to reach the limit, to be above it or to stay below it. */
  bound: Bound
  /** Null without a rate or a limit. */
  isWithin: boolean | null
}

/** Which of Walmart's standards a measure is held against; it publishes none for acknowledging and for shipping in time. */
const LIMITS: Record<Measure, keyof Standards | null> = {
  acknowledgment: null,
  shipment: null,
  delivery: "onTimeDelivery",
  cancellation: "cancellation",
  tracking: "validTracking",
}

/** Holds what was counted against the market's standards. Pure. */
export function judgeRates(tallies: Record<Measure, Tally>, standards: Standards): JudgedRate[] {
  return MEASURES.map((measure) => {
    const name = LIMITS[measure]
    return judged(measure, tallies[measure], name === null ? null : standards[name])
  })
}

function judged(measure: Measure, tally: Tally, limit: number | null): JudgedRate {
  const { counted, missed } = tally
  const isShareOfMisses = measure === "cancellation"
  const share = isShareOfMisses ? missed : counted - missed
  const exact = counted === 0 ? null : (share / counted) * 100
  const bound = boundOf(measure)
  return {
    ...{ measure, counted, missed, limit, bound },
    rate: exact === null ? null : roundedOutward(exact, bound),
    isWithin: exact === null || limit === null ? null : isWithin(exact, limit, bound),
  }
}

/** Walmart wants on-time delivery above its limit (docs/walmart-api.md, "Seller performance"). */
function boundOf(measure: Measure): Bound {
  if (measure === "cancellation") return "below"
  return measure === "delivery" ? "above" : "at_least"
}

function isWithin(exact: number, limit: number, bound: Bound): boolean {
  if (bound === "below") return exact < limit
  return bound === "above" ? exact > limit : exact >= limit
}

/** Never shows a limit as kept that is not: 98.996 % is not 99 %. */
function roundedOutward(exact: number, bound: Bound): number {
  const hundredths = Number((exact * 100).toFixed(6))
  return (bound === "below" ? Math.ceil(hundredths) : Math.floor(hundredths)) / 100
}
