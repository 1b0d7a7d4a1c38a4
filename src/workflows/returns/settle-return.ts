import type { MedusaContainer } from "@medusajs/framework/types"
import { BY_RECEIPT, mostWanted, wantedRefund } from "../../walmart/returns/wanted-refund"
import { walmartOf } from "../import/store/load-store"
import { holdOrder } from "../shared/hold-order"
import { openChangeOf } from "../shared/open-change"
import { enqueueStock } from "../stock/enqueue-stock"
import {
  loadPurchase,
  loadTarget,
  type LoadedTarget,
  type MedusaReturn,
  receivedUnits,
} from "./load-return"
import { creditUnowed } from "./credit-unowed"
import { dropCanceled, ensureReturn, noteChanged } from "./make-return"
import { noteUnknownSum } from "./note-unknown-sum"
import { settleWithoutOrder } from "./settle-without-order"
import { recordRefund } from "./record-refund"
import type { WalmartReturnRow } from "./return-row"

/** How long a person's request may hold the order, in seconds. */
const WAIT_SECONDS = 20

/** What was done for one return. */
export interface SettledReturn {
  id: string
  order_id: string | null
  /** More units were received than before. */
  received: boolean
  /** There is more to refund through Walmart. */
  wanted: boolean
}

/**
 * Does for one return what is left to do in Medusa: its Medusa return, what was received of it, the refund that follows, and the
 * books. Each step looks at the state that the one before left, so that a run that died is simply continued. One of an account that is taken
 * out of the options waits for it: only its market says how it is refunded.
 */
export async function settleReturn(container: MedusaContainer, id: string): Promise<SettledReturn> {
  const walmart = walmartOf(container)
  const nothing: SettledReturn = { id, order_id: null, received: false, wanted: false }
  const row = await walmart.retrieveWalmartReturn(id)
  if (!walmart.hasAccount(row.account_id)) return nothing
  const purchase = await loadPurchase(container, row)
  const first = await loadTarget(container, purchase)
  if (!first) {
    await settleWithoutOrder(container, row, purchase)
    return nothing
  }
  return holdOrder(container, first.orderId, WAIT_SECONDS, () => settleHeld(container, id))
}

/**
 * The same while the caller holds the order. What needs a change of the order waits while another is open, as an edit or a receipt that
 * somebody begins: Medusa allows one at a time, and the next poll goes on.
 */
export async function settleHeld(container: MedusaContainer, id: string): Promise<SettledReturn> {
  const walmart = walmartOf(container)
  const row = await walmart.retrieveWalmartReturn(id)
  const settled: SettledReturn = { id, order_id: null, received: false, wanted: false }
  if (!walmart.hasAccount(row.account_id)) return settled
  const target = await loadTarget(container, await loadPurchase(container, row))
  if (!target) return settled
  const { orderId } = target
  settled.order_id = orderId
  const isChanging = (await openChangeOf(container, orderId)) !== undefined
  const made = target.isCanceled ? null : await ensureReturn(container, row, target)
  if (made) {
    if (!isChanging && (await dropCanceled(container, row, made)))
      await creditUnowed(container, orderId)
    await noteChanged(container, row, target, made)
    Object.assign(settled, await noteReceipt(container, row, target, made))
  }
  if (!isChanging) await recordRefund(container, row, orderId)
  await noteUnknownSum(container, row, orderId)
  return settled
}

/**
 * Units that were received are refunded at once, or when a person says so, also where Walmart takes no refunds of returns; of a
 * replacement nothing is. What is on the shelf again is sent as stock, before the receipt is noted, so that a run that dies in between
 * has it sent once more.
 */
async function noteReceipt(
  container: MedusaContainer,
  row: WalmartReturnRow,
  target: LoadedTarget,
  made: MedusaReturn
): Promise<Pick<SettledReturn, "received" | "wanted">> {
  const { returns } = walmartOf(container)
  const units = await receivedUnits(container, target.orderId, made.id)
  const wanted = wantedRefund(row.lines, units, target.itemOf)
  const before = row.received ?? {}
  const received = JSON.stringify(mostWanted(before, wanted)) !== JSON.stringify(before)
  if (received) {
    const { walmartOrderId } = target
    await enqueueStock(container, { walmartOrderId, accountId: row.account_id })
    await returns.noteReceived(row.id, mostWanted(before, wanted))
  }
  if (isLeftToPeople(container, row) || Object.keys(wanted).length === 0)
    return { received, wanted: false }
  return { received, wanted: await returns.want(row.id, { wanted, by: BY_RECEIPT }) }
}

function isLeftToPeople(container: MedusaContainer, row: WalmartReturnRow): boolean {
  const walmart = walmartOf(container)
  const { returnRefund } = walmart.market(row.account_id)
  return row.is_replacement || returnRefund === null || walmart.options.refundReturns === "ask"
}
