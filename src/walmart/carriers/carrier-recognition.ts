import { addedFormats } from "./added-numbers"
import { findCarrier, nameInMarket } from "./carrier-names"
import type { Market } from "../markets/market"
import { type Certainty, TRACKING_FORMATS, type TrackingFormat } from "./formats/tracking-formats"

/** The strongest formats a number fits, and how much they say about its carrier. */
export interface Fit {
  certainty: Certainty
  formats: TrackingFormat[]
  /** Carriers as `carrier-table.ts` names them, without regard to any market's list. */
  owners: string[]
}

/** Formats whose shape the normalized number has, whether complete and right or not; also those that a store added. */
export function formatsOf(number: string, market?: Market): TrackingFormat[] {
  const known = [...TRACKING_FORMATS, ...(market ? addedFormats(market) : [])]
  return known.filter((format) => format.shape.test(number))
}

/** Whether a number of the format's shape passes its check; true where the format has none. */
export function fits(format: TrackingFormat, number: string): boolean {
  return format.verify?.(number) ?? true
}

/** Formats whose shape the number has and which say how long it is. */
export function closedFormsOf(number: string, market?: Market): TrackingFormat[] {
  return formatsOf(number, market).filter(({ isOpen }) => !isOpen)
}

/** Whether nothing but formats of open length take the number in, as they would with anything behind it. */
export function isOnlyOpen(number: string, market?: Market): boolean {
  const formats = formatsOf(number, market).filter((format) => fits(format, number))
  return formats.length > 0 && formats.every(({ isOpen }) => isOpen)
}

/** What a normalized number says about its carrier by format and check digit; `null` when it says nothing. */
export function strongestFit(number: string, market?: Market): Fit | null {
  const fitting = formatsOf(number, market).filter((format) => fits(format, number))
  const strongest = (["certain", "likely", "possible"] as const).find((certainty) =>
    fitting.some((format) => format.certainty === certainty)
  )
  if (!strongest) {
    return null
  }
  const counted = strongest === "possible" ? ["possible", "shared"] : [strongest]
  const formats = fitting.filter((format) => counted.includes(format.certainty))
  const owners = formats.flatMap((format) => format.narrow?.(number) ?? format.carriers)
  return { certainty: strongest, formats, owners: [...new Set(owners)] }
}

/** Owner of the unmistakable shape a normalized number has, even if a character of it is wrong; `null` when there is none. */
export function ownerByShape(number: string, market?: Market): string | null {
  const certain = formatsOf(number, market).filter((format) => format.certainty === "certain")
  const owners = certain.flatMap((format) => format.carriers)
  return owners.length === 1 ? owners[0] : null
}

/** Walmart's names in the market for carriers of the table; those its list lacks are left out. */
export function namesInMarket(owners: readonly string[], market: Market): string[] {
  const names = owners.map((owner) => {
    const carrier = findCarrier(owner) ?? { name: owner }
    return nameInMarket(carrier, market)
  })
  return names.filter((name): name is string => name !== null)
}
