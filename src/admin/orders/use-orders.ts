import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartOrderCountsResponse,
  AdminWalmartOrderListResponse,
} from "../../types/http"
import { callApi } from "../data/api"
import { keys } from "../data/keys"
import { listInterval, SLOW_MS } from "../data/polling"
import type { ListQuery } from "../data/table-state"
import { useCountsFollow } from "../data/use-counts-follow"
import { timeZone } from "../words/time"

/** What only this list shows of Medusa's order: whose it is, where it goes, and pictures. */
const FIELDS = [
  ...["first_name", "last_name", "city", "province"].map((name) => `shipping_address.${name}`),
  ...["items.id", "items.thumbnail"],
]
  .map((name) => `+order.${name}`)
  .join()

/** A page of orders, renewed while something of it is on its way and the tab is visible. */
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

/** Numbers for the cards and the menu's badge, of the named accounts or of all; renewed each minute while the tab is visible. */
export function useCounts(accountIds: string[] = []) {
  const account_id = accountIds.join(",")
  return useQuery({
    queryKey: keys.countsOf(account_id),
    queryFn: () =>
      callApi<AdminWalmartOrderCountsResponse>("walmart/orders/counts", {
        query: { account_id, time_zone: timeZone() },
      }),
    select: ({ counts }) => counts,
    staleTime: COUNTS_MS,
    refetchInterval: COUNTS_MS,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
