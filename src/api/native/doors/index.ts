import { claimDoors } from "./claims"
import type { DoorRow } from "./door-row"
import { otherDoors } from "./elsewhere"
import { fulfillmentDoors } from "./fulfillments"
import { moneyDoors } from "./money"
import { orderEditDoors } from "./order-edits"
import { orderDoors } from "./orders"
import { returnDoors } from "./returns"

export type { Afterwards, DoorRow } from "./door-row"

/**
 * Every way in which Medusa lets an order be changed, by what it is about. `docs/doors.md` shows it, and a test compares it with
 * the routes and workflows of the installed Medusa and with the routes the plugin guards.
 */
export const DOORS: Record<string, DoorRow[]> = {
  Parcels: fulfillmentDoors,
  Orders: orderDoors,
  "Order edits": orderEditDoors,
  Returns: returnDoors,
  "Claims and exchanges": claimDoors,
  Money: moneyDoors,
  "Everything else": otherDoors,
}
