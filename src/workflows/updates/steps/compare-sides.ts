import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import type WalmartModuleService from "../../../modules/walmart/service"
import { differencesOf, isChanged, type TriedPlan } from "../../reconciliation/compare-sides"
import type { LoadedOrder } from "./load-plan"

/** An order as it was read, and what was planned for it since. */
export interface CompareSidesStepInput {
  order: LoadedOrder
  planned: TriedPlan
}

/**
 * Compares both sides of an order, counting what was just planned, and keeps what is different. Answers the codes that are news.
 * Not undone: what is different follows from both sides, and the next comparison would write it again.
 */
export const compareWalmartSidesStep = createStep(
  "compare-walmart-sides",
  async ({ order, planned }: CompareSidesStepInput, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const error = order.error ?? planned.error
    const found = order.loaded
      ? differencesOf(walmart, order.loaded, { ...planned, error })
      : error
        ? [error]
        : []
    if (!isChanged(order, found)) return new StepResponse({ news: [] as string[] })
    const news = await walmart.saveDiscrepancies(order.walmart_order_id, found)
    return new StepResponse({ news: news.map(({ code }) => code as string) })
  }
)
