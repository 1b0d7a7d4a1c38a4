import { UPDATE_STATUSES } from "../../../walmart/updates/model/update-status"
import { z } from "@medusajs/framework/zod"
import { ORDER_SORTS } from "../../../modules/walmart/reports/find-orders-sql"
import type { StockState } from "../../../modules/walmart/queue/stock/find-stock-sql"
import {
  RETURN_DEADLINES,
  type ReturnDeadline,
  type ReturnState,
} from "../../../modules/walmart/queue/returns/find-returns-sql"
import { DEADLINE_FILTERS } from "../../../modules/walmart/reports/report-sql"
import { RETURN_STATES, STOCK_STATES } from "../../../modules/walmart/reports/staff-sql"
import type {
  WalmartPerformanceMeasure,
  WalmartReturnState,
  WalmartStockState,
  WalmartUpdateKind,
} from "../../../types/http"
import type { ReportDays } from "../../../walmart/api/insights"
import { isIsoDate } from "../../../walmart/common/iso-date"
import { LIST_LIMITS } from "../../../walmart/common/list-limits"
import { type Measure, MEASURES } from "../../../walmart/performance/judge"
import { UPDATE_KINDS } from "../../../walmart/updates/kinds"
import type { UpdateKind } from "../../../walmart/updates/model/update"
import { text } from "./text"
import { isTimeZone } from "../../../walmart/notifications/quiet-hours"

/** A whole number of a query, from 0; an empty text is refused, although JavaScript takes it for 0. */
function whole(fallback: number, most: number) {
  const filled = (value: unknown) => (String(value).trim() === "" ? NaN : value)
  return z.preprocess(filled, z.coerce.number().int().min(0).max(most)).default(fallback)
}

const page = { limit: whole(20, 500), offset: whole(0, LIST_LIMITS.offset) }

const search = z.string().trim().max(LIST_LIMITS.search).optional()

/** One value, several as `a=1&a=2` or `a=1,2`. */
function several<T extends z.ZodType>(type: T) {
  const split = (value: unknown) => (typeof value === "string" ? value.split(",") : value)
  return z.preprocess(split, z.array(type).min(1).optional())
}

/** Says which value is wrong and which ones may be used; zod alone would not name a value inside a list. */
function oneOf<T extends string>(names: readonly T[], what: string) {
  return z.custom<T>((value) => names.some((name) => name === value), {
    error: ({ input }) => {
      const wrong = input === undefined ? `Say ${what}` : `"${String(input)}" is not ${what}`
      return `${wrong}. Use one of ${names.join(", ")}.`
    },
  })
}

const ORDER_STATUSES = ["open", "partially_shipped", "shipped", "canceled"] as const
const SYNC_STATUSES = ["in_sync", "syncing", "needs_attention"] as const
const IMPORT_STATUSES = ["imported", "failed", "pending", "left_out"] as const

/** `order=-ship_by` sorts descending. */
function order(names: readonly string[], fallback: string) {
  return z
    .string()
    .refine((value) => names.includes(value.replace(/^-/, "")), {
      error: ({ input }) =>
        `Nothing can be sorted by "${String(input)}". Use one of ${names.join(", ")}, with a "-" in front to turn it round.`,
    })
    .default(fallback)
}

const date = z.string().transform((value, context) => {
  if (isIsoDate(value)) return new Date(value)
  const message = `"${value}" is not a date. Write it like 2026-11-23 or 2026-11-23T10:00:00Z.`
  context.addIssue({ code: "custom", message })
  return z.NEVER
})

const range = z.strictObject({ $gte: date.optional(), $lte: date.optional() }).optional()

/** Whose "today" is meant. */
const timeZone = z
  .string()
  .refine(isTimeZone, {
    error: ({ input }) => `"${String(input)}" is not a time zone. Write it like America/New_York.`,
  })
  .default("UTC")

/** Query of `GET /admin/walmart/orders`. */
export const AdminWalmartOrdersParams = z.object({
  ...page,
  fields: z.string().optional(),
  order: order(ORDER_SORTS, "-ordered_at"),
  q: search,
  order_id: several(text),
  account_id: several(text),
  status: several(oneOf(ORDER_STATUSES, "a status of an order")),
  sync_status: several(oneOf(SYNC_STATUSES, "a sync status")),
  import_status: several(oneOf(IMPORT_STATUSES, "an import status")),
  deadline: several(oneOf(DEADLINE_FILTERS, "a deadline filter")),
  time_zone: timeZone,
  shipped_by: oneOf(["seller", "walmart"] as const, "somebody who ships").optional(),
  ship_by: range,
  ordered_at: range,
})

