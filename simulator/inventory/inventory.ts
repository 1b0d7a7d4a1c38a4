import { fields, oneOf } from "../wire/body"
import { allowQuery, type Call } from "../gateway/call"
import { refusal } from "../wire/errors"
import type { Answer } from "../wire/http"
import { DEFAULT_SHIP_NODE, type LedgerEntry, type Seller, type World } from "../state/state"

/** An absolute stock figure at one node. */
export interface StockLevel {
  sku: string
  shipNode: string
  amount: number
}

/** `GET /v3/inventory` */
export function getInventory(call: Call): Answer {
  const { sku, shipNode } = target(call)
  return answerLevel(sku, call.seller.inventory.get(keyOf(sku, shipNode)) ?? 0)
}

/** `PUT /v3/inventory` (rule I1) */
export function putInventory(call: Call): Answer {
  const { sku, shipNode } = target(call)
  const body = fields(call.body, "body", ["sku", "quantity"])
  const quantity = fields(body.quantity, "quantity", ["unit", "amount"])
  oneOf(quantity.unit, ["EACH"], "unit")
  const { amount } = quantity
  if (body.sku !== sku) throw bad("INVALID_REQUEST_CONTENT", "sku differs from the query", "sku")
  if (typeof amount !== "number" || !Number.isInteger(amount) || amount < 0) {
    throw bad("INVALID_REQUEST_CONTENT", "amount must be a whole number of at least 0", "amount")
  }
  setInventory(call.world, call.seller, { sku, shipNode, amount }, "seller_api")
  return answerLevel(sku, amount)
}

/** Sets a stock figure and writes it to the ledger. */
export function setInventory(
  world: World,
  seller: Seller,
  level: StockLevel,
  by: LedgerEntry["by"],
  because: Partial<LedgerEntry> = {}
): void {
  seller.knownSkus.add(level.sku)
  seller.inventory.set(keyOf(level.sku, level.shipNode), level.amount)
  const { sku, shipNode, amount } = level
  world.record({ effect: "inventory", by, quantity: amount, sku, shipNode, ...because })
}

function target(call: Call): { sku: string; shipNode: string } {
  allowQuery(call, "sku", "shipNode")
  const sku = call.query.get("sku")
  if (!sku) throw bad("MISSING_REQUEST_PARAM", "sku is missing", "sku")
  if (!call.seller.knownSkus.has(sku)) {
    const text = `Requested content could not be found: SKU ${sku}`
    throw refusal(404, "inventory", "CONTENT_NOT_FOUND", text, "sku")
  }
  return { sku, shipNode: call.query.get("shipNode") ?? DEFAULT_SHIP_NODE }
}

function answerLevel(sku: string, amount: number): Answer {
  return { status: 200, body: { sku, quantity: { unit: "EACH", amount } } }
}

function keyOf(sku: string, shipNode: string): string {
  return JSON.stringify([shipNode, sku])
}

function bad(code: string, text: string, field: string) {
  return refusal(400, "inventory", code, text, field)
}
