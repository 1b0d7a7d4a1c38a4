import { chunks } from "../../../../walmart/common/chunks"
import type { Attention } from "../../../../walmart/updates/model/update"
import type { Claim } from "../claim-sql"
import {
  type FedStock,
  type FileFigure,
  loadFedStock,
  noteFigures,
  type StockFeed,
} from "../feeds/feed-sql"
import { settle, type Settlement } from "../feeds/settle-sql"
import { renewLease } from "../lease-sql"
import { NOT_COUNTED, type StockReading } from "../stock/reading"
import type { SenderDeps } from "./sender"

/** Figures that are read from the store at a time. */
const AT_ONCE = 500

/** Computes the figures of a feed and notes them. What has none, or must not go now, leaves the feed. @returns what the file shall have */
export async function fileFigures(
  deps: SenderDeps,
  owned: Claim,
  feed: StockFeed
): Promise<FileFigure[]> {
  const { db, options } = deps
  const fed = await loadFedStock(db, feed)
  const figures: FileFigure[] = []
  for (const some of chunks(fed, AT_ONCE)) {
    // Without the lease the call does not begin either.
    await renewLease(db, owned, options.leaseMs)
    figures.push(...(await someFigures(deps, owned, some)))
  }
  return figures
}

async function someFigures(
  { db, readStock }: SenderDeps,
  owned: Claim,
  some: FedStock[]
): Promise<FileFigure[]> {
  const going = some.filter(({ isStopped }) => !isStopped)
  const readings = (await readStock?.(going)) ?? []
  const figures = going.flatMap((stock, at) => {
    const reading = readings[at]
    return "code" in reading ? [] : [{ stock, reading }]
  })
  const stopped = some.filter(({ isStopped }) => isStopped)
  await settle(db, owned, [
    ...stopped.map(({ id }): Settlement => ({ id, becomes: "free" })),
    ...going.flatMap(({ id }, at) => unread(id, readings[at])),
  ])
  return noteFigures(db, owned, figures)
}

/** What the store does not count is nobody's fault; what is wrong with its settings is for a person. */
function unread(id: string, reading: StockReading | Attention): Settlement[] {
  if (!("code" in reading)) return []
  if (NOT_COUNTED.some((code) => code === reading.code)) return [{ id, becomes: "not_counted" }]
  return [{ id, becomes: "ask", attention: reading }]
}
