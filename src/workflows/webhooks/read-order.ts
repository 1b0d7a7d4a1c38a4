import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { failureOf, logLine } from "../../modules/walmart/common/failure"
import type { ClaimedRead } from "../../modules/walmart/webhooks/read-request-sql"
import { NO_CALL, RefusedError } from "../../walmart/api/errors/errors"
import { importOne } from "../import/polling/import-one"
import { keepOrders } from "../import/polling/keep-orders"
import { importFrom, walmartOf } from "../import/store/load-store"
import { refreshWalmartOrderWorkflow } from "../updates/refresh-walmart-order"

/** What a read came to. `too_old` is an order made before the account's imports begin; `import_failed` is tried again by polling. */
export type ReadOutcome =
  "refreshed" | "imported" | "known" | "read_only" | "needs_attention" | "too_old" | "import_failed"

/** Reads one order that was claimed, and says how that went. A failure is kept with the request and stops no other order. */
export async function readOrder(container: MedusaContainer, claim: ClaimedRead): Promise<void> {
  const { webhooks } = walmartOf(container)
  try {
    await webhooks.finishRead(claim, await outcomeOf(container, claim))
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.warn(logLine(`Walmart: reading order ${claim.purchaseOrderId} again failed`, error))
    await webhooks.postponeRead(claim, failureOf(error).message)
  }
}

async function outcomeOf(container: MedusaContainer, claim: ClaimedRead): Promise<ReadOutcome> {
  const { accountId: account_id, purchaseOrderId: purchase_order_id } = claim
  const walmart = walmartOf(container)
  const [row] = await walmart.listWalmartOrders({ account_id, purchase_order_id })
  if (!row) return takeIn(container, claim)
  const isToImport = row.order_id !== null && row.imported_at === null && row.left_out_at === null
  if (isToImport) return importRow(container, row.id)
  await refreshWalmartOrderWorkflow(container).run({ input: { id: row.id } })
  return "refreshed"
}

/** Takes over an order that is new here, as a poll does: kept first, then imported; orders of before the account's start are left. */
async function takeIn(
  container: MedusaContainer,
  { accountId, purchaseOrderId }: ClaimedRead
): Promise<ReadOutcome> {
  const walmart = walmartOf(container)
  await walmart.ensureAccounts()
  const mistake = await walmart.sellerMistake(accountId)
  if (mistake) throw new RefusedError([mistake], NO_CALL)
  const readAt = await walmart.databaseNow()
  const order = await walmart.client(accountId).getOrder(purchaseOrderId)
  const account = await walmart.retrieveWalmartAccount(accountId)
  if (order.orderedAt < importFrom(walmart, accountId, account.created_at.getTime())) {
    return "too_old"
  }
  const { waiting, lost } = await keepOrders(container, accountId, {
    orders: [order],
    failures: [],
    readAt,
  })
  if (lost.length > 0) throw new RefusedError(lost.flat(), NO_CALL)
  return waiting.length > 0 ? importRow(container, waiting[0]) : "read_only"
}

async function importRow(container: MedusaContainer, id: string): Promise<ReadOutcome> {
  return (await importOne(container, { walmart_order_id: id }))?.outcome ?? "import_failed"
}
