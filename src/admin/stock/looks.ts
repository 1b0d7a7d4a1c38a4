import type { WalmartStockState } from "../../types/http"
import type { Look } from "../data/looks"

/** How each state is shown. */
export const STOCK_LOOKS: Record<WalmartStockState, Look> = {
  needs_attention: { color: "red", label: "stock.states.needs_attention" },
  recount: { color: "orange", label: "stock.states.recount" },
  not_listed: { color: "grey", label: "stock.states.not_listed" },
  not_counted: { color: "grey", label: "stock.states.not_counted" },
  waiting: { color: "blue", label: "stock.states.waiting" },
  sent: { color: "green", label: "stock.states.sent" },
}
