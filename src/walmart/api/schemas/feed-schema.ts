import { z } from "@medusajs/framework/zod"
import { listOf, optionalCount, optionalInstant, optionalText, text } from "./fields"
import { parseWith } from "./schemas"

/** How far a feed has come: nothing is known of its items, they are decided, or Walmart could not read the file. */
export type FeedState = "open" | "processed" | "error"

/** What became of one item of a feed; `failed` is Walmart's fault, and may pass. */
export type FeedItemOutcome = "open" | "applied" | "refused" | "failed"

/** One item of a feed, as Walmart shows it. */
export interface FeedItem {
  sku: string
  outcome: FeedItemOutcome
  /** Why it was not applied, in Walmart's words; null when it was, or when Walmart does not say. */
  said: string | null
}

/** A page of a feed's items, and how the feed stands. */
export interface FeedPage {
  state: FeedState
  /** What is wrong with the file as a whole; null when nothing is. */
  said: string | null
  /** Items of the whole feed. */
  received: number
  items: FeedItem[]
}

/** A feed as Walmart's list shows it. */
export interface ListedFeed {
  feedId: string
  /** Name that its file was sent under; the documents show it in an example only. */
  fileName: string | null
  /** Epoch milliseconds by Walmart's clock; null when it does not say. */
  receivedAt: number | null
}

const problems = z
  .object({
    ingestionError: listOf(z.object({ code: optionalText, description: optionalText })),
  })
  .nullish()
  .transform((raw) => {
    const said = (raw?.ingestionError ?? []).map(({ code, description }) => description ?? code)
    return said.find((one) => one !== null) ?? null
  })

const item = z
  .object({ sku: text, ingestionStatus: optionalText, ingestionErrors: problems })
  .transform((raw): FeedItem => ({
    sku: raw.sku,
    outcome: outcomeOf(raw.ingestionStatus),
    said: raw.ingestionErrors,
  }))

/** What nobody has documented may pass, so that it is neither taken for a yes nor for a no. */
function outcomeOf(status: string | null): FeedItemOutcome {
  if (status === "SUCCESS") return "applied"
  if (status === "DATA_ERROR") return "refused"
  return status === "INPROGRESS" ? "open" : "failed"
}

const page = z
  .object({
    feedStatus: text,
    ingestionErrors: problems,
    itemsReceived: optionalCount,
    itemDetails: z.object({ itemIngestionStatus: listOf(item) }).nullish(),
  })
  .transform((raw): FeedPage => ({
    state: stateOf(raw.feedStatus),
    said: raw.ingestionErrors,
    received: raw.itemsReceived ?? 0,
    items: raw.itemDetails?.itemIngestionStatus ?? [],
  }))

/** An unknown status is that of a feed that is not at its end: it is asked for again, and its deadline ends it. */
function stateOf(status: string): FeedState {
  if (status === "ERROR") return "error"
  return ["PROCESSED", "PARTIAL"].includes(status) ? "processed" : "open"
}

/** Reads a page of a feed's status. @throws UnreadableError */
export function parseFeedPage(json: unknown): FeedPage {
  return parseWith(page, json, "feed")
}

const receipt = z.object({ feedId: text })

/** Reads the answer to a feed that was handed in. @throws UnreadableError */
export function parseFeedReceipt(json: unknown): string {
  return parseWith(receipt, json, "answer to a feed").feedId
}

const listed = z
  .object({ feedId: text, fileName: optionalText, feedDate: optionalInstant })
  .transform(({ feedId, fileName, feedDate }): ListedFeed => ({
    feedId,
    fileName,
    receivedAt: feedDate,
  }))

const list = z
  .object({ results: z.object({ feed: listOf(listed) }).nullish() })
  .transform(({ results }) => results?.feed ?? [])

/** Reads a list of feeds. @throws UnreadableError */
export function parseFeedList(json: unknown): ListedFeed[] {
  return parseWith(list, json, "list of feeds")
}
