import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { failureOf, logLine } from "../../../modules/walmart/common/failure"
import { NO_CALL, WalmartError } from "../../../walmart/api/errors/errors"
import type { Attention } from "../../../walmart/updates/model/update"
import type { WalmartEvent } from "../../shared/walmart-event"
import { importWalmartOrderWorkflow, type ImportWalmartOrderResult } from "../import-walmart-order"
import { inOneBatch } from "../../shared/batch"
import { noteProblem } from "../note-problem"
import type { ReadWalmartOrderStepInput } from "../steps/read-walmart-order"
import { attentionOf } from "./import-problem"

/** Orders imported at once: what a step costs the database is shared by as many. */
export const TOGETHER = 25

/** An order that has its row. */
export type OrderToImport = Extract<ReadWalmartOrderStepInput, { walmart_order_id: string }>

/** What became of an order; null when its import failed. */
type Ended = (outcome: ImportWalmartOrderResult["outcome"] | null) => void

/**
 * Imports orders that have their rows already, together, and keeps the cause on the row of one that does not succeed, so that one
 * order never stops the others.
 * @param ended is told of each order whose import has ended
 * @throws WalmartError for what concerns the whole account: its credentials, or Walmart's rate limit
 */
export async function importTogether(
  container: MedusaContainer,
  orders: OrderToImport[],
  ended: Ended
): Promise<void> {
  const imports = await inOneBatch(orders, async (order, transactionId) => {
    const imported = await importOne(container, order, transactionId)
    ended(imported?.outcome ?? null)
  })
  const stopped = imports.find((one) => one.status === "rejected")
  if (stopped) throw stopped.reason
}

/** The same for one order. @param transactionId of its run, when it is one of a batch @returns null when it failed */
export async function importOne(
  container: MedusaContainer,
  order: OrderToImport,
  transactionId?: string
): Promise<ImportWalmartOrderResult | null> {
  const { result, errors } = await importWalmartOrderWorkflow(container).run({
    input: order,
    context: { transactionId },
    throwOnError: false,
  })
  const failed = errors.at(0)
  if (!failed) return result
  const failure = failureOf(failed.error)
  if (OF_THE_ACCOUNT.has(failure.name)) throw new WalmartError(failure.message, NO_CALL)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { walmart_order_id: id } = order
  logger.error(logLine(`Walmart: importing ${id} failed, the next poll tries again`, failed.error))
  await explain(container, id, attentionOf(failure))
  return null
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
