import type { CreatePaymentCollectionDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { PROVIDER } from "../../shared/walmart-payments"
import { createOnce } from "./create-once"
import { paymentIds } from "./ids"
import type { ImportedOrder } from "./imported-order"

type PaymentRecord = CreatePaymentCollectionDTO & Record<string, unknown> & { id: string }

/**
 * Records that Walmart has taken the money of some orders: of each collection, session, payment and capture, in one database
 * transaction, written without calling any payment provider. The amount is that of the order's own transaction, which was made of
 * Walmart's cents. An order without one, free or canceled before the import, gets a collection too: without it Medusa calls the
 * order not paid.
 */
export async function recordPayments(
  container: MedusaContainer,
  orders: ImportedOrder[]
): Promise<void> {
  if (orders.length === 0) return
  const payments = container.resolve(Modules.PAYMENT)
  const existing = async (id: string[]) =>
    (await payments.listPaymentCollections({ id }, { select: ["id"], take: null })).map(
      (found) => found.id
    )
  await createOnce(orders.map(recordOf), existing, (missing) =>
    payments.createPaymentCollections(missing)
  )
  // A link's row is its two ids: writing it again changes nothing.
  await container.resolve(ContainerRegistrationKeys.LINK).create(orders.map(linkOf))
}

function linkOf({ id }: ImportedOrder) {
  return {
    [Modules.ORDER]: { order_id: id },
    [Modules.PAYMENT]: { payment_collection_id: paymentIds(id).collection },
  }
}

function recordOf(order: ImportedOrder): PaymentRecord {
  const { transaction, collection: id } = paymentIds(order.id)
  const captured = order.transactions.find((one) => one.id === transaction)
  if (captured) return paymentRecord(order, captured.amount)
  const nothing = { id, currency_code: order.currencyCode, amount: order.credited }
  if (order.isCanceled) return { ...nothing, status: "canceled" }
  return { ...nothing, status: "completed", completed_at: new Date() }
}

function paymentRecord(
  { id, currencyCode: currency_code }: ImportedOrder,
  amount: number
): PaymentRecord {
  const ids = paymentIds(id)
  const now = new Date()
  const shared = { amount, currency_code, provider_id: PROVIDER, data: {} }
  return {
    id: ids.collection,
    currency_code,
    amount,
    authorized_amount: amount,
    captured_amount: amount,
    status: "completed",
    completed_at: now,
    payment_sessions: [{ ...shared, id: ids.session, status: "authorized", authorized_at: now }],
    payments: [
      {
        ...shared,
        id: ids.payment,
        payment_session: ids.session,
        captured_at: now,
        captures: [{ id: ids.capture, amount, created_by: "walmart" }],
      },
    ],
  }
}
