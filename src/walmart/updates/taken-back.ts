import type { Order } from "../orders/order"
import { isReadable, type Kinds, KINDS, kindOf } from "./kinds"
import type { CallLimits } from "./model/next-action"
import type { Attention, KnownUpdate } from "./model/update"
import { say, saying, wordsOf } from "../words/phrase"

/** Code of an update of which nobody knows whether it arrived before it was taken back. */
export const TAKEN_BACK_UNREAD = "taken_back_unread"

/** What a person is asked about such updates. @param why why Walmart's order cannot tell */
export function unreadAttention(why: Attention): Attention {
  const { message, remedy } = say(TAKEN_BACK_UNREAD, {}).words
  const reason = wordsOf(why).message
  return { code: TAKEN_BACK_UNREAD, ...saying({ message: [...message, ...reason], remedy }) }
}

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

/** Ids of those that Walmart shows nevertheless: what was told cannot be taken back. Pure. */
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
