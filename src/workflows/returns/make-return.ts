import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { cancelReturnWorkflow } from "@medusajs/medusa/core-flows"
import { failureOf } from "../../modules/walmart/common/failure"
import {
  addedUnits,
  planMedusaReturn,
  type ReturnItemInput,
} from "../../walmart/returns/medusa-return"
import { say } from "../../walmart/words/phrase"
import { walmartOf } from "../import/store/load-store"
import { findMade, type LoadedTarget, MADE_FOR, type MedusaReturn } from "./load-return"
import { shareOf, type WalmartReturnRow } from "./return-row"
import { sumOfUnits } from "../../walmart/common/units"

/**
 * Makes sure that a return of Walmart's has its Medusa return, once: whoever was killed after the creation is found out by what
 * the return's items say. What cannot be made says why on the row, and is tried again by the next poll. One that Walmart has opened again
 * has forgotten the Medusa return that was canceled with it, and gets another.
 * @returns the Medusa return; null when there is none
 */
export async function ensureReturn(
  container: MedusaContainer,
  row: WalmartReturnRow,
  target: LoadedTarget
): Promise<MedusaReturn | null> {
  const { returns } = walmartOf(container)
  const known = await findMade(container, target.orderId, row.id)
  const isForgotten = known !== null && known.canceled_at !== null && row.return_id === null
  if (known && !isForgotten) {
    if (row.return_id !== known.id) await returns.noteMade(row.id, { returnId: known.id })
    return known
  }
  if (row.no_return !== null) return null
  const plan = planMedusaReturn(shareOf(row), target)
  if (plan.kind === "none") await returns.noteMade(row.id, { because: plan.because })
  if (plan.kind === "wait") await returns.noteUnmade(row.id, plan.attention)
  return plan.kind === "create" ? create(container, row, target, plan.items) : null
}

async function create(
  container: MedusaContainer,
  row: WalmartReturnRow,
  target: LoadedTarget,
  items: ReturnItemInput[]
): Promise<MedusaReturn | null> {
  const { returns } = walmartOf(container)
  try {
    const made = await container.resolve(Modules.ORDER).createReturn({
      order_id: target.orderId,
      location_id: target.locationId ?? undefined,
      items: items.map((item) => ({ ...item, metadata: { [MADE_FOR]: row.id } })),
      no_notification: true,
      requested_at: row.requested_at ?? new Date(),
      description: `Walmart return ${row.return_order_id}`,
      created_by: "walmart",
    })
    await returns.noteMade(row.id, { returnId: made.id })
    const units = items.map(({ id: item_id, quantity }) => ({ item_id, quantity }))
    return { id: made.id, status: made.status, canceled_at: null, items: units }
  } catch (error) {
    await returns.noteUnmade(row.id, say("return_not_made", { why: failureOf(error).message }))
    return null
  }
}

/**
 * Cancels in Medusa what the buyer or Walmart canceled before anything of it was received.
 * @returns whether the Medusa return is canceled, by whomever, so that nothing is owed for it
 */
export async function dropCanceled(
  container: MedusaContainer,
  row: WalmartReturnRow,
  made: MedusaReturn
): Promise<boolean> {
  const isDropped = made.canceled_at !== null
  if (row.status !== "canceled") return isDropped
  if (!isDropped && made.status !== "requested") return false
  const input = { return_id: made.id, no_notification: true, canceled_by: "walmart" }
  if (!isDropped) await cancelReturnWorkflow(container).run({ input })
  if (row.no_return === null)
    await walmartOf(container).returns.noteMade(row.id, { because: "closed" })
  return true
}

const OPEN: WalmartReturnRow["status"][] = ["initiated", "delivered"]

/**
 * Says on the row that Walmart's return has more units than the Medusa return that was made of it, until Walmart has refunded them.
 * What was received before is refunded nevertheless, so nothing is said while that is under way.
 */
export async function noteChanged(
  container: MedusaContainer,
  row: WalmartReturnRow,
  target: LoadedTarget,
  made: MedusaReturn
): Promise<void> {
  const { returns } = walmartOf(container)
  const share = shareOf(row)
  const added = OPEN.includes(row.status) ? addedUnits(share, made.items, target.itemOf) : 0
  if (added > 0) {
    const has = sumOfUnits(made.items)
    await returns.noteUnmade(row.id, say("return_changed", { added, made: has }))
  } else if (added === 0 && row.error_code === "return_changed") {
    await returns.noteMade(row.id, { returnId: made.id })
  }
}
