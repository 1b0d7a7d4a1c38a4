/**
 * Walmart's facts per market as plain data. Tags in brackets say where a fact comes from: "OAS" is Walmart's published
 * OpenAPI document, "DEV" its developer portal, "MPL" its seller guides, "AE-chg" a digest of its changelog,
 * "PHP-CA"/"PHP-MX" the schemas of the public client highsidelabs/walmart-api-php, "OBS" seen in working public clients,
 * "INF" an inference (docs/walmart-api.md, "Sources"). `null` means that Walmart publishes no figure for the market.
 */
import type { CancellationReason, CarrierList, Market, MarketCode } from "./market"

const COUNTS = "Counts toward your cancellation rate (limit 2 %)."
const COUNTS_ABROAD = "It counts as a cancellation by the seller."
const DOES_NOT_COUNT = "It does not count against the seller."

/** A seller's own reason that neither needs the customer nor touches stock; counted conservatively [MPL; INF]. */
function sellerReason(code: string, label: string, effect: string): CancellationReason {
  return {
    code,
    label,
    effect,
    onlyWhenCustomerAsked: false,
    zeroesStock: false,
    countsAgainstSeller: true,
  }
}

const CUSTOMER_ASKED: CancellationReason = {
  code: "CUSTOMER_REQUESTED_SELLER_TO_CANCEL",
  label: "Customer asked to cancel",
  effect: `Accepted only when Walmart shows the customer's request on the item. ${DOES_NOT_COUNT}`,
  onlyWhenCustomerAsked: true,
  zeroesStock: false,
  countsAgainstSeller: false,
}

/** The five reasons for sellers [OAS]; there is no neutral one. */
const US_REASONS: CancellationReason[] = [
  CUSTOMER_ASKED,
  sellerReason("SELLER_CANCEL_PRICING_ERROR", "Pricing error", `The price was wrong. ${COUNTS}`),
  {
    ...sellerReason(
      "SELLER_CANCEL_OUT_OF_STOCK",
      "Out of stock",
      // [DEV] cancelling order lines
      `Walmart sets this item's stock to 0; send new stock to sell it again. ${COUNTS}`
    ),
    zeroesStock: true,
  },
  sellerReason(
    "SELLER_CANCEL_FRAUD_STOP_SHIPMENT",
    "Fraud confirmed by Walmart",
    // [DEV]
    `Only for fraud that Walmart has confirmed: write to MPFraudReq@customercare.walmart.com first. ${COUNTS}`
  ),
  sellerReason(
    "SELLER_CANCEL_ADDRESS_NOT_SERVICEABLE",
    "Undeliverable address",
    `No carrier delivers to the address. ${COUNTS}`
  ),
]

/** [DEV global reference, cancelorderlines] */
const CA_REASONS: CancellationReason[] = [
  CUSTOMER_ASKED,
  sellerReason("CANCEL_BY_SELLER", "Canceled by the seller", COUNTS_ABROAD),
]

/** [DEV global reference, cancelorderlines]; an effect on stock is documented for the US only. */
const MX_REASONS: CancellationReason[] = [
  sellerReason("MIRAKL_REFUND_45", "Pricing error", `The price was wrong. ${COUNTS_ABROAD}`),
  sellerReason("MIRAKL_REFUND_15", "Out of stock", `Nothing left to ship. ${COUNTS_ABROAD}`),
  sellerReason("SELLER_REJECTION", "Rejected by the seller", COUNTS_ABROAD),
]

/** [DEV global reference, cancelorderlines] */
const CL_REASONS: CancellationReason[] = [
  sellerReason("ERROR_DE_PRECIO", "Pricing error", `The price was wrong. ${COUNTS_ABROAD}`),
  sellerReason("AGOTADO", "Out of stock", `Nothing left to ship. ${COUNTS_ABROAD}`),
  sellerReason("RECHAZAR", "Rejected by the seller", COUNTS_ABROAD),
]

/**
 * One carrier per entry, exact strings, in Walmart's order [OAS]; later ones from "USPS First Class Mail" on
 * [AE-chg 2026-03-05, 2026-04-23; DEV "Additional carrier support added to Ship order lines API" of 2026-10-30].
 */
