import { fields } from "../wire/body"
import { allowQuery, type Call } from "../gateway/call"
import type { Answer } from "../wire/http"
import { DEFAULT_SHIP_NODE } from "../state/state"
import { badInventory, each, levelOf, parseQuantity, setInventory, unknownSku } from "./stock"

/** `GET /v3/inventory` */
export function getInventory(call: Call): Answer {
  const { sku, shipNode } = target(call)
  return answerLevel(sku, levelOf(call.seller, sku, shipNode) ?? 0)
}

/** `PUT /v3/inventory` (rule I1) */
export function putInventory(call: Call): Answer {
  const { sku, shipNode } = target(call)
  const body = fields(call.body, "body", ["sku", "quantity"])
  const amount = parseQuantity(body.quantity)
  if (body.sku !== sku) {
    throw badInventory("INVALID_REQUEST_CONTENT", "sku differs from the query", "sku")
  }
  setInventory(call.world, call.seller, { sku, shipNode, amount }, "seller_api")
  return answerLevel(sku, amount)
}

function target(call: Call): { sku: string; shipNode: string } {
  allowQuery(call, "sku", "shipNode")
  const sku = call.query.get("sku")
  if (!sku) throw badInventory("MISSING_REQUEST_PARAM", "sku is missing", "sku")
  if (!call.seller.knownSkus.has(sku)) throw unknownSku(sku)
  return { sku, shipNode: call.query.get("shipNode") ?? DEFAULT_SHIP_NODE }
}

function answerLevel(sku: string, amount: number): Answer {
  return { status: 200, body: { sku, quantity: each(amount) } }
}
