import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrderId } from "../../walmart/common/ids"
import { unpricedLine } from "../../walmart/returns/returned-money"
import { say } from "../../walmart/words/phrase"
import { walmartOf } from "../import/store/load-store"
import { isCredited } from "./record-refund"
import type { WalmartReturnRow } from "./return-row"

/**
 * Says on the row that Walmart has refunded units and names no sum: nothing of it can be written into Medusa's books, and nobody would
 * miss it there. Nothing is said where people have written it down, as where Walmart takes no refunds of returns; forgotten once Walmart
 * names it.
 */
export async function noteUnknownSum(
  container: MedusaContainer,
  row: WalmartReturnRow,
  orderId: MedusaOrderId
): Promise<void> {
  const { returns } = walmartOf(container)
  const line = unpricedLine(row.lines)
  if (line && !(await isCredited(container, row, orderId))) {
    const about = { line: line.lineNumber, units: line.refunded }
    await returns.noteUnmade(row.id, say("return_sum_unknown", about))
  } else if (row.error_code === "return_sum_unknown") {
    await returns.noteSumKnown(row.id)
  }
}
