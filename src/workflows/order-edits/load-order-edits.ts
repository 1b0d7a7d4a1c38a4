import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import {
  type EditedOrder,
  type EditReconciliation,
  reconciliationOf,
} from "../../walmart/order-edits/order-edit"
import type { PresentReservation, WantedReservation } from "../../walmart/order-edits/reservations"
import { EDIT_PAYMENT_FIELDS, editPayments, type PaymentsRow } from "./edit-payments"
import { isMoneyForeign } from "./foreign-money"
import { loadCanceledShares } from "./load-canceled-shares"
import { locationIn } from "../import/medusa/imported-order"
import { readGraph } from "../shared/read-graph"

/** An edited order of Walmart's, and what is missing for its edit to be reconciled. */
export interface LoadedOrderEdit {
  order_id: string
  currency_code: string
  /** Where stock is reserved that has no reservation any more; null when the import did not say. */
  location_id: string | null
  reconciliation: EditReconciliation
}

/**
 * Reads the given Medusa orders that are Walmart's, imported, not canceled and were edited, and says what their edits leave
 * undone. The money of an order with a claim or an exchange is left to whoever handles that.
 * @param settledBefore only edits confirmed before this moment, so that a sweep does not race the edit's own event
 */
export async function loadOrderEdits(
  container: MedusaContainer,
  orderIds: string[],
  settledBefore: Date | null = null
): Promise<LoadedOrderEdit[]> {
  const edited = await editedOrders(container, orderIds, settledBefore)
  if (edited.size === 0) return []
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const ours = await walmart.listWalmartOrders(
    { order_id: [...edited.keys()] },
    { relations: ["lines"] }
  )
  const ids = ours.flatMap((row) => (row.imported_at && row.order_id ? [row.order_id] : []))
  if (ids.length === 0) return []
  const filters = { id: ids }
  const data = await readGraph<OrderRow>(container, { entity: "order", fields: FIELDS, filters })
  const rows = data.filter((row) => !row.canceled_at && row.status !== "canceled")
  const shares = await loadCanceledShares(container, ours, rows)
  return Promise.all(
    rows.map(async (row) => {
      const mine = ours.filter(({ order_id: id }) => id === row.id)
      const present = await loadReservations(container, [
        ...new Set([...mine.flatMap(itemIdsOf), ...row.items.map(({ id }) => id)]),
      ])
      const order = toEditedOrder(row, present, edited.get(row.id) === "ours")
      return {
        order_id: row.id,
        currency_code: row.currency_code,
        location_id: locationIn(row.metadata),
        reconciliation: reconciliationOf({ ...order, canceledShare: shares.get(row.id) ?? 0 }),
      }
    })
  )
}

type WalmartOrderRow = Awaited<ReturnType<WalmartModuleService["listWalmartOrders"]>>[number]

function itemIdsOf({ lines }: WalmartOrderRow): string[] {
  return lines.flatMap(({ line_item_id: id }) => id ?? [])
}

interface ChangeRow {
  order_id: string
  change_type: string | null
  confirmed_at: Date | string | null
}

/** Orders with a confirmed edit, and whether their money is ours to reconcile. */
async function editedOrders(container: MedusaContainer, orderIds: string[], before: Date | null) {
  const changes = await readGraph<ChangeRow>(container, {
    entity: "order_change",
    fields: ["order_id", "change_type", "confirmed_at"],
    filters: { order_id: orderIds, status: "confirmed" },
  })
  const isYoung = ({ confirmed_at: at }: ChangeRow) =>
    before !== null && at !== null && new Date(at) > before
  const edits = changes.filter(({ change_type: type }) => type === "edit")
  const young = new Set(edits.filter(isYoung).map(({ order_id }) => order_id))
  const typesOf = (id: string) =>
    changes.filter(({ order_id }) => order_id === id).map(({ change_type }) => change_type)
  return new Map(
    edits
      .filter(({ order_id }) => !young.has(order_id))
      .map(({ order_id }) => [order_id, isMoneyForeign(typesOf(order_id)) ? "foreign" : "ours"])
  )
}

const FIELDS = [
  "id",
  "status",
  "canceled_at",
  "currency_code",
  "metadata",
  ...EDIT_PAYMENT_FIELDS,
  "items.id",
  "items.detail.quantity",
  "items.detail.fulfilled_quantity",
  "items.variant.manage_inventory",
  "items.variant.inventory_items.inventory_item_id",
  "items.variant.inventory_items.required_quantity",
]

interface OrderRow extends PaymentsRow {
  id: string
  status: string
  canceled_at: string | Date | null
  currency_code: string
  metadata: Record<string, unknown> | null
  items: ItemRow[]
}

interface ItemRow {
  id: string
  detail: { quantity: unknown; fulfilled_quantity: unknown }
  variant?: {
    manage_inventory: boolean
    inventory_items?: { inventory_item_id: string; required_quantity: number }[]
  } | null
}

async function loadReservations(
  container: MedusaContainer,
  line_item_id: string[]
): Promise<PresentReservation[]> {
  if (line_item_id.length === 0) return []
  const inventory = container.resolve(Modules.INVENTORY)
  const found = await inventory.listReservationItems(
    { line_item_id },
    { take: null, order: { created_at: "ASC", id: "ASC" } }
  )
  return found.map((one) => ({
    id: one.id,
    lineItemId: one.line_item_id ?? "",
    inventoryItemId: one.inventory_item_id,
    quantity: Number(one.quantity),
  }))
}

function toEditedOrder(
  row: OrderRow,
  present: PresentReservation[],
  isMoneyOurs: boolean
): Omit<EditedOrder, "canceledShare"> {
  return {
    wanted: [...row.items.flatMap(wantedOf), ...present.filter(isRemoved(row)).map(nothing)],
    present,
    ...editPayments(row, isMoneyOurs),
  }
}

/** An item with nothing left of it is not in the order any more. */
function isRemoved({ items }: OrderRow) {
  return ({ lineItemId }: PresentReservation) => !items.some(({ id }) => id === lineItemId)
}

function nothing({ lineItemId, inventoryItemId }: PresentReservation): WantedReservation {
  return { lineItemId, inventoryItemId, quantity: 0 }
}

function wantedOf({ id, detail, variant }: ItemRow): WantedReservation[] {
  const open = Math.max(0, Number(detail.quantity) - Number(detail.fulfilled_quantity))
  const parts = variant?.manage_inventory ? (variant.inventory_items ?? []) : []
  return parts.map((part) => ({
    lineItemId: id,
    inventoryItemId: part.inventory_item_id,
    quantity: open * part.required_quantity,
  }))
}
