import type { FeedItem } from "../api/schemas/feed-schema"

/** What becomes of a figure after its feed: Walmart has it, it goes by a call of its own, or a person is asked. */
export type AfterFeed = "sent" | "single" | "ask"

/**
 * What an item of a feed that is at its end means for its figure.
 * @param item left out when Walmart does not name it
 * @param isKnown Walmart has had a figure of the SKU, or sold it. What it refuses of another one goes by a call, whose answer tells an item
 *   that is not listed from a fault.
 */
export function afterFeed(
  item: Pick<FeedItem, "outcome"> | undefined,
  isKnown: boolean
): AfterFeed {
  if (item?.outcome === "applied") return "sent"
  return item?.outcome === "refused" && isKnown ? "ask" : "single"
}
