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

/** By these ids lists get the sequence in which {@link rowsBySql} answers them. */
const LISTED_FIELDS = ["items.id", "labels.id"]

/** Reads Medusa orders by Medusa's own query, wherever its modules keep them. */
export async function rowsByQuery(
  container: MedusaContainer,
  asked: AskedMedusaOrder[]
): Promise<MedusaRows> {
  const orderIds = asked.map(({ orderId }) => orderId)
  const filters = { id: orderIds }
  const [orders, changes, ofItems] = await Promise.all([
    readGraph<QueriedOrder>(container, {
      entity: "order",
      fields: [...ORDER_FIELDS, ...LISTED_FIELDS.map((field) => `fulfillments.${field}`)],
      filters,
    }),
    readGraph<ChangeRow>(container, {
      entity: "order_change",
      fields: CHANGE_FIELDS,
      filters: { order_id: orderIds },
    }),
    fulfillmentsOf(container, asked),
  ])
  return { orders: orders.map(inSequence), changes, ofItems }
}

type WithId<T> = T & { id: string }

type QueriedFulfillment = Omit<FulfillmentRow, "items" | "labels"> & {
  items: WithId<FulfillmentRow["items"][number]>[]
  labels: WithId<FulfillmentRow["labels"][number]>[]
}

type QueriedOrder = Omit<OrderRow, "fulfillments"> & { fulfillments: QueriedFulfillment[] }

type LinkedRow = QueriedFulfillment & { return_link?: { return_id: string } | null }

async function fulfillmentsOf(
  container: MedusaContainer,
  asked: AskedMedusaOrder[]
): Promise<FulfillmentRow[]> {
  const line_item_id = asked.flatMap(({ itemIds }) => itemIds)
  if (line_item_id.length === 0) return []
  const rows = await readGraph<LinkedRow>(container, {
    entity: "fulfillment",
    fields: [...FULFILLMENT_FIELDS, ...LISTED_FIELDS, "return_link.return_id"],
    filters: { items: { line_item_id } },
  })
  return sortedById(rows.filter((row) => !row.return_link?.return_id).map(withSortedLists))
}

/** The query keeps no sequence, so a plan made anew could deal the units to other parcels than those Walmart was sent. */
function inSequence(order: QueriedOrder): OrderRow {
  return { ...order, fulfillments: sortedById(order.fulfillments.map(withSortedLists)) }
}

function withSortedLists(row: QueriedFulfillment): FulfillmentRow {
  return { ...row, items: sortedById(row.items), labels: sortedById(row.labels) }
}

function sortedById<T extends WithId<object>>(rows: T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
}
