import { fields } from "../wire/body"
import { badContent } from "../wire/errors"
import { cancelQuantity, quantityIn, type Order } from "../state/order"
import type { World } from "../state/state"
import { emitOrderUpdate, type SubEventType } from "../webhooks/webhook-delivery"
import { changeOrder, chosenLines, OPEN_STATUSES } from "./order-change"

/** How long after the expected ship date Walmart waits for a shipment: 4 calendar days (DEV; other sources name 6, 8 and 10). */
const AUTO_CANCEL_AFTER_MS = 4 * 86_400_000

/** What Walmart's own cancellations say of their reason (INF: no source gives the text). */
export const WALMART_REASONS = {
  PO_LINE_AUTOCANCELLED: "AUTO_CANCELLED",
  FRAUD_CANCEL: "FRAUD_CANCELLED",
} as const

/** `{}`: Walmart cancels what is open because its deadline has passed, whatever the clock says. */
export function autoCancel(world: World, purchaseOrderId: string, body: unknown): Order {
  fields(body ?? {}, "auto-cancel", [])
  return cancelOpen(world, purchaseOrderId, "PO_LINE_AUTOCANCELLED")
}

/** `{}`: Walmart stops the order for fraud; what is open is cancelled, what is shipped stays. */
export function cancelForFraud(world: World, purchaseOrderId: string, body: unknown): Order {
  fields(body ?? {}, "fraud", [])
  return cancelOpen(world, purchaseOrderId, "FRAUD_CANCEL")
}

/** With option `autoCancel`: cancels every order whose moment has passed; run before each call and when time is moved (rule D1). */
export function runDueAutoCancels(world: World): void {
  if (!world.options.autoCancel) return
  const now = world.clock.now()
  for (const { current } of world.allOrders()) {
    const isDue = current.estimatedShipDate + AUTO_CANCEL_AFTER_MS <= now
    if (!isDue || current.shipNode.type === "WFSFulfilled" || !hasOpen(current)) continue
    cancelOpen(world, current.purchaseOrderId, "PO_LINE_AUTOCANCELLED")
  }
}

function hasOpen(order: Order): boolean {
  return order.lines.some((line) => quantityIn(line, ...OPEN_STATUSES) > 0)
}

function cancelOpen(
  world: World,
  purchaseOrderId: string,
  event: Extract<SubEventType, keyof typeof WALMART_REASONS>
): Order {
  const reason = WALMART_REASONS[event]
  const order = changeOrder(world, purchaseOrderId, (draft) => {
    if (!hasOpen(draft)) throw badContent(`PO: ${purchaseOrderId} has nothing that is open`)
    return chosenLines(draft, {}, OPEN_STATUSES).map(({ line, quantity }) => {
      cancelQuantity(line, quantity, reason)
      return { effect: "cancelled", quantity, reason, lineNumber: line.lineNumber, sku: line.sku }
    })
  })
  emitOrderUpdate(world, order, event)
  return order
}
