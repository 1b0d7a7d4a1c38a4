import { UnreadableError } from "./errors/errors"
import type { Call, Exchanged } from "./exchange"
import { type MeasuredRate, parseMeasuredRate } from "./schemas/insights-schema"

/** Metrics of Walmart's Seller Performance API that are shown beside our own figures, by Walmart's names. */
export const METRICS = ["cancellations", "vtr", "otd", "sss/ots"] as const

/** One of {@link METRICS}. */
export type Metric = (typeof METRICS)[number]

/** Days that Walmart counts; it offers 60 as well. */
export type ReportDays = 14 | 30 | 90

/** Walmart's own figures of the seller's performance (docs/walmart-api.md, "Seller performance"). */
export interface InsightCalls {
  /** Null while Walmart has no figure. Throws a WalmartError as the client's reads do; ForbiddenError when the key has no right to it. */
  performance(metric: Metric, days: ReportDays): Promise<MeasuredRate | null>
}

/** @param read parses an answer and puts the facts of its call into a failure */
export function insightCalls(
  exchange: (call: Call) => Promise<Exchanged>,
  read: <T>(call: Call, done: Exchanged, parse: (json: unknown) => T) => T
): InsightCalls {
  return {
    async performance(metric, days) {
      const path = `/v3/insights/performance/${metric}/summary`
      const query = { reportDuration: String(days) }
      const call: Call = { endpoint: "insights", method: "GET", path, query }
      const done = await exchange(call).catch((error: unknown) => {
        if (isNoContent(error)) return null
        throw error
      })
      return done && read(call, done, parseMeasuredRate)
    },
  }
}

/** Walmart answers 204, without a body, while it has counted nothing. */
function isNoContent(error: unknown): boolean {
  return error instanceof UnreadableError && error.facts.status === 204
}
