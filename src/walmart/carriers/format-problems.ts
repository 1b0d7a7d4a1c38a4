import { findCarrier } from "./carrier-names"
import { fits, formatsOf, namesInMarket, strongestFit } from "./carrier-recognition"
import type { Market } from "../markets/market"
import { say } from "../words/phrase"
import { numberProblem, type Problem, shownValue } from "../common/problem"

/** Something about a number that does not fit. `blocks` tells a certain fault from a suspicion, which only ever warns. */
export interface Doubt {
  problem: Problem
  blocks: boolean
}

const LOOK_ALIKES: Record<string, string> = { O: "0", I: "1", L: "1" }

/**
 * What speaks against a normalized number under a carrier (Walmart's name or a free one; `null` when nobody knows yet): a wrong
 * check digit, a letter for a digit, another carrier's format, or none of the formats of a carrier all of whose are known.
 */
export function formatDoubt(number: string, carrier: string | null, market: Market): Doubt | null {
  const chosen = carrier && (findCarrier(carrier)?.name ?? carrier)
  const formats = formatsOf(number, market)
  const own = formats.filter((format) => chosen && format.carriers.includes(chosen))
  if (own.some((format) => fits(format, number))) return null
  const alike = lookAlike(number, chosen, market)
  if (alike) return mistaken(number, alike)
  if (own.length > 0) return wrongDigit(number, chosen)
  const failed = formats.find((format) => format.wrongForAll && !fits(format, number))
  if (failed) return wrongDigit(number, failed.carriers[0])
  return chosen ? foreignNumber(number, chosen, market) : null
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

function isListed(chosen: string, market: Market): boolean {
  return namesInMarket([chosen], market).length > 0
}
