import type { LedgerEntry } from "../state/seen"
import type { Seller, World } from "../state/state"
import { quantityIn } from "../state/order"
import { amount, fields, oneOf } from "../wire/body"
import { refusal, type Refusal } from "../wire/errors"
import { emitOutOfStock } from "../webhooks/webhook-delivery"

/** An absolute stock figure at one node. */
export interface StockLevel {
  sku: string
  shipNode: string
  amount: number
}

/** Sets a stock figure, writes it to the ledger, and announces a listing that has run out. */
export function setInventory(
  world: World,
  seller: Seller,
  level: StockLevel,
  by: LedgerEntry["by"],
  because: Partial<LedgerEntry> = {}
): void {
  const { sku, shipNode, amount: quantity } = level
  const before = levelOf(seller, sku, shipNode)
  seller.knownSkus.add(sku)
  seller.shipNodes.add(shipNode)
  seller.inventory.set(keyOf(sku, shipNode), quantity)
  world.record({ effect: "inventory", by, quantity, sku, shipNode, ...because })
  if (quantity === 0 && before !== 0) emitOutOfStock(world, seller, { sku, shipNode })
}

/** The figure last given for a SKU at a node; undefined when there was none. */
export function levelOf(seller: Seller, sku: string, shipNode: string): number | undefined {
  return seller.inventory.get(keyOf(sku, shipNode))
}

/** Units of a SKU at a node that are ordered and not yet shipped, cancelled ones left out (OAS-inventory). */
export function reservedOf(seller: Seller, sku: string, shipNode: string): number {
  return seller.orders
    .filter(({ current }) => current.shipNode.id === shipNode)
    .flatMap(({ current }) => current.lines)
    .filter((line) => line.sku === sku)
    .reduce((sum, line) => sum + quantityIn(line, "Created", "Acknowledged"), 0)
}

/** `{unit, amount}` with a whole amount of at least 0 (rule I1). */
export function parseQuantity(value: unknown): number {
  const quantity = fields(value, "quantity", ["unit", "amount"])
  oneOf(quantity.unit, ["EACH"], "unit")
  const figure = amount(quantity.amount, "amount")
  if (Number.isInteger(figure) && figure >= 0) return figure
  const text = "amount must be a whole number of at least 0"
  throw badInventory("INVALID_REQUEST_CONTENT", text, "amount")
}

/** A figure as the wire has it. */
export function each(amount: number) {
  return { unit: "EACH", amount }
}

/** The 404 of a SKU that Walmart does not list (rule I2). */
export function unknownSku(sku: string): Refusal {
  const text = `Requested content could not be found: SKU ${sku}`
  return refusal(404, "inventory", "CONTENT_NOT_FOUND", text, "sku")
}

/** A 400 of the inventory API. */
export function badInventory(code: string, text: string, field: string): Refusal {
  return refusal(400, "inventory", code, text, field)
}

function keyOf(sku: string, shipNode: string): string {
  return JSON.stringify([shipNode, sku])
}
