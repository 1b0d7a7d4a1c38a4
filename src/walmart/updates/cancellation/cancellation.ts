import type { LineUnits } from "../payloads/payload-parts"
import type { CanceledUnits, CancellationPayload } from "../payloads/cancellation-payload"
import { lineQuantities, openQuantity, type Order, type OrderLine } from "../../orders/order"
import { type MedusaOrder, MIRRORED_BY } from "../model/sides"
import type { Attention } from "../model/update"
import { say } from "../../words/phrase"

/** What is still to be said of one cancellation, after comparing it with the Walmart order. */
export interface CancellationRemainder {
  lines: LineUnits[]
  /** Why not all of it can be sent as it is. */
  conflict: Attention | null
  /** What of it Walmart still takes: the open units, when the others are shipped there. */
  sendable: LineUnits[]
}

/**
 * Compares a cancellation with what Walmart shows. Units canceled by anyone count, so repeating it is safe.
 * @param earlier cancellations that Walmart has shown already: nothing takes them back, so an order that is read without them is
 *   an old one
 */
export function cancellationRemainder(
  order: Order,
  payload: CancellationPayload,
  earlier: CancellationPayload[]
): CancellationRemainder {
  const compared = payload.lines.map((units): Compared => {
    const line = order.lines.find(({ lineNumber }) => lineNumber === units.lineNumber)
    return {
      line,
      lineNumber: units.lineNumber,
      quantity: units.total - canceledSoFar(units, line, earlier),
    }
  })
  const remaining = compared.filter(({ line, quantity }) => !line || quantity > 0)
  const conflicts = remaining.flatMap((one) => conflictsOf(order, payload, one))
  return {
    lines: remaining.map(({ lineNumber, quantity }) => ({ lineNumber, quantity })),
    // The others come first: once a person has settled them, the open units go.
    conflict: conflicts.find((one) => !isShipped(one)) ?? conflicts.at(0) ?? null,
    sendable: conflicts.every(isShipped) ? remaining.flatMap(withinOpen) : [],
  }
}

/** Units that are still to be canceled of a line, which the order should have. */
interface Compared extends LineUnits {
  line: OrderLine | undefined
}

function canceledSoFar(
  { lineNumber }: CanceledUnits,
  line: OrderLine | undefined,
  earlier: CancellationPayload[]
): number {
  const shown = line ? lineQuantities(line).canceled : 0
  return Math.max(shown, highestTotal(earlier, lineNumber))
}

/** Units of a line that are canceled once all of these cancellations have arrived. */
export function highestTotal(cancellations: CancellationPayload[], lineNumber: string): number {
  const units = cancellations.flatMap(({ lines }) => lines)
  const totals = units.filter((one) => one.lineNumber === lineNumber).map(({ total }) => total)
  return Math.max(0, ...totals)
}

/** Units of a line that Walmart canceled itself and that were taken out in Medusa for that: they are never open again. */
export function mirroredCanceled(
  { lineCancellations = [] }: Pick<MedusaOrder, "lineCancellations">,
  lineNumber: string
): number {
  const units = lineCancellations
    .filter(({ by }) => by === MIRRORED_BY)
    .flatMap(({ lines }) => lines)
  const totals = units.filter((one) => one.lineNumber === lineNumber).map(({ total }) => total)
  return Math.max(0, ...totals)
}

/** Body of `POST …/cancel` for what remains, at most `maxLines` lines (docs/walmart-api.md, "Canceling"). */
export function cancellationBody(reason: string, lines: LineUnits[], maxLines: number): object {
  const orderLine = lines.slice(0, maxLines).map(({ lineNumber, quantity }) => ({
    lineNumber,
    orderLineStatuses: {
      orderLineStatus: [
        {
          status: "Cancelled",
          cancellationReason: reason,
          statusQuantity: { unitOfMeasurement: "EACH", amount: String(quantity) },
        },
      ],
    },
  }))
  return { orderCancellation: { orderLines: { orderLine } } }
}

function withinOpen({ line, lineNumber, quantity: wanted }: Compared): LineUnits[] {
  const quantity = line ? Math.min(wanted, openQuantity(lineQuantities(line))) : 0
  return quantity > 0 ? [{ lineNumber, quantity }] : []
}

function conflictsOf(
  order: Order,
  payload: CancellationPayload,
  { line, lineNumber, quantity: wanted }: Compared
): Attention[] {
  if (!line) return [say("line_unknown", { order: order.purchaseOrderId, line: lineNumber })]
  const open = openQuantity(lineQuantities(line))
  const { sku } = line
  return [
    // Walmart is given no reason for units that have left.
    ...(open > 0 ? reasonConflicts(payload, line) : []),
    ...(wanted > open ? [say(SHIPPED, { line: lineNumber, sku, open, wanted })] : []),
  ]
}

const SHIPPED = "line_already_shipped"

/** Only units that have left stand against it; the open ones may go. */
function isShipped({ code }: Attention): boolean {
  return code === SHIPPED
}

const CUSTOMER_REASON = "CUSTOMER_REQUESTED_SELLER_TO_CANCEL"

/** Walmart accepts the customer's reason only while the customer's request stands (docs/walmart-api.md, "Canceling"). */
function reasonConflicts(payload: CancellationPayload, line: OrderLine): Attention[] {
  if (payload.reason !== CUSTOMER_REASON || line.customerAskedToCancel) return []
  return [say("customer_did_not_ask", { line: line.lineNumber, sku: line.sku })]
}
