import { countable } from "../common/countable"

/** Stock of one inventory item at one stock location, as Medusa has it. */
export interface StockPart {
  inventoryItemId: string
  /** Units of the item in one unit that is sold; more than one for a kit. */
  requiredQuantity: number
  stocked: number
  /** Held by reservations of any order. */
  reserved: number
  /** Those of them that open orders of this Walmart account hold. */
  reservedForWalmart: number
}

/** What a store lets Walmart sell of its stock. */
export interface StockRules {
  /** Units that are kept back. */
  buffer: number
  /** Most units that Walmart may see; null for as many as there are. */
  cap: number | null
  /**
   * Whether units that Walmart's own open orders hold count as there. Walmart's documents contradict each other on whether it
   * takes them off what it was sent (docs/walmart-api.md, "Inventory"); without them nothing can be sold twice.
   */
  addBackOpenOrders: boolean
}

/** What Walmart shall show, and what it follows from. */
export interface StockFigure {
  /** Whole units, from 0. */
  amount: number
  /** Whole units that could be sold before buffer and cap; null where Medusa keeps no count. */
  available: number | null
}

/**
 * Units that Walmart may sell: of a kit as many as its scarcest part allows, less the buffer, at most the cap. Never below 0, and
 * never more than what is there and held by no order of another channel.
 * @param parts null for a variant whose stock Medusa does not manage; one that is managed and has none is not for sale in Medusa either
 * @returns null when neither stock nor cap gives a figure
 */
export function stockFigure(parts: StockPart[] | null, rules: StockRules): StockFigure | null {
  if (parts === null) {
    return rules.cap === null ? null : { amount: countable(rules.cap), available: null }
  }
  const units = parts.length > 0 ? Math.min(...parts.map((part) => unitsOf(part, rules))) : 0
  const available = countable(units)
  const amount = Math.min(Math.max(0, available - rules.buffer), rules.cap ?? Infinity)
  return { amount, available }
}

function unitsOf(part: StockPart, { addBackOpenOrders }: StockRules): number {
  const ours = addBackOpenOrders ? Math.min(part.reservedForWalmart, part.reserved) : 0
  const free = Math.max(0, part.stocked - part.reserved + ours)
  return Math.floor(free / Math.max(1, part.requiredQuantity))
}