export type AdminWalmartOrdersQuery = z.infer<typeof AdminWalmartOrdersParams>

/** Query of `GET /admin/walmart/orders/counts`. */
export const AdminWalmartOrderCountsParams = z.object({
  account_id: several(text),
  time_zone: timeZone,
})

export type AdminWalmartOrderCountsQuery = z.infer<typeof AdminWalmartOrderCountsParams>

/** Query of lists without filters. */
export const AdminWalmartPageParams = z.object(page)

export type AdminWalmartPageQuery = z.infer<typeof AdminWalmartPageParams>

const UPDATE_SORTS = ["created_at", "happened_at", "finished_at", "sequence"]

/** One or several kinds of update, of those that the registry names. */
export function kindFilter<Name extends string>(names: readonly Name[]) {
  return several(oneOf(names, "a kind of update"))
}

/** A kind that only the registry or only the public types name does not compile. */
type Same<A, B> = [A, B] extends [B, A] ? A : never

/** Query of `GET /admin/walmart/updates`. */
export const AdminWalmartUpdatesParams = z.object({
  ...page,
  order: order(UPDATE_SORTS, "-created_at"),
  status: several(oneOf(UPDATE_STATUSES, "a status of an update")),
  kind: kindFilter<Same<UpdateKind, WalmartUpdateKind>>(UPDATE_KINDS),
  account_id: several(text),
  walmart_order_id: several(text),
  error_code: several(text),
})

export type AdminWalmartUpdatesQuery = z.infer<typeof AdminWalmartUpdatesParams>

const STATES = Object.keys(STOCK_STATES) as Same<StockState, WalmartStockState>[]

/** Query of `GET /admin/walmart/stock`. */
export const AdminWalmartStockParams = z.object({
  ...page,
  q: search,
  account_id: several(text),
  state: several(oneOf(STATES, "a state of a stock figure")),
})

export type AdminWalmartStockQuery = z.infer<typeof AdminWalmartStockParams>

const RETURN_STATE_NAMES = Object.keys(RETURN_STATES) as Same<ReturnState, WalmartReturnState>[]
const RETURN_DEADLINE_NAMES = Object.keys(RETURN_DEADLINES) as ReturnDeadline[]

/** Query of `GET /admin/walmart/returns`. */
export const AdminWalmartReturnsParams = z.object({
  ...page,
  q: search,
  account_id: several(text),
  order_id: text.optional(),
  state: several(oneOf(RETURN_STATE_NAMES, "a state of a return")),
  deadline: oneOf(RETURN_DEADLINE_NAMES, "a deadline of a return").optional(),
  refunded_by_walmart: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
})

export type AdminWalmartReturnsQuery = z.infer<typeof AdminWalmartReturnsParams>

/** Query of `GET /admin/walmart/returns/counts`. */
export const AdminWalmartReturnCountsParams = z.object({ account_id: several(text) })

export type AdminWalmartReturnCountsQuery = z.infer<typeof AdminWalmartReturnCountsParams>

/** Windows that Walmart reports as well. */
const days = z
  .enum(["14", "30", "90"])
  .default("30")
  .transform((value) => Number(value) as ReportDays)

/** Query of `GET /admin/walmart/performance` and of Walmart's own figures. */
export const AdminWalmartPerformanceParams = z.object({ days })

export type AdminWalmartPerformanceQuery = z.infer<typeof AdminWalmartPerformanceParams>

/** Query of `GET /admin/walmart/performance/:id/misses`. */
export const AdminWalmartMissesParams = z.object({
  ...page,
  days,
  measure: oneOf<Same<Measure, WalmartPerformanceMeasure>>(MEASURES, "a measure"),
})

export type AdminWalmartMissesQuery = z.infer<typeof AdminWalmartMissesParams>

/** Query of `GET /admin/walmart/updates/:id`; the preview asks Walmart. */
export const AdminWalmartUpdateParams = z.object({
  preview: z.enum(["true", "false"]).default("true"),
})

export type AdminWalmartUpdateQuery = z.infer<typeof AdminWalmartUpdateParams>
