import type { MedusaContainer } from "@medusajs/framework/types"
import { receivedMove, type ShelfMove } from "../../walmart/inventory/recount"
import { readGraph } from "../shared/read-graph"

interface ChangeRow {
  return_id: string
  confirmed_at: Date | string | null
  actions?: { action: string; details: { reference_id?: string; quantity?: unknown } | null }[]
}

interface ReturnRow {
  id: string
  items?: { item_id: string; item?: { variant?: VariantRow | null } | null }[]
}

interface VariantRow {
  inventory_items?: { inventory_item_id: string; required_quantity: unknown }[]
}

/** Of which shelf, and since when. */
export interface MovesAsked {
  locationId: string
  inventoryItemIds: string[]
  since: Date
}

/**
 * Units of returns that were put on a shelf since a moment. Core confirms a receipt and changes the shelf side by side, so that one which
 * is not confirmed counts as made at this moment.
 */
export async function receivedReturns(
  container: MedusaContainer,
  { locationId, inventoryItemIds, since }: MovesAsked
): Promise<ShelfMove[]> {
  const changes = await readGraph<ChangeRow>(container, {
    entity: "order_change",
    fields: ["id", "return_id", "confirmed_at", "actions.action", "actions.details"],
    filters: {
      change_type: "return_receive",
      $or: [{ confirmed_at: { $gte: since } }, { status: ["pending", "requested"] }],
    },
  })
  if (changes.length === 0) return []
  const returns = await readGraph<ReturnRow>(container, {
    entity: "return",
    fields: RETURN_FIELDS,
    filters: { id: changes.map(({ return_id: id }) => id), location_id: locationId },
  })
  return changes.flatMap((change) => {
    const own = returns.find(({ id }) => id === change.return_id)
    const units = own ? unitsOf(change, own, inventoryItemIds) : 0
    return units > 0 ? [receivedMove(units, madeAt(change))] : []
  })
}

const KIT = "items.item.variant.inventory_items"

const RETURN_FIELDS = [
  ...["id", "items.item_id"],
  ...[`${KIT}.inventory_item_id`, `${KIT}.required_quantity`],
]

/** What is damaged is not put on the shelf. */
function unitsOf({ actions = [] }: ChangeRow, { items = [] }: ReturnRow, ids: string[]): number {
  const received = actions.filter(({ action }) => action === "RECEIVE_RETURN_ITEM")
  return received.reduce((sum, { details }) => {
    const item = items.find(({ item_id: id }) => id === details?.reference_id)?.item
    const parts = item?.variant?.inventory_items ?? []
    const own = parts.filter(({ inventory_item_id: id }) => ids.includes(id))
    const perUnit = own.reduce((units, { required_quantity: one }) => units + Number(one), 0)
    return sum + perUnit * Number(details?.quantity ?? 0)
  }, 0)
}

function madeAt({ confirmed_at: at }: ChangeRow): number {
  return at === null ? Date.now() : new Date(at).getTime()
}
