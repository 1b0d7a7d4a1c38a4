import { cancellationBody, cancellationRemainder } from "./cancellation"
import { goneQuantity, lineQuantities, type Order } from "./order"
import type { EndpointName } from "./rate-limit"
import { shipmentBody, type ShipmentRemainder, shipmentRemainders } from "./shipment"
import type {
  Attention,
  CancellationPayload,
  KnownUpdate,
  ShipmentPayload,
  UpdateKind,
} from "./update"

/** One write to Walmart and the updates it tells. */
export interface NextCall {
  endpoint: EndpointName
  updateIds: string[]
  /** Null for an acknowledgment, which has no body. */
  body: object | null
}

/** What to do about the first updates of an order, after reading it from Walmart. */
export interface NextStep {
  /** Updates that Walmart shows already. */
  done: string[]
  /** Updates that Walmart does not take any more and does not need. */
  moot: string[]
  /** First update that cannot go on by itself; everything behind it waits. */
  attention: { id: string; attention: Attention } | null
  call: NextCall | null
}

/** What limits a call. */
export interface CallLimits {
  /** Epoch milliseconds. */
  now: number
  maxLines: number
  /** Largest number of updates merged into one call; 1 after Walmart refused a merged one. */
  maxUpdates: number
}

/** What each kind of update needs: its endpoint and how it is compared with the order. A new kind is one more row. */
const KINDS: Record<UpdateKind, { endpoint: EndpointName; next: NextOfKind }> = {
  acknowledgment: { endpoint: "orders.acknowledge", next: nextAcknowledgment },
  shipment: { endpoint: "orders.shipping", next: nextShipment },
  cancellation: { endpoint: "orders.cancel", next: nextCancellation },
}

type NextOfKind = (
  order: Order,
  head: KnownUpdate[],
  all: KnownUpdate[],
  limits: CallLimits
) => NextStep

/** Endpoint an update of this kind is sent to. */
export function endpointOf(kind: UpdateKind): EndpointName {
  return KINDS[kind].endpoint
}

/** Updates that may be sent now: the pending ones of one kind at the head of the sequence. */
export function headOf(updates: KnownUpdate[]): KnownUpdate[] {
  const unfinished = updates
    .filter(({ status }) => status === "pending" || status === "needs_attention")
    .sort((a, b) => a.sequence - b.sequence)
  const end = unfinished.findIndex(
    ({ status, payload }) => status !== "pending" || payload.kind !== unfinished[0].payload.kind
  )
  return end === -1 ? unfinished : unfinished.slice(0, end)
}

/**
 * Compares what is wanted with what Walmart shows and says what to send next. Pure: the same order and updates give the same
 * answer, so that it can be asked again after a crash, a lost answer or a refusal.
 */
export function nextStep(order: Order, updates: KnownUpdate[], limits: CallLimits): NextStep {
  const head = headOf(updates)
  if (head.length === 0) return NOTHING
  return KINDS[head[0].payload.kind].next(order, head, updates, limits)
}

/**
 * The next step, also when an update holds what this version cannot read: that one goes to a person, instead of failing for
 * ever in its order's way.
 */
export function safeNextStep(order: Order, updates: KnownUpdate[], limits: CallLimits): NextStep {
  try {
    return nextStep(order, updates, limits)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const head = headOf(updates)
    const { id } = head.find((update) => isMalformed(order, update, limits)) ?? head[0]
    return { ...NOTHING, attention: { id, attention: MALFORMED } }
  }
}

function isMalformed(order: Order, update: KnownUpdate, limits: CallLimits): boolean {
  try {
    nextStep(order, [update], limits)
    return false
  } catch (error) {
    if (error instanceof TypeError) return true
    throw error
  }
}

const MALFORMED: Attention = {
  code: "payload_malformed",
  message: "This update holds something that the plugin cannot read; nothing was sent for it.",
  nextStep: "Tell Walmart by hand in Seller Center, then dismiss this update with a note.",
}

const NOTHING: NextStep = { done: [], moot: [], attention: null, call: null }

/**
 * Walmart acknowledges whole orders, and refuses once any quantity is shipped or canceled ("higher status",
 * docs/walmart-api.md, "Acknowledging"): what is still unacknowledged then stays so, and is shipped or canceled as it is.
 */