const US_CARRIERS =
  `UPS|USPS|FedEx|Airborne|OnTrac|DHL Ecommerce - US|DHL|LS|UDS|UPSMI|FDX|PILOT|ESTES|SAIA|FDS Express
Seko Worldwide|HIT Delivery|FEDEXSP|RL Carriers|Metropolitan Warehouse & Delivery|China Post|YunExpress
Yellow Freight Sys|AIT Worldwide Logistics|Chukou1|Sendle|Landmark Global|Sunyou|Yanwen|4PX|GLS|OSM Worldwide
FIRST MILE|AM Trucking|CEVA|India Post|SF Express|CNE|TForce Freight|AxleHire|LSO|Royal Mail|ABF Freight System|WanB
Roadrunner Freight|Meyer Distribution|AAA Cooper|Canada Post|Southeastern Freight Lines|Japan Post
Correos de Mexico|XPO Logistics|JD Logistics|YDH|JCEX|Flyt|Deutsche Post|Better Trucks|Asendia|SFC|UBI|ePost Global
YF Logistics|RXO|Estes Express|Shypmax|WIN.IT America|PITT OHIO|PostNord Sweden|Equick|Whistl|Tusou|Shiprocket|DTDC|PTS
USPS First Class Mail|ShipGlobal|Western Post
Aramex|Xindus|Spreetail|P2PG|UniUni|GOFO|SwiftX|Exelot|DoorDash|SpeedX`.split(/[|\n]/)

/** The list of the legacy Canadian API [PHP-CA]; the Global API's own list is not public. */
const CA_CARRIERS =
  `UPS|USPS|FedEx|CPC|PCLINT|DHL|GLB|PURINTL_SWWGROUND|FEDEX_SWWEXPRESS|17Track|ASL|CANPAR|CEVA|LOOMIS
SAMEDAY|SWYFT|TFORCE|UBI|JIAYOU|LETTERMAIL`.split(/[|\n]/)

/**
 * The integrated carriers without "Other" [DEV mx-marketplace/docs/provide-your-own-shipping-option: FedEx, DHL, Estafeta,
 * SFC, PaqueteExpress, Tracusa, UPS, 99min, 17Track], spelled as they go over the wire [PHP-MX; OBS for the later ones].
 */
const MX_CARRIERS = "MX-FEDX|MX-DHL|Estafeta|SFC|PEXP|TRACUSA|UPS|99MIN|17Track".split("|")

/** A page of Walmart's developer portal. */
function portal(path: string): string {
  return `https://developer.walmart.com/${path}`
}

/** Walmart adds names several times a year, so each list says how old it is and where the present one is. */
const CARRIER_LISTS: Record<MarketCode, CarrierList> = {
  us: { asOf: "2026-10-30", url: portal("us-marketplace/docs/supported-carrier-names") },
  ca: { asOf: "2023-08-18", url: portal("ca-marketplace/reference/shippingupdatesca") },
  mx: { asOf: "2026-11-28", url: portal("mx-marketplace/docs/provide-your-own-shipping-option") },
  cl: { asOf: null, url: portal("global-marketplace/docs/choose-an-orders-api-mp") },
}

/** Every market of the Global API runs on the same host and paths with these two headers [DEV global-api-migration-faq]. */
function globalHeaders(code: MarketCode): Record<string, string> {
  return { WM_MARKET: code, WM_GLOBAL_VERSION: "3.1" }
}

/** Address of Seller Center's order list filtered to one purchase order: US [OBS, two clients]; other hosts [INF]. */
function sellerCenter(host: string): (purchaseOrderId: string) => string {
  return (purchaseOrderId) =>
    `https://${host}/orders/manage-orders?orderGroups=All&poNumber=${encodeURIComponent(purchaseOrderId)}`
}

/** [DEV orders & returns FAQ] for cancellations; the same figure for shipments [INF]. */
const MAX_LINES_PER_WRITE = 100

const NO_STANDARDS = { cancellation: null, validTracking: null, onTimeDelivery: null }

