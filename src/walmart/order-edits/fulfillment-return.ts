import type { PresentReservation, WantedReservation } from "./reservations"

/** A reservation, and whether it may hold more than there is in stock. */
export type CheckedReservation = PresentReservation & { allowsBackorder: boolean }

/** An inventory item of a line item that a fulfillment holds. */
export type HeldPart = Omit<WantedReservation, "quantity">

/** What has to be true of reservations before a fulfillment is canceled. */
export interface ReturnPreparation {
  /** Ids of reservations that must be allowed to hold more than there is. */
  allow: string[]
  /** Parts that have no reservation. */
  create: HeldPart[]
}

/**
 * What lets a canceled fulfillment's units be reserved again where they were sold beyond stock. Medusa adds them to a reservation
 * of the line item, if there is one, and else makes one that obeys the variant's backorder setting. Repeating it after the
 * changes gives none. Pure.
 */
export function preparedReturn(
  parts: HeldPart[],
  present: CheckedReservation[]
): ReturnPreparation {
  const allow = new Set<string>()
  const create = new Map<string, HeldPart>()
  for (const { lineItemId, inventoryItemId } of parts) {
    const own = present.filter(
      (one) => one.lineItemId === lineItemId && one.inventoryItemId === inventoryItemId
    )
    if (own.length === 0) {
      create.set(`${lineItemId} ${inventoryItemId}`, { lineItemId, inventoryItemId })
    }
    for (const { id, allowsBackorder } of own) if (!allowsBackorder) allow.add(id)
  }
  return { allow: [...allow], create: [...create.values()] }
}
