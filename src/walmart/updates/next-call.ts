import { type Kinds, KINDS, kindOf } from "./kinds"
import { type CallLimits, type NextAction, NOTHING } from "./model/next-action"
import type { Order } from "../orders/order"
import type { EndpointName } from "../api/endpoint-limits"
import type { Attention, KnownUpdate, UpdateKind } from "./model/update"
import { say } from "../words/phrase"
import { isUnfinished } from "./model/update-status"

/** Endpoint an update of this kind is sent to. */
export function endpointOf(kind: UpdateKind): EndpointName {
  return KINDS[kind].endpoint
}

/** Updates that may be sent now: the pending ones of one kind at the head of the sequence. */
export function headOf(updates: KnownUpdate[]): KnownUpdate[] {
  const unfinished = updates.filter(isUnfinished).sort((a, b) => a.sequence - b.sequence)
  const end = unfinished.findIndex(
    ({ status, payload }) => status !== "pending" || payload.kind !== unfinished[0].payload.kind
  )
  return end === -1 ? unfinished : unfinished.slice(0, end)
}

/**
 * Compares what is wanted with what Walmart shows and says what to send next. Pure: the same order and updates give the same
 * answer, so that it can be asked again after a crash, a lost answer or a refusal.
 */
export function nextAction(
  order: Order,
  updates: KnownUpdate[],
  limits: CallLimits,
  kinds: Kinds = KINDS
): NextAction {
  const head = headOf(updates)
  if (head.length === 0) return NOTHING
  return kindOf(head[0].payload, kinds).next(order, head, updates, limits)
}

/**
 * The next step, also when an update holds what this version cannot read: that one goes to a person, instead of failing for
 * ever in its order's way.
 */
export function safeNextAction(
  order: Order,
  updates: KnownUpdate[],
  limits: CallLimits
): NextAction {
  try {
    return nextAction(order, updates, limits)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const head = headOf(updates)
    const { id } = head.find((update) => isMalformed(order, update, limits)) ?? head[0]
    return { ...NOTHING, attention: { id, attention: MALFORMED } }
  }
}

function isMalformed(order: Order, update: KnownUpdate, limits: CallLimits): boolean {
  try {
    nextAction(order, [update], limits)
    return false
  } catch (error) {
    if (error instanceof TypeError) return true
    throw error
  }
}

const MALFORMED: Attention = say("payload_malformed", {})
