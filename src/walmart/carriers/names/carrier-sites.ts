import type { Carrier } from "../carrier"
import { nameInMarket } from "../carrier-names"
import { CARRIERS } from "../carrier-table"
import { hostOf, isWithin } from "../links"
import type { Market } from "../../markets/market"

/** Walmart's exact name for the carrier whose site a link leads to, or `null`. The address decides, never its query. */
export function carrierByUrl(url: string, market: Market): string | null {
  const own = addedBySite(hostOf(url), market)
  const carrier = own === null ? carrierOfSite(url) : null
  return own ?? (carrier && nameInMarket(carrier, market))
}

/** Sites that a store added go before those that the plugin knows. */
function addedBySite(host: string | null, { carrierSites }: Market): string | null {
  if (host === null) return null
  const added = Object.entries(carrierSites)
  return added.find(([, sites]) => sites.some((site) => isWithin(host, site)))?.[0] ?? null
}

/** The carrier whose site a link leads to, whether a market lists it or not. */
export function carrierOfSite(url: string): Carrier | null {
  const host = hostOf(url)
  const matches = CARRIERS.flatMap((carrier) =>
    (carrier.hosts ?? [])
      .filter((site) => host !== null && isWithin(host, site))
      .map((site) => ({ site, carrier }))
  )
  // A subdomain may belong to another carrier than its parent: the longest match decides.
  const [closest] = matches.sort((a, b) => b.site.length - a.site.length)
  return closest?.carrier ?? null
}
