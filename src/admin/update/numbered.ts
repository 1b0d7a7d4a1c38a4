import type { AdminWalmartUpdate } from "../../types/http"

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
