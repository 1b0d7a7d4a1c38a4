import type { MedusaContainer } from "@medusajs/framework/types"
import type { PerformanceWindow } from "../../../../modules/walmart/reports/performance-sql"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type {
  AdminWalmartMeasured,
  AdminWalmartMeasuredResponse,
  AdminWalmartMissListResponse,
  AdminWalmartPerformance,
} from "../../../../types/http"
import { WalmartError } from "../../../../walmart/api/errors/errors"
import { METRICS, type Metric, type ReportDays } from "../../../../walmart/api/insights"
import type { Standards } from "../../../../walmart/markets/market"
import { judgeRates, type Measure } from "../../../../walmart/performance/judge"
import { explain } from "../../../../walmart/updates/outcome"
import { english, inARow, type Phrase, phrase } from "../../../../walmart/words/phrase"
import { walmartOf } from "../../../../workflows/import/store/load-store"
import { iso } from "../present"

/** How each account did with its orders of the last days, by our own records. */
export async function loadPerformance(
  container: MedusaContainer,
  days: ReportDays
): Promise<AdminWalmartPerformance[]> {
  const walmart = walmartOf(container)
  const accounts = walmart.options.accounts.map(async ({ id }) => {
    const { name, standards } = walmart.market(id)
    const tallies = await walmart.performanceTallies(windowOf(walmart, id, days))
    const rates = judgeRates(tallies, standards).map(({ isWithin, ...rate }) => ({
      ...rate,
      within: isWithin,
    }))
    return { account_id: id, market_name: name, rates }
  })
  return Promise.all(accounts)
}

/** Which page of which misses. */
interface MissSearch {
  days: ReportDays
  measure: Measure
  limit: number
  offset: number
}

/** The orders behind an account's misses. @throws MedusaError NOT_FOUND when the options have no such account */
export async function loadMisses(
  container: MedusaContainer,
  accountId: string,
  { days, ...page }: MissSearch
): Promise<AdminWalmartMissListResponse> {
  const walmart = walmartOf(container)
  const found = await walmart.missedOrders(windowOf(walmart, accountId, days), page)
  const orders = found.orders.map(({ ordered_at, due_at, done_at, ...order }) => ({
    ...order,
    ordered_at: ordered_at.toISOString(),
    due_at: iso(due_at),
    done_at: iso(done_at),
  }))
  return { orders, count: found.count, offset: page.offset, limit: page.limit }
}

function windowOf(
  walmart: WalmartModuleService,
  accountId: string,
  days: ReportDays
): PerformanceWindow {
  const counting = walmart
    .market(accountId)
    .cancellationReasons.filter(({ countsAgainstSeller: counts }) => counts)
  return { accountId, days, reasons: counting.map(({ code }) => code) }
}

/** Walmart measures sellers of the US only (docs/walmart-api.md, "Seller performance"). */
const US_ONLY = [phrase("figures_abroad", "message", {})]

/** Walmart's own figures of an account, or why there are none. @throws MedusaError NOT_FOUND when the options have no such account */
export async function loadMeasured(
  container: MedusaContainer,
  accountId: string,
  days: ReportDays
): Promise<AdminWalmartMeasuredResponse> {
  const walmart = walmartOf(container)
  const { code, standards } = walmart.market(accountId)
  if (code !== "us") return unmeasured(US_ONLY, days)
  try {
    const { insights } = walmart.client(accountId)
    const figures: AdminWalmartMeasured[] = []
    for (const metric of METRICS) {
      const measured = await insights.performance(metric, days)
      figures.push({
        metric,
        rate: measured?.rate ?? null,
        standard: measured?.standard ?? published(metric, standards),
        risk_level: measured?.riskLevel ?? null,
        updated_at: measured?.updatedAt ? new Date(measured.updatedAt).toISOString() : null,
      })
    }
    return { figures, problem: null, problem_words: null, days }
  } catch (error) {
    if (!(error instanceof WalmartError)) throw error
    return unmeasured(inARow(explain(error)), days)
  }
}

function unmeasured(why: Phrase[], days: ReportDays): AdminWalmartMeasuredResponse {
  return { figures: [], problem: english(why), problem_words: why, days }
}

/** A published limit in Walmart's way of writing one. */
function published(metric: Metric, standards: Standards): string | null {
  const limits: Record<Metric, [sign: string, limit: number | null]> = {
    cancellations: ["<", standards.cancellation],
    vtr: ["≥", standards.validTracking],
    otd: [">", standards.onTimeDelivery],
    "sss/ots": ["", null],
  }
  const [sign, limit] = limits[metric]
  return limit === null ? null : `${sign} ${limit} %`
}
