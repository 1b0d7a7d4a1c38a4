import { randomBytes } from "node:crypto"
import { allowQuery, type Call } from "../gateway/call"
import { ownValue } from "../wire/body"
import type { Feed, FeedItem, FeedItemResult } from "../state/feed"
import { DEFAULT_SHIP_NODE, type World } from "../state/state"
import { Refusal, refusal } from "../wire/errors"
import type { Answer } from "../wire/http"
import { isPart, type Part } from "../wire/multipart"
import { FEED_TYPES, parseFeedFile, type FeedType } from "./feed-file"
import { setInventory } from "./stock"

const MEGABYTE = 1_048_576

/** Bytes a file may have (AE-rl). */
const MAX_BYTES: Record<FeedType, number> = {
  inventory: 10 * MEGABYTE,
  MP_INVENTORY: MEGABYTE,
}

const MAX_LIMIT = 50

/** `POST /v3/feeds?feedType=inventory|MP_INVENTORY` (rule I5) */
export function postFeed(call: Call): Answer {
  const feedType = FEED_TYPES.find((candidate) => candidate === call.query.get("feedType"))
  if (!feedType) throw badParam("feedType", `feedType must be ${FEED_TYPES.join(" or ")}`)
  allowQuery(call, "feedType", ...(feedType === "inventory" ? ["shipNode"] : []))
  const { world, seller } = call
  const { text: file, filename: fileName } = fileOf(call)
  if (Buffer.byteLength(file) > MAX_BYTES[feedType]) {
    throw refusal(413, "feed", "PAYLOAD_TOO_LARGE", `The file of a ${feedType} feed is too large`)
  }
  const feedId = `${randomBytes(16).toString("hex").toUpperCase()}@AXkBCgA`
  const receivedAt = world.clock.now()
  const shipNode = call.query.get("shipNode")
  const times = { receivedAt, dueAt: receivedAt + world.options.feedMs }
  const read = readFile(feedType, file)
  world.feeds.set(feedId, {
    ...{ feedId, feedType, fileName, sellerId: seller.sellerId, shipNode },
    ...times,
    ...read,
    results: null,
  })
  return { status: 200, body: { feedId } }
}

/** `GET /v3/feeds`: the seller's feeds, the newest first (rule I8) */
export function listFeeds(call: Call): Answer {
  allowQuery(call, "feedId", "limit", "offset")
  const { world, seller, query } = call
  const wanted = query.get("feedId")
  const own = [...world.feeds.values()].filter((feed) => feed.sellerId === seller.sellerId)
  const found = own.filter((feed) => !wanted || feed.feedId === wanted).reverse()
  const { limit, offset } = pageOf(call)
  const feed = found.slice(offset, offset + limit).map((one) => ({
    ...{ feedId: one.feedId, feedSource: "MARKETPLACE_PARTNER", feedType: one.feedType },
    ...{ partnerId: seller.sellerId, ...countsOf(one), feedStatus: statusOf(world, one) },
    ...{ feedDate: one.receivedAt, modifiedDtm: one.receivedAt, fileName: one.fileName },
  }))
  return { status: 200, body: { totalResults: found.length, offset, limit, results: { feed } } }
}

/** `GET /v3/feeds/{feedId}` (rule I7) */
export function getFeed(call: Call): Answer {
  allowQuery(call, "includeDetails", "limit", "offset")
  const feed = call.world.feeds.get(call.pathId)
  if (!feed || feed.sellerId !== call.seller.sellerId) {
    const text = `Requested content could not be found: feed ${call.pathId}`
    throw refusal(404, "feed", "CONTENT_NOT_FOUND", text, "feedId")
  }
  const wantsDetails = call.query.get("includeDetails") === "true"
  return { status: 200, body: renderFeed(call.world, feed, pageOf(call), wantsDetails) }
}

function pageOf(call: Call): { limit: number; offset: number } {
  const limit = numberParam(call, "limit", MAX_LIMIT)
  return { limit: limit ?? MAX_LIMIT, offset: numberParam(call, "offset", Infinity) ?? 0 }
}

/** Applies every feed whose time has come, in the order of their due times; run before each call and when time is moved. */
export function runDueFeeds(world: World): void {
  const now = world.clock.now()
  const due = [...world.feeds.values()].filter((feed) => !feed.results && feed.dueAt <= now)
  for (const feed of due.sort((one, other) => one.dueAt - other.dueAt)) {
    feed.results = feed.items.map((item) => applyItem(world, feed, item))
  }
}

