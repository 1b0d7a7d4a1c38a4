import type { MarketCode } from "../markets/markets"
import { OTHER_CARRIERS } from "./carrier-table-others"

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
  /** The name or an alias followed by words of a service ("UPS Ground Saver") still means this carrier. */
  hasServices?: boolean
  /** Every format of the carrier's numbers is in `tracking-formats.ts`: what fits none of them is not its number. */
  hasKnownFormats?: boolean
  /** Walmart does not allow its sellers to ship with it. */
  isProhibited?: boolean
  /** Sites of the carrier; subdomains count. */
  hosts?: string[]
  /** Public tracking page; `{number}` is replaced. */
  trackingPage?: string
}

/** Carriers with more to know than their name; the rest of a market's list is matched by name alone. */
export const CARRIERS: Carrier[] = [
  {
    name: "UPS",
    aliases: ["united parcel service", "ups ground", "ups walleted", "upsground", "upsworldship"],
    hasServices: true,
    hasKnownFormats: true,
    hosts: ["ups.com"],
    trackingPage: "https://www.ups.com/track?tracknum={number}",
  },
  {
    name: "USPS",
    sameAs: ["USPS First Class Mail"],
    aliases: [
      "us postal service",
      "united states postal service",
      "us mail",
      "us post",
      "stamps com",
      "endicia",
    ],
    hasServices: true,
    hasKnownFormats: true,
    hosts: ["usps.com"],
    trackingPage: "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}",
  },
  {
    name: "FedEx",
    names: { mx: "MX-FEDX" },
    sameAs: ["FDX", "FEDEXSP", "FEDEX_SWWEXPRESS"],
    aliases: ["federal express", "fdx", "fedexsp", "fedexground", "fedexexpress"],
    hasServices: true,
    hasKnownFormats: true,
    hosts: ["fedex.com"],
    trackingPage: "https://www.fedex.com/fedextrack/?trknbr={number}",
  },
  {
    name: "UPSMI",
    aliases: ["ups mi", "ups mail innovations", "mail innovations"],
    hasServices: true,
    hosts: ["upsmi.com", "upsmailinnovations.com", "ups-mi.net"],
  },
  {
    name: "DHL Ecommerce - US",
    aliases: [
      "dhl ecommerce",
      "dhl ecom",
      "dhl ecs",
      "dhl ecommerce solutions",
      "dhl global mail",
      "dhl smartmail",
    ],
    hasServices: true,
    hosts: ["dhlglobalmail.com", "dhlecs.com", "ecommerceportal.dhl.com", "webtrack.dhlecs.com"],
    trackingPage: "https://webtrack.dhlecs.com/orders?trackingNumber={number}",
  },
  {
    name: "DHL",
    names: { mx: "MX-DHL" },
    aliases: ["dhl express", "dhl parcel"],
    hasServices: true,
    hosts: ["dhl.com", "dhl.de"],
    trackingPage: "https://www.dhl.com/us-en/home/tracking.html?tracking-id={number}",
  },
  {
    name: "OnTrac",
    aliases: ["on trac"],
    hasServices: true,
    hosts: ["ontrac.com"],
    trackingPage: "https://www.ontrac.com/tracking/?number={number}",
  },
  {
    name: "LS",
    aliases: ["lasership", "laser ship", "lasership ls"],
    hasServices: true,
    hosts: ["lasership.com"],
    trackingPage: "https://www.lasership.com/track/{number}",
  },
  {
    name: "Canada Post",
    names: { ca: "CPC" },
    sameAs: ["LETTERMAIL"],
    aliases: ["postes canada", "canada post corporation", "cpc"],
    hasServices: true,
    hosts: ["canadapost.ca", "canadapost-postescanada.ca"],
    trackingPage:
      "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}",
  },
  {
    name: "YunExpress",
    aliases: ["yun express"],
    hosts: ["yuntrack.com", "yunexpress.com"],
    trackingPage: "https://www.yuntrack.com/parcelTracking?id={number}",
  },
  {
    name: "Landmark Global",
    aliases: ["landmark"],
    hosts: ["landmarkglobal.com"],
    trackingPage: "https://track.landmarkglobal.com/?search={number}",
  },
  {
    name: "Royal Mail",
    hasServices: true,
    hosts: ["royalmail.com"],
    trackingPage: "https://www.royalmail.com/track-your-item#/tracking-results/{number}",
  },
  {
    name: "China Post",
    aliases: ["china ems", "ems china"],
    hosts: ["ems.com.cn", "chinapost.com.cn"],
  },
  ...OTHER_CARRIERS,
]
