import { type LineQuantities, openQuantity } from "../../orders/order"
import type { KnownUpdate, PlannedUpdate } from "../model/update"
import { nextKey } from "../model/update-key"
import type { CancellationPayload } from "../payloads/cancellation-payload"
import { cancellationKey } from "./plan-cancellation"
import { isUnfinished } from "../model/update-status"

/** A line as it was read at Walmart last. */
export interface UnimportedLine {
  lineNumber: string
  quantities: LineQuantities
}

/** What a person decided about an order that Medusa has no order of. */
export interface ChosenCancellation {
  reason: string
  /** Epoch milliseconds. */
  at: number
}

/** The cancellation of all that is open of an order that Medusa has no order of; null when nothing is open. Pure. */
export function unimportedCancellation(
  lines: UnimportedLine[],
  known: KnownUpdate[],
  { reason, at }: ChosenCancellation
): PlannedUpdate<CancellationPayload> | null {
  const canceled = lines.flatMap(({ lineNumber, quantities }) => {
    const quantity = openQuantity(quantities)
    return quantity > 0 ? [{ lineNumber, quantity, total: quantities.canceled + quantity }] : []
  })
  if (canceled.length === 0) return null
  return {
    uniqueKey: nextKey(known, cancellationKey(canceled)),
    payload: { kind: "cancellation", reason, lines: canceled },
    attention: null,
    warnings: [],
    happenedAt: at,
  }
}

/** A cancellation of the order is on its way to Walmart, or waits for a person. Pure. */
export function isBeingCanceled(known: Pick<KnownUpdate, "status" | "payload">[]): boolean {
  return known.some((update) => update.payload.kind === "cancellation" && isUnfinished(update))
}
