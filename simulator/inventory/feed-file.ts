import type { FeedFigure, FeedItem } from "../state/feed"
import { fields, isRecord, list, text } from "../wire/body"
import { Refusal } from "../wire/errors"
import { parseQuantity } from "./stock"

/** Inventory feeds (OAS-inventory). */
export const FEED_TYPES = ["inventory", "MP_INVENTORY"] as const

/** One of {@link FEED_TYPES}. */
export type FeedType = (typeof FEED_TYPES)[number]

/** How the file of each feed begins; the capitals differ as documented. */
const SHAPES = {
  inventory: { header: "InventoryHeader", items: "Inventory", version: "1.4" },
  MP_INVENTORY: { header: "inventoryHeader", items: "inventory", version: "1.5" },
} as const

/** Reads the file of a feed; throws a Refusal when it is none of its type, which makes the whole feed an ERROR (rule I6). */
export function parseFeedFile(feedType: FeedType, file: string): FeedItem[] {
  const { header, items, version } = SHAPES[feedType]
  const content = fields(parseJson(file), "file", [header, items])
  const given = fields(content[header], header, ["version"]).version
  if (given !== version) throw problemWith(`${header}.version must be "${version}"`, "version")
  return list(content[items], items).map((item) => parseItem(feedType, item))
}

function parseItem(feedType: FeedType, value: unknown): FeedItem {
  const sku = isRecord(value) && typeof value.sku === "string" ? value.sku : ""
  try {
    return { sku, figures: figuresOf(feedType, value), problem: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [{ field, description }] = error.items
    return { sku, figures: [], problem: { field, description } }
  }
}

function figuresOf(feedType: FeedType, value: unknown): FeedFigure[] {
  if (feedType === "inventory") {
    const item = fields(value, "item", ["sku", "quantity"])
    text(item.sku, "sku")
    return [{ shipNode: null, amount: parseQuantity(item.quantity) }]
  }
  const item = fields(value, "item", ["sku", "shipNodes"])
  text(item.sku, "sku")
  return list(item.shipNodes, "shipNodes").map((one) => {
    const node = fields(one, "shipNode", ["shipNode", "quantity"])
    return { shipNode: text(node.shipNode, "shipNode"), amount: parseQuantity(node.quantity) }
  })
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(file)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw problemWith(error.message, "file")
  }
}

function problemWith(description: string, field: string): Refusal {
  return new Refusal(400, "feed", [{ code: "INVALID_REQUEST_CONTENT", field, description }])
}
