import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminWalmartStock,
  AdminWalmartStockListResponse,
  AdminWalmartStockResponse,
  WalmartStockState,
} from "../../types/http"
import { useAction } from "../common/use-action"
import { callApi } from "../data/api"
import { LIVE_MS, SLOW_MS } from "../data/polling"
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

/** A page of figures, renewed while the tab is visible: soon while a push of it waits, else now and then. */
export function useStock({ q, state, page }: StockView) {
  const query = { q, state, limit: STOCK_PAGE, offset: page * STOCK_PAGE }
  return useQuery({
    queryKey: [...STOCK, query],
    queryFn: () => callApi<AdminWalmartStockListResponse>("walmart/stock", { query }),
    placeholderData: keepPreviousData,
    staleTime: WAITING_MS,
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) =>
      state.status === "error" ? SLOW_MS : stockInterval(state.data?.stock ?? []),
  })
}

/** Milliseconds until figures are asked for again: what is sold, counted or refused meanwhile changes them too. Pure. */
export function stockInterval(stock: Pick<AdminWalmartStock, "state">[]): number {
  return stock.some(({ state }) => state === "waiting") ? WAITING_MS : LIVE_MS
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
