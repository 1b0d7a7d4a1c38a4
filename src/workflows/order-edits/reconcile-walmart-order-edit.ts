import {
  acquireLockStep,
  addOrderTransactionStep,
  createReservationsWorkflow,
  deleteOrderPaymentCollections,
  deleteReservationsWorkflow,
  markPaymentCollectionAsPaid,
  refundPaymentWorkflow,
  releaseLockStep,
  updateReservationsWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SETTLED_BY } from "../shared/walmart-payments"
import type { LoadedOrderEdit } from "./load-order-edits"
import { forgetFreedStockStep } from "./steps/forget-freed-stock"
import { loadWalmartOrderEditStep, type LoadOrderEditStepInput } from "./steps/load-order-edit"

export const reconcileWalmartOrderEditWorkflowId = "reconcile-walmart-order-edit"

/**
 * Finishes what Medusa's order edit leaves undone on a Walmart order: reservations follow what is still to be sent, and what was taken
 * out is refunded in Medusa's books through the manual provider, which calls no outside service, as what was put back is paid. Without
 * it stock stays reserved for units that nobody sends, a later cancellation ends at a negative total, and staff are told to have the
 * buyer pay what Walmart was paid. May be repeated at any time.
 */
export const reconcileWalmartOrderEditWorkflow = createWorkflow(
  reconcileWalmartOrderEditWorkflowId,
  function (input: WorkflowData<LoadOrderEditStepInput>) {
    acquireLockStep({ key: input.order_id, timeout: 5, ttl: 30 })
    const loaded = loadWalmartOrderEditStep(input)
    const work = transform({ loaded }, ({ loaded: edit }) => workOf(edit))
    when({ work }, ({ work: { updates, ids } }) => updates.length + ids.length > 0).then(() => {
      forgetFreedStockStep(input)
    })
    when({ work }, (data) => data.work.updates.length > 0).then(() => {
      updateReservationsWorkflow.runAsStep({ input: work })
    })
    when({ work }, (data) => data.work.ids.length > 0).then(() => {
      deleteReservationsWorkflow.runAsStep({ input: work })
    })
    when({ work }, ({ work: { updates, ids } }) => updates.length + ids.length > 0).then(() => {
      // A figure that was sent while they ended may have counted them; before them, because a process may end in between.
      forgetFreedStockStep(input).config({ name: "forget-freed-stock-again" })
    })
    when({ work }, (data) => data.work.reservations.length > 0).then(() => {
      createReservationsWorkflow.runAsStep({ input: work })
    })
    when({ work }, (data) => data.work.transactions.length > 0).then(() => {
      addOrderTransactionStep(work.transactions)
    })
    when({ work }, (data) => data.work.refund.amount > 0).then(() => {
      refundPaymentWorkflow.runAsStep({ input: work.refund })
    })
    when({ work }, (data) => data.work.paid.payment_collection_id !== "").then(() => {
      markPaymentCollectionAsPaid.runAsStep({ input: work.paid })
    })
    when({ work }, (data) => data.work.dropped.id !== "").then(() => {
      deleteOrderPaymentCollections.runAsStep({ input: work.dropped })
    })
    releaseLockStep({ key: input.order_id })
    return new WorkflowResponse(transform({ loaded }, (data) => ({ edited: data.loaded !== null })))
  }
)

/** The missing reconciliation as core's workflows take it. */
function workOf(edit: LoadedOrderEdit | null) {
  const { reservations, book, refund, paid, dropped } = edit?.reconciliation ?? NOTHING
  const { order_id = "", currency_code = "", location_id = null } = edit ?? {}
  return {
    updates: reservations.update,
    ids: reservations.remove,
    reservations: reservations.create.flatMap((missing) =>
      location_id === null ? [] : [toReservation(missing, location_id)]
    ),
    transactions: book.map(({ id, amount }) => ({
      ...{ order_id, currency_code, amount: -amount },
      ...{ reference: "refund", reference_id: id },
    })),
    refund: {
      payment_id: refund?.paymentId ?? "",
      amount: refund?.amount ?? 0,
      created_by: SETTLED_BY,
      note: "Taken out of the order; Walmart does not charge the buyer for it.",
    },
    paid: { payment_collection_id: paid?.id ?? "", order_id, captured_by: SETTLED_BY },
    dropped: { id: dropped?.id ?? "" },
  }
}

const NOTHING: LoadedOrderEdit["reconciliation"] = {
  reservations: { update: [], remove: [], create: [] },
  book: [],
  refund: null,
  paid: null,
  dropped: null,
}

type Missing = LoadedOrderEdit["reconciliation"]["reservations"]["create"][number]

/** An oversold unit stays reserved, because Fulfill refuses an item without a reservation. */
function toReservation({ lineItemId, inventoryItemId, quantity }: Missing, location_id: string) {
  return {
    ...{ line_item_id: lineItemId, inventory_item_id: inventoryItemId },
    ...{ location_id, quantity, allow_backorder: true, description: "Walmart order" },
  }
}
