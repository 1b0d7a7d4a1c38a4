import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  failureOf,
  isRefusedValue,
  logLine,
  oneLine,
  saidOf,
} from "../../../modules/walmart/common/failure"
import { keepUnreadable } from "../../../modules/walmart/orders/import-sql"
import { noteUnreadable } from "../../../modules/walmart/orders/unreadable-sql"
import type { SavedOrder } from "../../../modules/walmart/orders/order-sql"
import type { Order } from "../../../walmart/orders/order"
import { failureWithoutOrder, type OrderFailure } from "../../../walmart/api/schemas/schemas"
import { type Phrase, phrase, verbatim } from "../../../walmart/words/phrase"
import { explain } from "./import-one"
import { attentionOf, unreadable } from "./import-problem"
import { walmartOf } from "../store/load-store"
import type { ReadWalmartOrder } from "../steps/read-walmart-order"
import { mirrorAndCompare } from "../../mirror/after-read"
import { type KnownOrder, refreshEmails } from "./refresh-emails"

/** Orders that were read at once. */
export interface ReadOrders {
  orders: Order[]
  /** Those that could not be read. */
  failures: OrderFailure[]
  /** The database's time before they were asked for. */
  readAt: Date
}

/** What became of them. */
export interface KeptOrders {
  /** Rows that still wait for their import. */
  waiting: string[]
  /** What has been shown and kept of those, by row; it serves an import that follows at once. */
  shown: Map<string, ReadWalmartOrder>
  /** Why some could not be kept, so that they must be read again. */
  lost: Phrase[][]
  /** Rows of imported orders of which something is news. */
  changed: string[]
}

/**
 * Keeps what Walmart shows of some orders, one by one, so that one failure stops no other; hands e-mail addresses on, makes in Medusa
 * what was made at Walmart, and compares those that changed with Medusa's side. An order that cannot be read or saved gets a row that
 * says so as long as its number is known, and is asked for again by that number; one that was imported before differs until it can be read.
 */
export async function keepOrders(
  container: MedusaContainer,
  accountId: string,
  { orders, failures, readAt }: ReadOrders
): Promise<KeptOrders> {
  const known: KnownOrder[] = []
  const kept: KeptOrders = { waiting: [], shown: new Map(), lost: [], changed: [] }
  const walmart = walmartOf(container)
  const unchanged = await walmart.refreshUnchanged(accountId, orders, readAt)
  for (const order of orders) {
    try {
      const same = unchanged.get(order.purchaseOrderId)
      const saved = same ?? (await walmart.saveOrder(accountId, order, readAt))
      // Kept without a Medusa order: there is nothing to import or compare.
      if (saved.orderId === null) continue
      if (!saved.importedAt) addWaiting(kept, { accountId, saved, order })
      else known.push({ orderId: saved.orderId, order })
      if (saved.importedAt && !same) kept.changed.push(saved.id)
    } catch (error) {
      await keepFailed(container, accountId, kept, { failure: unsaved(order), error, readAt })
    }
  }
  for (const failure of failures) {
    await keepFailed(container, accountId, kept, { failure, error: null, readAt })
  }
  await refreshKnown(container, known)
  await mirrorAndCompare(container, kept.changed)
  return kept
}

/** An order that was kept and has to be imported. */
interface ToImport {
  accountId: string
  saved: SavedOrder
  order: Order
}

function addWaiting({ waiting, shown }: KeptOrders, { accountId, saved, order }: ToImport): void {
  const { id, orderId } = saved
  waiting.push(id)
  const row = { walmart_order_id: id, account_id: accountId, order_id: orderId }
  shown.set(id, { ...row, is_imported: false, order })
}

function unsaved(order: Order): OrderFailure {
  const { purchaseOrderId, customerOrderId, orderedAt } = order
  return {
    ...failureWithoutOrder("could not be saved"),
    purchaseOrderId,
    customerOrderId,
    orderedAt,
  }
}

/** An order that could not be kept as it is: it was read badly, or the database threw an error at it. */
interface Failed {
  failure: OrderFailure
  error: unknown
  /** The database's time before it was read. */
  readAt: Date
}

async function keepFailed(
  container: MedusaContainer,
  accountId: string,
  kept: KeptOrders,
  { failure, error, readAt }: Failed
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { purchaseOrderId, reason } = failure
  const subject = `Walmart: order ${purchaseOrderId ?? "(no number)"} of account ${accountId}`
  logger.warn(
    error === null ? oneLine(`${subject}: ${reason}`) : logLine(`${subject} ${reason}`, error)
  )
  if (purchaseOrderId === null) return void kept.lost.push(verbatim(reason))
  try {
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const market = walmartOf(container).market(accountId)
    const row = await keepUnreadable(db, { ...failure, accountId, market, purchaseOrderId })
    if (row.isImported) {
      // What the database could not take just now was understood, and says nothing of Walmart's answer.
      if (error !== null && !isRefusedValue(error)) return void kept.lost.push(saidOf(error))
      const why = error === null ? verbatim(reason) : saidOf(error)
      const isNews = await noteUnreadable(db, { accountId, purchaseOrderId, readAt, why })
      return void (isNews && kept.changed.push(row.id))
    }
    kept.waiting.push(row.id)
    if (!row.isNews) return
    const attention = error === null ? unreadable(reason) : attentionOf(failureOf(error))
    await explain(container, row.id, attention)
  } catch (keepError) {
    const lost = phrase("poll_order_lost", "message", { order: purchaseOrderId })
    kept.lost.push([lost, ...saidOf(keepError)])
    logger.error(logLine(`${subject} could not be kept at all`, keepError))
  }
}

/** Missing addresses are asked for again with every poll, so a failure is no reason to read these orders again. */
async function refreshKnown(container: MedusaContainer, known: KnownOrder[]): Promise<void> {
  try {
    await refreshEmails(container, known)
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(logLine("Walmart: e-mail addresses could not be handed on", error))
  }
}
