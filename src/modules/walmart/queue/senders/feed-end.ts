import type { FeedOutcome } from "../../models/walmart-stock-feed"
import type { Claim } from "../claim-sql"
import { endFeed, loadFedStock, type StockFeed } from "../feeds/feed-sql"
import { settle } from "../feeds/settle-sql"
import type { Release } from "../release-sql"
import type { SenderDeps } from "./sender"
import { SUCCESS } from "./step-result"

/** How a feed ends. */
export interface FeedEnd {
  outcome: FeedOutcome
  /** What was wrong with it as a whole. */
  error: string | null
}

/** Figures that somebody was changing are settled soon. */
export const LOOK_SOON: Release = { ...SUCCESS, delayMs: 1_000 }

/** Ends a feed none of whose figures is known to have arrived; each goes by a call of its own. */
export async function dissolve(
  deps: SenderDeps,
  owned: Claim,
  feed: StockFeed,
  end: FeedEnd
): Promise<Release> {
  return finish(deps, owned, await letGo(deps, owned, feed), end)
}

/** Has each figure of a feed go by a call of its own. @returns how many could not leave the feed yet */
export async function letGo({ db }: SenderDeps, owned: Claim, feed: StockFeed): Promise<number> {
  const fed = await loadFedStock(db, feed)
  return settle(
    db,
    owned,
    fed.map(({ id }) => ({ id, becomes: "single" }))
  )
}

/** Ends a feed once all of its figures are settled; until then it is looked at again. */
export async function finish(
  { db }: SenderDeps,
  owned: Claim,
  left: number,
  end: FeedEnd
): Promise<Release> {
  if (left > 0) return LOOK_SOON
  await endFeed(db, owned, end)
  return SUCCESS
}
