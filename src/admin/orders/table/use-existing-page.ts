import { useEffect } from "react"
import { clampedPage } from "../../data/table-state"
import type { useTableAddress } from "./use-table-address"

/**
 * Leads from a page behind the last to the last one, when what was on it no longer fits the filters.
 * @param count orders that fit; undefined while it is not known
 */
export function useExistingPage(
  { page, size, toPage }: ReturnType<typeof useTableAddress>,
  count: number | undefined
): void {
  const existing = count === undefined ? page : clampedPage(page, count, size)
  useEffect(() => {
    if (existing !== page) toPage(existing)
  }, [existing, page, toPage])
}
