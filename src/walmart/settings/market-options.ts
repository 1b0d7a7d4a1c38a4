import { carrierByName, compact } from "../carriers/carrier-names"
import type { Market, MarketCode, MarketOverrides } from "../markets/market"
import { marketOf } from "../markets/markets"
import { METHOD_CODES } from "./method-codes"
import { didYouMean } from "../carriers/nearest"
import { listOf, shownValue } from "../common/problem"

/** What an account's options say in Walmart's words, so that it can be held against the market without asking anyone. */
export interface MarketOptions {
  market: MarketCode
  marketOverrides?: MarketOverrides
  defaultCancellationReason?: string
  /** Shipping option id or fulfillment provider id to Walmart carrier name. */
  carrierMap: Record<string, string>
  shippingOptions: { methodCode?: string }[]
  /** Extra headers of every call. */
  headers: Record<string, string>
}

/**
 * Every value of an account's options that its market, with the account's own overrides, does not have.
 * @returns texts that begin with the option's name, below the account
 */
export function marketFaults(options: MarketOptions): string[] {
  const market = marketOf(options.market, options.marketOverrides)
  return [
    ...reasonFaults(options.defaultCancellationReason, market),
    ...Object.entries(options.carrierMap).flatMap(([key, name]) =>
      carrierFaults(key, name, market)
    ),
    ...carrierNumberFaults(options.marketOverrides, market),
    ...unlistedFaults("carrierSites", options.marketOverrides?.carrierSites, market),
    ...repeatedReasons(options.marketOverrides),
    ...options.shippingOptions.flatMap((option, index) => methodFaults(option, index, market)),
    ...Object.entries(options.headers).flatMap(([name, value]) =>
      headerFaults(name, value, options.market)
    ),
  ]
}

/** Only some orders are asked to be canceled by their customer, so that reason cannot be everybody's default. */
function reasonFaults(code: string | undefined, market: Market): string[] {
  if (code === undefined) return []
  const own = market.cancellationReasons.filter(({ onlyWhenCustomerAsked: asked }) => !asked)
  const codes = own.map((reason) => reason.code)
  if (codes.includes(code)) return []
  const isKnown = market.cancellationReasons.some((reason) => reason.code === code)
  const why = isKnown
    ? "is accepted by Walmart only where the customer asked to cancel, so it cannot be the default"
    : `is not a cancellation reason of Walmart ${market.name}`
  return [`defaultCancellationReason: "${shownValue(code)}" ${why}, use ${listOf(codes)}`]
}

/** A market without a published list takes every name. */
function carrierFaults(key: string, name: string, market: Market): string[] {
  if (market.carriers.length === 0 || carrierByName(name, market) !== null) return []
  const meant = didYouMean(name, market.carriers)
  const examples = `, use a name of its list such as ${listOf(market.carriers.slice(0, 4))}`
  return [
    `carrierMap.${shownValue(key)}: "${shownValue(name)}" is not a carrier of Walmart ${market.name}${meant || examples}`,
  ]
}

/** Formats of a carrier that is not listed would be kept and never used. */
function carrierNumberFaults(overrides: MarketOverrides = {}, market: Market): string[] {
  return unlistedFaults("carrierNumbers", overrides.carrierNumbers, market)
}

function unlistedFaults(
  option: string,
  byCarrier: Record<string, string[]> = {},
  { carriers }: Market
): string[] {
  const names = Object.keys(byCarrier)
  const unlisted = names.filter((name) => !carriers.includes(name))
  return unlisted.map(
    (name) =>
      `marketOverrides.${option}: "${shownValue(name)}" is not in Walmart's list of carriers${didYouMean(name, carriers) || ", add it to marketOverrides.carriers as Walmart spells it"}`
  )
}

function repeatedReasons({ cancellationReasons = [] }: MarketOverrides = {}): string[] {
  const codes = cancellationReasons.map(({ code }) => code)
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index)
  return repeated.map(
    (code) =>
      `marketOverrides.cancellationReasons: the code "${shownValue(code)}" is there twice, keep one`
  )
}

/** Other markets write the codes in capitals, so that they are compared without regard to case. */
function methodFaults(
  { methodCode: code }: { methodCode?: string },
  index: number,
  { shipMethods }: Market
): string[] {
  if (code === undefined) return []
  const all = [...METHOD_CODES, ...shipMethods]
  if (all.some((known) => compact(known) === compact(code))) return []
  const meant = didYouMean(code, all)
  return [
    `shippingOptions.${index}.methodCode: "${shownValue(code)}" is not a ship method of Walmart's${meant}, use ${listOf(all)}; one that came later is added to marketOverrides.shipMethods`,
  ]
}

/** What the plugin says in each call on its own; said twice, no call is valid. */
const OWN_HEADERS = [
  ...["authorization", "wm_sec.access_token", "wm_qos.correlation_id", "wm_sandbox"],
  ...["accept", "connection", "content-length", "content-type", "host", "transfer-encoding"],
]

function headerFaults(name: string, value: string, market: MarketCode): string[] {
  const key = name.toLowerCase()
  const option = `headers.${shownValue(name)}`
  if (OWN_HEADERS.includes(key))
    return [`${option}: is set by the plugin in each call, leave it out`]
  if (key !== "wm_market" || value.toLowerCase() === market) return []
  return [
    `${option}: names the market "${shownValue(value)}", but the account's market is "${market}"; leave it out`,
  ]
}
