import type { MedusaContainer } from "@medusajs/framework/types"
import type { WalmartOrderRow } from "../../../../workflows/find-walmart-rows"
import { type LoadedPlan, loadPlans } from "../../../../workflows/load-plans"

/** What the planner sees of an order; undefined while it has no Medusa order, or when its account is gone from the options. */
export async function loadPlan(
  container: MedusaContainer,
  { order_id }: WalmartOrderRow
): Promise<LoadedPlan | undefined> {
  const [plan] = order_id ? await loadPlans(container, [order_id]) : []
  return plan
}
