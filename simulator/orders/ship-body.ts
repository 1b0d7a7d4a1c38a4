import {
  fields,
  flag,
  lineList,
  list,
  oneOf,
  optionalText,
  statusQuantity,
  text,
  type Fields,
} from "../wire/body"
import { badContent } from "../wire/errors"
import type { Options } from "../state/options"
import type { Tracking } from "../state/order"
import { MARKET_RULES, type Market } from "../wire/markets"
import { METHOD_CODES } from "../wire/wire-values"

/** One package of a line. */
export interface ShipPackage {
  quantity: number
  tracking: Tracking
  returnCenterAddress: Fields | null
  /** the number on file, for tracking changes */
  currentTrackingNumber: string | null
}

/** One line of a shipping call. */
export interface ShipLine {
  lineNumber: string
  overridesIntentToCancel: boolean
  sellerOrderId: string
  packages: ShipPackage[]
}

/** The body of a shipping call, checked against the published schema (rules W1, S5 to S7). */
export interface ShipBody {
  isTrackingUpdate: boolean
  lines: ShipLine[]
}

/** Longest seller order id (OAS-orders). */
const SELLER_ORDER_ID_MAX = 30

/** Switches and the market, which decide what a body may hold. */
export type ShipRules = Pick<Options, "filledTrackingUrls" | "addedCarriers"> & { market: Market }

/** Reads the body of `POST …/shipping`. */
export function parseShipBody(body: unknown, rules: ShipRules): ShipBody {
  const { orderShipment } = fields(body, "body", ["orderShipment"])
  const shipment = fields(orderShipment, "orderShipment", ["orderLines"], ["processMode"])
  const { processMode } = shipment
  if (processMode !== undefined) oneOf(processMode, ["PARTIAL_UPDATE"], "processMode")
  return {
    isTrackingUpdate: processMode !== undefined,
    lines: lineList(shipment.orderLines, "orderLines").map((line) => parseLine(line, rules)),
  }
}

function parseLine(value: unknown, rules: ShipRules): ShipLine {
  const origin = MARKET_RULES[rules.market].shipFromCountry ? ["shipFromCountry"] : []
  const required = ["lineNumber", "sellerOrderId", "orderLineStatuses", ...origin]
  const line = fields(value, "orderLine", required, ["intentToCancelOverride", "sellerOrderNo"])
  optionalText(line.sellerOrderNo, "sellerOrderNo")
  optionalText(line.shipFromCountry, "shipFromCountry")
  const statuses = fields(line.orderLineStatuses, "orderLineStatuses", ["orderLineStatus"])
  return {
    lineNumber: text(line.lineNumber, "lineNumber"),
    overridesIntentToCancel: flag(line.intentToCancelOverride, "intentToCancelOverride", false),
    sellerOrderId: text(line.sellerOrderId, "sellerOrderId", SELLER_ORDER_ID_MAX),
    packages: list(statuses.orderLineStatus, "orderLineStatus").map((entry) =>
      parsePackage(entry, rules)
    ),
  }
}

function parsePackage(value: unknown, rules: ShipRules): ShipPackage {
  const required = ["status", "statusQuantity", "trackingInfo"]
  const optional = ["asn", "returnCenterAddress", "currentTrackingInfo"]
  const entry = fields(value, "orderLineStatus", required, optional)
  oneOf(entry.status, ["Shipped"], "status")
  if (entry.asn !== undefined) parseAsn(entry.asn)
  return {
    quantity: statusQuantity(entry.statusQuantity, "statusQuantity"),
    tracking: parseTracking(entry.trackingInfo, rules),
    returnCenterAddress: parseReturnAddress(entry.returnCenterAddress),
    currentTrackingNumber: parseCurrent(entry.currentTrackingInfo),
  }
}

function parseTracking(value: unknown, rules: ShipRules): Tracking {
  const required = ["shipDateTime", "carrierName", "methodCode", "trackingNumber"]
  const tracking = fields(value, "trackingInfo", required, ["trackingURL"])
  const { carrier, otherCarrier } = parseCarrier(tracking.carrierName, rules)
  const isNone = tracking.trackingURL === "" && !rules.filledTrackingUrls
  const trackingURL = isNone ? null : (optionalText(tracking.trackingURL, "trackingURL") ?? null)
  if (otherCarrier && !trackingURL) {
    throw badContent("trackingURL is mandatory when otherCarrier is given", "trackingURL")
  }
  if (trackingURL && !/^https?:\/\/\S+$/.test(trackingURL)) {
    throw badContent(`trackingURL: "${trackingURL}" is not an address`, "trackingURL")
  }
  return {
    shipDateTime: parseShipDate(tracking.shipDateTime),
    carrier,
    otherCarrier,
    methodCode: oneOf(tracking.methodCode, METHOD_CODES, "methodCode"),
    trackingNumber: text(tracking.trackingNumber, "trackingNumber"),
    trackingURL,
  }
}

function parseCarrier(value: unknown, { market, addedCarriers }: ShipRules) {
  const name = fields(value, "carrierName", [], ["carrier", "otherCarrier"])
  if ((name.carrier === undefined) === (name.otherCarrier === undefined)) {
    throw badContent("carrierName takes exactly one of carrier and otherCarrier", "carrierName")
  }
  const carrier = optionalText(name.carrier, "carrier") ?? null
  const { carriers } = MARKET_RULES[market]
  const isListed = carriers === null || [...carriers, ...addedCarriers].includes(carrier ?? "")
  if (carrier && !isListed) {
    throw badContent(`carrier: "${carrier}" is not a supported carrier`, "carrier")
  }
  return { carrier, otherCarrier: optionalText(name.otherCarrier, "otherCarrier") ?? null }
}

function parseShipDate(value: unknown): number {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value
  throw badContent("shipDateTime must be epoch milliseconds as a number", "shipDateTime")
}

function parseCurrent(value: unknown): string | null {
  if (value === undefined) return null
  const current = fields(value, "currentTrackingInfo", [], ["trackingNumber"])
  return optionalText(current.trackingNumber, "currentTrackingInfo.trackingNumber") ?? null
}

function parseAsn(value: unknown): void {
  const asn = fields(value, "asn", ["packageASN"], ["palletASN"])
  text(asn.packageASN, "packageASN")
  optionalText(asn.palletASN, "palletASN")
}

function parseReturnAddress(value: unknown): Fields | null {
  if (value === undefined) return null
  const required = ["address1", "city", "state", "postalCode", "country"]
  const optional = ["name", "address2", "dayPhone", "emailId"]
  const address = fields(value, "returnCenterAddress", required, optional)
  for (const [name, part] of Object.entries(address)) text(part, name)
  return address
}
