import type { MarketCode } from "../markets/market"

/**
 * One carrier behind Walmart's names. Names are data from Walmart's lists (see `market-data.ts`); aliases are what
 * shipping providers and people write; hosts are the carriers' public sites.
 */
export interface Carrier {
  /** Walmart's US name, or the carrier's own where Walmart US does not list it; identifies the carrier in this plugin. */
  name: string
  /** Walmart's name where a market has another one. */
  names?: Partial<Record<MarketCode, string>>
  /** Further names in Walmart's lists for the same carrier's numbers. */
  sameAs?: string[]
  /** Compared without case, spaces and punctuation. */
  aliases?: string[]
  /** Every format of the carrier's numbers is in `tracking-formats.ts`: what fits none of them is not its number. */
  hasKnownFormats?: boolean
  /** Length of the carrier's shortest numbers, where they are shorter than anyone else's. */
  shortestNumber?: number
  /** A site that tracks numbers of all carriers; Walmart lists it for those of carriers that it does not list. */
  tracksAll?: boolean
  /** Walmart does not allow its sellers to ship with it. */
  isProhibited?: boolean
  /** Sites of the carrier; subdomains count. */
  hosts?: string[]
  /** Public tracking page; `{number}` is replaced. */
  trackingPage?: string
}
