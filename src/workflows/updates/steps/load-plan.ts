import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import { logLine } from "../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { Discrepancy } from "../../../walmart/reconciliation/figures/discrepancy"
import { OrderDeletedError } from "../../reconciliation/deleted-order"
import { unreadable } from "../../reconciliation/compare-sides"
import { type LoadedPlan, toPlan } from "../../reconciliation/load-plans"
import { type LoadedSides, loadSides } from "../../reconciliation/load-sides"

/** A Medusa order to plan for. */
export interface LoadPlanStepInput {
  order_id: string
}

/** An order as it was read for planning. */
export interface LoadedOrder {
  walmart_order_id: string
  account_id: string
  /** Null while the options do not have its account, or while it cannot be read. */
  plan: LoadedPlan | null
  /** Null while it cannot be read; `error` says why. */
  loaded: LoadedSides | null
  error: Discrepancy | null
  before: LoadedSides["before"]
  dismissed: LoadedSides["dismissed"]
}

/** Reads what the planner needs; null when the order is not one of Walmart's. Reads only, so there is nothing to undo. */
export const loadWalmartPlanStep = createStep(
  "load-walmart-plan",
  async ({ order_id }: LoadPlanStepInput, { container }) => {
    const [one] = await loadSides(container, [order_id])
    if (!one) return new StepResponse<LoadedOrder | null>(null)
    const { walmart_order_id, account_id, before, dismissed } = one
    const about = { walmart_order_id, account_id, before, dismissed }
    if ("error" in one) {
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      if (!(one.error instanceof OrderDeletedError))
        logger.error(logLine(`Walmart: order ${order_id} could not be read`, one.error))
      const error = unreadable(one.error)
      return new StepResponse<LoadedOrder | null>({ ...about, plan: null, loaded: null, error })
    }
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const plan = walmart.hasAccount(account_id) ? toPlan(walmart, one) : null
    return new StepResponse<LoadedOrder | null>({ ...about, plan, loaded: one, error: null })
  }
)
