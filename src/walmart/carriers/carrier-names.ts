import type { Carrier } from "./carrier"
import { CARRIERS } from "./carrier-table"
import type { Market } from "../markets/market"
import { isServiceWord, takesServices } from "./names/service-words"

/** Longer input cannot be a carrier's name and is not worth reading. */
const LONGEST_NAME = 120

const LONGEST_IN_WORDS = 5

const byName = new Map<string, Carrier>()
for (const carrier of CARRIERS) {
  indexCarrier(carrier)
}

/** Names and aliases of carriers, compacted to small letters and digits, as `compact` writes them. */
export const CARRIER_KEYS: ReadonlyMap<string, Carrier> = byName

/** What a compacted name stands for. */
type Lookup = (key: string) => Carrier | undefined

/** The carrier that a name of Walmart's, an alias or a "carrier plus service" text means; `undefined` when none does. */
export function findCarrier(name: string): Carrier | undefined {
  return carrierMeant(name, (key) => byName.get(key))
}

/** Walmart's exact name for the carrier in the market, or `null` when the market's list lacks it. */
export function nameInMarket(carrier: Carrier, market: Market): string | null {
  const names = [carrier.names?.[market.code], carrier.name, ...(carrier.sameAs ?? [])]
  return names.find((name) => name !== undefined && market.carriers.includes(name)) ?? null
}

/**
 * Walmart's exact name for what a person or a shipping provider wrote, without regard to case, spaces and punctuation;
 * `null` when the market's list has no such carrier. Where Walmart lists a carrier twice (FedEx, FDX) the common name wins,
 * unless the other one was written exactly.
 */
export function carrierByName(name: string, market: Market): string | null {
  const exact = name.trim()
  if (market.carriers.includes(exact)) {
    return exact
  }
  const found = carrierMeant(exact, (key) => knownOrListed(key, market))
  return found ? nameInMarket(found, market) : null
}

/** Every carrier, known or in the market's list, whose name or alias stands in a text in whole words. */
export function carriersNamed(text: string, market: Market): Carrier[] {
  const words = wordsOf(text.slice(0, LONGEST_NAME))
  const names = carriersIn(words, (key) => knownOrListed(key, market))
  return names.filter(
    ({ name }, index) => names.findIndex((other) => other.name === name) === index
  )
}

/** Most of a market's list is known by name alone, and so is what a store added to it. */
function knownOrListed(key: string, market: Market): Carrier | undefined {
  const known = byName.get(key)
  if (known && nameInMarket(known, market) !== null) return known
  const listed = market.carriers.find((name) => key !== "" && compact(name) === key)
  return listed === undefined ? known : { name: listed }
}

function carrierMeant(name: string, lookup: Lookup): Carrier | undefined {
  const text = name.slice(0, LONGEST_NAME)
  return lookup(compact(text)) ?? carrierWithService(wordsOf(text), lookup)
}

/** "UPS Next Day Air", "ups_ground" and "FedExSmartPost" begin with whole words that are a carrier's name. */
function carrierWithService(words: string[], lookup: Lookup): Carrier | undefined {
  const counts = words.map((_, index) => words.length - index)
  const count = counts.find((first) => lookup(words.slice(0, first).join("")))
  if (count === undefined) return undefined
  const key = words.slice(0, count).join("")
  const rest = words.slice(count)
  const carrier = lookup(key)
  const others = carriersIn(rest, lookup).filter(({ name }) => name !== carrier?.name)
  if (others.length > 0) return oneOfBoth(key, rest, lookup)
  return takesServices(key, rest) ? carrier : undefined
}

/** "UPS Expedited Mail Innovations" is a longer name with a service inside; any other two names are two carriers. */
function oneOfBoth(key: string, rest: string[], lookup: Lookup): Carrier | undefined {
  const longer = rest.map((_, from) => lookup(key + rest.slice(from).join("")))
  return longer.find((carrier) => carrier !== undefined)
}

/** Carriers named by any of the words, the longest names first; names made of nothing but words of services do not count. */
function carriersIn(words: string[], lookup: Lookup): Carrier[] {
  const found: Carrier[] = []
  for (let at = 0; at < words.length; at++) {
    const ends = words.slice(at, at + LONGEST_IN_WORDS).map((_, index) => at + index + 1)
    const end = ends.reverse().find((to) => isNameOf(words.slice(at, to), lookup))
    const carrier = end === undefined ? undefined : lookup(words.slice(at, end).join(""))
    if (carrier) found.push(carrier)
    at = (end ?? at + 1) - 1
  }
  return found
}

function isNameOf(words: string[], lookup: Lookup): boolean {
  return lookup(words.join("")) !== undefined && !words.every(isServiceWord)
}

function wordsOf(text: string): string[] {
  const spaced = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/&/g, " and ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
  return spaced.split(/[^a-z0-9]+/).filter(Boolean)
}

/** A name without regard to case, accents, width of letters, spaces and punctuation, and with "&" as "and". */
export function compact(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z0-9]/g, "")
}

function indexCarrier(carrier: Carrier): void {
  const wire = [carrier.name, ...Object.values(carrier.names ?? {}), ...(carrier.sameAs ?? [])]
  const spoken = [carrier.name, ...(carrier.aliases ?? [])].map(compact)
  for (const key of [...wire.map(compact), ...spoken]) {
    byName.set(key, carrier)
  }
}
