/** Kinds of changes that put other items into an order, whose money Medusa reconciles in its own time. */
const FOREIGN: readonly string[] = ["claim", "exchange"]

/**
 * Whether another flow of Medusa reconciles an order's money. A return does not: its refund is written down for itself, and what an edit
 * refunds is never more than the share of the units that are canceled. Pure.
 * @param types of all confirmed changes of the order
 */
export function isMoneyForeign(types: (string | null)[]): boolean {
  return types.some((type) => type !== null && FOREIGN.includes(type))
}
