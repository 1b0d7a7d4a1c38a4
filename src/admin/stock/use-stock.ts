import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartStockListResponse,
  AdminWalmartStockResponse,
  WalmartStockState,
} from "../../types/http"
import { useAction } from "../common/use-action"
import { callApi } from "../data/api"
import { SLOW_MS } from "../data/polling"
import { useWords } from "../words/use-words"

/** Figures on one page. */
export const STOCK_PAGE = 50

/** Which page of which figures. */
export interface StockView {
  q: string
  /** Empty for all. */
  state: WalmartStockState | ""
  page: number
}

const STOCK = ["walmart", "stock"] as const
const WAITING_MS = 5_000

/** A page of figures; asked for again while a push of it waits. */
export function useStock({ q, state, page }: StockView) {
  const query = { q, state, limit: STOCK_PAGE, offset: page * STOCK_PAGE }
  return useQuery({
    queryKey: [...STOCK, query],
    queryFn: () => callApi<AdminWalmartStockListResponse>("walmart/stock", { query }),
    placeholderData: keepPreviousData,
    staleTime: WAITING_MS,
    refetchInterval: ({ state: { status, data } }) => {
      if (status === "error") return SLOW_MS
      return data?.stock.some((one) => one.state === "waiting") ? WAITING_MS : false
    },
  })
}

/** Sends a figure now, and ends its hold. */
export function usePush() {
  const { t } = useWords()
  return useAction(
    (id: string) =>
      callApi<AdminWalmartStockResponse>(`walmart/stock/${id}/push`, { method: "POST" }),
    { done: ({ stock }) => t("stock.pushed", { sku: stock.sku }), renews: [STOCK] }
  )
}
