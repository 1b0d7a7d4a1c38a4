import { sumOfUnits } from "../common/units"

/** Units of one inventory item that one line item must hold in stock. */
export interface WantedReservation {
  lineItemId: string
  inventoryItemId: string
  quantity: number
}

/** A reservation as it is; several may hold units for the same line item, at different places. */
export interface PresentReservation extends WantedReservation {
  id: string
}

/** What makes the present reservations the wanted ones. */
export interface ReservationChanges {
  update: { id: string; quantity: number }[]
  remove: string[]
  create: WantedReservation[]
}

/**
 * Compares reservations with what is still to be sent. Too much is taken from the last reservation first, too little added to
 * the first. Reservations of items that nobody asks about are left alone. Repeating it after the changes gives none.
 */
export function reservationChanges(
  wanted: WantedReservation[],
  present: PresentReservation[]
): ReservationChanges {
  const parts = wanted.map((want) => changesOf(want, present.filter(isFor(want))))
  return {
    update: parts.flatMap(({ update }) => update),
    remove: [...new Set(parts.flatMap(({ remove }) => remove))],
    create: parts.flatMap(({ create }) => create),
  }
}

function isFor(want: WantedReservation) {
  return ({ lineItemId, inventoryItemId }: WantedReservation) =>
    lineItemId === want.lineItemId && inventoryItemId === want.inventoryItemId
}

function changesOf(want: WantedReservation, held: PresentReservation[]): ReservationChanges {
  if (held.length === 0) {
    return { update: [], remove: [], create: want.quantity > 0 ? [want] : [] }
  }
  const total = sumOfUnits(held)
  let left = want.quantity
  const kept = held.map((reservation, index) => {
    const extra = index === 0 ? Math.max(0, want.quantity - total) : 0
    const quantity = Math.min(left, reservation.quantity + extra)
    left -= quantity
    return { id: reservation.id, quantity, before: reservation.quantity }
  })
  return {
    update: kept
      .filter(({ quantity, before }) => quantity > 0 && quantity !== before)
      .map(({ id, quantity }) => ({ id, quantity })),
    remove: kept.filter(({ quantity }) => quantity === 0).map(({ id }) => id),
    create: [],
  }
}
