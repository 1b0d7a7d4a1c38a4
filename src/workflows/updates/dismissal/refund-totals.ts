import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { Order } from "../../../walmart/orders/order"
import type { UpdatePayload } from "../../../walmart/updates/model/update"
import { partsShown, renewedRefund } from "../../../walmart/updates/refund/correct-refund"
import {
  type FollowingChange,
  withoutRefund,
} from "../../../walmart/updates/refund/following-refunds"
import { mirroredOf } from "../../../walmart/updates/refund/plan-refund"
import { isPayload } from "../../../walmart/updates/update-schema"
import { loadPlans } from "../../reconciliation/load-plans"
import { readOrderNow } from "../../reconciliation/steps/read-now"
import { unbookedOf } from "../../returns/return-row"
import { findWalmartOrder, type WalmartUpdateRow } from "../../shared/find-walmart-rows"

/**
 * What becomes of the refunds behind one that is about to be dismissed. Walmart is asked first what it shows by now, because a refund is
 * often dismissed right after it was made in Seller Center.
 */
export async function refundsWithout(
  container: MedusaContainer,
  { id, walmart_order_id, payload }: WalmartUpdateRow
): Promise<FollowingChange[]> {
  if (!isPayload(payload) || payload.kind !== "refund") return []
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const known = await walmart.knownUpdates(walmart_order_id)
  const own = known.find((update) => update.id === id)
  if (!own || withoutRefund(own, known, { parts: [] }).length === 0) return []
  const { order_id } = await findWalmartOrder(walmart, walmart_order_id)
  if (order_id) await readOrderNow(container, order_id)
  const [shown, mirrored] = await Promise.all([
    shownOrder(walmart, walmart_order_id),
    mirroredIn(container, walmart_order_id),
  ])
  return withoutRefund(own, known, { parts: partsShown(payload, shown), mirrored })
}

/** An update's payload for a place behind all others: what Walmart shall show after a refund counts those that were sent meanwhile. */
export async function renewedPayload(
  container: MedusaContainer,
  { walmart_order_id, payload }: WalmartUpdateRow
): Promise<UpdatePayload> {
  if (!isPayload(payload) || payload.kind !== "refund") return payload
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const [shown, known, mirrored] = await Promise.all([
    shownOrder(walmart, walmart_order_id),
    walmart.knownUpdates(walmart_order_id),
    mirroredIn(container, walmart_order_id),
  ])
  return renewedRefund(payload, { shown, known, mirrored })
}

/** Hundredths that Walmart gave back of an order for itself: what Medusa's refunds only write down, and what is about to be written down. */
export async function mirroredIn(container: MedusaContainer, id: string): Promise<number> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { order_id, account_id, purchase_order_id } = await findWalmartOrder(walmart, id)
  const [plan] = order_id ? await loadPlans(container, [order_id]) : []
  if (!plan) return 0
  const { returnRefund } = plan.input.market
  const returns =
    returnRefund === null
      ? []
      : await walmart.listWalmartReturns({ account_id, purchase_order_id }, { take: null })
  return mirroredOf(plan.input) + returns.reduce((sum, row) => sum + unbookedOf(row), 0)
}

/** The order as Walmart was last read; null when that is not kept any more. */
async function shownOrder(
  walmart: WalmartModuleService,
  id: string
): Promise<Pick<Order, "lines"> | null> {
  const { snapshot } = await findWalmartOrder(walmart, id)
  return snapshot
}
