import type { Carrier } from "./carrier"
import { CARRIERS } from "./carrier-table"
import type { Market } from "../markets/market"

/** Longer input cannot be a carrier's name and is not worth reading. */
const LONGEST_NAME = 120

const byName = new Map<string, Carrier>()
const byService = new Map<string, Carrier>()
for (const carrier of CARRIERS) {
  indexCarrier(carrier)
}

/** The carrier that a name of Walmart's, an alias or a "carrier plus service" text means; `undefined` when none does. */
export function findCarrier(name: string): Carrier | undefined {
  const text = name.slice(0, LONGEST_NAME)
  return byName.get(compact(text)) ?? findByService(text)
}

/** Names and aliases of carriers, compacted to small letters and digits, as `compact` writes them. */
export const CARRIER_KEYS: ReadonlyMap<string, Carrier> = byName

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
  const key = compact(exact.slice(0, LONGEST_NAME))
  const known = byName.get(key)
  return (
    (known && nameInMarket(known, market)) ??
    market.carriers.find((listed) => key !== "" && compact(listed) === key) ??
    serviceInMarket(exact, market)
  )
}

function serviceInMarket(text: string, market: Market): string | null {
  const carrier = findByService(text.slice(0, LONGEST_NAME))
  return carrier ? nameInMarket(carrier, market) : null
}

/** "UPS Next Day Air", "ups_ground" and "FedExSmartPost" begin with whole words that are a carrier's name. */
function findByService(text: string): Carrier | undefined {
  const words = wordsOf(text)
  for (let count = words.length; count > 0; count--) {
    const carrier = byService.get(words.slice(0, count).join(""))
    if (carrier) {
      return carrier
    }
  }
  return undefined
}

function wordsOf(text: string): string[] {
  const spaced = text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
  return spaced.split(/[^a-z0-9]+/).filter(Boolean)
}

/** A name without regard to case, spaces and punctuation. */
export function compact(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "")
}

function indexCarrier(carrier: Carrier): void {
  const wire = [carrier.name, ...Object.values(carrier.names ?? {}), ...(carrier.sameAs ?? [])]
  const spoken = [carrier.name, ...(carrier.aliases ?? [])].map(compact)
  for (const key of [...wire.map(compact), ...spoken]) {
    byName.set(key, carrier)
  }
  // A service text reaches a carrier through its first words, so those of carriers with services alone are kept.
  for (const key of carrier.hasServices ? spoken : []) {
    byService.set(key, carrier)
  }
}
