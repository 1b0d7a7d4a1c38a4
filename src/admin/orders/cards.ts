import type { AdminWalmartOrderCounts } from "../../types/http"
import type { Color } from "../data/looks"
import type { Filters } from "../data/table-state"

/** A card above the table: what it counts, and the filter it stands for. */
export interface Card {
  id: Exclude<keyof AdminWalmartOrderCounts, "deadlines" | "tasks">
  label: string
  color: Color
  filters: Filters
}

export const CARDS: Card[] = [
  {
    id: "open",
    label: "orderStatus.open",
    color: "blue",
    filters: { status: ["open"], shipped_by: "seller" },
  },
  {
    id: "partially_shipped",
    label: "orderStatus.partially_shipped",
    color: "purple",
    filters: { status: ["partially_shipped"], shipped_by: "seller" },
  },
  { id: "shipped", label: "orderStatus.shipped", color: "green", filters: { status: ["shipped"] } },
  {
    id: "canceled",
    label: "orderStatus.canceled",
    color: "grey",
    filters: { status: ["canceled"] },
  },
  {
    id: "needs_attention",
    label: "syncStatus.needs_attention",
    color: "red",
    filters: { sync_status: ["needs_attention"] },
  },
  {
    id: "import_failed",
    label: "importStatus.failed",
    color: "red",
    filters: { import_status: ["failed"] },
  },
  {
    id: "shipped_by_walmart",
    label: "badge.byOthers",
    color: "grey",
    filters: { status: ["open", "partially_shipped"], shipped_by: "walmart" },
  },
]

const OF_CARDS = ["status", "sync_status", "import_status", "shipped_by"]

/** The card's filter is the only one of its kind that is set. */
export function isChosen(card: Card, filters: Filters): boolean {
  const set = Object.entries(filters).filter(([name]) => OF_CARDS.includes(name))
  const wanted = Object.entries(card.filters)
  return JSON.stringify(set) === JSON.stringify(wanted)
}

/** Choosing a card replaces the other cards' filters and keeps account, dates and deadline; choosing it again takes it back. */
export function toggled(card: Card, filters: Filters): Filters {
  const kept = Object.entries(filters).filter(([name]) => !OF_CARDS.includes(name))
  return { ...Object.fromEntries(kept), ...(isChosen(card, filters) ? {} : card.filters) }
}
