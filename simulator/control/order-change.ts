import { count, fields, list, text, type Fields } from "../wire/body"
import { badContent } from "../wire/errors"
import type { LineEffect } from "../orders/order-write"
import { quantityIn, type Line, type Order } from "../state/order"
import type { World } from "../state/state"
import type { LineStatus } from "../wire/wire-values"

/** Changes an order as if it were done elsewhere: in Seller Center, by Walmart, or by its customer. */
export type OrderAction = (world: World, purchaseOrderId: string, body: unknown) => Order

/** Statuses of what the seller has not shipped yet. */
export const OPEN_STATUSES: readonly LineStatus[] = ["Created", "Acknowledged"]

/** Changes a copy of the order, commits it and writes the effects to the ledger as done elsewhere. */
export function changeOrder(
  world: World,
  purchaseOrderId: string,
  alter: (draft: Order) => LineEffect[]
): Order {
  const stored = world.findOrder(purchaseOrderId)
  const draft = structuredClone(stored.current)
  const effects = alter(draft)
  const now = world.clock.now()
  const touched = new Set(effects.map((effect) => effect.lineNumber))
  for (const line of draft.lines) if (touched.has(line.lineNumber)) line.statusDate = now
  world.commit(stored, draft)
  for (const effect of effects) world.record({ by: "elsewhere", purchaseOrderId, ...effect })
  return draft
}

/** The named lines with the named quantity or all they have in the statuses; without names every line that has some. */
export function chosenLines(
  order: Order,
  spec: Fields,
  statuses: readonly LineStatus[]
): { line: Line; quantity: number }[] {
  const held = (line: Line) => quantityIn(line, ...statuses)
  if (spec.lines === undefined) {
    const lines = order.lines.map((line) => ({ line, quantity: held(line) }))
    return lines.filter(({ quantity }) => quantity > 0)
  }
  return list(spec.lines, "lines").map((value) => {
    const named = fields(value, "line", ["lineNumber"], ["quantity"])
    const line = lineOf(order, text(named.lineNumber, "lineNumber"))
    const quantity = count(named.quantity, "quantity", held(line))
    if (quantity < 1 || quantity > held(line)) {
      const what = statuses === OPEN_STATUSES ? "open" : statuses.join(" or ")
      throw badContent(`line ${line.lineNumber} has only ${held(line)} ${what}`)
    }
    return { line, quantity }
  })
}

/** The line with that number; refuses an unknown one. */
export function lineOf(order: Order, lineNumber: string): Line {
  const line = order.lines.find((candidate) => candidate.lineNumber === lineNumber)
  if (!line) throw badContent(`PO: ${order.purchaseOrderId} has no line ${lineNumber}`)
  return line
}
