import { type Phrase, phrase, say, saying } from "../words/phrase"
import type { Carrier } from "./carrier"
import { CARRIERS } from "./carrier-table"
import { carrierByName, findCarrier, nameInMarket } from "./carrier-names"
import { namesInMarket, ownerByShape, strongestFit } from "./carrier-recognition"
import type { Market } from "../markets/market"
import { listOf, type Problem, shownValue } from "../common/problem"
import { recognizeCarrier } from "./tracking-number"
import { normalizeTrackingNumber } from "./tracking-text"

export { carrierByName }

/** The carrier as Walmart takes it: one of the market's exact names, or any other name with a tracking link. */
export type CarrierChoice = { carrier: string } | { otherCarrier: string; trackingUrl: string }

/** What decided: the choice for the fulfillment, the account's map, the number, the link, or nothing but the link's host. */
export type CarrierSource = "chosen" | "mapped" | "number" | "link" | "other"

/** What is known about a package's carrier. Empty texts count as not given. */
export interface CarrierQuestion {
  /** Chosen for the fulfillment: Walmart's name, an alias or a free name. */
  chosen?: string | null
  /** What the account's carrier map has for the shipping method or provider. */
  mapped?: string | null
  trackingNumber: string
  trackingUrl?: string | null
  market: Market
}

/** A carrier that can be sent, and where it came from. */
export interface ResolvedCarrier {
  choice: CarrierChoice
  source: CarrierSource
}

const LONGEST_LINK = 2000

/** Choices that name no carrier. */
const NO_NAMES = new Set(["", "other", "others", "custom", "manual", "unknown", "none", "carrier"])

/** Sites that show the parcels of every carrier, so their links name nobody when the number has candidates. */
const TRACKING_SITES =
  "17track.net aftership.com parcelsapp.com track123.com parcelpanel.com narvar.com goshippo.com easypost.com shipstation.com packagetrackr.com ship24.com".split(
    " "
  )

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

/** The carrier's public tracking page for a number, or `null` when none is known. Takes any name `carrierByName` takes. */
export function trackingUrl(carrier: string, number: string): string | null {
  const page = findCarrier(carrier)?.trackingPage
  return page?.replace("{number}", encodeURIComponent(normalizeTrackingNumber(number))) ?? null
}

/**
 * Which carrier to tell Walmart. A carrier Walmart lists never goes as another one, whatever spelling it was chosen in;
 * Walmart counts that as invalid tracking. A Problem when nothing tells the carrier, or another carrier has no usable link.
 */
export function resolveCarrier(question: CarrierQuestion): ResolvedCarrier | Problem {
  const chosen = nameGiven(question.chosen)
  if (chosen) {
    return named(chosen, "chosen", question)
  }
  const mapped = nameGiven(question.mapped)
  if (mapped) {
    return named(mapped, "mapped", question)
  }
  return recognized(question) ?? unlisted(question)
}

function named(name: string, source: CarrierSource, question: CarrierQuestion) {
  const carrier = carrierByName(name, question.market)
  return carrier ? { choice: { carrier }, source } : otherCarrier(name, source, question)
}

function recognized({ trackingNumber, trackingUrl: link, market }: CarrierQuestion) {
  const byNumber = carrierByNumber(trackingNumber, market)
  if (byNumber?.isSure) {
    return found(byNumber.carrier, "number")
  }
  const byLink = link ? carrierByUrl(link, market) : null
  return byLink ? found(byLink, "link") : null
}

function found(carrier: string, source: CarrierSource): ResolvedCarrier {
  return { choice: { carrier }, source }
}

function carrierByNumber(raw: string, market: Market) {
  const number = normalizeTrackingNumber(raw)
  const candidates = recognizeCarrier(number, market)
  if (candidates.length === 1) {
    return {
      carrier: candidates[0],
      isSure: strongestFit(number, market)?.certainty !== "possible",
    }
  }
  // A mistyped number still tells its carrier by its shape; the check of the number reports the mistake.
  const owner = candidates.length === 0 ? ownerByShape(number, market) : null
  const [carrier] = owner ? namesInMarket([owner], market) : []
  return carrier ? { carrier, isSure: true } : null
}

