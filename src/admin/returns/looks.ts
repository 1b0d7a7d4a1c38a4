import type { AdminWalmartReturnCounts, WalmartReturnState } from "../../types/http"
import type { Look } from "../data/looks"

/** How each state of a return is shown. */
export const RETURN_STATE: Record<WalmartReturnState, Look> = {
  needs_attention: { color: "red", label: "returnState.needs_attention" },
  to_decide: { color: "orange", label: "returnState.to_decide" },
  to_receive: { color: "purple", label: "returnState.to_receive" },
  on_the_way: { color: "blue", label: "returnState.on_the_way" },
  refunding: { color: "blue", label: "returnState.refunding" },
  refunded: { color: "green", label: "returnState.refunded" },
  canceled: { color: "grey", label: "returnState.canceled" },
}

/** States that have a card, what needs people first. */
export const RETURN_CARDS: WalmartReturnState[] = [
  "needs_attention",
  "to_decide",
  "to_receive",
  "on_the_way",
  "refunding",
  "refunded",
]

/** A chip above the table: what it counts, and the filter it stands for. */
export interface ReturnChip {
  id: keyof Pick<AdminWalmartReturnCounts, "overdue" | "due_soon" | "by_walmart">
  look: Look
  filter: [name: "deadline" | "refunded_by_walmart", value: string]
}

export const RETURN_CHIPS: ReturnChip[] = [
  {
    id: "overdue",
    look: { color: "red", label: "returnChip.overdue" },
    filter: ["deadline", "overdue"],
  },
  {
    id: "due_soon",
    look: { color: "orange", label: "returnChip.due_soon" },
    filter: ["deadline", "due_soon"],
  },
  {
    id: "by_walmart",
    look: { color: "grey", label: "returnChip.by_walmart" },
    filter: ["refunded_by_walmart", "true"],
  },
]
