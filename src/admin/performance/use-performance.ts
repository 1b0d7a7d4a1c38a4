import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartMeasuredResponse,
  AdminWalmartMissListResponse,
  AdminWalmartPerformanceListResponse,
  WalmartPerformanceMeasure,
} from "../../types/http"
import { callApi } from "../data/api"
import { keys } from "../data/keys"

/** Windows that can be chosen, in days. */
export const WINDOWS = ["14", "30", "90"] as const

/** One of {@link WINDOWS}. */
export type Window = (typeof WINDOWS)[number]

const MINUTE_MS = 60_000

/** How the accounts did, by the store's own records. */
export function usePerformance(days: Window) {
  return useQuery({
    queryKey: keys.performance(days),
    queryFn: () =>
      callApi<AdminWalmartPerformanceListResponse>("walmart/performance", { query: { days } }),
    placeholderData: keepPreviousData,
    staleTime: MINUTE_MS,
  })
}

/** What Walmart says of an account; each look asks Walmart, which counts once a day. */
export function useMeasured(accountId: string, days: Window) {
  return useQuery({
    queryKey: keys.measured(accountId, days),
    queryFn: () =>
      callApi<AdminWalmartMeasuredResponse>(`walmart/performance/${accountId}/walmart`, {
        query: { days },
      }),
    staleTime: 10 * MINUTE_MS,
  })
}

const MISSES_SHOWN = 20

/** Whose misses of what. */
export interface Missed {
  accountId: string
  days: Window
  measure: WalmartPerformanceMeasure
}

/** The orders behind misses, page by page. */
export function useMisses({ accountId, days, measure }: Missed) {
  return useInfiniteQuery({
    queryKey: keys.misses(accountId, days, measure),
    queryFn: ({ pageParam }) =>
      callApi<AdminWalmartMissListResponse>(`walmart/performance/${accountId}/misses`, {
        query: { days, measure, limit: MISSES_SHOWN, offset: pageParam },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ offset, limit, count }) =>
      offset + limit < count ? offset + limit : undefined,
  })
}
