import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartOrderCountsResponse,
  AdminWalmartOrderListResponse,
} from "../../types/http"
import { callApi } from "../lib/api"
import { keys } from "../lib/keys"
import type { ListQuery } from "../lib/table-state"

const SYNCING_MS = 5_000

/** A page of orders, renewed while one of them is being synced and the tab is visible. */
export function useOrders(query: ListQuery) {
  return useQuery({
    queryKey: keys.orders(query),
    queryFn: () => callApi<AdminWalmartOrderListResponse>("walmart/orders", { query }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) =>
      state.data?.orders.some((order) => order.sync_status === "syncing") ? SYNCING_MS : false,
  })
}

/** Numbers for the cards and the menu's badge; asked again when the tab is looked at again, at most once a minute. */
export function useCounts() {
  return useQuery({
    queryKey: keys.counts,
    queryFn: () => callApi<AdminWalmartOrderCountsResponse>("walmart/orders/counts"),
    select: ({ counts }) => counts,
    staleTime: 60_000,
    refetchOnWindowFocus: true,
    retry: false,
  })
}
