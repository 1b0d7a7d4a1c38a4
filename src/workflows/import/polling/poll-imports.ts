import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { unfinishedImports } from "../../../modules/walmart/orders/import-sql"
import { chunks } from "../../../walmart/common/chunks"
import { endWithStore } from "../../shared/end-with-store"
import { walmartOf } from "../store/load-store"
import type { ReadWalmartOrder } from "../steps/read-walmart-order"
import { importTogether, TOGETHER } from "./import-one"
import type { PollResult } from "./poll-result"

/** Failed imports tried again in one poll, those tried longest ago first; the others come with the next polls. */
const RETRIES = 200

/** The imports of one poll. */
export interface Imports {
  container: MedusaContainer
  accountId: string
  result: PollResult
  /** Orders that it has tried, each once. */
  tried: Set<string>
  /** What the page shows whose orders are being imported. */
  shown: Map<string, ReadWalmartOrder>
  /** Walmart has answered a search. */
  isAnswered: boolean
}

/** Imports what was never tried, the oldest first, or as much of it as the time allows. */
export async function importUntried(imports: Imports, ms: number): Promise<[]> {
  const db = imports.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const ids = await unfinishedImports(db, imports.accountId, { failed: false })
  return importAll(imports, ids, Date.now() + ms)
}

/** Tries again some of what failed. */
export async function importFailed(imports: Imports): Promise<[]> {
  const db = imports.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const which = { failed: true, limit: RETRIES }
  const ids = await unfinishedImports(db, imports.accountId, which)
  return importAll(imports, ids, Infinity)
}

async function importAll(imports: Imports, ids: string[], until: number): Promise<[]> {
  const { container, result, tried, shown } = imports
  const left = ids.filter((one) => !tried.has(one))
  for (const some of chunks(left, TOGETHER)) {
    if (Date.now() >= until) break
    endWithStore(walmartOf(container))
    for (const id of some) tried.add(id)
    const orders = some.map((id) => ({ walmart_order_id: id, shown: shown.get(id) }))
    await importTogether(container, orders, (outcome) => {
      if (outcome === "imported") result.imported++
      if (outcome === null || outcome === "needs_attention") result.failed++
    })
  }
  return []
}
