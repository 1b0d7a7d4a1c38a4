import { ITEMS_A_PAGE } from "../../../../walmart/api/feeds"
import { shownUnits } from "../../../../walmart/api/inventory"
import type { FeedItem } from "../../../../walmart/api/schemas/feed-schema"
import { chunks } from "../../../../walmart/common/chunks"
import type { Claim } from "../claim-sql"
import type { StockFeed } from "../feeds/feed-sql"
import { renewLease } from "../lease-sql"
import type { Release } from "../release-sql"
import { heldForRecount, noteShown } from "../stock/shown-sql"
import { wantStock } from "../stock/want-sql"
import { finish } from "./feed-end"
import type { SenderDeps } from "./sender"

/**
 * Walmart came to the end of a feed whose figures had gone on without it, and shows old ones: each is sent once more. Of those that wait
 * for a recount nothing but 0 may go, and only where Walmart shows something else, so that is read first.
 * @throws WalmartError when such a figure cannot be read; nothing is lost, the feed is not at its end yet
 */
export async function endLate(
  deps: SenderDeps,
  owned: Claim,
  feed: StockFeed,
  items: FeedItem[]
): Promise<Release> {
  const applied = items.filter(({ outcome }) => outcome === "applied").map(({ sku }) => sku)
  for (const skus of chunks(applied, ITEMS_A_PAGE)) {
    await readHeld(deps, owned, feed, skus)
    const { accountId, shipNodeId } = feed
    await wantStock(
      deps.db,
      skus.map((sku) => ({ accountId, sku, shipNodeId }))
    )
    await renewLease(deps.db, owned, deps.options.leaseMs)
  }
  return finish(deps, owned, 0, { outcome: "processed", error: null })
}

async function readHeld(
  deps: SenderDeps,
  owned: Claim,
  feed: StockFeed,
  skus: string[]
): Promise<void> {
  for (const { id, sku } of await heldForRecount(deps.db, feed, skus)) {
    await renewLease(deps.db, owned, deps.options.leaseMs)
    const shown = await shownUnits(deps.client, sku, feed.shipNodeId ?? undefined)
    await noteShown(deps.db, id, shown)
  }
}