function nextAcknowledgment(order: Order, head: KnownUpdate[]): NextStep {
  const ids = head.map(({ id }) => id)
  const sums = order.lines.map(lineQuantities)
  const created = sums.reduce((sum, line) => sum + line.created, 0)
  const isPast = sums.some((line) => goneQuantity(line) + line.canceled > 0)
  if (created === 0) return { ...NOTHING, done: ids }
  if (isPast) return { ...NOTHING, moot: ids }
  return { ...NOTHING, call: { endpoint: "orders.acknowledge", updateIds: ids, body: null } }
}

function nextShipment(
  order: Order,
  head: KnownUpdate[],
  all: KnownUpdate[],
  limits: CallLimits
): NextStep {
  const earlier = sentShipments(all)
  const remainders = shipmentRemainders(order, [...earlier, ...head.map(shipmentOf)])
  const mine = head.map((update, index) => ({
    update,
    remains: remainders[earlier.length + index],
  }))
  const stop = mine.findIndex(({ remains }) => remains.conflict !== null)
  const before = stop === -1 ? mine : mine.slice(0, stop)
  const inPart = mine.slice(stop === -1 ? mine.length : stop).slice(0, 1)
  const wanted = [...before, ...inPart].filter(isSendable).slice(0, limits.maxUpdates)
  return {
    ...NOTHING,
    done: before.filter(({ remains }) => !isLeft(remains)).map(({ update }) => update.id),
    attention: conflictAt(mine[stop]),
    call: wanted.length === 0 ? null : shipmentCall(order, wanted, limits),
  }
}

interface Compared {
  update: KnownUpdate
  remains: ShipmentRemainder
}

function shipmentCall(order: Order, wanted: Compared[], limits: CallLimits): NextCall {
  const parts = wanted.map(({ update, remains }) => ({
    payload: shipmentOf(update),
    packages: remains.sendable,
  }))
  return {
    endpoint: "orders.shipping",
    updateIds: wanted.map(({ update }) => update.id),
    body: shipmentBody(order, parts, limits),
  }
}

function conflictAt(compared: Compared | undefined): NextStep["attention"] {
  const attention = compared?.remains.conflict
  return compared && attention ? { id: compared.update.id, attention } : null
}

function isSendable({ remains }: Compared): boolean {
  return remains.sendable.length > 0
}

function isLeft(remains: ShipmentRemainder): boolean {
  return remains.packages.length > 0
}

/**
 * Units that earlier updates brought to Walmart belong to them. A dismissed one claims none, for nobody knows whether its parcel
 * left: were it to claim what a later one has brought under the same number, that one would be told twice, beyond recall.
 */
function sentShipments(updates: KnownUpdate[]): ShipmentPayload[] {
  return updates
    .filter(({ status, payload }) => status === "sent" && payload.kind === "shipment")
    .sort((a, b) => a.sequence - b.sequence)
    .map(shipmentOf)
}

function shipmentOf({ payload }: KnownUpdate): ShipmentPayload {
  if (payload.kind === "shipment") return payload
  throw new TypeError(`Update of kind ${payload.kind} among shipments.`)
}

/** Cancellations are told one by one, because each has its own reason. */
function nextCancellation(
  order: Order,
  head: KnownUpdate[],
  all: KnownUpdate[],
  limits: CallLimits
): NextStep {
  const [update] = head
  if (update.payload.kind !== "cancellation") throw new TypeError("Not a cancellation.")
  const { lines, conflict } = cancellationRemainder(order, update.payload, sentCancellations(all))
  if (lines.length === 0) return { ...NOTHING, done: [update.id] }
  if (conflict) return { ...NOTHING, attention: { id: update.id, attention: conflict } }
  const body = cancellationBody(update.payload.reason, lines, limits.maxLines)
  return { ...NOTHING, call: { endpoint: "orders.cancel", updateIds: [update.id], body } }
}

function sentCancellations(updates: KnownUpdate[]): CancellationPayload[] {
  return updates.flatMap(({ status, payload }) =>
    status === "sent" && payload.kind === "cancellation" ? [payload] : []
  )
}
