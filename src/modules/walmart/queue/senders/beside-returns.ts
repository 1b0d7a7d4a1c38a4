import type { Order } from "../../../../walmart/orders/order"
import { isReadable } from "../../../../walmart/updates/kinds"
import type { KnownUpdate } from "../../../../walmart/updates/model/update"
import { headOf } from "../../../../walmart/updates/next-call"
import type { RefundPayload } from "../../../../walmart/updates/payloads/refund-payload"
import { returnedMoney } from "../../../../walmart/returns/returned-money"
import { besideReturns, isUnexplained } from "../../../../walmart/updates/refund/beside-returns"
import type { Claim } from "../claim-sql"
import { keepRecounted, loadRefundedLines } from "../returns/returned-money-sql"
import type { SenderDeps } from "./sender"

/**
 * Counts the refund that is sent next anew where returns have given back money of its lines: Walmart's order may show that, and it is not
 * the refund's. Where Walmart refunds no returns for programs, people refund them by such a refund, so that it is the same money.
 * @returns whether what Walmart shall show after it has changed
 */
export async function countBesideReturns(
  { db, market }: Pick<SenderDeps, "db" | "market">,
  owned: Claim,
  order: Order,
  known: KnownUpdate[]
): Promise<boolean> {
  const next = refundBesideReturns(market, known)
  if (!next) return false
  const lines = await loadRefundedLines(db, owned.subjectId)
  if (lines.length === 0) return false
  const { id, read } = next
  const returned = returnedMoney(lines, market.leastMoney)
  const payload = besideReturns(read, { shown: order, known, returned })
  return payload !== read && keepRecounted(db, owned, { id, read, payload })
}

/** Walmart shows money of the refund that is sent next which nothing known gave back: a return may have, that no poll has read. */
export function mayBeReturned(
  { market }: Pick<SenderDeps, "market">,
  order: Order,
  known: KnownUpdate[]
): boolean {
  const next = refundBesideReturns(market, known)
  return next !== null && isUnexplained(next.read, { shown: order, known })
}

function refundBesideReturns(
  { returnRefund }: SenderDeps["market"],
  known: KnownUpdate[]
): { id: string; read: RefundPayload } | null {
  const [head] = headOf(known)
  const read = head?.payload
  if (read?.kind !== "refund" || returnRefund === null || !isReadable(head)) return null
  return { id: head.id, read }
}
