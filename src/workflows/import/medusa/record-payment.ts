import type { CreatePaymentCollectionDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOnce } from "./create-once"
import { paymentIds } from "./ids"
import type { ImportedOrder } from "./imported-order"

/** Core's provider that talks to nobody; every store has it. */
const PROVIDER = "pp_system_default"

type PaymentRecord = CreatePaymentCollectionDTO & Record<string, unknown>

/**
 * Records that Walmart has taken the money: collection, session, payment and capture in one database transaction, written
 * without calling any payment provider. The amount is that of the order's own transaction, which was made of Walmart's cents.
 * An order without one, free or canceled before the import, gets a collection too: without it Medusa calls the order not paid.
 */
export async function recordPayment(
  container: MedusaContainer,
  order: ImportedOrder
): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  const { collection } = paymentIds(order.id)
  const exists = async () => (await payments.listPaymentCollections({ id: collection })).length > 0
  await createOnce(exists, () => payments.createPaymentCollections([recordOf(order)]))
  // A link's row is its two ids: writing it again changes nothing.
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: order.id },
    [Modules.PAYMENT]: { payment_collection_id: collection },
  })
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
