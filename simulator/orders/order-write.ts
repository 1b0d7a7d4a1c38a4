import type { Call } from "../gateway/call"
import { badContent, Refusal, type ErrorItem } from "../wire/errors"
import type { Answer } from "../wire/http"
import { quantityIn, type Line, type Order } from "../state/order"
import { renderOrder } from "./order-view"
import type { LedgerEntry } from "../state/seen"
import type { StoredOrder } from "../state/state"

/** What a write did to a line; the ledger gets the rest from the order. */
export type LineEffect = Pick<LedgerEntry, "effect" | "quantity"> & Partial<LedgerEntry>

/** Changes a copy of a line in place and tells the effects; refuses by throwing. */
export type LineChange<T> = (line: Line, input: T, before: Order) => LineEffect[]

/** The 200 of every order write (rule W6). */
export function answerOrder(call: Call, order: Order): Answer {
  const request = { productInfo: false, replacementInfo: false, isSingleRead: false }
  return { status: 200, body: { order: renderOrder(order, call.world.options, request) } }
}

/** Refuses a seller's write to an order Walmart fulfills (rule W4). */
export function refuseWalmartFulfilled(order: Order): void {
  if (order.shipNode.type !== "WFSFulfilled") return
  throw badContent(`PO: ${order.purchaseOrderId} is fulfilled by Walmart and cannot be changed`)
}

/**
 * Applies a change to each named line and commits: all lines or none, unless `partialWrites` is on (rule W3).
 * Answers the effects; throws a 400 with one entry per bad line.
 */
export function writeLines<T extends { lineNumber: string }>(
  call: Call,
  stored: StoredOrder,
  inputs: T[],
  change: LineChange<T>
): LineEffect[] {
  const draft = structuredClone(stored.current)
  const errors: ErrorItem[] = []
  const effects: LineEffect[] = []
  for (const input of inputs) {
    const outcome = tryLine(draft, input, change, stored.current)
    if (outcome instanceof Refusal) errors.push(...outcome.items)
    else effects.push(...outcome)
  }
  const isWritten = errors.length === 0 || (call.world.options.partialWrites && effects.length > 0)
  if (isWritten) commitEffects(call, stored, draft, effects)
  if (errors.length > 0) throw new Refusal(400, "order", errors)
  return effects
}

/** The refusal of a quantity that is not there any more, in Walmart's words (OBS). */
export function inHigherStatus(line: Line, purchaseOrderId: string): Refusal | null {
  const status = (["Delivered", "Shipped", "Cancelled"] as const).find(
    (candidate) => quantityIn(line, candidate) > 0
  )
  if (!status || quantityIn(line, "Created", "Acknowledged") > 0) return null
  const where = `The Line: ${line.lineNumber} of PO: ${purchaseOrderId}`
  return badContent(`Unable to process this request. ${where} is in ${status.toUpperCase()} status`)
}

function tryLine<T extends { lineNumber: string }>(
  draft: Order,
  input: T,
  change: LineChange<T>,
  before: Order
): LineEffect[] | Refusal {
  const { purchaseOrderId } = draft
  const index = draft.lines.findIndex((line) => line.lineNumber === input.lineNumber)
  if (index < 0) {
    const where = `The Line: ${input.lineNumber} of PO: ${purchaseOrderId}`
    return badContent(`Unable to process this request. ${where} does not exist`, "lineNumber")
  }
  const line = structuredClone(draft.lines[index])
  try {
    const effects = change(line, input, before)
    draft.lines[index] = line
    const { lineNumber, sku } = line
    return effects.map((effect) => ({ purchaseOrderId, lineNumber, sku, ...effect }))
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function commitEffects(call: Call, stored: StoredOrder, draft: Order, effects: LineEffect[]): void {
  const now = call.world.clock.now()
  const changed = new Set(effects.map((effect) => effect.lineNumber))
  for (const line of draft.lines) if (changed.has(line.lineNumber)) line.statusDate = now
  call.world.commit(stored, draft)
  for (const effect of effects) call.world.record({ at: now, by: "seller_api", ...effect })
}
