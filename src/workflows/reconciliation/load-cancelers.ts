import type { MedusaContainer } from "@medusajs/framework/types"
import {
  cancelerOf,
  type ChosenReasons,
  type ReasonsByPerson,
} from "../../walmart/updates/model/chosen-reason"
import { readGraph } from "../shared/read-graph"

interface OrderRow {
  id: string
  canceled_at: string | Date | null
  payment_collections?: { payments?: { refunds?: RefundRow[] }[] }[]
}

interface RefundRow {
  created_by: string | null
  created_at: string | Date
}

/** What each person chose on an order, as its column keeps it. */
export function ownReasonsOf({
  chosen_reasons: kept,
}: {
  chosen_reasons: ChosenReasons | null
}): ReasonsByPerson {
  const chosen = Object.entries(kept ?? {})
  return Object.fromEntries(chosen.map(([person, { reason }]) => [person, reason]))
}

/** Someone chose a reason other than the one that the order shows, so who canceled decides. */
export function isContested(row: {
  chosen_reasons: ChosenReasons | null
  cancellation_reason_by: string | null
}): boolean {
  return Object.keys(ownReasonsOf(row)).some((person) => person !== row.cancellation_reason_by)
}

/** Reads who canceled these Medusa orders, as far as Medusa knows. @returns ids of people by order id */
export async function loadCancelers(
  container: MedusaContainer,
  orderIds: string[]
): Promise<Map<string, string | null>> {
  if (orderIds.length === 0) return new Map()
  const refund = "payment_collections.payments.refunds"
  const orders = await readGraph<OrderRow>(container, {
    entity: "order",
    fields: ["id", "canceled_at", `${refund}.created_by`, `${refund}.created_at`],
    filters: { id: orderIds },
  })
  return new Map(
    orders.map(({ id, canceled_at: at, payment_collections: collections = [] }) => {
      const payments = collections.flatMap(({ payments: all = [] }) => all)
      const refunds = payments.flatMap(({ refunds: made = [] }) => made.map(toRefund))
      return [id, at ? cancelerOf(refunds, new Date(at).getTime()) : null]
    })
  )
}

function toRefund({ created_by, created_at }: RefundRow) {
  return { createdBy: created_by, createdAt: new Date(created_at).getTime() }
}
