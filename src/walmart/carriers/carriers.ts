import { type Phrase, phrase, say, saying } from "../words/phrase"
import { carrierByName, carriersNamed, compact, findCarrier, nameInMarket } from "./carrier-names"
import { namesInMarket, ownerByShape, strongestFit } from "./carrier-recognition"
import { hostOf, isTrackingSite, siteName, usableLink } from "./links"
import type { Market } from "../markets/market"
import { nearest } from "./nearest"
import { type Problem, shownValue } from "../common/problem"
import { carrierByUrl } from "./names/carrier-sites"
import { recognizeCarrier } from "./tracking-number"
import { normalizeTrackingNumber } from "./tracking-text"
import { isForeignTo, writtenCarrier } from "./written-carrier"

export { carrierByName, carrierByUrl }

/** The carrier as Walmart takes it: one of the market's exact names, or any other name with a tracking link. */
export type CarrierChoice = { carrier: string } | { otherCarrier: string; trackingUrl: string }

/**
 * What decided: the choice for the fulfillment, the account's map, a name or link entered with the number, the number, its link, or
 * nothing but the link's host.
 */
export type CarrierSource = "chosen" | "mapped" | "written" | "number" | "link" | "other"

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

/** Choices that name no carrier, in the admin's languages. */
const NO_NAMES = new Set(
  `other others othercarrier custom customcarrier manual unknown unknowncarrier none na notlisted carrier
  otro otra otros ninguno desconocido autre autres aucun inconnu sonstige sonstiger andere keiner unbekannt`.split(
    /\s+/
  )
)

/** The carrier's public tracking page for a number, or `null` when none is known. Takes any name `carrierByName` takes. */
export function trackingUrl(carrier: string, number: string): string | null {
  const page = findCarrier(carrier)?.trackingPage
  return page?.replace("{number}", encodeURIComponent(normalizeTrackingNumber(number))) ?? null
}

/**
 * Which carrier to tell Walmart. A carrier Walmart lists never goes as another one, whatever spelling it was chosen in;
 * Walmart counts that as invalid tracking. A name of several carriers tells none. A Problem when nothing tells the carrier, or another carrier has no usable link.
 */
export function resolveCarrier(question: CarrierQuestion): ResolvedCarrier | Problem {
  return named(question) ?? written(question) ?? recognized(question) ?? unlisted(question)
}

function named(question: CarrierQuestion): ResolvedCarrier | Problem | null {
  const { market } = question
  const chosen = nameGiven(question.chosen)
  const name = chosen ?? nameGiven(question.mapped)
  if (name === null) return null
  const source = chosen ? "chosen" : "mapped"
  const carrier = carrierByName(name, market)
  if (carrier) return found(carrier, source)
  return carriersNamed(name, market).length > 1 ? null : otherCarrier(name, source, question)
}

/** A carrier entered beside the number counts, unless the number is one that it does not write. */
function written({ trackingNumber, market }: CarrierQuestion): ResolvedCarrier | null {
  const carrier = writtenCarrier(trackingNumber, market)
  const listed = carrier && nameInMarket(carrier, market)
  if (!carrier || !listed) return null
  const number = normalizeTrackingNumber(trackingNumber)
  return isForeignTo(number, carrier.name, market) ? null : found(listed, "written")
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
    const fit = strongestFit(number, market)
    // Carriers without a name in the market write such numbers too, and their parcels are none of the candidate's.
    const isAlone = fit?.owners.length === 1
    return { carrier: candidates[0], isSure: isAlone && fit?.certainty !== "possible" }
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
  const remedy = [...words.remedy, ...nearHint(name, market), ...listHint(market)]
  return { code, field: "tracking_url", value, ...saying({ ...words, remedy }) }
}

/** Walmart's list grows several times a year, and what it lists must not go as another carrier. */
function listHint({ carriers, carrierList: { asOf, url } }: Market): Phrase[] {
  if (carriers.length === 0 || asOf === null) return []
  return [phrase("carrier_list", "remedy", { asOf, url })]
}

/** A listed carrier whose name stands in what was written, or is nearly that. */
function nearHint(name: string, market: Market): Phrase[] {
  const [named, another] = carriersNamed(name, market)
  const listed = named && !another ? nameInMarket(named, market) : null
  const near = listed ?? nearest(name, market.carriers)
  return near === null ? [] : [phrase("carrier_list", "remedy_near", { near })]
}

/** Warning about a carrier that goes as another one, because Walmart may have listed it since; `null` for listed carriers. */
export function unlistedWarning(choice: CarrierChoice | null, market: Market): Problem | null {
  const hint = listHint(market)
  if (!choice || "carrier" in choice || hint.length === 0) return null
  const value = shownValue(choice.otherCarrier)
  const message = [phrase("carrier_unlisted", "message", { carrier: value, market: market.name })]
  const said = saying({ message, remedy: [...nearHint(choice.otherCarrier, market), ...hint] })
  return { code: "carrier_unlisted", field: "carrier", value, ...said }
}

function unknownCarrier({ trackingNumber, trackingUrl: given, market }: CarrierQuestion): Problem {
  const number = shownValue(trackingNumber)
  const candidates = recognizeCarrier(trackingNumber, market)
  const link = shownValue(given ?? "")
  const { code, words } = say(
    "carrier_unknown",
    {
      ...{ number, carriers: { or: candidates } },
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

/** A name as one line of plain words; null for what names nobody, a link too. */
function nameGiven(name: string | null | undefined): string | null {
  const line = (name ?? "").replace(/\p{Cf}/gu, "").replace(/[\s\p{Cc}]+/gu, " ")
  const text = line.trim()
  if (!/[\p{L}\p{N}]/u.test(text) || /^https?:\/\//i.test(text)) return null
  return NO_NAMES.has(compact(text)) ? null : text
}
