import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  blankEvidence,
  blankHistory,
  type ErasedOrder,
  unfinishedUpdates,
} from "../../../modules/walmart/maintenance/erase-sql"
import { findWalmartOrder } from "../../shared/find-walmart-rows"
import { walmartOf } from "../../import/store/load-store"

/** Whose customer to erase. */
export interface EraseWalmartCustomerStepInput {
  walmart_order_id: string
}

/** Stands where the address was, so that a later poll does not fill it in again. */
const ERASED_EMAIL = "erased@customer.invalid"

const BLANK = {
  first_name: null,
  last_name: null,
  company: null,
  address_1: null,
  address_2: null,
  city: null,
  province: null,
  postal_code: null,
  phone: null,
  metadata: null,
}

/**
 * Blanks one order's customer; the country stays, because taxes depend on it. May be repeated. Not undone: what is erased is gone.
 * @throws MedusaError NOT_FOUND, NOT_ALLOWED when Walmart or staff still need the address
 */
export const eraseWalmartCustomerStep = createStep(
  "erase-walmart-customer",
  async ({ walmart_order_id }: EraseWalmartCustomerStepInput, { container }) => {
    const order = await findWalmartOrder(walmartOf(container), walmart_order_id)
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const refusal = refusalOf(order, await unfinishedUpdates(db, order.id))
    if (refusal) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal)
    const erased = order.order_id ? await eraseMedusaOrder(container, order.order_id) : null
    if (erased) await blankHistory(db, erased)
    await blankEvidence(db, order.id)
    return new StepResponse({ walmart_order_id: order.id, order_id: order.order_id })
  }
)

function refusalOf(
  { purchase_order_id, status }: { purchase_order_id: string; status: string },
  unfinished: number
): string | null {
  const what = `The customer of Walmart order ${purchase_order_id} cannot be erased yet`
  if (!["shipped", "canceled"].includes(status)) {
    return `${what}: the order is ${status.replace("_", " ")}. Ship or cancel the rest first.`
  }
  if (unfinished === 0) return null
  return `${what}: ${unfinished} update(s) are not finished. Let them be sent, or dismiss them with a note, first.`
}

/** @returns what of the order Medusa itself cannot erase, null when the order is gone */
async function eraseMedusaOrder(
  container: MedusaContainer,
  orderId: string
): Promise<ErasedOrder | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "email",
      "customer_id",
      "shipping_address.id",
      "billing_address.id",
      "fulfillments.id",
    ],
    filters: { id: orderId },
  })
  if (data.length === 0) return null
  const [{ email, customer_id, shipping_address, billing_address, fulfillments }] = data
  const addresses = [shipping_address, billing_address].flatMap((address) => address?.id ?? [])
  const orders = container.resolve(Modules.ORDER)
  await orders.updateOrders(orderId, { email: ERASED_EMAIL })
  await orders.updateOrderAddresses([...new Set(addresses)].map((id) => ({ id, ...BLANK })))
  return {
    orderId,
    customerId: customer_id ?? null,
    email: email === ERASED_EMAIL ? null : (email ?? null),
    fulfillmentIds: (fulfillments ?? []).flatMap(
      (fulfillment: { id?: string } | null) => fulfillment?.id ?? []
    ),
  }
}
