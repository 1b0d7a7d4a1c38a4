import { allowQuery, type Call } from "../gateway/call"
import type { Seller } from "../state/state"
import { amount, fields, oneOf, type Fields } from "../wire/body"
import { refusal } from "../wire/errors"
import type { Answer } from "../wire/http"

const DURATIONS = ["14", "30", "60", "90"] as const

/**
 * The metrics and the name their rate has. DEV names `otd`, `cancellations`, `vtr`, `sss/ots`, `sss/cma`, `negativeFeedback`,
 * `returns`, `itemNotReceived` and `lateShipment` (docs of the Insights API, notice of 24 Sep 2026); `srr` and `sfla` are OBS,
 * and so are the two names of the rate.
 */
export const METRICS: Readonly<Record<string, "overallRate" | "cumulativeRate">> = {
  otd: "overallRate",
  cancellations: "cumulativeRate",
  vtr: "cumulativeRate",
  "sss/ots": "overallRate",
  "sss/cma": "overallRate",
  srr: "overallRate",
  sfla: "overallRate",
  negativeFeedback: "cumulativeRate",
  returns: "cumulativeRate",
  itemNotReceived: "cumulativeRate",
  lateShipment: "cumulativeRate",
}

const SHIPPING_METRICS = ["otd", "vtr", "sss/ots"]
const FIGURES = ["sellerAccountableRate", "trend", "impactedCustomerCount", "riskLevel", "standard"]

/** `GET /v3/insights/performance/{metric}/summary`: 204 until the control API has set figures (rule P1). */
export function getPerformance(call: Call): Answer {
  const { pathId: metric, query, seller, world } = call
  const isShipping = SHIPPING_METRICS.includes(metric)
  allowQuery(call, "reportDuration", ...(isShipping ? ["shippingMethod"] : []))
  const duration = choice(query, "reportDuration", DURATIONS, "30")
  choice(query, "shippingMethod", ["ALL_METHODS", "TwoDay", "OneDay"], "ALL_METHODS")
  const figures = seller.performance.get(metric)
  if (!figures) return { status: 204 }
  const payload = {
    ...figures,
    reportDuration: Number(duration),
    updatedTimestamp: new Date(world.clock.now()).toISOString(),
  }
  return { status: 200, body: { status: "OK", payload } }
}

/** `POST /__control/performance`: `{metric, rate, …}` sets a metric's figures in percent, `rate: null` takes them away. */
export function setPerformance(seller: Seller, spec: Fields): Fields | null {
  const metric = oneOf(spec.metric, Object.keys(METRICS), "metric")
  if (spec.rate === null) {
    seller.performance.delete(metric)
    return null
  }
  const rateName = METRICS[metric]
  const trendName = rateName === "overallRate" ? "overallTrend" : "cumulativeRateTrend"
  const { trend = "NEUTRAL", ...more } = spec.figures === undefined ? {} : moreOf(spec.figures)
  const figures = { [rateName]: amount(spec.rate, "rate"), [trendName]: trend, ...more }
  seller.performance.set(metric, figures)
  return figures
}

function moreOf(value: unknown): Fields {
  return fields(value, "figures", [], FIGURES)
}

function choice(
  query: URLSearchParams,
  name: string,
  allowed: readonly string[],
  fallback: string
): string {
  const value = query.get(name) ?? fallback
  if (allowed.includes(value)) return value
  const text = `${name}: "${value}" is not one of ${allowed.join(", ")}`
  throw refusal(400, "gateway", "INVALID_REQUEST_PARAM", text, name)
}
