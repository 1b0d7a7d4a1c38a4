import type { Carrier } from "./carrier"
import { carriersNamed, findCarrier } from "./carrier-names"
import { fits, formatsOf, strongestFit } from "./carrier-recognition"
import { carrierByUrl } from "./names/carrier-sites"
import { linksOf, withoutLinks } from "./names/site-links"
import type { Market } from "../markets/market"
import { plainText } from "./plain-text"
import { bare, glue, keptOf, LONGEST_TEXT, normalizeTrackingNumber, usersOf } from "./tracking-text"

/**
 * The carrier whose name or link was entered beside a tracking number, as in "FedEx 986578788855"; `null` when there is none or
 * more than one.
 */
export function writtenCarrier(entered: string, market: Market): Carrier | null {
  const whole = plainText(entered)
  const number = normalizeTrackingNumber(whole)
  if (whole.length > LONGEST_TEXT * 10 || number === bare(glue(whole))) return null
  const named = carriersNamed(besideOf(withoutLinks(whole), number), market)
  const found = named.length > 0 ? named : linksOf(whole).flatMap((link) => linkedBy(link, market))
  return new Set(found.map(({ name }) => name)).size === 1 ? found[0] : null
}

function linkedBy(link: string, market: Market): Carrier[] {
  const name = carrierByUrl(link, market)
  return name === null ? [] : [findCarrier(name) ?? { name }]
}

/** What stands before and behind the number, also without a space. */
function besideOf(text: string, number: string): string {
  const kept = keptOf(text, number)
  const glued = bare(glue(text))
  return glue(kept) === number ? text.replace(kept, " ") : glued.replace(number, " ")
}

/** Whether a number's format says that a carrier does not write it; plain digits say nothing. */
export function isForeignTo(number: string, carrier: string, market: Market): boolean {
  const fit = strongestFit(number, market)
  if (!fit || fit.certainty === "possible") return false
  return !fit.formats.some((format) => usersOf(format).includes(carrier))
}

/** Whether two carriers both write such numbers, because one hands parcels to the other. */
export function shareNumber(number: string, carriers: readonly string[], market: Market): boolean {
  const formats = formatsOf(number, market).filter((format) => fits(format, number))
  return formats.some((format) => carriers.every((carrier) => usersOf(format).includes(carrier)))
}
