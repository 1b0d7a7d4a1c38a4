import type { CreatePaymentCollectionDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOnce } from "./create-once"
import { paymentIds } from "./ids"
import { type ImportedOrder, loadImportedOrder } from "./imported-order"

/** Core's provider that talks to nobody; every store has it. */
const PROVIDER = "pp_system_default"

/**
 * Records that Walmart has taken the money: collection, session, payment and capture in one database transaction, written
 * without calling any payment provider. The amount is that of the order's own transaction, which was made of Walmart's cents.
 */
export async function recordPayment(container: MedusaContainer, orderId: string): Promise<void> {
  const order = await loadImportedOrder(container, orderId)
  const captured = order?.transactions.find(({ id }) => id === paymentIds(orderId).transaction)
  if (!order || !captured) return
  const payments = container.resolve(Modules.PAYMENT)
  const { collection } = paymentIds(orderId)
  const exists = async () => (await payments.listPaymentCollections({ id: collection })).length > 0
  await createOnce(exists, () =>
    payments.createPaymentCollections([paymentRecord(order, captured.amount)])
  )
  // A link's row is its two ids: writing it again changes nothing.
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: orderId },
    [Modules.PAYMENT]: { payment_collection_id: collection },
  })
}

function paymentRecord({ id, currencyCode: currency_code }: ImportedOrder, amount: number) {
  const ids = paymentIds(id)
  const now = new Date()
  const shared = { amount, currency_code, provider_id: PROVIDER, data: {} }
  const record: CreatePaymentCollectionDTO & Record<string, unknown> = {
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
  return record
}
