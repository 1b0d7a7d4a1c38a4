import { z } from "@medusajs/framework/zod"
import { cleanText } from "../../common/clean-text"

/** Shows a value that could not be read, short enough for a message; objects only by their type. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 60))
  if (value === null || typeof value === "number" || typeof value === "boolean") {
    return String(value)
  }
  return value === undefined ? "nothing" : Array.isArray(value) ? "a list" : "an object"
}

/** Anything, also nothing: zod from 4.4 on refuses an absent key before a transform sees it, unless the key is optional. */
export const anything = z.unknown().optional()

/** Field read by a function that returns undefined for what it cannot read. */
function field<T>(what: string, readValue: (raw: unknown) => T | undefined) {
  return anything.transform((raw, context): T => {
    const value = readValue(raw)
    if (value !== undefined) return value
    context.addIssue({ code: "custom", message: `is ${shown(raw)}, expected ${what}` })
    return z.NEVER
  })
}

/** Same, where null, absent, an empty text and the word "null" mean "not given"; anything else must be readable. */
function fieldOrNothing<T>(what: string, readValue: (raw: unknown) => T | undefined) {
  return field<T | null>(`${what} or nothing`, (raw) => (isAbsent(raw) ? null : readValue(raw)))
}

/** Field that nothing depends on: one that cannot be read is null, and makes no order unreadable. */
function optionalField<T>(readValue: (raw: unknown) => T | undefined) {
  return field<T | null>("anything", (raw) => (isAbsent(raw) ? null : (readValue(raw) ?? null)))
}

/** Whether nothing is said: null, nothing at all, an empty text or the word "null". */
export function isAbsent(raw: unknown): boolean {
  if (typeof raw !== "string") return raw === undefined || raw === null
  return ["", "null", "undefined"].includes(cleanText(raw).trim().toLowerCase())
}

/** Non-empty text that a database can keep; Walmart sends some identifiers as numbers now and then. */
export const text = field("a text", readText)

/** Text or null. */
export const optionalText = optionalField(readText)

/** Code of a currency in capitals, null for anything else. */
export const currencyCode = optionalText.transform((code) =>
  code !== null && /^[a-z]{3}$/i.test(code) ? code.toUpperCase() : null
)

/** Text or null, where losing what cannot be read would lose more than a detail. */
export const textOrNothing = fieldOrNothing("a text", readText)

/** Whole number of units from `"1"`, `1` or `"1.0"`. */
export const quantity = field("a whole number of units", readQuantity)

/** Most units of one status that a line can have; sums of more would not fit into the database's counts. */
export const MOST_UNITS = 1_000_000

/** Same, of a line of an order. */
export const orderedUnits = field("a whole number of units, a million at most", (raw) => {
  const units = readQuantity(raw)
  return units === undefined || units > MOST_UNITS ? undefined : units
})

/** Whole number or null, for counts that only inform. */
export const optionalCount = optionalField(readQuantity)

/**
 * Epoch milliseconds from a number, a numeric text or an ISO date (docs/walmart-api.md, "Order and line statuses"). A year that the
 * database cannot keep, also after some days are added for a deadline, is no time.
 */
export const instant = field("a time", readInstant)

/** Epoch milliseconds or null. */
export const optionalInstant = optionalField(readInstant)

/** Hundredths of the currency's unit, in every currency, from a decimal amount: also Chile's, whose unit has no decimals. */
export const minorUnits = field("an amount of money", toMinorUnits)

/** Hundredths, 0 when absent; money that is there and cannot be read is no zero. */
export const minorUnitsOrZero = fieldOrNothing("an amount of money", toMinorUnits).transform(
  (amount) => amount ?? 0
)

/** Hundredths or null, for sums that only confirm others. */
export const optionalMinorUnits = optionalField(toMinorUnits)

/**
 * A yes in any of the spellings that are in use: for what no document spells, and for `intentToCancel`, of which only `"TRUE"`, null and
 * nothing were seen (docs/walmart-api.md, "Order and line statuses").
 */
export const yes = anything.transform(
  (raw) => raw === true || /^(true|t|yes|y|1)$/i.test(readText(raw) ?? "")
)

/** List that Walmart may send as a single object, null, an empty text or not at all (docs/walmart-api.md, "Reading orders"). */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (raw) => (Array.isArray(raw) ? raw : isAbsent(raw) ? [] : [raw]),
    z.array(item)
  )
}

