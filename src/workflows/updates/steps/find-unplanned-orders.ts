import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { WALMART_MODULE } from "../../../modules/walmart"
import { logLine } from "../../../modules/walmart/common/failure"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { ChangedOrder } from "../../../modules/walmart/orders/sweep-sql"
import { isReconciled } from "../../../walmart/order-edits/order-edit"
import { chunks } from "../../../walmart/common/chunks"
import { currentDifferences } from "../../reconciliation/compare-orders"
import { loadOrderEdits } from "../../order-edits/load-order-edits"
import { type LoadedSides, loadSides, type UnreadableSides } from "../../reconciliation/load-sides"
import { actionsOf } from "../../mirror/actions-of"
import { withMirrored } from "../../mirror/after-read"
import { sendFreedStock } from "../../mirror/send-freed-stock"

const CHUNK = 100

/**
 * Looks through the orders that are open at Walmart, or changed there lately, and are not as they were when they were last compared,
 * for something the planner would add and for differences that are not on record. Its cost grows with what has changed and a little
 * with open orders, never with history. What was made at Walmart is made in Medusa first. It only remembers what was looked at, so
 * there is nothing to undo. Answers Medusa order ids.
 */
export const findUnplannedWalmartOrdersStep = createStep(
  "find-unplanned-walmart-orders",
  async (_input: Record<string, never>, { container }) => {
    const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
    const unplanned: string[] = []
    for (const chunk of chunks(await walmart.changedOrders(), CHUNK)) {
      if (walmart.isStopping) break
      unplanned.push(...(await lookAt(container, chunk)))
    }
    return new StepResponse(unplanned)
  }
)

/** Remembers those of which nothing is news and whose edits are finished; the next sweep looks at the others again. */
async function lookAt(container: MedusaContainer, chunk: ChangedOrder[]): Promise<string[]> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const orderIds = chunk.map(({ order_id: id }) => id)
  const loaded = await withMirrored(container, await loadSides(container, orderIds))
  const news = loaded.filter((one) => isNews(walmart, one)).map((one) => one.order_id)
  const finished = new Set(loaded.map((one) => one.order_id))
  const edits = await loadOrderEdits(container, orderIds)
  const open = edits
    .filter(({ reconciliation }) => !isReconciled(reconciliation))
    .map((one) => one.order_id)
  const waiting = loaded.filter((one) => actionsOf(walmart, one).length > 0)
  const unsent = await sendAllFreed(
    container,
    loaded.filter((one) => !open.includes(one.order_id))
  )
  const left = [...news, ...open, ...unsent, ...waiting.map((one) => one.order_id)]
  for (const id of left) finished.delete(id)
  await walmart.noteLooked({
    finished: chunk.filter(({ order_id: id }) => finished.has(id)),
    unfinished: chunk.filter(({ order_id: id }) => !finished.has(id)),
  })
  return news
}

/**
 * Sends the stock of what came free and nobody said so of, in orders whose edits have let go of it. @returns orders of which that failed
 */
async function sendAllFreed(
  container: MedusaContainer,
  loaded: (LoadedSides | UnreadableSides)[]
): Promise<string[]> {
  const failed: string[] = []
  for (const one of loaded) {
    try {
      if (!("error" in one)) await sendFreedStock(container, one)
    } catch (error) {
      failed.push(one.order_id)
      const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
      const doing = `Walmart: stock that is free again of order ${one.order_id} could not be sent`
      logger.error(logLine(`${doing}; the next sweep tries again`, error))
    }
  }
  return failed
}

/** An order that cannot be read or planned for is news once: then it is on record as such, and does not hide the others. */
function isNews(walmart: WalmartModuleService, loaded: LoadedSides | UnreadableSides): boolean {
  const { plan, isChanged } = currentDifferences(walmart, loaded)
  return plan.add.length + plan.supersede.length > 0 || isChanged
}
