import type { MedusaContainer } from "@medusajs/framework/types"
import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaOrderId } from "../../walmart/common/ids"
import { sumOfAmounts } from "../../walmart/common/sums"
import { type OrderBooks, unowedCredit } from "../../walmart/returns/unowed-credit"
import { EDIT_PAYMENT_FIELDS, editPayments, type PaymentsRow } from "../order-edits/edit-payments"
import {
  medusaRefunds,
  REFUND_FIELDS,
  type RefundedOrderRow,
} from "../reconciliation/medusa-side/medusa-refunds"
import { readGraph } from "../shared/read-graph"
import { sumOfRows } from "../shared/walmart-payments"

/** How a credit line says that it stands for what Walmart gave back of a return. */
const CREDITED_FOR = "walmart_return"

type OrderRow = PaymentsRow &
  RefundedOrderRow & {
    canceled_at: Date | string | null
    credit_lines?: { amount: unknown; reference: string | null }[]
  }

const FIELDS = [
  ...["id", "canceled_at", "credit_lines.amount", "credit_lines.reference"],
  ...new Set([...EDIT_PAYMENT_FIELDS, ...REFUND_FIELDS]),
]

/**
 * Credits what Medusa says a buyer owes only because Walmart gave it back. Nothing of a canceled order, of which nothing is owed. To be
 * called while no change of the order is open, since Medusa allows one at a time; repeating it adds nothing.
 */
export async function creditUnowed(
  container: MedusaContainer,
  orderId: MedusaOrderId
): Promise<void> {
  const [order] = await readGraph<OrderRow>(container, {
    entity: "order",
    fields: FIELDS,
    filters: { id: orderId },
  })
  if (!order || order.canceled_at !== null) return
  const amount = unowedCredit(booksOf(order))
  if (amount === 0) return
  const credit = { order_id: orderId, amount, reference: CREDITED_FOR, reference_id: orderId }
  const input = { id: orderId, credit_lines: [credit] }
  await createOrderCreditLinesWorkflow(container).run({ input })
}

function booksOf(order: OrderRow): OrderBooks {
  const { pendingDifference, asked } = editPayments(order, true)
  const refunds = medusaRefunds(order, { canceledAt: null, reasonMap: {}, sentFrom: null })
  const credits = (order.credit_lines ?? []).filter(({ reference }) => reference === CREDITED_FOR)
  return {
    pendingDifference,
    refunded: sumOfAmounts(refunds) / 100,
    credited: sumOfRows(credits),
    asked: sumOfAmounts(asked),
  }
}
