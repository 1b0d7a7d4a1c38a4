import { useEffect, useState } from "react"
import { EMPTY_FORM, faultsOf, isFilledIn, isShipment, type ShipForm, wantedOf } from "./ship-form"
import { useShip } from "./use-ship"
import { useShipmentCheck, useShipmentChoices } from "./use-shipment-check"

/** What the Ship drawer shows of an order, and what it does; another order begins with an empty form. */
export function useShipDrawer(id: string, onShipped: (id: string, goesOn: boolean) => void) {
  const [state, setState] = useState({ id, form: EMPTY_FORM })
  const form = state.id === id ? state.form : EMPTY_FORM
  const order = useShipmentChoices(id)
  const known = order.data?.shipments[0]
  const choices = known?.choices ?? []
  const wanted = wantedOf(id, form, choices)
  const typed = useShipmentCheck(wanted)
  const ship = useShip()
  const { reset } = ship
  useEffect(() => reset(), [id, reset])
  const change = (next: Partial<ShipForm>) => {
    if (ship.isPending) return
    reset()
    setState({ id, form: { ...form, ...next } })
  }
  const start = (goesOn: boolean) => {
    if (!isShipment(wanted) || ship.isPending) return
    const input = { wanted, confirmed: form.confirmed }
    ship.mutate(input, {
      onSuccess: (outcome) => !("check" in outcome) && onShipped(id, goesOn),
    })
  }
  const tried = ship.data && "check" in ship.data ? ship.data.check : undefined
  const check = tried ?? typed
  return {
    ...{ form, change, start, choices, check, order },
    purchaseOrderId: known?.order?.purchase_order_id ?? "",
    carriers: order.data?.carriers ?? [],
    faults: faultsOf(check ?? known, form),
    canShip: isShipment(wanted),
    isBusy: ship.isPending,
    isDirty: isFilledIn(form),
    error: ship.error,
  }
}
