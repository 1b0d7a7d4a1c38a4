import type { CallRecord } from "./errors/errors"
import { type Call, type Exchanged, recordOf } from "./exchange"
import {
  type FeedPage,
  type ListedFeed,
  parseFeedList,
  parseFeedPage,
  parseFeedReceipt,
} from "./schemas/feed-schema"

/** Figures of one ship node that go to Walmart in one file. */
export interface InventoryFeed {
  /** Name of the file, by which a feed is found again whose receipt was lost. */
  fileName: string
  /** Walmart takes its default node when left out. */
  shipNode?: string
  items: { sku: string; amount: number }[]
}

/** A feed that Walmart took: to work through it takes minutes to hours. */
export interface FeedReceipt {
  feedId: string
  call: CallRecord
}

/** Feeds of stock (docs/walmart-api.md, "Inventory"). All methods throw a WalmartError as the client's do. */
export interface FeedCalls {
  /** Hands in absolute figures. @param startBy latest start of the request, epoch milliseconds by the client's clock */
  handIn(feed: InventoryFeed, startBy?: number): Promise<FeedReceipt>
  /** How a feed stands, with 50 of its items from `offset` on. @throws NotFoundError when Walmart has no such feed */
  page(feedId: string, offset: number): Promise<FeedPage>
  /** The newest 50 feeds of the seller, of any type and sender. */
  newest(): Promise<ListedFeed[]>
}

/** Items of a page, the most that Walmart gives (OAS-feeds). */
export const ITEMS_A_PAGE = 50

/** Version of the file format (OAS-inventory). */
const VERSION = "1.4"

/** @param read parses an answer and puts the facts of its call into a failure */
export function feedCalls(
  exchange: (call: Call) => Promise<Exchanged>,
  read: <T>(call: Call, done: Exchanged, parse: (json: unknown) => T) => T
): FeedCalls {
  const get = (path: string, query: Call["query"]): Call => ({
    ...{ endpoint: "feeds.get", method: "GET", path, query },
  })
  return {
    async handIn({ fileName, shipNode, items }, startBy) {
      const file = { name: fileName, text: fileOf(items) }
      const query = { feedType: "inventory", shipNode }
      const call: Call = { endpoint: "feeds", method: "POST", path: "/v3/feeds", query, file }
      const done = await exchange({ ...call, startBy })
      return { feedId: read(call, done, parseFeedReceipt), call: recordOf(done.facts) }
    },
    async page(feedId, offset) {
      const query = { includeDetails: "true", limit: String(ITEMS_A_PAGE), offset: String(offset) }
      // Feed ids hold an "@" (OAS-feeds), and nobody's id may lead a call to another path.
      const call = get(`/v3/feeds/${encodeURIComponent(feedId)}`, query)
      return read(call, await exchange(call), parseFeedPage)
    },
    async newest() {
      const call = get("/v3/feeds", { limit: String(ITEMS_A_PAGE), offset: "0" })
      return read(call, await exchange(call), parseFeedList)
    },
  }
}

/** The capitals are Walmart's, and those of its other feed differ. */
function fileOf(items: InventoryFeed["items"]): string {
  const figures = items.map(({ sku, amount }) => ({ sku, quantity: { unit: "EACH", amount } }))
  return JSON.stringify({ InventoryHeader: { version: VERSION }, Inventory: figures })
}
