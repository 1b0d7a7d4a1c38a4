import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { failureOf, oneLine } from "../modules/walmart/common/failure"
import { createdWindows } from "../walmart/import/poll-searches"
import { importRequest, type ImportRequest } from "./lib/arguments"
import { importOne } from "../workflows/import/polling/import-one"
import { keepOrders } from "../workflows/import/polling/keep-orders"
import { walmartOf } from "../workflows/import/store/load-store"
import { english, type Phrase } from "../walmart/words/phrase"
import { walkOrders } from "../workflows/import/polling/walk-orders"
import { importWalmartOrderWorkflow } from "../workflows/import/import-walmart-order"

/**
 * `medusa exec`: imports Walmart orders by number or by the day they were made, whatever `importFrom` says. May be repeated;
 * orders that are there already are only refreshed.
 * @throws Error that says how to call it, or MedusaError at the end that says what could not be imported
 */
export default async function importWalmartOrders({ container, args }: ExecArgs): Promise<void> {
  const accountIds = walmartOf(container).options.accounts.map(({ id }) => id)
  const request = importRequest(args, accountIds, Date.now())
  await walmartOf(container).ensureAccounts()
  const mistake = await walmartOf(container).sellerMistake(request.accountId)
  if (mistake) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, english([mistake]))
  const failed =
    "from" in request
      ? await importRange(container, request)
      : await importNumbers(container, request)
  if (failed.length === 0) return
  const text = `Not everything was imported.\n${failed.join("\n")}`
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, text)
}

type Range = Extract<ImportRequest, { from: number }>
type Numbers = Extract<ImportRequest, { purchaseOrderIds: string[] }>

async function importNumbers(container: MedusaContainer, request: Numbers): Promise<string[]> {
  const failed: string[] = []
  for (const number of request.purchaseOrderIds) {
    const fault = await importNumber(container, request.accountId, number)
    if (fault) failed.push(`${number}: ${fault}`)
  }
  return failed
}

/** @returns why the order could not be imported, null when it was */
async function importNumber(
  container: MedusaContainer,
  account_id: string,
  purchase_order_id: string
): Promise<string | null> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const input = { account_id, purchase_order_id }
    const { result } = await importWalmartOrderWorkflow(container).run({ input })
    const { outcome, problem } = result
    if (problem) return `${problem.message} ${problem.remedy}`
    logger.info(oneLine(`Walmart order ${purchase_order_id}: ${outcome}`))
    return null
  } catch (error) {
    return failureOf(error).message
  }
}

async function importRange(container: MedusaContainer, request: Range): Promise<string[]> {
  const { accountId, from, to } = request
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const walmart = walmartOf(container)
  const waiting = new Set<string>()
  const lost: Phrase[][] = []
  let readAt = await walmart.databaseNow()
  const faults = await walkOrders(
    walmart.client(accountId),
    createdWindows(from, to),
    async (page) => {
      const kept = await keepOrders(container, accountId, { ...page, readAt })
      for (const id of kept.waiting) waiting.add(id)
      lost.push(...kept.lost)
      readAt = await walmart.databaseNow()
    }
  )
  let imported = 0
  for (const id of waiting) {
    const outcome = (await importOne(container, id))?.outcome
    if (outcome === "imported" || outcome === "known") imported++
  }
  logger.info(`Walmart: ${imported} of ${waiting.size} orders imported.`)
  const left = waiting.size - imported
  const summary = left > 0 ? [`${left} orders; each says why in the list of Walmart orders`] : []
  return [...[...faults, ...lost].map(english), ...summary]
}
