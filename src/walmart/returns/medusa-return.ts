import type { Attention } from "../updates/model/update"
import { say } from "../words/phrase"
import type { ReturnLine } from "../orders/return-order"
import type { ReturnShare } from "./plan-return"
import { unknownLine } from "./wanted-refund"
import { reasonInWords } from "./reason-in-words"
import { sum } from "../common/sums"

/** What Medusa has of the purchase order. */
export interface ReturnTarget {
  /** Line item of a line of the purchase order; null where there is none. */
  itemOf: (lineNumber: string) => string | null
  /** Units of an item that can be returned: fulfilled and not in another return. */
  returnable: (itemId: string) => number
  /** Walmart fulfilled the order. */
  isFulfilledByWalmart: boolean
}

/** An item of a Medusa return. */
export interface ReturnItemInput {
  id: string
  quantity: number
  /** Walmart's reason in words, for staff. */
  note: string
}

/** What becomes of a return in Medusa. */
export type MedusaReturnPlan =
  | { kind: "create"; items: ReturnItemInput[] }
  /** Nothing comes back, so there is nothing to receive. */
  | { kind: "none"; because: "kept" | "by_walmart" | "closed" }
  | { kind: "wait"; attention: Attention }

/**
 * The Medusa return of a purchase order's share of a return order. What the buyer keeps is no part of it, what Walmart fulfilled
 * goes back to Walmart, and what was closed before anything came back needs none. Pure.
 */
export function planMedusaReturn(share: ReturnShare, target: ReturnTarget): MedusaReturnPlan {
  const because = whyNotOurs(share, target)
  if (because !== null) return { kind: "none", because }
  const live = share.lines.filter(({ isKeepIt, status }) => !isKeepIt && status !== "canceled")
  if (live.length === 0) return { kind: "none", because: "closed" }
  const unknown = live.find(({ lineNumber }) => target.itemOf(lineNumber) === null)
  if (unknown) return { kind: "wait", attention: unknownLine(unknown) }
  const items = byItem(live, target.itemOf)
  const short = items.find(({ id, quantity }) => quantity > target.returnable(id))
  if (short) return { kind: "wait", attention: notReturnable(share, short, target) }
  return { kind: "create", items }
}

/** Why nothing of a return comes back to the store, which is so without a Medusa order too; null when something does. Pure. */
export function whyNotOurs(
  { lines }: Pick<ReturnShare, "lines">,
  { isFulfilledByWalmart }: Pick<ReturnTarget, "isFulfilledByWalmart">
): "kept" | "by_walmart" | null {
  if (lines.every(({ isKeepIt }) => isKeepIt)) return "kept"
  return isFulfilledByWalmart ? "by_walmart" : null
}

/** Medusa takes an item once per return. */
function byItem(lines: ReturnLine[], itemOf: ReturnTarget["itemOf"]): ReturnItemInput[] {
  const items = new Map<string, ReturnItemInput>()
  for (const line of lines) {
    const id = itemOf(line.lineNumber) ?? ""
    const known = items.get(id)
    const note = reasonInWords(line.reason)
    const notes = known ? [known.note, note].filter(Boolean) : [note]
    const quantity = (known?.quantity ?? 0) + line.quantity
    items.set(id, { id, quantity, note: [...new Set(notes)].join("; ") })
  }
  return [...items.values()]
}

function notReturnable(
  { returnOrderId }: ReturnShare,
  { id, quantity }: ReturnItemInput,
  target: ReturnTarget
): Attention {
  const units = Math.max(0, target.returnable(id))
  return say("return_not_shipped", { return: returnOrderId, units: quantity, left: units })
}

/**
 * Units that Walmart's return has now and its Medusa return has not: Walmart may change a return order, and core no requested return.
 * Pure.
 * @param made units of each item in the Medusa return
 */
export function addedUnits(
  { lines }: ReturnShare,
  made: { item_id: string; quantity: number }[],
  itemOf: ReturnTarget["itemOf"]
): number {
  const live = lines.filter(({ isKeepIt, status }) => !isKeepIt && status !== "canceled")
  const unknown = live.filter(({ lineNumber }) => itemOf(lineNumber) === null)
  const known = byItem(
    live.filter(({ lineNumber }) => itemOf(lineNumber) !== null),
    itemOf
  )
  const added = known.map(({ id, quantity }) => Math.max(0, quantity - unitsIn(made, id)))
  return sum([...unknown.map(({ quantity }) => quantity), ...added])
}

function unitsIn(made: { item_id: string; quantity: number }[], id: string): number {
  return sum(made.flatMap((one) => (one.item_id === id ? [one.quantity] : [])))
}
