import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { failureOf, oneLine } from "../modules/walmart/common/failure"
import { chunks } from "../walmart/common/chunks"
import { createdWindows } from "../walmart/import/poll-searches"
import { counted } from "./lib/counted"
import { importRequest, type ImportRequest } from "./lib/arguments"
import { importTogether, TOGETHER } from "../workflows/import/polling/import-one"
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
  for (const some of chunks([...waiting], TOGETHER)) {
    const orders = some.map((id) => ({ walmart_order_id: id }))
    await importTogether(container, orders, (outcome) => {
      if (outcome === "imported" || outcome === "known") imported++
    })
  }
  logger.info(`Walmart: ${imported} of ${counted(waiting.size, "order", "orders")} imported.`)
  const left = waiting.size - imported
  const why = `${counted(left, "order", "orders")}; the list of Walmart orders says why`
  const summary = left > 0 ? [why] : []
  return [...[...faults, ...lost].map(english), ...summary]
}
