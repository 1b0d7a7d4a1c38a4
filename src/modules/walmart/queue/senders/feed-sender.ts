import type { InventoryFeed } from "../../../../walmart/api/feeds"
import {
  FEED_DEADLINE_MS,
  feedFileName,
  nextLookMs,
} from "../../../../walmart/inventory/feed-rules"
import { classify } from "../../../../walmart/updates/outcome"
import type { Claim } from "../claim-sql"
import {
  type FileFigure,
  loadFedStock,
  loadFeed,
  notedFigures,
  noteHandedIn,
  type StockFeed,
} from "../feeds/feed-sql"
import { type Release } from "../release-sql"
import type { FinishedUpdate } from "../update-sql"
import { noteFailedCall, retryLater } from "./failed-call"
import { dissolve, finish } from "./feed-end"
import { fileFigures } from "./feed-figures"
import { lookAtFeed } from "./feed-look"
import type { SenderDeps } from "./sender"
import { begin, noteApplied, sending } from "./sending"
import { SUCCESS, unsent } from "./step-result"

/**
 * Sends a feed of stock: hands its file in, then looks how far Walmart has come, until each of its figures is settled. They are computed
 * right before it is handed in, and absolute, so a file that is handed in twice does no harm.
 * @returns nothing, since no update is finished by it
 */
export async function sendFeed(deps: SenderDeps, owned: Claim): Promise<FinishedUpdate[]> {
  return sending(deps, owned, async () => {
    return { finished: [], release: await nextOf(deps, owned) }
  })
}

async function nextOf(deps: SenderDeps, owned: Claim): Promise<Release> {
  if (deps.isStopping()) return unsent(owned, owned.refusals, false)
  const feed = await loadFeed(deps.db, owned.subjectId)
  if (!feed) return SUCCESS
  if (feed.feedId !== null) return lookAtFeed(deps, owned, { ...feed, feedId: feed.feedId })
  // A run without a way into the store leaves it to one that has it.
  if (!deps.readStock) return unsent(owned, owned.refusals, false)
  return handIn(deps, owned, feed)
}

async function handIn(deps: SenderDeps, owned: Claim, feed: StockFeed): Promise<Release> {
  try {
    const taken = owned.wasInDoubt ? await takenBefore(deps, feed) : null
    if (taken !== null) return await handedIn(deps, owned, taken)
  } catch (error) {
    return later(deps, owned, { error, inDoubt: true })
  }
  if (feed.ageMs > FEED_DEADLINE_MS)
    return dissolve(deps, owned, feed, { outcome: "lost", error: null })
  const figures = await figuresOf(deps, owned, feed)
  if (figures.length > 0) return post(deps, owned, feed, figures)
  const left = (await loadFedStock(deps.db, feed)).length
  return finish(deps, owned, left, { outcome: "empty", error: null })
}

/** A file that may have been handed in goes as it was: then it is all one which of the two Walmart takes last. */
async function figuresOf(deps: SenderDeps, owned: Claim, feed: StockFeed): Promise<FileFigure[]> {
  const noted = owned.wasInDoubt ? await notedFigures(deps.db, feed) : []
  return noted.length > 0 ? noted : fileFigures(deps, owned, feed)
}

/** Walmart's id of a feed whose receipt was lost, found by the name of its file; null when Walmart shows none. */
async function takenBefore({ client }: SenderDeps, { id }: StockFeed): Promise<string | null> {
  const newest = await client.feeds.newest()
  return newest.find(({ fileName }) => fileName === feedFileName(id))?.feedId ?? null
}

async function post(
  deps: SenderDeps,
  owned: Claim,
  feed: StockFeed,
  figures: FileFigure[]
): Promise<Release> {
  const { client } = deps
  const begun = await begin(deps, owned, { updateIds: [], endpoint: "feeds" })
  if (begun === null) return unsent(owned, owned.refusals, false)
  try {
    const { feedId, call } = await client.feeds.handIn(fileOf(feed, figures), begun.startBy)
    await deps.failpoint("call_answered")
    await noteApplied(deps, begun.id, call)
    const next = await handedIn(deps, owned, feedId)
    await deps.failpoint("updates_finished")
    return next
  } catch (error) {
    return failed(deps, owned, feed, { error, attemptId: begun.id })
  }
}

function fileOf({ id, shipNodeId }: StockFeed, figures: FileFigure[]): InventoryFeed {
  return {
    fileName: feedFileName(id),
    shipNode: shipNodeId ?? undefined,
    items: figures,
  }
}

async function handedIn({ db }: SenderDeps, owned: Claim, feedId: string): Promise<Release> {
  await noteHandedIn(db, owned, feedId)
  return { ...SUCCESS, delayMs: nextLookMs(0) }
}

/** What Walmart takes in no feed, also for want of a permission, may be taken one by one. */
async function failed(
  deps: SenderDeps,
  owned: Claim,
  feed: StockFeed,
  { error, attemptId }: { error: unknown; attemptId: string }
): Promise<Release> {
  const { failure } = await noteFailedCall(deps, attemptId, error)
  const { outcome, message } = failure
  if (outcome === "refused") {
    return dissolve(deps, owned, feed, { outcome: "failed", error: message })
  }
  return later(deps, owned, { error, inDoubt: owned.wasInDoubt || outcome === "unknown" })
}

function later(
  deps: SenderDeps,
  owned: Claim,
  { error, inDoubt }: { error: unknown; inDoubt: boolean }
): Release {
  const facts = { inDoubt, refusals: owned.refusals, correlationId: null }
  return retryLater(deps, owned, classify(error), facts)
}
