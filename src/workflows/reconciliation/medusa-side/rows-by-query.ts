import type { MedusaContainer } from "@medusajs/framework/types"
import { readGraph } from "../../shared/read-graph"
import {
  FULFILLMENT_FIELDS,
  type FulfillmentRow,
  ORDER_FIELDS,
  type OrderRow,
} from "./medusa-order-rows"
import type { AskedMedusaOrder, ChangeRow, MedusaRows } from "./medusa-rows"

const CHANGE_FIELDS = [
  "id",
  "status",
  "order_id",
  "actions.action",
  "actions.reference",
  "actions.reference_id",
  "actions.details",
]

/** Reads Medusa orders by Medusa's own query, wherever its modules keep them. */
export async function rowsByQuery(
  container: MedusaContainer,
  asked: AskedMedusaOrder[]
): Promise<MedusaRows> {
  const orderIds = asked.map(({ orderId }) => orderId)
  const filters = { id: orderIds }
  const [orders, changes, ofItems] = await Promise.all([
    readGraph<OrderRow>(container, { entity: "order", fields: ORDER_FIELDS, filters }),
    readGraph<ChangeRow>(container, {
      entity: "order_change",
      fields: CHANGE_FIELDS,
      filters: { order_id: orderIds },
    }),
    fulfillmentsOf(container, asked),
  ])
  return { orders, changes, ofItems }
}

type LinkedRow = FulfillmentRow & { return_link?: { return_id: string } | null }

async function fulfillmentsOf(
  container: MedusaContainer,
  asked: AskedMedusaOrder[]
): Promise<FulfillmentRow[]> {
  const line_item_id = asked.flatMap(({ itemIds }) => itemIds)
  if (line_item_id.length === 0) return []
  const rows = await readGraph<LinkedRow>(container, {
    entity: "fulfillment",
    fields: [...FULFILLMENT_FIELDS, "return_link.return_id"],
    filters: { items: { line_item_id } },
  })
  return rows.filter((row) => !row.return_link?.return_id)
}
