import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createdWindows } from "../walmart/poll-window"
import { importRequest, type ImportRequest } from "../walmart/script-arguments"
import { importOne } from "../workflows/import/import-one"
import { keepOrders } from "../workflows/import/keep-orders"
import { walmartOf } from "../workflows/import/load-store"
import { walkOrders } from "../workflows/import/walk-orders"
import { importWalmartOrderWorkflow } from "../workflows/import-walmart-order"

/**
 * `medusa exec`: imports Walmart orders by number or by the day they were made, whatever `importFrom` says. May be repeated;
 * orders that are there already are only refreshed.
 * @throws Error that says how to call it
 */
export default async function importWalmartOrders({ container, args }: ExecArgs): Promise<void> {
  const accountIds = walmartOf(container).options.accounts.map(({ id }) => id)
  const request = importRequest(args, accountIds, Date.now())
  await walmartOf(container).ensureAccounts()
  if ("from" in request) await importRange(container, request)
  else await importNumbers(container, request)
}

type Range = Extract<ImportRequest, { from: number }>
type Numbers = Extract<ImportRequest, { purchaseOrderIds: string[] }>

async function importNumbers(container: MedusaContainer, request: Numbers): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const purchase_order_id of request.purchaseOrderIds) {
    try {
      const { result } = await importWalmartOrderWorkflow(container).run({
        input: { account_id: request.accountId, purchase_order_id },
      })
      const { outcome, problem } = result
      const why = problem ? `: ${problem.message} ${problem.nextStep}` : ""
      logger.info(`Walmart order ${purchase_order_id}: ${outcome}${why}`)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      logger.error(`Walmart order ${purchase_order_id}: not imported: ${reason}`)
    }
  }
}

async function importRange(container: MedusaContainer, request: Range): Promise<void> {
  const { accountId, from, to } = request
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const walmart = walmartOf(container)
  const waiting: string[] = []
  let readAt = await walmart.databaseNow()
  const failures = await walkOrders(
    walmart.client(accountId),
    createdWindows(from, to),
    async (orders) => {
      waiting.push(...(await keepOrders(container, accountId, orders, readAt)))
      readAt = await walmart.databaseNow()
    }
  )
  for (const { purchaseOrderId, reason } of failures) {
    logger.error(`Walmart order ${purchaseOrderId ?? "(no number)"}: cannot be read: ${reason}`)
  }
  let imported = 0
  for (const id of waiting) {
    if ((await importOne(container, id))?.outcome === "imported") imported++
  }
  const left = waiting.length - imported
  logger.info(`Walmart: ${imported} orders imported, ${left} not; see each order for the cause.`)
}
