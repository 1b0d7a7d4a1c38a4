import type { PlanInput } from "../../walmart/updates/model/sides"
import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import { OrderDeletedError } from "./deleted-order"
import {
  type LoadedSides,
  loadMedusaSides,
  loadSides,
  type ReadWalmartSide,
  type UnreadableSides,
} from "./load-sides"
import type { AccountId, Loose, MedusaOrderId, WalmartOrderId } from "../../walmart/common/ids"

/** What the planner needs for one order. */
export interface LoadedPlan {
  walmart_order_id: Loose<WalmartOrderId>
  order_id: MedusaOrderId
  account_id: Loose<AccountId>
  input: PlanInput
}

/**
 * Reads desired state, actual state and known updates of several Medusa orders at once. Orders that are not Walmart's, whose import is not
 * finished, or whose account the options no longer have, are left out: they are Medusa's alone, until the account is back.
 * @throws what one of them cannot be read for
 */
export async function loadPlans(
  container: MedusaContainer,
  orderIds: string[]
): Promise<LoadedPlan[]> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  return toPlans(walmart, await loadSides(container, orderIds))
}

/** A plan with what a screen shows beside it. */
export type ShownPlan = LoadedPlan & Pick<LoadedSides, "medusaOrder" | "choices">

/**
 * Reads the plan of an order whose Walmart side was read already; undefined while it has no Medusa order or the options do not
 * have its account.
 */
export async function loadPlanOfRead(
  container: MedusaContainer,
  read: ReadWalmartSide
): Promise<ShownPlan | undefined> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const found = read.found.filter(
    (row) => row.order_id !== null && walmart.hasAccount(row.account_id)
  )
  if (found.length === 0) return undefined
  const [loaded] = readable(walmart, await loadMedusaSides(container, { ...read, found }))
  return loaded && toShownPlan(walmart, loaded)
}

function toShownPlan(walmart: WalmartModuleService, loaded: LoadedSides): ShownPlan {
  const { medusaOrder, choices } = loaded
  return { ...toPlan(walmart, loaded), medusaOrder, choices }
}

function toPlans(
  walmart: WalmartModuleService,
  loaded: (LoadedSides | UnreadableSides)[]
): LoadedPlan[] {
  return readable(walmart, loaded).map((one) => toPlan(walmart, one))
}

/** Those of accounts that the options have and that are not deleted. @throws what one of them cannot be read for */
function readable(
  walmart: WalmartModuleService,
  loaded: (LoadedSides | UnreadableSides)[]
): LoadedSides[] {
  return loaded
    .filter(({ account_id: id }) => walmart.hasAccount(id))
    .filter((one) => !("error" in one && one.error instanceof OrderDeletedError))
    .map((one) => {
      if ("error" in one) throw one.error
      return one
    })
}

/** What the planner asks of an order whose account the options have. */
export function toPlan(
  walmart: WalmartModuleService,
  { walmart_order_id, order_id, account_id, sides }: LoadedSides
): LoadedPlan {
  const { medusa, walmart: shown, known } = sides
  const rules = {
    market: walmart.market(account_id),
    strictness: walmart.options.trackingValidation,
    now: Date.now(),
  }
  const input = { medusa, walmart: shown, known, ...rules }
  return { walmart_order_id, order_id, account_id, input }
}

/**
 * Reads one Walmart order's plan; undefined while it has no Medusa order.
 * @throws MedusaError NOT_FOUND when the options no longer have its account
 */
export async function loadPlanOf(
  container: MedusaContainer,
  { account_id, order_id }: { account_id: string; order_id: string | null }
): Promise<ShownPlan | undefined> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  walmart.account(account_id)
  const [loaded] = order_id ? readable(walmart, await loadSides(container, [order_id])) : []
  return loaded && toShownPlan(walmart, loaded)
}
