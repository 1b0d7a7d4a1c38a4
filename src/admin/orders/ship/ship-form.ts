import type {
  AdminWalmartShipmentCheck,
  AdminWalmartShipmentChoice,
  AdminWalmartWantedShipment,
} from "../../../types/http"

/** What stands in the Ship drawer. */
export interface ShipForm {
  /** One a box. */
  numbers: string[]
  /** Empty to have it recognized. */
  carrier: string
  url: string
  /** Which of the parcels that can be shipped. */
  choice: number
  /** Units by line number, where a person changed them. */
  units: Record<string, number>
  shipsAnyway: boolean
}

export const EMPTY_FORM: ShipForm = {
  ...{ numbers: [""], carrier: "", url: "", choice: 0, units: {}, shipsAnyway: false },
}

/** What the form asks for of an order whose parcels are these. */
export function wantedOf(
  order: string,
  form: ShipForm,
  choices: AdminWalmartShipmentChoice[]
): AdminWalmartWantedShipment {
  const tracking_url = form.url.trim()
  const items = unitsOf(form, choices)
  return {
    order,
    labels: form.numbers
      .map((number) => number.trim())
      .filter(Boolean)
      .map((tracking_number) => ({ tracking_number, ...(tracking_url ? { tracking_url } : {}) })),
    ...(form.carrier.trim() ? { carrier: form.carrier.trim() } : {}),
    ...(items ? { items } : {}),
  }
}

/** Left out while everything of the only parcel is meant, so that it stays everything when the order changes meanwhile. */
function unitsOf({ choice, units }: ShipForm, choices: AdminWalmartShipmentChoice[]) {
  const chosen = choices[choice]
  const isAll = choices.length === 1 && Object.keys(units).length === 0
  if (!chosen || isAll) return undefined
  return chosen.items
    .map(({ line_number, quantity }) => ({
      line_number,
      quantity: chosen.fulfillment_id ? quantity : (units[line_number] ?? quantity),
    }))
    .filter(({ quantity }) => quantity > 0)
}

/** What is wrong with each number, by its place, and what else is wrong; a number that is not there yet is no fault. */
export function faultsOf(check: AdminWalmartShipmentCheck | undefined, form: ShipForm) {
  const isEmpty = form.numbers.every((number) => number.trim() === "")
  const numbers = (check?.checks ?? []).map(({ problems }) =>
    problems.map(({ message, remedy }) => `${message} ${remedy}`)
  )
  const told = new Set(numbers.flat())
  const others = (check?.refusals ?? []).filter((refusal) => !told.has(refusal))
  const isNothingLeft = check?.choices.length === 0
  return { numbers, others: isEmpty && !isNothingLeft ? [] : others }
}
