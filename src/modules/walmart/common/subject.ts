/** What the queue sends for. Each subject has one row in `walmart_queue`, a head (`queue/heads.ts`) and a sender (`queue/senders`). */
export const SUBJECTS = ["order", "stock", "return", "feed"] as const

/** One of {@link SUBJECTS}. */
export type Subject = (typeof SUBJECTS)[number]

/** What the queue of a stock figure sends, besides the kinds of updates that orders have. */
export const STOCK_KIND = "stock"

/** What the queue of a feed of stock does first: it hands the file in. */
export const FEED_KIND = "stock_feed"

/** What the queue of a feed does then: it looks how far Walmart has come. */
export const FEED_STATUS_KIND = "stock_feed_status"

/** What the queue of a return sends: its refund. */
export const RETURN_KIND = "return_refund"
