import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { batched } from "../../shared/batch"
import { createOrders } from "../medusa/create-order"
import type { LocatedOrder } from "./plan-walmart-order"

/**
 * Creates the Medusa order unless it exists. Not undone when a later step fails: the next run resumes from it, and taking it
 * back could take away an order that another run has just finished.
 */
export const createImportedWalmartOrderStep = createStep(
  "create-imported-walmart-order",
  async (located: LocatedOrder, step) => new StepResponse({ created: await create(step, located) })
)

const create = batched(async (container, located: LocatedOrder[]) => {
  const wanted = located.flatMap(({ planned, ids }) => (planned && ids ? [{ planned, ids }] : []))
  const created = await createOrders(container, wanted)
  return located.map(({ ids }) => ids !== null && created.has(ids.orderId))
})