/** What each market starts from, before a store's overrides. */
export const MARKETS: Record<MarketCode, Market> = {
  us: {
    code: "us",
    name: "United States",
    currency: "USD",
    headers: {},
    cancellationReasons: US_REASONS,
    carriers: US_CARRIERS,
    carrierList: CARRIER_LISTS.us,
    carrierNumbers: {},
    carrierSites: {},
    shipMethods: [],
    namesShipFromCountry: false,
    // [OAS]
    acknowledges: "orders",
    takesRefunds: true,
    ...{ returnRefund: "units", leastMoney: 1 },
    // [DEV]
    acknowledgeWithinHours: 4,
    // Calendar days after the estimated ship date [DEV PO_LINE_AUTOCANCELLED]; other sources say 6, 8 and 10.
    autoCancelAfterDays: 4,
    // After the line was first marked shipped [Walmart's notice of 2023].
    trackingCorrectionHours: 4,
    // [INF]
    currentTrackingNames: "old",
    // [MPL seller performance standards]
    standards: { cancellation: 2, validTracking: 99, onTimeDelivery: 95 },
    maxLinesPerWrite: MAX_LINES_PER_WRITE,
    sellerCenterOrderUrl: sellerCenter("seller.walmart.com"),
  },
  ca: {
    code: "ca",
    name: "Canada",
    currency: "CAD",
    headers: globalHeaders("ca"),
    cancellationReasons: CA_REASONS,
    carriers: CA_CARRIERS,
    carrierList: CARRIER_LISTS.ca,
    carrierNumbers: {},
    carrierSites: {},
    shipMethods: [],
    // Required on each line since 2022-07-01 [PHP-CA; DEV global reference, ship-an-order-mp].
    namesShipFromCountry: true,
    // Either is offered [DEV global reference]; whole orders need one call, however many lines they have.
    acknowledges: "orders",
    takesRefunds: true,
    ...{ returnRefund: null, leastMoney: 1 },
    // [PHP-CA]
    acknowledgeWithinHours: 4,
    // [MPL, CA guide]
    autoCancelAfterDays: 7,
    trackingCorrectionHours: null,
    currentTrackingNames: "old",
    // [MPL, CA guide: valid tracking; the other two as in the US, INF]
    standards: { cancellation: 2, validTracking: 80, onTimeDelivery: 95 },
    maxLinesPerWrite: MAX_LINES_PER_WRITE,
    sellerCenterOrderUrl: sellerCenter("seller.walmart.ca"),
  },
  mx: {
    code: "mx",
    name: "Mexico",
    currency: "MXN",
    headers: globalHeaders("mx"),
    cancellationReasons: MX_REASONS,
    carriers: MX_CARRIERS,
    carrierList: CARRIER_LISTS.mx,
    carrierNumbers: {},
    carrierSites: {},
    shipMethods: [],
    namesShipFromCountry: false,
    // Whole orders are not offered [DEV global reference, acknowledge-order-lines-global].
    acknowledges: "lines",
    // [DEV global reference, refundorder (US, CA) and returnsrefund (US, MX); the body is PHP-MX's]
    takesRefunds: false,
    ...{ returnRefund: "receipt", leastMoney: 1 },
    // [INF] from the other markets
    acknowledgeWithinHours: 4,
    autoCancelAfterDays: null,
    trackingCorrectionHours: null,
    currentTrackingNames: "old",
    standards: NO_STANDARDS,
    maxLinesPerWrite: MAX_LINES_PER_WRITE,
    sellerCenterOrderUrl: sellerCenter("seller.walmart.com.mx"),
  },
  cl: {
    code: "cl",
    name: "Chile",
    currency: "CLP",
    headers: globalHeaders("cl"),
    cancellationReasons: CL_REASONS,
    // Walmart publishes no list for Chile: every carrier goes as another carrier with its link until a store names some.
    carriers: [],
    carrierList: CARRIER_LISTS.cl,
    carrierNumbers: {},
    carrierSites: {},
    shipMethods: [],
    namesShipFromCountry: false,
    // Whole orders are not offered [DEV global reference, acknowledge-order-lines-global].
    acknowledges: "lines",
    // [DEV global reference: neither refundorder nor returnsrefund]
    takesRefunds: false,
    ...{ returnRefund: null, leastMoney: 100 },
    // [INF] from the other markets
    acknowledgeWithinHours: 4,
    autoCancelAfterDays: null,
    trackingCorrectionHours: null,
    currentTrackingNames: "old",
    standards: NO_STANDARDS,
    maxLinesPerWrite: MAX_LINES_PER_WRITE,
    sellerCenterOrderUrl: sellerCenter("seller.walmart.cl"),
  },
}
