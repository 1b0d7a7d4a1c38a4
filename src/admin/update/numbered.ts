import type { AdminWalmartUpdate, WalmartShownStatus } from "../../types/http"

/** Updates oldest first, each with its number among those of its kind ("shipment 2"). */
export function numbered<Update extends Pick<AdminWalmartUpdate, "kind" | "sequence">>(
  updates: Update[]
) {
  const seen: Record<string, number> = {}
  const inOrder = [...updates].sort((a, b) => a.sequence - b.sequence)
  return inOrder.map((update) => {
    seen[update.kind] = (seen[update.kind] ?? 0) + 1
    return { update, number: seen[update.kind] }
  })
}

const FIRST: Partial<Record<WalmartShownStatus, number>> = {
  needs_attention: 0,
  sending: 1,
  pending: 1,
}

/** What waits for a person first, then what is on its way, then what is over; an acknowledgment that was sent is nobody's news. */
export function worstFirst<
  Row extends { update: Pick<AdminWalmartUpdate, "kind" | "shown_status"> },
>(rows: Row[]): Row[] {
  const rank = ({ update: { kind, shown_status: status } }: Row) =>
    FIRST[status] ?? (kind === "acknowledgment" ? 3 : 2)
  return [...rows].sort((a, b) => rank(a) - rank(b))
}
