import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { failureOf, logLine } from "../../../modules/walmart/common/failure"
import { NO_CALL, WalmartError } from "../../../walmart/api/errors/errors"
import type { Attention } from "../../../walmart/updates/model/update"
import type { WalmartEvent } from "../../shared/walmart-event"
import { importWalmartOrderWorkflow, type ImportWalmartOrderResult } from "../import-walmart-order"
import { importSettings, loadStoreFacts, type StoreFacts, walmartOf } from "../store/load-store"
import { noteProblem } from "../note-problem"
import { attentionOf } from "./import-problem"

/**
 * Imports one order that has its row already, and keeps the cause on that row when it does not succeed, so that one order never
 * stops the others. @returns null when it failed
 * @throws WalmartError for what concerns the whole account: its credentials, or Walmart's rate limit
 */
export async function importOne(
  container: MedusaContainer,
  walmartOrderId: string,
  facts?: StoreFacts
): Promise<ImportWalmartOrderResult | null> {
  const { result, errors } = await importWalmartOrderWorkflow(container).run({
    input: { walmart_order_id: walmartOrderId, facts },
    throwOnError: false,
  })
  const failed = errors.at(0)
  if (!failed) return result
  const failure = failureOf(failed.error)
  if (OF_THE_ACCOUNT.has(failure.name)) throw new WalmartError(failure.message, NO_CALL)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const doing = `Walmart: importing ${walmartOrderId} failed, the next poll tries again`
  logger.error(logLine(doing, failed.error))
  await explain(container, walmartOrderId, attentionOf(failure))
  return null
}

/** How long what was read of the store serves for further orders, in milliseconds. */
const FACTS_SERVE_MS = 10_000

/**
 * {@link importOne} for many orders of one account, one after the other: what of the store they all need is read every ten seconds
 * instead of for each.
 */
export function importerOf(container: MedusaContainer, accountId: string) {
  let facts: StoreFacts | undefined
  let readAt = -Infinity
  return async (walmartOrderId: string): Promise<ImportWalmartOrderResult | null> => {
    if (Date.now() - readAt > FACTS_SERVE_MS) {
      readAt = Date.now()
      const settings = await importSettings(walmartOf(container), accountId)
      // An import without them reads them itself, and keeps what is wrong with its order.
      facts = await loadStoreFacts(container, settings).catch(() => undefined)
    }
    return importOne(container, walmartOrderId, facts)
  }
}

const OF_THE_ACCOUNT = new Set(["AccountError", "ThrottledError"])

/** Keeps on the row of an order why it cannot be imported, and tells subscribers when that is news. */
export async function explain(
  container: MedusaContainer,
  id: string,
  attention: Attention
): Promise<void> {
  if (!(await noteProblem(container, id, attention))) return
  const event: WalmartEvent = {
    name: "walmart.order.attention_needed",
    data: { id, code: attention.code, reason: attention.message },
  }
  await container.resolve(Modules.EVENT_BUS).emit(event)
}
