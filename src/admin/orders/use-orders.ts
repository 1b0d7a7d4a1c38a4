import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartOrderCountsResponse,
  AdminWalmartOrderListResponse,
} from "../../types/http"
import { callApi } from "../data/api"
import { keys } from "../data/keys"
import { listInterval, LIVE_MS, SLOW_MS } from "../data/polling"
import type { ListQuery } from "../data/table-state"
import { useCountsFollow, useFollow } from "../data/use-counts-follow"
import { timeZone } from "../words/time"

/** What only this list shows of Medusa's order: whose it is, where it goes, and pictures. */
const FIELDS = [
  ...["first_name", "last_name", "city", "province"].map((name) => `shipping_address.${name}`),
  ...["items.id", "items.thumbnail"],
]
  .map((name) => `+order.${name}`)
  .join()

/** A page of orders, renewed while the tab is visible: soon while something of it is on its way, else now and then. */
export function useOrders(query: ListQuery) {
  const result = useQuery({
    queryKey: keys.orders(query),
    queryFn: () =>
      callApi<AdminWalmartOrderListResponse>("walmart/orders", {
        query: { ...query, fields: FIELDS, time_zone: timeZone() },
      }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) =>
      state.status === "error" ? SLOW_MS : listInterval(state.data?.orders ?? [], Date.now()),
  })
  const { data, isPlaceholderData } = result
  const states = data?.orders.map((order) => `${order.id} ${order.sync_status} ${order.status}`)
  // Another page is no change of what there is to do.
  useCountsFollow(isPlaceholderData ? undefined : states?.join(), JSON.stringify(query))
  return result
}

const COUNTS_MS = 60_000

/**
 * Numbers for the cards, of the named accounts or of all. They stand above the rows, which are asked for again whenever a number
 * changes, so that both say the same.
 */
export function useLiveCounts(accountIds: string[]) {
  const result = useCounts(accountIds, LIVE_MS)
  const { data, isPlaceholderData } = result
  const numbers = isPlaceholderData || !data ? undefined : JSON.stringify(data)
  useFollow(keys.lists, numbers, accountIds.join())
  return result
}

/** The same for the menu's badge; renewed each minute while the tab is visible. */
export function useCounts(accountIds: string[] = [], everyMs = COUNTS_MS) {
  const account_id = accountIds.join(",")
  return useQuery({
    queryKey: keys.countsOf(account_id),
    queryFn: () =>
      callApi<AdminWalmartOrderCountsResponse>("walmart/orders/counts", {
        query: { account_id, time_zone: timeZone() },
      }),
    select: ({ counts }) => counts,
    staleTime: everyMs,
    refetchInterval: everyMs,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
