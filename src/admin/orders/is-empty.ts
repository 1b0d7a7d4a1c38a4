import type { AdminWalmartOrderCounts } from "../../types/http"

/** No order of any kind is known. Pure. */
export function isEmpty(counts: AdminWalmartOrderCounts): boolean {
  const { open, partially_shipped, shipped, canceled, import_failed, shipped_by_walmart } = counts
  const all = [open, partially_shipped, shipped, canceled, import_failed, shipped_by_walmart]
  return all.every((count) => count === 0)
}
