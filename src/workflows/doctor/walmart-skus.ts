import { followCursors } from "../../walmart/api/cursors"
import { ThrottledError, WalmartError } from "../../walmart/api/errors/errors"
import type { InventoryCalls } from "../../walmart/api/inventory"
import type { ProductFacts, WalmartSku } from "../../walmart/doctor/facts"
import { explain } from "../../walmart/updates/outcome"

/** 50 SKUs a page and 200 pages a minute: as many as someone waits for. */
const MOST_PAGES = 40

/** Reads Walmart's SKUs of a seller, each once, as many as can be read while someone waits. A failed call is an answer. */
export async function walmartSkus(
  client: Pick<InventoryCalls, "listInventories">
): Promise<ProductFacts["walmart"]> {
  const skus = new Map<string, WalmartSku>()
  const follow = followCursors()
  const read = (isWhole: boolean) => ({ skus: [...skus.values()], isWhole })
  try {
    let cursor: string | null = null
    for (let page = 0; page < MOST_PAGES; page++) {
      const found = await client.listInventories(cursor ?? undefined)
      for (const one of found.skus) skus.set(one.sku, one)
      cursor = follow({ cursor: found.nextCursor, seen: skus.size, counted: found.totalCount })
      if (cursor === null) return read(true)
    }
    return read(false)
  } catch (error) {
    if (!(error instanceof WalmartError)) throw error
    if (error instanceof ThrottledError && skus.size > 0) return read(false)
    return { problem: explain(error) }
  }
}
