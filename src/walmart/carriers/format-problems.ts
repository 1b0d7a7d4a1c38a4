import { findCarrier } from "./carrier-names"
import { fits, formatsOf, namesInMarket, strongestFit } from "./carrier-recognition"
import { otherKindOf } from "./formats/other-kinds"
import { TRACKING_FORMATS, type TrackingFormat } from "./formats/tracking-formats"
import type { Market } from "../markets/market"
import { say } from "../words/phrase"
import { numberProblem, type Problem, shownValue } from "../common/problem"
import { plainText } from "./plain-text"
import { shareNumber, writtenCarrier } from "./written-carrier"

/** Something about a number that does not fit. `blocks` tells a certain fault from a suspicion, which only ever warns. */
export interface Doubt {
  problem: Problem
  blocks: boolean
}

const LOOK_ALIKES: Record<string, string> = { O: "0", I: "1", L: "1" }

/**
 * What speaks against a normalized number under a carrier (Walmart's name or a free one; `null` when nobody knows yet): a wrong
 * check digit, a letter for a digit, another carrier's format, none of the formats of a carrier all of whose are known, or
 * only a rare format without a check digit.
 */
export function formatDoubt(number: string, carrier: string | null, market: Market): Doubt | null {
  const chosen = carrier && knownName(carrier)
  const formats = formatsOf(number, market)
  const own = formats.filter((format) => chosen && format.carriers.includes(chosen))
  const fitting = own.filter((format) => fits(format, number))
  if (chosen && fitting.length > 0) return unproven(number, chosen, fitting, market)
  const alike = lookAlike(number, chosen, market)
  if (alike) return mistaken(number, alike)
  if (own.length > 0) return wrongDigit(number, chosen)
  const failed = formats.find((format) => format.wrongForAll && !fits(format, number))
  if (failed) return wrongDigit(number, failed.carriers[0])
  return chosen ? foreignNumber(number, chosen, market) : null
}

/** A carrier that was entered beside the number, by name or link, and is another one than the number goes under. */
export function writtenDoubt(
  entered: string,
  number: string,
  carrier: string | null,
  market: Market
): Doubt | null {
  const written = writtenCarrier(entered, market)?.name ?? null
  const chosen = carrier && knownName(carrier)
  if (!written || !chosen || written === chosen) return null
  if (shareNumber(number, [written, chosen], market)) return null
  const value = shownValue(entered)
  const about = { number: value, owner: written, chosen: shownValue(carrier ?? "") }
  const said = say("tracking_number_other_carrier", about, "written")
  return { problem: numberProblem(said, value), blocks: false }
}

/**
 * A phone number, a postal code or the like under a carrier that does not write such numbers as far as is known. It is certain where
 * others of the carrier's are known, unless there is nothing but a space between the groups, as labels have them.
 */
export function otherKindDoubt(
  entered: string,
  number: string,
  carrier: string | null,
  market: Market
): Doubt | null {
  const text = plainText(entered)
  const kind = otherKindOf(text)
  if (!kind) return null
  const chosen = carrier && knownName(carrier)
  const isOf = ({ carriers }: TrackingFormat) => chosen !== null && carriers.includes(chosen)
  const own = formatsOf(number, market).filter((format) => isOf(format) && fits(format, number))
  if (own.some(({ certainty }) => certainty !== "shared" && certainty !== "rare")) return null
  const value = shownValue(entered)
  const said = say("tracking_number_written_otherwise", { number: value }, kind)
  const blocks = own.length === 0 && TRACKING_FORMATS.some(isOf) && /[^\d\s]/.test(text.trim())
  return { problem: numberProblem(said, value), blocks }
}

/** The name under which the formats know a carrier. */
function knownName(carrier: string): string {
  return findCarrier(carrier)?.name ?? carrier
}

/** Digits that no check digit speaks for may be a phone number or another carrier's, though genuine ones exist. */
function unproven(
  number: string,
  chosen: string,
  fitting: TrackingFormat[],
  market: Market
): Doubt | null {
  const isRare = fitting.every(({ certainty }) => certainty === "rare") && /^\d+$/.test(number)
  if (!isRare) return null
  const owners = strongestFit(number, market)?.owners ?? []
  const said =
    owners.length > 0
      ? say("tracking_number_other_carrier", { number, chosen, owner: { or: owners } })
      : say("tracking_number_format", { number, chosen }, "unchecked")
  return { problem: numberProblem(said, number), blocks: false }
}

function wrongDigit(number: string, carrier: string | null): Doubt {
  const said = say("tracking_number_check_digit", { number, carrier: carrier ?? "" })
  return { problem: numberProblem(said, number), blocks: true }
}

function mistaken(number: string, alike: string): Doubt {
  const said = say("tracking_number_look_alike", { number, alike })
  return { problem: numberProblem(said, number), blocks: true }
}

/** The number with digits for the letters that look like them, if that makes it an unmistakable one or one of the carrier's. */
function lookAlike(number: string, chosen: string | null, market: Market): string | null {
  if (strongestFit(number, market)) return null
  const candidates = [/^[OIL]/, /O/g, /I/g, /[OI]/g, /[OIL]/g].map((letters) =>
    number.replace(letters, (letter) => LOOK_ALIKES[letter])
  )
  const found = candidates.find((text) => text !== number && isGenuine(text, chosen, market))
  return found ?? null
}

function isGenuine(text: string, chosen: string | null, market: Market): boolean {
  const fit = strongestFit(text, market)
  if (!fit) return false
  return fit.certainty === "certain" || (chosen !== null && fit.owners.includes(chosen))
}

/** A number in the format of one other carrier, or in none of the chosen one's. */
function foreignNumber(number: string, chosen: string, market: Market): Doubt | null {
  const fit = strongestFit(number, market)
  if (fit?.formats.some((format) => format.alsoUsedBy?.includes(chosen))) return null
  const owner = fit?.owners.length === 1 ? fit.owners[0] : null
  if (fit?.owners.includes(chosen)) return null
  const isClosed = findCarrier(chosen)?.hasKnownFormats === true
  if (isClosed && fit?.certainty !== "certain") return noneOfIts(number, chosen, owner)
  if (!fit || !owner) return null
  if (findCarrier(chosen)?.tracksAll && !isListed(owner, market)) return null
  // Plain digits fit by chance, so they are worth a word only where Walmart could take them for an integrated carrier's.
  if (fit.certainty === "possible" && isListed(chosen, market)) return null
  const about = { number, owner, chosen: shownValue(chosen) }
  const problem = numberProblem(say("tracking_number_other_carrier", about), number)
  return { problem, blocks: fit.certainty === "certain" }
}

function noneOfIts(number: string, chosen: string, owner: string | null): Doubt {
  const about = { number, chosen, owner: owner ?? "" }
  const said = say("tracking_number_format", about, owner ? "guess" : "")
  return { problem: numberProblem(said, number), blocks: true }
}

function isListed(carrier: string, market: Market): boolean {
  return namesInMarket([carrier], market).length > 0
}
