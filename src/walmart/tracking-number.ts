import { findCarrier } from "./carrier-names"
import { fits, formatsOf, namesInMarket, strongestFit } from "./carrier-recognition"
import { type Market, marketOf } from "./markets"
import { type Problem, shownValue } from "./problem"
import { isPlaceholder } from "./tracking-placeholder"

/** Shorter numbers exist at no carrier of Walmart's lists that we know of; longer ones are several numbers or a link. */
const SHORTEST = 8
const LONGEST = 40

/** What to check: the number as entered, and what it must fit to. */
export interface TrackingNumberInput {
  raw: string
  /** Walmart's name of the carrier, or the free name of another one; `null` when nobody knows yet. */
  carrier?: string | null
  purchaseOrderId: string
  customerOrderId: string
  /** `lenient` lets a wrong check digit and another carrier's number pass with a warning. */
  strictness: "strict" | "lenient"
  /** Whose carrier names `recognized` uses; the US when left out. */
  market?: Market
}

/** What was found. `number` is what may be sent, normalized; it may be sent when there are no `problems`. */
export interface TrackingNumberCheck {
  number: string
  problems: Problem[]
  warnings: Problem[]
  /** Walmart names of the carriers whose format and check digit fit. */
  recognized: string[]
}

/** The number as Walmart wants it: without spaces, hyphens of any kind and invisible characters, in upper case. Idempotent. */
export function normalizeTrackingNumber(raw: string): string {
  return raw
    .replace(/[\s\p{Cf}\p{Pd}\u2212\u2043]+/gu, "")
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

/**
 * Walmart names of the carriers whose format and check digit the number fits, the strongest formats only. Exactly one means
 * that the number tells the carrier; several that it does not; none that no carrier of the market's list writes such numbers.
 */
export function recognizeCarrier(number: string, market: Market): string[] {
  const fit = strongestFit(normalizeTrackingNumber(number))
  return fit ? namesInMarket(fit.owners, market) : []
}

/**
 * Checks a tracking number before anything is saved. Walmart's policy (MPL valid-tracking): the carrier's own format, no
 * special characters, not the order's number. Unknown formats pass, and so do numbers that several carriers could own.
 */
export function checkTrackingNumber(input: TrackingNumberInput): TrackingNumberCheck {
  const number = normalizeTrackingNumber(input.raw)
  const unusable = unusableProblem(input, number)
  if (unusable) {
    return { number, problems: [unusable], warnings: [], recognized: [] }
  }
  const market = input.market ?? marketOf("us")
  const recognized = recognizeCarrier(number, market)
  const doubt = formatDoubt(number, input.carrier?.trim() || null, market)
  if (!doubt) {
    return { number, problems: [], warnings: [], recognized }
  }
  return doubt.blocks && input.strictness === "strict"
    ? { number, problems: [doubt.problem], warnings: [], recognized }
    : { number, problems: [], warnings: [doubt.problem], recognized }
}

/** Something that does not fit. `blocks` tells a certain fault from a suspicion, which only ever warns. */
interface Doubt {
  problem: Problem
  blocks: boolean
}

function formatDoubt(number: string, carrier: string | null, market: Market): Doubt | null {
  const chosen = carrier && (findCarrier(carrier)?.name ?? carrier)
  const formats = formatsOf(number)
  const own = formats.filter((format) => chosen && format.carriers.includes(chosen))
  if (own.length > 0) {
    return own.some((format) => fits(format, number)) ? null : wrongDigit(number, chosen)
  }
  const failed = formats.find((format) => format.wrongForAll && !fits(format, number))
  if (failed) {
    return wrongDigit(number, failed.carriers[0])
  }
  return chosen ? foreignNumber(number, chosen, market) : null
}

function wrongDigit(number: string, carrier: string | null): Doubt {
  const message = `"${number}" is not a valid ${carrier} tracking number: a character is wrong, missing or extra (the check digit does not fit).`
  const remedy = "Compare it with the label and correct it, or choose another carrier."
  return { problem: numberProblem("check_digit", number, message, remedy), blocks: true }
}

/** A number in the format of one other carrier. */
function foreignNumber(number: string, chosen: string, market: Market): Doubt | null {
  const fit = strongestFit(number)
  if (!fit || fit.owners.length !== 1 || fit.owners[0] === chosen) {
    return null
  }
  if (fit.formats.some((format) => format.alsoUsedBy?.includes(chosen))) {
    return null
  }
  const isListed = namesInMarket([chosen], market).length > 0 || market.carriers.includes(chosen)
  // Plain digits fit by chance, so they are worth a word only where Walmart could take them for an integrated carrier's.
  if (fit.certainty === "possible" && isListed) {
    return null
  }
  const owner = fit.owners[0]
  const message = `"${number}" looks like ${article(owner)} ${owner} number, but the carrier chosen is ${shownValue(chosen)}.`
  const remedy = `Choose ${owner} if it is one, or correct the number.`
  const problem = numberProblem("other_carrier", number, message, remedy)
  return { problem, blocks: fit.certainty === "certain" }
}

function article(name: string): string {
  return /^(?:[AEIO]|LS$)/.test(name) ? "an" : "a"
}

function unusableProblem(input: TrackingNumberInput, number: string): Problem | null {
  const shown = shownValue(input.raw)
  if (shown === "") {
    return numberProblem(
      "missing",
      "",
      "Walmart needs a tracking number, and none was entered.",
      "Enter the tracking number from the shipping label."
    )
  }
  if (isPlaceholder(number)) {
    const message = `"${shown}" is a placeholder, not a tracking number.`
    return numberProblem("placeholder", shown, message, "Enter the number from the shipping label.")
  }
  return characterProblem(number, shown) ?? orderNumberProblem(input, number, shown)
}

function characterProblem(number: string, shown: string): Problem | null {
  if (number.length > LONGEST) {
    const message = `"${shown}" is too long for a tracking number (${number.length} characters, at most ${LONGEST}).`
    const remedy = "Enter one number per package, without the link."
    return numberProblem("too_long", shown, message, remedy)
  }
  const forbidden = number.match(/[^0-9A-Z]/u)
  if (forbidden) {
    const message = `The tracking number "${shown}" contains "${forbidden[0]}"; Walmart accepts letters A–Z and digits only.`
    const remedy = "Enter one number per package, with nothing but its letters and digits."
    return numberProblem("characters", shown, message, remedy)
  }
  if (number.length < SHORTEST) {
    const message = `"${shown}" is too short for a tracking number (${number.length} characters, at least ${SHORTEST}).`
    return numberProblem("too_short", shown, message, "Enter the whole number from the label.")
  }
  return null
}

function orderNumberProblem(
  input: TrackingNumberInput,
  number: string,
  shown: string
): Problem | null {
  const orders = {
    "purchase order": input.purchaseOrderId,
    "customer order": input.customerOrderId,
  }
  const same = Object.entries(orders).find(([, id]) => normalizeTrackingNumber(id) === number)
  if (!same) {
    return null
  }
  const message = `"${shown}" is the order's ${same[0]} number; Walmart counts that as invalid tracking.`
  const remedy = "Enter the carrier's tracking number from the shipping label."
  return numberProblem("is_order_number", shown, message, remedy)
}

function numberProblem(code: string, value: string, message: string, remedy: string): Problem {
  return { code: `tracking_number_${code}`, field: "tracking_number", value, message, remedy }
}
