import type { MarketCode } from "./markets"

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
    hosts: ["usps.com"],
    trackingPage: "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}",
  },
  {
    name: "FedEx",
    names: { mx: "MX-FEDX" },
    sameAs: ["FDX", "FEDEXSP", "FEDEX_SWWEXPRESS"],
    aliases: ["federal express", "fdx", "fedexsp", "fedexground", "fedexexpress"],
    hasServices: true,
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
  { name: "Japan Post", hosts: ["post.japanpost.jp"] },
  { name: "India Post", hosts: ["indiapost.gov.in"] },
  { name: "Deutsche Post", hosts: ["deutschepost.de", "deutschepost.com"] },
  { name: "PostNord Sweden", aliases: ["postnord"], hosts: ["postnord.se"] },
  { name: "Correos de Mexico", aliases: ["correos mexico"], hosts: ["correosdemexico.gob.mx"] },
  { name: "Sendle", hosts: ["sendle.com"] },
  { name: "Asendia", aliases: ["asendia usa"], hosts: ["asendia.com", "asendiausa.com"] },
  { name: "OSM Worldwide", aliases: ["osm"], hosts: ["osmworldwide.com", "osmworldwide.us"] },
  { name: "FIRST MILE", aliases: ["firstmile"], hosts: ["firstmile.com"] },
  { name: "ePost Global", aliases: ["epg"], hosts: ["epostglobalshipping.com"] },
  { name: "Better Trucks", hosts: ["bettertrucks.com"] },
  { name: "AxleHire", hosts: ["axlehire.com"] },
  { name: "LSO", aliases: ["lone star overnight"], hosts: ["lso.com"] },
  {
    name: "GLS",
    aliases: ["gls us", "golden state overnight", "gso"],
    hosts: ["gls-us.com", "gls-group.eu", "gls-group.com"],
  },
  { name: "UDS", aliases: ["united delivery service"] },
  { name: "SF Express", aliases: ["shunfeng"], hosts: ["sf-express.com", "sf-international.com"] },
  { name: "4PX", aliases: ["4px express"], hosts: ["4px.com"] },
  { name: "Yanwen", aliases: ["yanwen express"], hosts: ["yw56.com.cn"] },
  { name: "Sunyou", hosts: ["sypost.net", "sypost.com"] },
  { name: "WanB", aliases: ["wanb express"], hosts: ["wanbexpress.com"] },
  { name: "Shiprocket", hosts: ["shiprocket.in", "shiprocket.co"] },
  { name: "DTDC", hosts: ["dtdc.in", "dtdc.com"] },
  { name: "Whistl", hosts: ["whistl.co.uk"] },
  // UPS sold UPS Freight to TForce in 2021; its old name lives on in providers' lists.
  {
    name: "TForce Freight",
    names: { ca: "TFORCE" },
    aliases: ["tforce", "ups freight"],
    hosts: ["tforcefreight.com"],
  },
  {
    name: "Estes Express",
    sameAs: ["ESTES"],
    aliases: ["estes express lines", "estes"],
    hosts: ["estes-express.com"],
  },
  { name: "SAIA", aliases: ["saia ltl", "saia ltl freight"], hosts: ["saia.com"] },
  { name: "XPO Logistics", aliases: ["xpo", "xpo ltl"], hosts: ["xpo.com"] },
  { name: "RXO", hosts: ["rxo.com"] },
  {
    name: "RL Carriers",
    aliases: ["r and l carriers", "r+l carriers", "r&l carriers"],
    hosts: ["rlcarriers.com"],
  },
  {
    name: "ABF Freight System",
    aliases: ["abf", "abf freight", "arcbest"],
    hosts: ["arcb.com", "abf.com"],
  },
  { name: "AAA Cooper", aliases: ["aaa cooper transportation"], hosts: ["aaacooper.com"] },
  { name: "Southeastern Freight Lines", aliases: ["sefl"], hosts: ["sefl.com"] },
  { name: "PITT OHIO", hosts: ["pittohio.com"] },
  { name: "Roadrunner Freight", aliases: ["roadrunner"], hosts: ["rrts.com"] },
  {
    name: "PILOT",
    aliases: ["pilot freight", "pilot freight services"],
    hosts: ["pilotdelivers.com"],
  },
  {
    name: "AIT Worldwide Logistics",
    aliases: ["ait", "ait worldwide"],
    hosts: ["aitworldwide.com"],
  },
  { name: "CEVA", aliases: ["ceva logistics"], hosts: ["cevalogistics.com"] },
  { name: "JD Logistics", hosts: ["jdl.com"] },
  {
    name: "Purolator",
    names: { ca: "PCLINT" },
    sameAs: ["PURINTL_SWWGROUND"],
    hosts: ["purolator.com"],
  },
  { name: "Canpar", names: { ca: "CANPAR" }, hosts: ["canpar.com", "canpar.ca"] },
  {
    name: "Loomis",
    names: { ca: "LOOMIS" },
    aliases: ["loomis express"],
    hosts: ["loomis-express.com"],
  },
  { name: "17Track", hosts: ["17track.net"] },
  { name: "Estafeta", hosts: ["estafeta.com"] },
]
