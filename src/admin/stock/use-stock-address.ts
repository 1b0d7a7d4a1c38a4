import { useSearchParams } from "react-router-dom"
import { choiceOf, pageOf, pageText, searchOf, withParam } from "../data/table-state"
import { STOCK_LOOKS } from "./looks"
import type { StockView } from "./use-stock"

/** States that can be chosen. */
export const STOCK_STATES = Object.keys(STOCK_LOOKS) as (keyof typeof STOCK_LOOKS)[]

/** Which figures an address shows. Pure. */
export function stockViewOf(params: URLSearchParams): StockView {
  const state = choiceOf(params, "state", STOCK_STATES) ?? ""
  return { q: searchOf(params), state, page: pageOf(params) }
}

/** The page's state, kept in its address: a link shows what its sender saw, and "back" leads to it again. */
export function useStockAddress() {
  const [params, setParams] = useSearchParams()
  const set = (name: "q" | "state" | "page", value: string, replace = name === "q") =>
    setParams(withParam(params, name, value), { replace })
  return {
    view: stockViewOf(params),
    set,
    /** Without a step of its own for "back". */
    toPage: (page: number) => set("page", pageText(page), true),
  }
}
