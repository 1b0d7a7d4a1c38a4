import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import type { EditableItem, EditAction } from "../../walmart/checks/check-order-edit"
import { loadImportedPrices } from "../reconciliation/medusa-side/load-imported-prices"
import { readGraph } from "../shared/read-graph"

/** An order's open edit and the items it is about. */
export interface LoadedOrderChange {
  items: EditableItem[]
  actions: EditAction[]
}

/** Reads a Walmart order's items and the actions of its open edit; no actions when none is open. */
export async function loadOrderChange(
  container: MedusaContainer,
  { walmart_order_id, order_id }: { walmart_order_id: string; order_id: string }
): Promise<LoadedOrderChange> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const [lines, orders, changes] = await Promise.all([
    walmart.listWalmartOrderLines({ walmart_order_id }),
    readGraph<OrderRow>(container, {
      entity: "order",
      fields: ITEM_FIELDS,
      filters: { id: order_id },
    }),
    readGraph<ChangeRow>(container, {
      entity: "order_change",
      fields: ["id", "actions.id", "actions.ordering", "actions.action", "actions.details"],
      filters: { order_id, status: ["pending", "requested"] },
    }),
  ])
  const numbers = new Map(
    lines.map(({ line_item_id: id, line_number: number }) => [id ?? "", number])
  )
  const items = orders.flatMap((order) => order.items)
  const imported = await loadImportedPrices(
    container,
    items.map(({ id }) => id)
  )
  return {
    items: items.map((item) => ({
      ...toItem(item, numbers),
      importedPrice: imported.get(item.id)?.amount ?? Number(item.unit_price),
    })),
    actions: changes
      .flatMap(({ actions = [] }) => actions)
      .sort((a, b) => Number(a.ordering) - Number(b.ordering))
      .map(toAction),
  }
}

const ITEM_FIELDS = [
  "id",
  "items.id",
  "items.title",
  "items.unit_price",
  "items.detail.quantity",
  "items.detail.fulfilled_quantity",
  "items.detail.unit_price",
]

interface OrderRow {
  items: ItemRow[]
}

interface ItemRow {
  id: string
  title: string
  unit_price: unknown
  detail: { quantity: unknown; fulfilled_quantity: unknown; unit_price?: unknown }
}

interface ChangeRow {
  actions?: { ordering: unknown; action: string; details: Details | null }[]
}

interface Details {
  reference_id?: string
  title?: string
  quantity?: unknown
  unit_price?: unknown
}

function toItem({ id, title, unit_price, detail }: ItemRow, numbers: Map<string, string>) {
  return {
    id,
    title,
    lineNumber: numbers.get(id) ?? null,
    quantity: Number(detail.quantity),
    fulfilled: Number(detail.fulfilled_quantity),
    unitPrice: Number(detail.unit_price ?? unit_price),
  }
}

function toAction({ action, details }: { action: string; details: Details | null }): EditAction {
  return {
    kind: action,
    itemId: details?.reference_id ?? null,
    title: details?.title ?? null,
    quantity: numberOrNull(details?.quantity),
    // Medusa takes a price of null for 0.
    unitPrice: details?.unit_price === undefined ? null : Number(numberOrNull(details.unit_price)),
  }
}

/** Medusa keeps large numbers as `{ value }`. */
function numberOrNull(value: unknown): number | null {
  if (value === null || value === undefined) return null
  if (typeof value !== "object") return Number(value)
  return "value" in value ? Number(value.value) : Number(value)
}
