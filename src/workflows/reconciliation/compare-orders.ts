import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../modules/walmart"
import { logLine } from "../../modules/walmart/common/failure"
import type WalmartModuleService from "../../modules/walmart/service"
import type { Discrepancy } from "../../walmart/reconciliation/figures/discrepancy"
import type { WalmartEvent } from "../shared/walmart-event"
import { differencesOf, isChanged, NO_PLAN, tryPlan } from "./compare-sides"
import { toPlan } from "./load-plans"
import { type LoadedSides, loadSides, type UnreadableSides } from "./load-sides"

/** Differences that a person has dismissed before they are seen. */
export interface Dismissal {
  by: string
  note: string
  isMeant: (found: Discrepancy) => boolean
}

type Loaded = (LoadedSides | UnreadableSides)[]

/**
 * Compares both sides of orders after Walmart was read, keeps what is different, and notifies subscribers of every cause that is
 * new. What is missing is counted as if it were planned; planning itself is the sweep's and the events' business. An order that
 * fails does not stop the others: it is logged, and the sweep compares it again.
 * @param settle what is done for the orders before they are compared; answers them as they are then
 */
export async function compareOrders(
  container: MedusaContainer,
  walmartOrderIds: string[],
  dismissal: Dismissal | null = null,
  settle: (loaded: Loaded) => Promise<Loaded> = (loaded) => Promise.resolve(loaded)
): Promise<void> {
  if (walmartOrderIds.length === 0) return
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  try {
    const rows = await walmart.listWalmartOrders({ id: walmartOrderIds }, { select: ["order_id"] })
    const loaded = await loadSides(
      container,
      rows.flatMap(({ order_id: id }) => id ?? [])
    )
    for (const one of await settle(loaded)) await compareOne(container, { walmart, dismissal }, one)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(logLine("Walmart: orders could not be compared; the sweep tries again", error))
  }
}

/** Differences of one order, counting what the planner would add. */
export function currentDifferences(
  walmart: WalmartModuleService,
  loaded: LoadedSides | UnreadableSides
) {
  const isPlanned = !("error" in loaded) && walmart.hasAccount(loaded.account_id)
  const plan = isPlanned ? tryPlan(toPlan(walmart, loaded).input) : { ...NO_PLAN, error: null }
  const found = differencesOf(walmart, loaded, plan)
  return { plan, found, isChanged: isChanged(loaded, found) }
}

async function compareOne(
  container: MedusaContainer,
  { walmart, dismissal }: { walmart: WalmartModuleService; dismissal: Dismissal | null },
  loaded: LoadedSides | UnreadableSides
): Promise<void> {
  const current = currentDifferences(walmart, loaded)
  if (!current.isChanged) return
  const { walmart_order_id: id } = loaded
  const news = await walmart.saveDiscrepancies(id, current.found)
  if (dismissal) await walmart.dismissDiscrepancies(id, dismissal, dismissal.isMeant)
  const open = news.filter((one) => !dismissal?.isMeant(one))
  const codes = [...new Set(open.map(({ code }) => code))]
  if (codes.length === 0) return
  const name = "walmart.order.attention_needed"
  const messages = codes.map((code): WalmartEvent => ({ name, data: { id, code } }))
  await container.resolve(Modules.EVENT_BUS).emit<WalmartEvent["data"]>(messages)
}
