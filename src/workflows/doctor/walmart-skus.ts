import type { WalmartClient } from "../../walmart/api/client"
import { ThrottledError, WalmartError } from "../../walmart/api/errors/errors"
import type { ProductFacts, WalmartSku } from "../../walmart/doctor/facts"
import { explain } from "../../walmart/updates/outcome"

/** 50 SKUs a page and 200 pages a minute: as many as someone waits for. */
const MOST_PAGES = 40

/** Reads Walmart's SKUs of a seller, as many as can be read while someone waits. A failed call is an answer. */
export async function walmartSkus(client: WalmartClient): Promise<ProductFacts["walmart"]> {
  const skus: WalmartSku[] = []
  try {
    let cursor: string | null = null
    for (let page = 0; page < MOST_PAGES; page++) {
      const found = await client.listInventories(cursor ?? undefined)
      skus.push(...found.skus)
      cursor = found.nextCursor
      if (cursor === null) return { skus, isWhole: true }
    }
    return { skus, isWhole: false }
  } catch (error) {
    if (!(error instanceof WalmartError)) throw error
    if (error instanceof ThrottledError && skus.length > 0) return { skus, isWhole: false }
    return { problem: explain(error) }
  }
}
