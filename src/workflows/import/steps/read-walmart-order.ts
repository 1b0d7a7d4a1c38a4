import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Order } from "../../../walmart/orders/order"
import { groupsOf } from "../../../walmart/common/groups"
import { phrases } from "../../../walmart/words/phrase"
import type WalmartModuleService from "../../../modules/walmart/service"
import type { SavedOrder } from "../../../modules/walmart/orders/order-sql"
import { batched } from "../../shared/batch"
import { notAllowed, notFound } from "../../shared/refusals"
import { walmartOf } from "../store/load-store"

/** A Walmart order by its row, or by Walmart's own number when it may not be known yet. */
export type ReadWalmartOrderStepInput =
  | {
      walmart_order_id: string
      /** What a page of a search has shown of it a moment ago, and was kept; Walmart is not asked again. */
      shown?: ReadWalmartOrder
    }
  | { account_id: string; purchase_order_id: string }

/** The order as Walmart shows it now, and the row it is kept in. */
export interface ReadWalmartOrder {
  walmart_order_id: string
  account_id: string
  /** Id chosen for the Medusa order; null for an order that is kept without one. */
  order_id: string | null
  is_imported: boolean
  order: Order
}

/**
 * Asks Walmart for the order and keeps what it says, unless it has just shown it. Saving the same again changes nothing, so there is
 * nothing to undo.
 * @throws WalmartError when Walmart cannot be asked; MedusaError NOT_FOUND for an unknown row, NOT_ALLOWED for the account of a seller
 *   whose orders another account has
 */
export const readWalmartOrderStep = createStep(
  "read-walmart-order",
  async (input: ReadWalmartOrderStepInput, step) => {
    if ("shown" in input && input.shown) return new StepResponse(input.shown)
    const { accountId, purchaseOrderId, readAt } = await begin(step, input)
    const order = await walmartOf(step.container).readOrder(accountId, purchaseOrderId, readAt)
    const saved = await save(step, { accountId, order, readAt })
    return new StepResponse<ReadWalmartOrder>({
      walmart_order_id: saved.id,
      account_id: accountId,
      order_id: saved.orderId,
      is_imported: saved.importedAt !== null,
      order,
    })
  }
)

/** What the read of an order begins with. */
interface BegunRead {
  accountId: string
  purchaseOrderId: string
  /** The database's time before the read. */
  readAt: Date
}

const begin = batched(
  async (container, wanted: ReadWalmartOrderStepInput[]): Promise<BegunRead[]> => {
    const walmart = walmartOf(container)
    const ids = wanted.flatMap((one) => ("account_id" in one ? [] : one.walmart_order_id))
    const rows = ids.length === 0 ? [] : await walmart.listWalmartOrders({ id: ids })
    const readAt = await walmart.databaseNow()
    return Promise.all(
      wanted.map(async (one) => ({ ...(await numbersOf(walmart, one, rows)), readAt }))
    )
  }
)

type Numbers = Pick<BegunRead, "accountId" | "purchaseOrderId">

async function numbersOf(
  walmart: WalmartModuleService,
  wanted: ReadWalmartOrderStepInput,
  rows: { id: string; account_id: string; purchase_order_id: string }[]
): Promise<Numbers> {
  if ("account_id" in wanted) {
    const mistake = await walmart.sellerMistake(wanted.account_id)
    if (mistake) throw notAllowed([mistake])
    return { accountId: wanted.account_id, purchaseOrderId: wanted.purchase_order_id }
  }
  const row = rows.find(({ id }) => id === wanted.walmart_order_id)
  if (row) return { accountId: row.account_id, purchaseOrderId: row.purchase_order_id }
  throw notFound(phrases("order_unknown", { id: wanted.walmart_order_id }, "list"))
}

/** An order as Walmart answered it. */
interface ReadOrder {
  accountId: string
  order: Order
  readAt: Date
}

const save = batched(async (container, reads: ReadOrder[]): Promise<SavedOrder[]> => {
  const walmart = walmartOf(container)
  const saved = new Map<ReadOrder, SavedOrder>()
  for (const [accountId, ofAccount] of groupsOf(reads, (read) => read.accountId)) {
    const readAt = new Date(Math.min(...ofAccount.map((read) => read.readAt.getTime())))
    const orders = ofAccount.map(({ order }) => order)
    const rows = await walmart.keepReads(accountId, orders, readAt)
    ofAccount.forEach((read, place) => saved.set(read, rows[place]))
  }
  return reads.flatMap((read) => saved.get(read) ?? [])
})
