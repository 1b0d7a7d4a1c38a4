/** A figure of a feed; `shipNode` null stands for the node of the whole feed. */
export interface FeedFigure {
  shipNode: string | null
  amount: number
}

/** One item of a feed, or what is wrong with it. */
export interface FeedItem {
  sku: string
  figures: FeedFigure[]
  problem: { field: string; description: string } | null
}

/** Why Walmart may not take an item. */
export const ITEM_ERRORS = ["DATA_ERROR", "SYSTEM_ERROR", "TIMEOUT_ERROR"] as const

/** One of {@link ITEM_ERRORS}. */
export type ItemError = (typeof ITEM_ERRORS)[number]

/** What became of an item. */
export interface FeedItemResult {
  sku: string
  status: string
  error: { type: string; code: string; field: string; description: string } | null
}

/** A feed that was handed in. Times in epoch milliseconds; `fault` is what is wrong with the file as a whole, `results` null until it is due. */
export interface Feed {
  feedId: string
  feedType: string
  /** as the sender named its file; null without a name */
  fileName: string | null
  sellerId: string
  shipNode: string | null
  receivedAt: number
  dueAt: number
  items: FeedItem[]
  fault: string | null
  results: FeedItemResult[] | null
}
