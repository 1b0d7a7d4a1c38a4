import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { unfinishedImports } from "../../modules/walmart/import-sql"
import type WalmartModuleService from "../../modules/walmart/service"
import type { OrderQuery } from "../../walmart/client"
import { WalmartError } from "../../walmart/errors"
import { pollWindows } from "../../walmart/poll-window"
import type { OrderFailure } from "../../walmart/schemas"
import { importOne } from "./import-one"
import { keepOrders } from "./keep-orders"
import { walmartOf } from "./load-store"
import { ordersWithoutEmail } from "./refresh-emails"
import { walkOrders } from "./walk-orders"

/** What a poll of one account did. */
export interface PollResult {
  account_id: string
  /** Orders Walmart answered with. */
  seen: number
  /** Medusa orders made. */
  imported: number
  /** Orders whose import did not succeed. */
  failed: number
  /** Why the poll is not complete; null when it is. Its mark stays where it was then. */
  error: string | null
}

/** Failed imports tried again in one poll, those tried longest ago first; the others come with the next polls. */
const RETRIES = 200

/**
 * Polls one account: keeps everything Walmart shows since the mark, imports what is new, tries again what could not be imported,
 * and moves the mark only after all of it was read. A failure of the account is kept on its row and not thrown.
 */
export async function pollAccount(
  container: MedusaContainer,
  accountId: string
): Promise<PollResult> {
  const walmart = walmartOf(container)
  const result: PollResult = { account_id: accountId, seen: 0, imported: 0, failed: 0, error: null }
  await walmart.ensureAccounts()
  const account = await walmart.retrieveWalmartAccount(accountId)
  if (account.paused) return { ...result, error: "The account is paused." }
  const startedAt = await walmart.databaseNow()
  const windows = pollWindows({
    now: startedAt.getTime(),
    polledUntil: account.polled_until?.getTime() ?? null,
    importFrom: importFrom(walmart, accountId, account.created_at),
    overlapMs: walmart.options.pollOverlapMs,
  })
  result.error = await failureOf(async () => {
    const unread = await takeOrders(container, accountId, windows, result)
    await importWaiting(container, accountId, result)
    await refreshPlaceholders(container, accountId, startedAt)
    return unread
  })
  await notePoll(walmart, startedAt, result)
  return result
}

/** The moment of the first start is when the account got its row. */
function importFrom(walmart: WalmartModuleService, accountId: string, firstStart: Date): number {
  return new Date(walmart.account(accountId).importFrom ?? firstStart).getTime()
}

async function failureOf(work: () => Promise<string | null>): Promise<string | null> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof WalmartError) return error.message
    throw error
  }
}

/** Keeps what the searches find, and hands e-mail addresses on. @returns what could not be read */
async function takeOrders(
  container: MedusaContainer,
  accountId: string,
  windows: OrderQuery[],
  result: PollResult
): Promise<string | null> {
  const walmart = walmartOf(container)
  let readAt = await walmart.databaseNow()
  const failures = await walkOrders(walmart.client(accountId), windows, async (orders) => {
    await keepOrders(container, accountId, orders, readAt)
    result.seen += orders.length
    readAt = await walmart.databaseNow()
  })
  return failures.length === 0 ? null : failureText(failures)
}

/** Unreadable orders hold the mark, so that none is lost; all others go on. */
function failureText(failures: OrderFailure[]): string {
  const [{ purchaseOrderId, reason }] = failures
  const which = purchaseOrderId ? `Order ${purchaseOrderId}: ` : ""
  const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : ""
  return `${which}${reason}${more}`
}

/** Imports everything that was never tried, and tries again some of what failed. */
async function importWaiting(
  container: MedusaContainer,
  accountId: string,
  result: PollResult
): Promise<void> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const failing = await unfinishedImports(db, accountId, { failed: true, limit: RETRIES })
  const untried = await unfinishedImports(db, accountId, { failed: false })
  for (const id of [...untried, ...failing]) {
    const outcome = (await importOne(container, id))?.outcome
    if (outcome === "imported") result.imported++
    if (outcome === undefined || outcome === "needs_attention") result.failed++
  }
}

/** Days after its creation that an order without an address is asked for again. */
const PLACEHOLDER_DAYS = 7
const PLACEHOLDERS = 50

/** Orders do not always count as modified when their placeholder is replaced, so those few are asked for one by one. */
async function refreshPlaceholders(
  container: MedusaContainer,
  accountId: string,
  now: Date
): Promise<void> {
  const walmart = walmartOf(container)
  const since = new Date(now.getTime() - PLACEHOLDER_DAYS * 86_400_000)
  const orders = await ordersWithoutEmail(container, { accountId, since, take: PLACEHOLDERS })
  const rows = await walmart.listWalmartOrders({ order_id: orders, account_id: accountId })
  for (const row of rows) {
    const readAt = await walmart.databaseNow()
    const order = await walmart.client(accountId).getOrder(row.purchase_order_id)
    await keepOrders(container, accountId, [order], readAt)
  }
}

async function notePoll(
  walmart: WalmartModuleService,
  startedAt: Date,
  { account_id: id, error }: PollResult
): Promise<void> {
  const last_poll_at = await walmart.databaseNow()
  const mark = error === null ? { polled_until: startedAt } : {}
  await walmart.updateWalmartAccounts({ id, last_poll_at, last_poll_error: error, ...mark })
}
