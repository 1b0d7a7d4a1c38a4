import type { PlanInput } from "../model/sides"
import {
  type AcknowledgmentPayload,
  acknowledgmentPayload,
} from "../payloads/acknowledgment-payload"
import type { Kind } from "../model/kind"
import { type CallLimits, type NextAction, NOTHING } from "../model/next-action"
import { goneQuantity, lineQuantities, type Order, type OrderLine } from "../../orders/order"
import type { KnownUpdate, PlannedUpdate } from "../model/update"
import { phrase } from "../../words/phrase"

/** The acknowledgment of an order, which is wanted from the start. */
export const acknowledgmentKind: Kind<AcknowledgmentPayload> = {
  schema: acknowledgmentPayload,
  endpoint: "orders.acknowledge",
  urgency: 2,
  movesUnits: false,
  isTotal: true,
  correctable: [],
  isReadable: () => true,
  missing: missingAcknowledgment,
  isUnwanted: () => false,
  next: nextAcknowledgment,
  send: (client, purchaseOrderId, body, startBy) =>
    client.acknowledge(purchaseOrderId, body, startBy),
  correct: (payload) => ({ payload, warnings: [] }),
  content: () => ({}),
  describe: () => phrase("update_named", "acknowledgment", {}),
}

/**
 * An order's only acknowledgment.
 * @param orderedAt epoch milliseconds
 */
export function plannedAcknowledgment(orderedAt: number): PlannedUpdate<AcknowledgmentPayload> {
  return {
    uniqueKey: KEY,
    payload: { kind: "acknowledgment" },
    attention: null,
    warnings: [],
    happenedAt: orderedAt,
  }
}

const KEY = "acknowledgment"

function missingAcknowledgment({ walmart, known }: PlanInput) {
  const created = walmart.lines.some(({ quantities }) => quantities.created > 0)
  if (!created || known.some(({ uniqueKey }) => uniqueKey === KEY)) return []
  return [plannedAcknowledgment(walmart.orderedAt)]
}

/**
 * Walmart acknowledges whole orders or whole lines, by market, and refuses once any quantity of these is shipped or canceled ("higher
 * status", docs/walmart-api.md, "Acknowledging"): what is still unacknowledged then stays so, and is shipped or canceled as it is.
 */
function nextAcknowledgment(
  order: Order,
  head: KnownUpdate<AcknowledgmentPayload>[],
  _all: KnownUpdate[],
  { maxLines, acknowledgesLines }: CallLimits
): NextAction {
  const ids = head.map(({ id }) => id)
  const created = order.lines.filter((line) => lineQuantities(line).created > 0)
  if (created.length === 0) return { ...NOTHING, done: ids }
  const isPast = !acknowledgesLines && order.lines.some(hasMoved)
  const left = isPast ? [] : created.filter((line) => !hasMoved(line))
  if (left.length === 0) return { ...NOTHING, moot: ids }
  const body = acknowledgesLines ? acknowledgmentBody(left.slice(0, maxLines)) : null
  const call = { kind: KEY, endpoint: "orders.acknowledge" as const, updateIds: ids, body }
  return { ...NOTHING, call }
}

/** Whether a part of a line is shipped or canceled. */
function hasMoved(line: OrderLine): boolean {
  const sums = lineQuantities(line)
  return goneQuantity(sums) + sums.canceled > 0
}

/** Names lines that have something left to acknowledge, with all their units: Walmart takes no part of a line. */
function acknowledgmentBody(left: OrderLine[]): object {
  const orderLine = left.map((line) => ({
    lineNumber: line.lineNumber,
    orderLineStatuses: { orderLineStatus: [acknowledgedUnits(line)] },
  }))
  return { orderAcknowledgement: { orderLines: { orderLine } } }
}

function acknowledgedUnits(line: OrderLine) {
  const { created, acknowledged } = lineQuantities(line)
  const amount = String(created + acknowledged)
  return {
    status: "Acknowledged",
    statusQuantity: { unitOfMeasurement: "EACH", amount },
  }
}