function unlisted(question: CarrierQuestion): ResolvedCarrier | Problem {
  const owner = ownerByShape(normalizeTrackingNumber(question.trackingNumber), question.market)
  if (owner) {
    return otherCarrier(owner, "other", question)
  }
  const host = usableLink(question.trackingUrl) && hostOf(question.trackingUrl ?? "")
  const isAsked = !host || (isTrackingSite(host) && isRecognized(question))
  return isAsked ? unknownCarrier(question) : otherCarrier(siteName(host), "other", question)
}

function isRecognized({ trackingNumber, market }: CarrierQuestion): boolean {
  return recognizeCarrier(trackingNumber, market).length > 0
}

function otherCarrier(
  name: string,
  source: CarrierSource,
  { trackingUrl: given, market }: CarrierQuestion
): ResolvedCarrier | Problem {
  const link = usableLink(given)
  if (link) {
    return { choice: { otherCarrier: name, trackingUrl: link }, source }
  }
  const value = shownValue(given ?? "")
  const about = { carrier: shownValue(name), market: market.name, link: value }
  const { code, words } = value
    ? say("tracking_url_unusable", about)
    : say("tracking_url_missing", about)
  const remedy = [...words.remedy, ...listHint(market)]
  return { code, field: "tracking_url", value, ...saying({ ...words, remedy }) }
}

/** Walmart's list grows several times a year, and what it lists must not go as another carrier. */
function listHint({ carriers, carrierList: { asOf, url } }: Market): Phrase[] {
  if (carriers.length === 0 || asOf === null) return []
  return [phrase("carrier_list", "remedy", { asOf, url })]
}

/** Warning about a carrier that goes as another one, because Walmart may have listed it since; `null` for listed carriers. */
export function unlistedWarning(choice: CarrierChoice | null, market: Market): Problem | null {
  const hint = listHint(market)
  if (!choice || "carrier" in choice || hint.length === 0) return null
  const value = shownValue(choice.otherCarrier)
  const message = [phrase("carrier_unlisted", "message", { carrier: value, market: market.name })]
  const said = saying({ message, remedy: hint })
  return { code: "carrier_unlisted", field: "carrier", value, ...said }
}

function unknownCarrier({ trackingNumber, trackingUrl: given, market }: CarrierQuestion): Problem {
  const number = shownValue(trackingNumber)
  const candidates = recognizeCarrier(trackingNumber, market)
  const link = shownValue(given ?? "")
  const { code, words } = say(
    "carrier_unknown",
    {
      ...{ number, carriers: listOf(candidates) },
    },
    howMany(candidates)
  )
  const note = link ? [phrase(code, "message_link", { link })] : []
  const message = [...words.message, ...note]
  return { code, field: "carrier", value: number, ...saying({ ...words, message }) }
}

function howMany(candidates: string[]): "several" | "likely" | "" {
  if (candidates.length > 1) return "several"
  return candidates.length === 1 ? "likely" : ""
}

function nameGiven(name: string | null | undefined): string | null {
  const text = name?.trim() ?? ""
  return NO_NAMES.has(text.toLowerCase()) ? null : text
}

/** The link as Walmart can show it to a customer, or `null`: absolute, http or https, a real host, no credentials. */
function usableLink(raw: string | null | undefined): string | null {
  const text = raw?.trim() ?? ""
  if (!/^https?:\/\//i.test(text) || text.length > LONGEST_LINK || !URL.canParse(text)) {
    return null
  }
  const url = new URL(text)
  const isPublic = url.hostname.includes(".") && !url.username && !url.password
  return isPublic ? url.href : null
}

/** Host name in lower case, also of a link entered without its scheme; `null` when there is none. */
function hostOf(raw: string): string | null {
  const text = raw.trim().slice(0, LONGEST_LINK)
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(absolute)) {
    return null
  }
  const host = new URL(absolute).hostname.replace(/\.$/, "")
  return host.includes(".") ? host : null
}

function isTrackingSite(host: string): boolean {
  return TRACKING_SITES.some((site) => isWithin(host, site))
}

function isWithin(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`)
}

/** "track.acme-parcel.co.uk" → "acme-parcel". An IP address stays whole. */
function siteName(host: string): string {
  if (/^[\d.]+$/.test(host)) {
    return host
  }
  const labels = host.split(".").slice(0, -1)
  const isSecondLevel =
    labels.length > 1 && /^(?:com?|net|org|gov|gob|ac|or|ne)$/.test(labels[labels.length - 1])
  return labels[labels.length - (isSecondLevel ? 2 : 1)]
}
