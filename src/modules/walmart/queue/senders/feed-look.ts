import { NotFoundError, WalmartError } from "../../../../walmart/api/errors/errors"
import { ITEMS_A_PAGE } from "../../../../walmart/api/feeds"
import type { FeedItem, FeedPage } from "../../../../walmart/api/schemas/feed-schema"
import { afterFeed } from "../../../../walmart/inventory/feed-outcome"
import {
  FEED_DEADLINE_MS,
  LATE_FEED_MS,
  nextLookMs,
} from "../../../../walmart/inventory/feed-rules"
import { classify } from "../../../../walmart/updates/outcome"
import { say } from "../../../../walmart/words/phrase"
import type { Claim } from "../claim-sql"
import { type FedStock, loadFedStock, noteGivenUp, type StockFeed } from "../feeds/feed-sql"
import { settle, type Settlement } from "../feeds/settle-sql"
import { renewLease } from "../lease-sql"
import type { Release } from "../release-sql"
import { retryLater } from "./failed-call"
import { dissolve, finish, letGo, LOOK_SOON } from "./feed-end"
import { endLate } from "./late-feed"
import type { SenderDeps } from "./sender"
import { SUCCESS } from "./step-result"

/** A feed that Walmart has. */
type HandedIn = StockFeed & { feedId: string }

/** How a feed stands, with all of its items once they are decided. */
type Standing = Pick<FeedPage, "state" | "said" | "items">

/** Looks how far Walmart has come with a feed, and settles its figures at its end. */
export async function lookAtFeed(deps: SenderDeps, owned: Claim, feed: HandedIn): Promise<Release> {
  // What was being changed when the feed was given up.
  if (feed.isGivenUp && (await letGo(deps, owned, feed)) > 0) return LOOK_SOON
  const standing = await standingOf(deps, owned, feed).catch((error: unknown) => ({ error }))
  if ("error" in standing) return unread(deps, owned, feed, standing.error)
  if (standing.state === "open") return goOn(deps, owned, feed, lookLater(feed))
  if (feed.isGivenUp) return late(deps, owned, feed, standing.items)
  if (standing.state === "error") {
    return dissolve(deps, owned, feed, { outcome: "failed", error: standing.said })
  }
  const left = await settle(deps.db, owned, await settlementsOf(deps, feed, standing.items))
  return finish(deps, owned, left, { outcome: "processed", error: null })
}

async function late(
  deps: SenderDeps,
  owned: Claim,
  feed: HandedIn,
  items: FeedItem[]
): Promise<Release> {
  try {
    return await endLate(deps, owned, feed, items)
  } catch (error) {
    if (error instanceof WalmartError) return unread(deps, owned, feed, error)
    throw error
  }
}

async function standingOf(
  { db, client, options }: SenderDeps,
  owned: Claim,
  { feedId }: HandedIn
): Promise<Standing> {
  const first = await client.feeds.page(feedId, 0)
  const items = [...first.items]
  if (first.state !== "processed") return first
  for (let offset = ITEMS_A_PAGE; offset < first.received; offset += ITEMS_A_PAGE) {
    await renewLease(db, owned, options.leaseMs)
    items.push(...(await client.feeds.page(feedId, offset)).items)
  }
  // Walmart may call a feed processed while it is at some of its items.
  const state = items.some(({ outcome }) => outcome === "open") ? "open" : "processed"
  return { state, said: first.said, items }
}

function lookLater({ ageMs }: StockFeed): Release {
  return { ...SUCCESS, delayMs: nextLookMs(ageMs) }
}

/** Of a failure the next look may know more. A feed that Walmart does not show may still come to light and to its end, so it is given up. */
async function unread(
  deps: SenderDeps,
  owned: Claim,
  feed: HandedIn,
  error: unknown
): Promise<Release> {
  const failure = classify(error)
  if (error instanceof NotFoundError) return giveUp(deps, owned, feed, lookLater(feed))
  if (failure.holdsAccount) await deps.onAccountTrouble(failure)
  const facts = { inDoubt: false, refusals: owned.refusals, correlationId: null }
  return goOn(deps, owned, feed, retryLater(deps, owned, failure, facts))
}

/** Gives a feed up that takes too long, and forgets one that was given up long ago. */
async function goOn(
  deps: SenderDeps,
  owned: Claim,
  feed: HandedIn,
  later: Release
): Promise<Release> {
  return feed.ageMs > FEED_DEADLINE_MS ? giveUp(deps, owned, feed, later) : later
}

/**
 * Its figures go on without it; it is looked at for {@link LATE_FEED_MS}, because what it ends with late is old. That is noted before the
 * first of them leaves it: a feed that ends while others are still in it ends late for those that went.
 */
async function giveUp(
  deps: SenderDeps,
  owned: Claim,
  feed: HandedIn,
  later: Release
): Promise<Release> {
  if (feed.ageMs > LATE_FEED_MS) {
    return dissolve(deps, owned, feed, { outcome: "lost", error: null })
  }
  if (feed.isGivenUp) return later
  await noteGivenUp(deps.db, owned)
  return (await letGo(deps, owned, feed)) > 0 ? LOOK_SOON : later
}

async function settlementsOf(
  { db }: SenderDeps,
  feed: StockFeed,
  items: FeedItem[]
): Promise<Settlement[]> {
  const bySku = new Map(items.map((item) => [item.sku, item]))
  return (await loadFedStock(db, feed)).map((stock) => settlementOf(stock, bySku.get(stock.sku)))
}

function settlementOf({ id, sku, isKnownAtWalmart }: FedStock, item?: FeedItem): Settlement {
  const becomes = afterFeed(item, isKnownAtWalmart)
  if (becomes !== "ask") return { id, becomes }
  const said = item?.said ?? "no reason given"
  return { id, becomes, attention: say("stock_feed_refused", { sku, said }) }
}
