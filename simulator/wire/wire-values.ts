/** Line statuses, in the order a quantity passes them (OAS-orders). */
export const LINE_STATUSES = [
  "Created",
  "Acknowledged",
  "Shipped",
  "Delivered",
  "Cancelled",
  "Refund",
] as const

/** A status of a quantity of a line. */
export type LineStatus = (typeof LINE_STATUSES)[number]

/** Shipping methods (OAS-orders). */
export const METHOD_CODES = [
  "Standard",
  "Express",
  "OneDay",
  "Freight",
  "WhiteGlove",
  "Value",
] as const

/** Who fulfills the order (OAS-orders). */
export const SHIP_NODE_TYPES = ["SellerFulfilled", "WFSFulfilled", "3PLFulfilled"] as const

/** One of {@link SHIP_NODE_TYPES}. */
export type ShipNodeType = (typeof SHIP_NODE_TYPES)[number]

/** Kinds of order (OAS-orders; PREORDER OBS). */
export const ORDER_TYPES = ["REGULAR", "REPLACEMENT", "PREORDER"] as const

/** The five US cancellation reasons (OAS-orders). */
export const CANCEL_REASONS = [
  "CUSTOMER_REQUESTED_SELLER_TO_CANCEL",
  "SELLER_CANCEL_PRICING_ERROR",
  "SELLER_CANCEL_OUT_OF_STOCK",
  "SELLER_CANCEL_FRAUD_STOP_SHIPMENT",
  "SELLER_CANCEL_ADDRESS_NOT_SERVICEABLE",
] as const

/** The refund reasons (OAS-orders). */
export const REFUND_REASONS = [
  "BillingError",
  "TaxExemptCustomer",
  "ItemNotAsAdvertised",
  "IncorrectItemReceived",
  "CancelledYetShipped",
  "ItemNotReceivedByCustomer",
  "IncorrectShippingPrice",
  "DamagedItem",
  "DefectiveItem",
  "CustomerChangedMind",
  "CustomerReceivedItemLate",
  "Missing Parts / Instructions",
  "Finance -> Goodwill",
  "Finance -> Rollback",
  "Buyer canceled",
  "Customer returned item",
  "General adjustment",
  "Merchandise not received",
  "Quality -> Missing Parts / Instructions",
  "Shipping & Delivery -> Damaged",
  "Shipping & Delivery -> Shipping Price Discrepancy",
  "Others",
] as const

const PUBLISHED_CARRIERS =
  "UPS|USPS|FedEx|Airborne|OnTrac|DHL Ecommerce - US|DHL|LS|UDS|UPSMI|FDX|PILOT|ESTES|SAIA|FDS Express|" +
  "Seko Worldwide|HIT Delivery|FEDEXSP|RL Carriers|Metropolitan Warehouse & Delivery|China Post|YunExpress|" +
  "Yellow Freight Sys|AIT Worldwide Logistics|Chukou1|Sendle|Landmark Global|Sunyou|Yanwen|4PX|GLS|" +
  "OSM Worldwide|FIRST MILE|AM Trucking|CEVA|India Post|SF Express|CNE|TForce Freight|AxleHire|LSO|" +
  "Royal Mail|ABF Freight System|WanB|Roadrunner Freight|Meyer Distribution|AAA Cooper|Canada Post|" +
  "Southeastern Freight Lines|Japan Post|Correos de Mexico|XPO Logistics|JD Logistics|YDH|JCEX|Flyt|" +
  "Deutsche Post|Better Trucks|Asendia|SFC|UBI|ePost Global|YF Logistics|RXO|Estes Express|Shypmax|" +
  "WIN.IT America|PITT OHIO|PostNord Sweden|Equick|Whistl|Tusou|Shiprocket|DTDC|PTS"

/** Names that came after the published document (AE-chg 2026-03-05 and 2026-04-23; DEV notice of 2026-10-30). */
const LATER_CARRIERS =
  "USPS First Class Mail|ShipGlobal|Western Post|" +
  "Aramex|Xindus|Spreetail|P2PG|UniUni|GOFO|SwiftX|Exelot|DoorDash|SpeedX"

/** Carrier names Walmart takes, spelled exactly. */
export const CARRIERS: ReadonlySet<string> = new Set(
  [PUBLISHED_CARRIERS, LATER_CARRIERS].flatMap((names) => names.split("|"))
)
