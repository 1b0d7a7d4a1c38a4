import type {
  AdminWalmartShipmentCheck,
  AdminWalmartShipmentChoice,
  AdminWalmartWantedShipment,
  WalmartProblem,
  WalmartText,
} from "../../../types/http"
import type { Questions } from "./ship"

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
  /** What a person confirmed as it was shown; null for nothing. */
  confirmed: Questions | null
}

export const EMPTY_FORM: ShipForm = {
  ...{ numbers: [""], carrier: "", url: "", choice: 0, units: {}, confirmed: null },
}

/** Something was typed or changed that closing would lose; which parcel is chosen is one click. Pure. */
export function isFilledIn({ numbers, carrier, url, units }: ShipForm): boolean {
  const isTyped = [...numbers, carrier, url].some((text) => text.trim() !== "")
  return isTyped || Object.keys(units).length > 0
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

/** There is a number, and something that leaves with it. Pure. */
export function isShipment({ labels, items }: AdminWalmartWantedShipment): boolean {
  return labels.length > 0 && items?.length !== 0
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

/** What is wrong with a shipment, by the field where it is shown. */
export interface ShipFaults {
  /** Of each number that is filled in, by its place. */
  numbers: WalmartProblem[][]
  /** Once for all boxes, which have it in common. */
  carrier: WalmartProblem[]
  link: WalmartProblem[]
  /** What belongs to no field. */
  others: WalmartText[]
}

/** Says what is wrong, and where; a number that is not there yet is no fault. Pure. */
export function faultsOf(check: AdminWalmartShipmentCheck | undefined, form: ShipForm): ShipFaults {
  const isEmpty = form.numbers.every((number) => number.trim() === "")
  const found = (check?.checks ?? []).map(({ problems }) => problems)
  const shown = new Set(found.flat().map(({ message, remedy }) => `${message} ${remedy}`))
  const others = (check?.refusals ?? []).filter(({ text }) => !shown.has(text))
  const isNothingLeft = check?.choices.length === 0
  return {
    numbers: found.map((problems) => problems.filter(isOfNumber)),
    carrier: different(found.flat().filter(({ field }) => field === "carrier")),
    link: different(found.flat().filter(({ field }) => field === "tracking_url")),
    others: isEmpty && !isNothingLeft ? [] : others,
  }
}

/** Also what has no field of its own in the form. */
function isOfNumber({ field }: WalmartProblem): boolean {
  return field !== "carrier" && field !== "tracking_url"
}

function different(problems: WalmartProblem[]): WalmartProblem[] {
  const messages = problems.map(({ message }) => message)
  return problems.filter(({ message }, index) => messages.indexOf(message) === index)
}
