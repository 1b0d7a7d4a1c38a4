import type { CreateReservationItemInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type CheckedReservation,
  type HeldPart,
  preparedReturn,
} from "../../../walmart/order-edits/fulfillment-return"
import { readGraph } from "../../shared/read-graph"

/** A fulfillment of a Walmart order that staff are about to cancel. */
export interface ReserveBeyondStockStepInput {
  order_id: string
  fulfillment_id: string
}

/** What was changed, to be taken back. */
interface Prepared {
  inventoryItemIds: string[]
  /** Ids of reservations that did not allow a backorder before. */
  allowed: string[]
  /** Ids of reservations made. */
  created: string[]
}

const LOCK = { timeout: 10 }

/**
 * Lets the units of a fulfillment be reserved again when it is canceled, also when there are not as many in stock: Walmart's
 * orders are imported so, and Medusa would refuse to cancel the fulfillment where the variant allows no backorder. A part
 * without a reservation gets one of zero units, which Medusa then raises. Does nothing where Medusa refuses to cancel.
 */
export const reserveBeyondStockStep = createStep(
  "reserve-beyond-stock",
  async (input: ReserveBeyondStockStepInput, { container }) => {
    const held = await heldParts(container, input)
    if (!held) return new StepResponse<null, Prepared | null>(null, null)
    const inventoryItemIds = [...new Set(held.parts.map(({ inventoryItemId: id }) => id))]
    const prepared = await container
      .resolve(Modules.LOCKING)
      .execute(inventoryItemIds, () => prepare(container, held), LOCK)
    return new StepResponse<null, Prepared | null>(null, { inventoryItemIds, ...prepared })
  },
  async (prepared, { container }) => {
    if (!prepared) return
    const { inventoryItemIds, allowed, created } = prepared
    const inventory = container.resolve(Modules.INVENTORY)
    const takeBack = async () => {
      if (created.length > 0) await inventory.deleteReservationItems(created)
      await allowBackorder(container, allowed, false)
    }
    await container.resolve(Modules.LOCKING).execute(inventoryItemIds, takeBack, LOCK)
  }
)

interface Held {
  locationId: string
  parts: HeldPart[]
}

const FIELDS = [
  "id",
  "status",
  "items.id",
  "items.variant.inventory_items.inventory_item_id",
  "fulfillments.id",
  "fulfillments.location_id",
  "fulfillments.shipped_at",
  "fulfillments.canceled_at",
  "fulfillments.items.line_item_id",
  "fulfillments.items.inventory_item_id",
]

interface OrderRow {
  id: string
  status: string
  items: {
    id: string
    variant?: { inventory_items?: { inventory_item_id: string }[] } | null
  }[]
  fulfillments: {
    id: string
    location_id: string | null
    shipped_at: string | Date | null
    canceled_at: string | Date | null
    items: { line_item_id: string | null; inventory_item_id: string | null }[]
  }[]
}

/** The parts that Medusa reserves again; it leaves those alone that are none of the variant's any more. */
async function heldParts(
  container: MedusaContainer,
  { order_id: id, fulfillment_id }: ReserveBeyondStockStepInput
): Promise<Held | null> {
  const query = { entity: "order", fields: FIELDS, filters: { id } }
  const [order] = await readGraph<OrderRow>(container, query)
  const fulfillment = order?.fulfillments.find((one) => one.id === fulfillment_id)
  if (!fulfillment?.location_id || order.status === "canceled") return null
  if (fulfillment.shipped_at || fulfillment.canceled_at) return null
  const parts = fulfillment.items.flatMap(({ line_item_id: line, inventory_item_id: item }) => {
    const { variant } = order.items.find((one) => one.id === line) ?? {}
    const isPart = variant?.inventory_items?.some((part) => part.inventory_item_id === item)
    return line && item && isPart ? [{ lineItemId: line, inventoryItemId: item }] : []
  })
  return parts.length > 0 ? { locationId: fulfillment.location_id, parts } : null
}

async function prepare(container: MedusaContainer, { locationId, parts }: Held) {
  const present = await presentReservations(container, parts)
  const { allow, create } = preparedReturn(parts, present)
  await allowBackorder(container, allow, true)
  const wanted = create.map(({ lineItemId, inventoryItemId }): CreateReservationItemInput => ({
    ...{ line_item_id: lineItemId, inventory_item_id: inventoryItemId, location_id: locationId },
    ...{ quantity: 0, allow_backorder: true, description: "Walmart order" },
  }))
  const inventory = container.resolve(Modules.INVENTORY)
  const made = wanted.length > 0 ? await inventory.createReservationItems(wanted) : []
  return { allowed: allow, created: made.map(({ id }) => id) }
}

async function presentReservations(
  container: MedusaContainer,
  parts: HeldPart[]
): Promise<CheckedReservation[]> {
  const line_item_id = parts.map(({ lineItemId }) => lineItemId)
  const found = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id }, { take: null })
  return found.map((one) => ({
    id: one.id,
    lineItemId: one.line_item_id ?? "",
    inventoryItemId: one.inventory_item_id,
    quantity: Number(one.quantity),
    allowsBackorder: one.allow_backorder === true,
  }))
}

async function allowBackorder(container: MedusaContainer, ids: string[], allow_backorder: boolean) {
  if (ids.length === 0) return
  const changes = ids.map((id) => ({ id, allow_backorder }))
  await container.resolve(Modules.INVENTORY).updateReservationItems(changes)
}
