import type { Order } from "../../../../walmart/orders/order"
import { isReadable } from "../../../../walmart/updates/kinds"
import type { KnownUpdate } from "../../../../walmart/updates/model/update"
import { headOf } from "../../../../walmart/updates/next-call"
import { returnedMoney } from "../../../../walmart/returns/returned-money"
import { besideReturns } from "../../../../walmart/updates/refund/beside-returns"
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
  const [head] = headOf(known)
  const read = head?.payload
  if (read?.kind !== "refund" || market.returnRefund === null || !isReadable(head)) return false
  const lines = await loadRefundedLines(db, owned.subjectId)
  if (lines.length === 0) return false
  const returned = returnedMoney(lines, market.leastMoney)
  const payload = besideReturns(read, { shown: order, known, returned })
  return payload !== read && keepRecounted(db, owned, { id: head.id, read, payload })
}
