import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartEvidence } from "../../../../types/http"
import { showAttempt } from "../updates/load-update-detail"
import { loadOrderDetail } from "./load-order-detail"

/**
 * What was wanted, what was sent with Walmart's answers, and what Walmart showed last, of one order. Nothing of the buyer is among
 * it, since none of these keeps any of that.
 * @throws MedusaError NOT_FOUND
 */
export async function loadEvidence(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartEvidence> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const order = await loadOrderDetail(container, id)
  const [attempts, [row], now] = await Promise.all([
    walmart.listWalmartAttempts(
      { subject_id: order.id },
      { order: { started_at: "ASC", id: "ASC" } }
    ),
    walmart.listWalmartOrders({ id: order.id }, { select: ["id", "snapshot"] }),
    walmart.databaseNow(),
  ])
  // What staff wrote for each other is no business of Walmart's.
  const evident = { ...order, note: null }
  return {
    made_at: now.toISOString(),
    order: evident,
    attempts: attempts.map(showAttempt),
    snapshot: row.snapshot,
  }
}
