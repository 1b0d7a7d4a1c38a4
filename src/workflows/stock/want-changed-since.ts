import type { MedusaContainer } from "@medusajs/framework/types"
import type { AccountOptions } from "../../modules/walmart/config/options"
import { targetOf } from "../../modules/walmart/queue/stock/reading"
import type { SettledFigure } from "../../modules/walmart/queue/stock/shown-sql"
import { walmartOf } from "../import/store/load-store"
import { enqueueStock } from "./enqueue-stock"
import { readStock } from "./read-stock"

/** Figures that are read from the store at a time. */
const PAGE = 500

/**
 * Wants figures that the store counts otherwise than they were sent, and those that it did not count before. Walmart is asked for none
 * of them, so that all of an account's are looked at each time.
 * @returns how many are wanted now
 */
export async function wantChangedSince(
  container: MedusaContainer,
  { id }: AccountOptions
): Promise<number> {
  const walmart = walmartOf(container)
  let wanted = 0
  for (let after = ""; !walmart.isStopping;) {
    const page = await walmart.stock.settled(id, { after, limit: PAGE })
    if (page.length > 0) wanted += await wantOther(container, id, page)
    if (page.length < PAGE) break
    after = page[page.length - 1].id
  }
  return wanted
}

async function wantOther(
  container: MedusaContainer,
  accountId: string,
  page: SettledFigure[]
): Promise<number> {
  const targets = page.map((row) => targetOf(accountId, row))
  const readings = await readStock(container, accountId, targets)
  const other = targets.filter((_, at) => {
    const reading = readings[at]
    return !("code" in reading) && reading.amount !== page[at].sent_amount
  })
  return (await enqueueStock(container, other)).length
}
