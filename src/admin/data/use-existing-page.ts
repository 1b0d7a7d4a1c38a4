import { useEffect } from "react"
import { clampedPage } from "./table-state"

/** Where in a list someone is. */
interface Place {
  /** From 0. */
  page: number
  /** Entries on a page. */
  size: number
  toPage: (page: number) => void
}

/**
 * Leads from a page behind the last to the last one, when what was on it no longer fits the filters.
 * @param count entries that fit; undefined while it is not known
 */
export function useExistingPage({ page, size, toPage }: Place, count: number | undefined): void {
  const existing = count === undefined ? page : clampedPage(page, count, size)
  useEffect(() => {
    if (existing !== page) toPage(existing)
  }, [existing, page, toPage])
}
