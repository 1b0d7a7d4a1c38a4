import fc from "fast-check"
import {
  type PresentReservation,
  reservationChanges,
  type WantedReservation,
} from "../reservations"

function want(quantity: number): WantedReservation {
  return { lineItemId: "ordli_1", inventoryItemId: "iitem_1", quantity }
}

function held(...quantities: number[]): PresentReservation[] {
  return quantities.map((quantity, index) => ({ ...want(quantity), id: `resitem_${index}` }))
}

function applied(wanted: WantedReservation[], present: PresentReservation[]): PresentReservation[] {
  const { update, remove, create } = reservationChanges(wanted, present)
  const kept = present.filter(({ id }) => !remove.includes(id))
  const changed = kept.map((one) => ({ ...one, ...update.find(({ id }) => id === one.id) }))
  return [...changed, ...create.map((one, index) => ({ ...one, id: `new_${index}` }))]
}

describe("reservations after an order edit", () => {
  it("hold what is still to be sent, and nothing more", () => {
    expect(reservationChanges([want(1)], held(2))).toEqual({
      update: [{ id: "resitem_0", quantity: 1 }],
      remove: [],
      create: [],
    })
  })

  it("go when nothing is left to send", () => {
    expect(reservationChanges([want(0)], held(1)).remove).toEqual(["resitem_0"])
  })

  it("are left alone when they are right, and when they are somebody else's", () => {
    const foreign = { ...held(9)[0], lineItemId: "ordli_2" }
    const none = { update: [], remove: [], create: [] }
    expect(reservationChanges([want(3)], [...held(2, 1), foreign])).toEqual(none)
  })

  it("come back when they are missing", () => {
    expect(reservationChanges([want(2)], []).create).toEqual([want(2)])
  })

  it("add up to what is wanted from whatever was there, and need no second change", () => {
    const quantities = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 })
    fc.assert(
      fc.property(fc.nat(10), quantities, (quantity, before) => {
        const after = applied([want(quantity)], held(...before))
        expect(after.reduce((sum, one) => sum + one.quantity, 0)).toBe(quantity)
        expect(after.every((one) => one.quantity > 0)).toBe(true)
        const again = reservationChanges([want(quantity)], after)
        expect(again).toEqual({ update: [], remove: [], create: [] })
      })
    )
  })
})