function applyItem(world: World, feed: Feed, item: FeedItem): FeedItemResult {
  const seller = world.seller(feed.sellerId)
  const { sku, figures } = item
  const fail = (
    field: string,
    description: string,
    type: string = "DATA_ERROR"
  ): FeedItemResult => ({
    sku,
    status: type,
    error: { type, code: "INVALID_REQUEST_CONTENT", field, description },
  })
  if (item.problem) return fail(item.problem.field, item.problem.description)
  if (!seller.knownSkus.has(sku)) return fail("sku", `SKU ${sku} is not one of the seller's`)
  const told = ownValue(world.options.feedItemErrors, sku)
  if (told) return fail("sku", `SKU ${sku} is not taken`, told)
  const levels = figures.map(({ shipNode, amount }) => ({
    ...{ sku, amount },
    shipNode: shipNode ?? feed.shipNode ?? DEFAULT_SHIP_NODE,
  }))
  const unknown = levels.find((level) => !seller.shipNodes.has(level.shipNode))
  if (unknown) return fail("shipNode", `Ship node ${unknown.shipNode} is not one of the seller's`)
  for (const level of levels) setInventory(world, seller, level, "seller_api")
  return { sku, status: "SUCCESS", error: null }
}

function readFile(feedType: FeedType, file: string): Pick<Feed, "items" | "fault"> {
  try {
    return { items: parseFeedFile(feedType, file), fault: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { items: [], fault: error.items[0].description }
  }
}

function fileOf(call: Call): Part {
  const parts = Array.isArray(call.body) ? call.body.filter(isPart) : []
  const file = parts.filter(({ name }) => name === "file")
  if (file.length === 1) return file[0]
  throw refusal(400, "feed", "INVALID_REQUEST_CONTENT", "Send one part named file", "file")
}

/** RECEIVED for the first half of its time, then INPROGRESS; what is done is PROCESSED, whatever became of its items. */
function statusOf(world: World, feed: Feed): string {
  if (feed.results) return feed.fault ? "ERROR" : "PROCESSED"
  const half = (feed.receivedAt + feed.dueAt) / 2
  return world.clock.now() < half ? "RECEIVED" : "INPROGRESS"
}

function renderFeed(
  world: World,
  feed: Feed,
  { limit, offset }: { limit: number; offset: number },
  wantsDetails: boolean
) {
  const feedStatus = statusOf(world, feed)
  const pending = feed.items.map(({ sku }) => ({ sku, status: "INPROGRESS", error: null }))
  const shown = (feed.results ?? pending).slice(offset, offset + limit)
  const fault = feed.results ? feed.fault : null
  return {
    feedId: feed.feedId,
    feedStatus,
    shipNode: feed.shipNode,
    feedSubmissionDate: feed.receivedAt,
    ingestionErrors: {
      ingestionError: fault && [
        { type: "DATA_ERROR", code: "INVALID_FEED", field: "file", description: fault },
      ],
    },
    ...countsOf(feed),
    ...{ offset, limit },
    itemDetails: { itemIngestionStatus: wantsDetails ? renderItems(shown, offset) : [] },
  }
}

function countsOf({ items, results }: Feed) {
  const succeeded = results?.filter(({ status }) => status === "SUCCESS").length ?? 0
  return {
    itemsReceived: items.length,
    itemsSucceeded: succeeded,
    itemsFailed: results ? items.length - succeeded : 0,
    itemsProcessing: results ? 0 : items.length,
  }
}

function renderItems(items: FeedItemResult[], offset: number) {
  return items.map(({ sku, status, error }, position) => ({
    ...{ martId: 0, sku, index: offset + position, ingestionStatus: status },
    ingestionErrors: { ingestionError: error && [error] },
  }))
}

function numberParam(call: Call, name: string, most: number): number | null {
  const value = call.query.get(name)
  if (value === null) return null
  if (/^\d{1,6}$/.test(value) && Number(value) <= most) return Number(value)
  throw badParam(name, `${name}: "${value}" is not a number up to ${most}`)
}

function badParam(name: string, text: string): Refusal {
  return refusal(400, "feed", "INVALID_REQUEST_PARAM", text, name)
}
