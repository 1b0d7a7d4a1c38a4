import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../modules/walmart"
import { logLine, oneLine } from "../../modules/walmart/common/failure"
import type WalmartModuleService from "../../modules/walmart/service"
import { compareOrders } from "../reconciliation/compare-orders"
import { loadSides, type LoadedSides, type UnreadableSides } from "../reconciliation/load-sides"
import { actionsOf } from "./actions-of"
import { mirrorWalmartChangesWorkflow } from "./mirror-walmart-changes"

/**
 * After a read of Walmart that changed these orders: makes in Medusa what was made at Walmart, then compares both sides and keeps
 * what is different still.
 */
export async function mirrorAndCompare(
  container: MedusaContainer,
  walmartOrderIds: string[]
): Promise<void> {
  await compareOrders(container, walmartOrderIds, null, (loaded) => withMirrored(container, loaded))
}

/** Orders as they are once what was made at Walmart is made in Medusa; those of which nothing is to be done as they were given. */
export async function withMirrored(
  container: MedusaContainer,
  loaded: (LoadedSides | UnreadableSides)[]
): Promise<(LoadedSides | UnreadableSides)[]> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const changed = loaded.filter((one) => actionsOf(walmart, one).length > 0)
  if (changed.length === 0) return loaded
  const ids = changed.map((one) => one.order_id)
  for (const id of ids) await mirrorOne(container, id)
  const fresh = new Map((await loadSides(container, ids)).map((one) => [one.order_id, one]))
  return loaded.map((one) => fresh.get(one.order_id) ?? one)
}

/** An order that fails does not stop the others; the sweep tries it again, so that each cause is logged once. */
async function mirrorOne(container: MedusaContainer, order_id: string): Promise<void> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const doing = `Walmart: what was changed at Walmart could not all be made in order ${order_id}`
  try {
    const { result } = await mirrorWalmartChangesWorkflow(container).run({ input: { order_id } })
    if (result.problem === null) return
    const texts = walmart.newNotes([`${doing}; the sweep tries again: ${result.problem}`])
    for (const text of texts) logger.warn(oneLine(text))
  } catch (error) {
    logger.error(logLine(doing, error))
  }
}
