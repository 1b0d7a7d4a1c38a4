import { fields, list, text } from "../wire/body"
import { allowQuery, type Call } from "../gateway/call"
import type { Answer } from "../wire/http"
import type { Seller } from "../state/state"
import {
  badInventory,
  each,
  levelOf,
  parseQuantity,
  reservedOf,
  setInventory,
  unknownSku,
} from "./stock"

const DEFAULT_LIMIT = 10
const MAX_LIMIT = 50

/** `GET /v3/inventories/{sku}` */
export function getNodes(call: Call): Answer {
  allowQuery(call, "shipNode")
  const { seller, pathId: sku } = call
  if (!seller.knownSkus.has(sku)) throw unknownSku(sku)
  const shipNode = call.query.get("shipNode")
  const nodes = nodesOf(seller, sku).filter((node) => !shipNode || node.shipNode === shipNode)
  return { status: 200, body: { sku, nodes } }
}

/** `PUT /v3/inventories/{sku}`: each node by itself, so that 200 does not mean that all were taken (rule I3). */
export function putNodes(call: Call): Answer {
  allowQuery(call)
  const { world, seller, pathId: sku } = call
  const nodes = parseNodes(call.body)
  if (!seller.knownSkus.has(sku)) throw unknownSku(sku)
  const answers = nodes.map(({ shipNode, amount }) => {
    if (!seller.shipNodes.has(shipNode)) return unknownNode(shipNode)
    setInventory(world, seller, { sku, shipNode, amount }, "seller_api")
    return { shipNode, status: "Success", errors: [] }
  })
  return { status: 200, body: { sku, nodes: answers } }
}

/** `GET /v3/inventories`: every known SKU, page by page; the cursor is an opaque token (rule I4). */
export function listInventories(call: Call): Answer {
  allowQuery(call, "limit", "nextCursor")
  const { world, seller } = call
  const limit = limitOf(call.query.get("limit"))
  const after = skuBefore(call)
  const skus = [...seller.knownSkus].sort()
  const rest = after === null ? skus : skus.filter((sku) => sku > after)
  const page = rest.slice(0, limit)
  const last = page[page.length - 1]
  const cursor = rest.length > limit ? Buffer.from(last).toString("base64url") : null
  if (cursor) world.cursors.add(cursorKey(seller, cursor))
  const inventories = page.map((sku) => ({ sku, nodes: nodesOf(seller, sku) }))
  const meta = { totalCount: skus.length, nextCursor: cursor }
  return { status: 200, body: { meta, elements: { inventories } } }
}

/** What the seller gave, what of it is ordered and not shipped, and what is left (OAS-inventory). */
function nodesOf(seller: Seller, sku: string) {
  return [...seller.shipNodes].flatMap((shipNode) => {
    const input = levelOf(seller, sku, shipNode)
    if (input === undefined) return []
    const reserved = reservedOf(seller, sku, shipNode)
    const available = Math.max(0, input - reserved)
    const quantities = { inputQty: each(input), availToSellQty: each(available) }
    return [{ shipNode, ...quantities, reservedQty: each(reserved) }]
  })
}

function parseNodes(body: unknown): { shipNode: string; amount: number }[] {
  const { inventories } = fields(body, "body", ["inventories"])
  const { nodes } = fields(inventories, "inventories", ["nodes"])
  const parsed = list(nodes, "nodes").map((value) => {
    const node = fields(value, "node", ["shipNode", "inputQty"])
    return { shipNode: text(node.shipNode, "shipNode"), amount: parseQuantity(node.inputQty) }
  })
  if (new Set(parsed.map((node) => node.shipNode)).size === parsed.length) return parsed
  throw badInventory("INVALID_REQUEST_CONTENT", "a shipNode comes twice", "shipNode")
}

function unknownNode(shipNode: string) {
  const description = `Ship node ${shipNode} is not one of the seller's`
  const code = "INVALID_REQUEST_CONTENT.GMP_INVENTORY_API"
  const error = { code, field: "shipNode", description, severity: "ERROR", category: "DATA" }
  return { shipNode, status: "Failure", errors: [error] }
}

function limitOf(value: string | null): number {
  if (value === null) return DEFAULT_LIMIT
  const limit = /^\d{1,3}$/.test(value) ? Number(value) : 0
  if (limit >= 1 && limit <= MAX_LIMIT) return limit
  const problem = `limit: "${value}" is not between 1 and ${MAX_LIMIT}`
  throw badInventory("INVALID_REQUEST_PARAM", problem, "limit")
}

function skuBefore({ world, seller, query }: Call): string | null {
  const cursor = query.get("nextCursor")
  if (cursor === null) return null
  if (world.cursors.has(cursorKey(seller, cursor))) {
    return Buffer.from(cursor, "base64url").toString("utf8")
  }
  const problem = "this is not a cursor as it was handed out"
  throw badInventory("INVALID_REQUEST_PARAM", problem, "nextCursor")
}

function cursorKey(seller: Seller, cursor: string): string {
  return `inventories ${seller.sellerId} ${cursor}`
}
