import type { Order } from "../orders/order"
import { isReadable, type Kinds, KINDS, kindOf } from "./kinds"
import type { CallLimits } from "./model/next-action"
import type { KnownUpdate } from "./model/update"

/**
 * Updates that were taken back while a call about them was in doubt, as far as Walmart's order alone can tell whether they have
 * arrived. Pure.
 * @param doubtful ids of updates that calls in doubt have named
 */
export function takenBack(
  updates: KnownUpdate[],
  doubtful: string[],
  kinds: Kinds = KINDS
): KnownUpdate[] {
  return updates.filter(
    (update) =>
      update.status === "superseded" &&
      doubtful.includes(update.id) &&
      isReadable(update, kinds) &&
      kindOf(update.payload, kinds).isTotal
  )
}

/** Ids of those that Walmart shows all the same: what was told cannot be taken back. Pure. */
export function arrivedAnyway(
  order: Order,
  known: KnownUpdate[],
  asked: KnownUpdate[],
  limits: CallLimits,
  kinds: Kinds = KINDS
): string[] {
  return asked.flatMap((update) => {
    const wanted: KnownUpdate = { ...update, status: "pending" }
    return kindOf(update.payload, kinds).next(order, [wanted], known, limits).done
  })
}
