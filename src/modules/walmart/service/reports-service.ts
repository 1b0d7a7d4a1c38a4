import type { Measure, Tally } from "../../../walmart/performance/judge"
import type { UpdateKind } from "../../../walmart/updates/model/update"
import type { UpdateStatus } from "../../../walmart/updates/model/update-status"
import { CountCache } from "../common/count-cache"
import { findOrders, type FoundOrders, type PageSearch } from "../reports/find-orders-sql"
import { orderFacts, type OrderFacts } from "../reports/order-facts-sql"
import {
  type MissedOrders,
  missedOrders,
  type MissPage,
  performanceTallies,
  performanceTally,
  type PerformanceWindow,
} from "../reports/performance-sql"
import { newestOrderIds } from "../reports/text-search"
import { orderCounts, type OrderCounts } from "../reports/report-sql"
import {
  type AccountReport,
  accountReports,
  attemptCounts,
  attemptIds,
  type BacklogReport,
  backlogReports,
} from "../reports/status-sql"
import { loadUpdatesOf } from "../queue/update-sql"
import { OrdersService } from "./orders-service"

/** Which updates are meant, by columns and their values; several values of a column are alternatives. */
type UpdateFilters = Partial<
  Record<"account_id" | "walmart_order_id" | "error_code", string[]> & {
    status: UpdateStatus[]
    kind: UpdateKind[]
  }
>

/** Pages, counts and figures of orders, updates and accounts. */
export class ReportsService extends OrdersService {
  private readonly counts = new CountCache(Date.now)

  /** How many updates meet the filters; a number above ten thousand may be a minute old. */
  countUpdates(filters: UpdateFilters): Promise<number> {
    return this.counts.of(`updates of ${JSON.stringify(filters)}`, async () => {
      const [, count] = await this.listAndCountWalmartUpdates(filters, { take: 1, select: ["id"] })
      return count
    })
  }

  /** A page of Walmart orders: their ids in order, and how many match. */
  async findOrders(search: PageSearch): Promise<FoundOrders> {
    return findOrders(this.db, search, this.counts)
  }

  /** Ids of the Medusa orders of the newest orders, of which a buyer can be found. */
  async newestOrderIds(): Promise<string[]> {
    return newestOrderIds(this.db)
  }

  /** Sync status, import status, update counts and next deadline of the given Walmart orders. */
  async orderFacts(ids: string[]): Promise<OrderFacts[]> {
    return orderFacts(this.db, ids, (orderIds) => loadUpdatesOf(this.db, orderIds))
  }

  /** Counts an account's orders of the last days by each measure of its performance. */
  async performanceTallies(window: PerformanceWindow): Promise<Record<Measure, Tally>> {
    return performanceTallies(this.db, window)
  }

  /** The same by one measure. */
  async performanceTally(window: PerformanceWindow, measure: Measure): Promise<Tally> {
    return performanceTally(this.db, window, measure)
  }

  /** The orders behind what was missed, the newest first. */
  async missedOrders(window: PerformanceWindow, page: MissPage): Promise<MissedOrders> {
    return missedOrders(this.db, window, page)
  }

  /** Orders by status, need and deadline; null counts those of all accounts. Days are those of the IANA time zone. */
  async orderCounts(accountIds: string[] | null, timeZone = "UTC"): Promise<OrderCounts> {
    return orderCounts(this.db, { accountIds, timeZone }, this.counts)
  }

  /** Calls made for each update of the given Walmart orders, by update id. */
  async attemptCounts(walmartOrderIds: string[]): Promise<Map<string, number>> {
    return attemptCounts(this.db, walmartOrderIds)
  }

  /** Calls made for one update, the latest 200, oldest first. */
  async attemptIds(update: { id: string; walmart_order_id: string }): Promise<string[]> {
    return attemptIds(this.db, update)
  }

  /** How sending is doing, by account id. */
  async accountReports(): Promise<(accountId: string) => AccountReport> {
    return accountReports(this.db)
  }

  /** What waits to be sent, by account id. */
  async backlogReports(): Promise<(accountId: string) => BacklogReport> {
    return backlogReports(this.db)
  }
}
