import type { ErrorShape } from "../wire/errors"
import { badContent } from "../wire/errors"
import { isRecord } from "../wire/body"
import { ITEM_ERRORS, type ItemError } from "./feed"

/** Switches for what Walmart leaves open or does in more than one way. */
export interface Options {
  /** a charge stands for one unit instead of the whole line */
  chargesArePerUnit: boolean
  /** orders carry `orderSummary` */
  orderSummary: boolean
  /** lists of one element arrive as that element */
  singleObjects: boolean
  /** an empty search answers 404 instead of an empty list */
  notFoundForEmpty: boolean
  /** forces one error shape for every source; null keeps each source's usual one */
  errorShape: ErrorShape | null
  /** new orders carry Walmart's placeholder e-mail until the control API gives them one */
  placeholderEmail: boolean
  /** pages are never longer than this, whatever limit was asked for */
  pageSizeMax: number
  /** a search shows no more orders than this, though it counts all it found */
  searchMax: number
  /** good lines of a multi-line write are applied although a bad one is answered with 400 */
  partialWrites: boolean
  /** `orderDate` of GET one order is the date-time string its document declares, else epoch ms */
  isoOrderDate: boolean
  /** encoding of the webhook signature */
  hmacEncoding: "base64" | "hex"
  /** webhook BASIC_AUTH header begins with "Basic " */
  basicPrefix: boolean
  /** webhook `subEventType` at `payload` instead of `payload.meta` */
  subEventTypeAtPayload: boolean
  /** Walmart cancels what is open 4 days after its expected ship date, by the simulator's clock */
  autoCancel: boolean
  /** how long a feed takes to be processed, in milliseconds of the simulator's clock */
  feedMs: number
  /** SKUs that no feed succeeds with, and why */
  feedItemErrors: Record<string, ItemError>
  /** how often an event is sent until the shop takes it */
  webhookAttempts: number
  /** carriers that Walmart has put on a market's list since it was published */
  addedCarriers: string[]
  /* The last five are rules of this simulator alone, which no source says Walmart has. */
  /** a correlation id of an earlier call is refused */
  freshCorrelationIds: boolean
  /** dates with fractions of a second are refused */
  wholeSeconds: boolean
  /** parameters that are unknown, empty or given twice are refused, else they count for nothing */
  knownParameters: boolean
  /** an empty `trackingURL` is refused beside a listed carrier, else it is none */
  filledTrackingUrls: boolean
  /** ship dates before the order or more than a day ahead are refused */
  plausibleShipDates: boolean
}

/** The options after start and after a reset, with the simulator's own rules on or off. */
export function defaultOptions(ownRules: boolean): Options {
  return {
    freshCorrelationIds: ownRules,
    wholeSeconds: ownRules,
    knownParameters: ownRules,
    filledTrackingUrls: ownRules,
    plausibleShipDates: ownRules,
    chargesArePerUnit: false,
    orderSummary: true,
    singleObjects: false,
    notFoundForEmpty: false,
    errorShape: null,
    placeholderEmail: false,
    pageSizeMax: 200,
    searchMax: 20_000,
    partialWrites: false,
    isoOrderDate: true,
    hmacEncoding: "base64",
    basicPrefix: false,
    subEventTypeAtPayload: false,
    autoCancel: false,
    feedMs: 0,
    feedItemErrors: {},
    webhookAttempts: 1,
    addedCarriers: [],
  }
}

const ALLOWED: { [K in keyof Options]: (value: unknown) => value is Options[K] } = {
  chargesArePerUnit: isBoolean,
  orderSummary: isBoolean,
  singleObjects: isBoolean,
  notFoundForEmpty: isBoolean,
  errorShape: (value): value is ErrorShape | null =>
    value === null || value === "A" || value === "B" || value === "C",
  placeholderEmail: isBoolean,
  pageSizeMax: isCount,
  searchMax: isCount,
  partialWrites: isBoolean,
  isoOrderDate: isBoolean,
  hmacEncoding: (value): value is "base64" | "hex" => value === "base64" || value === "hex",
  basicPrefix: isBoolean,
  subEventTypeAtPayload: isBoolean,
  autoCancel: isBoolean,
  feedMs: (value): value is number => value === 0 || isCount(value),
  feedItemErrors: (value): value is Record<string, ItemError> =>
    isRecord(value) &&
    Object.values(value).every((error) => ITEM_ERRORS.some((known) => known === error)),
  webhookAttempts: (value): value is number => isCount(value) && value <= 3,
  addedCarriers: isTexts,
  freshCorrelationIds: isBoolean,
  wholeSeconds: isBoolean,
  knownParameters: isBoolean,
  filledTrackingUrls: isBoolean,
  plausibleShipDates: isBoolean,
}

/** Changes `options` in place by the given fields; refuses unknown names and wrong values before changing anything. */
export function changeOptions(options: Options, change: unknown): void {
  if (!isRecord(change)) throw badContent("options: send an object")
  for (const [name, value] of Object.entries(change)) {
    if (!isOptionName(name)) throw badContent(`options: there is no option "${name}"`)
    if (!ALLOWED[name](value))
      throw badContent(`options.${name}: ${JSON.stringify(value)} is wrong`)
  }
  Object.assign(options, change)
}

function isOptionName(name: string): name is keyof Options {
  return Object.keys(ALLOWED).includes(name)
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string")
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean"
}