/**
 * Object that holds one list under `name`. A bare list counts as held, and what XML leaves of an element without content (an empty
 * text or list) as an empty one. An object without that name that says something is read as the one entry: it is that entry with
 * its holder left out, or the list complains of it, but nothing in it is taken for nothing.
 */
export function holderOf<T extends z.ZodType>(name: string, list: T) {
  return z.preprocess((raw) => (isRecord(raw) ? heldBy(raw, name) : raw), list)
}

function heldBy(raw: Record<string, unknown>, name: string): unknown {
  const says = Object.values(raw).some((value) => !isAbsent(value))
  return name in raw || !says ? raw[name] : raw
}

/** Object that may be left out; an empty text or list says so too. */
export function objectOrNothing<T extends z.ZodType>(schema: T) {
  const isEmpty = (raw: unknown) => isAbsent(raw) || (Array.isArray(raw) && raw.length === 0)
  return z.preprocess((raw) => (isEmpty(raw) ? null : raw), schema.nullable()).optional()
}

/**
 * A sum with its currency, in either spelling: charges of orders have `amount` and `currency`, totals and returns `currencyAmount` and
 * `currencyUnit` (SCHEMA OAS-orders, OAS-returns).
 */
export function moneyOf<T extends z.ZodType>(schema: T) {
  return z.preprocess((raw) => {
    if (!isRecord(raw)) return raw
    const { amount, currency, currencyAmount, currencyUnit } = raw
    return { ...raw, amount: amount ?? currencyAmount, currency: currency ?? currencyUnit }
  }, schema)
}

/** Whether something is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function readText(raw: unknown): string | undefined {
  if (typeof raw === "number" && Number.isSafeInteger(raw)) return String(raw)
  const clean = typeof raw === "string" ? cleanText(raw).trim() : ""
  return clean === "" ? undefined : clean
}

function readQuantity(raw: unknown): number | undefined {
  const number = typeof raw === "string" && /^\s*\d+(\.0+)?\s*$/.test(raw) ? Number(raw) : raw
  return typeof number === "number" && Number.isSafeInteger(number) && number >= 0
    ? number
    : undefined
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i

/** The years 1 to 9998, in epoch milliseconds. */
const KEPT_YEARS = [-62_135_596_800_000, 253_370_764_800_000]

function readInstant(raw: unknown): number | undefined {
  const candidate = typeof raw === "string" ? fromText(raw.trim()) : raw
  if (typeof candidate !== "number" || !Number.isInteger(candidate)) return undefined
  const [first, last] = KEPT_YEARS
  return candidate >= first && candidate < last ? candidate : undefined
}

function fromText(raw: string): number {
  if (/^\d+$/.test(raw)) return Number(raw)
  if (!ISO_DATE.test(raw)) return NaN
  // A time without a zone would be read in the server's zone; Walmart's times are UTC.
  const hasZone = raw.length <= 10 || /(Z|[+-]\d{2}:?\d{2})$/i.test(raw.slice(10))
  return Date.parse(hasZone ? raw : `${raw}Z`)
}

/**
 * Hundredths of the currency's unit (cents) of a decimal amount, rounded half away from zero on its decimal digits, so that 1.005 and
 * 12.499999999999998 come out as a person would expect. Undefined for anything that is no decimal number of sane size.
 */
export function toMinorUnits(raw: unknown): number | undefined {
  const digits = typeof raw === "number" ? decimalText(raw) : raw
  if (typeof digits !== "string") return undefined
  const parts = /^\s*([+-]?)(\d+)(?:\.(\d*))?\s*$/.exec(digits)
  if (parts === null) return undefined
  const fraction = (parts[3] ?? "").padEnd(3, "0")
  const units = Number(parts[2] + fraction.slice(0, 2)) + (fraction.charAt(2) >= "5" ? 1 : 0)
  if (!Number.isSafeInteger(units)) return undefined
  return parts[1] === "-" && units !== 0 ? -units : units
}

/** Decimal digits as JSON would write them; tiny numbers, which JavaScript writes with an exponent, are zero. */
function decimalText(value: number): string {
  return Math.abs(value) < 1e-6 ? "0" : String(value)
}
