import type { Carrier } from "./carrier"
import { OTHER_CARRIERS } from "./carrier-table-others"

/** Carriers with more to know than their name; the rest of a market's list is matched by name alone. */
export const CARRIERS: Carrier[] = [
  {
    name: "UPS",
    aliases: [
      "united parcel service",
      "ups ground",
      "ups walleted",
      "upsground",
      "upsworldship",
      "upsdap",
    ],
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
      "us postal",
      "united states post office",
      "priority mail",
      "ground advantage",
      "stamps com",
      "endicia",
    ],
    hasKnownFormats: true,
    hosts: ["usps.com"],
    trackingPage: "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}",
  },
  {
    name: "FedEx",
    names: { mx: "MX-FEDX" },
    sameAs: ["FDX", "FEDEXSP", "FEDEX_SWWEXPRESS"],
    aliases: ["federal express", "fdx", "fedexsp", "fedexground", "fedexexpress", "fxfe", "fxnl"],
    hasKnownFormats: true,
    hosts: ["fedex.com"],
    trackingPage: "https://www.fedex.com/fedextrack/?trknbr={number}",
  },
  {
    name: "UPSMI",
    aliases: ["ups mi", "ups mail innovations", "mail innovations"],
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
    hosts: ["dhlglobalmail.com", "dhlecs.com", "ecommerceportal.dhl.com", "webtrack.dhlecs.com"],
    trackingPage: "https://webtrack.dhlecs.com/orders?trackingNumber={number}",
  },
  {
    name: "DHL",
    names: { mx: "MX-DHL" },
    aliases: ["dhl express", "dhl parcel"],
    hosts: ["dhl.com", "dhl.de", "express.dhl"],
    trackingPage: "https://www.dhl.com/us-en/home/tracking.html?tracking-id={number}",
  },
  {
    name: "OnTrac",
    aliases: ["on trac"],
    hosts: ["ontrac.com"],
    trackingPage: "https://www.ontrac.com/tracking/?number={number}",
  },
  {
    name: "LS",
    aliases: ["lasership", "laser ship", "lasership ls"],
    hosts: ["lasership.com"],
    trackingPage: "https://www.lasership.com/track/{number}",
  },
  {
    name: "Canada Post",
    names: { ca: "CPC" },
    sameAs: ["LETTERMAIL"],
    aliases: ["postes canada", "canada post corporation", "cpc"],
    hosts: ["canadapost.ca", "canadapost-postescanada.ca", "postescanada.ca"],
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
