import { badContent } from "./errors"

/** Any JSON object. */
export type Fields = Record<string, unknown>

/** Lines one write may carry (DEV: cancel; ship INF). */
const MAX_LINES_PER_CALL = 100

/** True for a JSON object that is not an array. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** What a table itself says of a name from outside; undefined for one it only inherits, such as `constructor`. */
export function ownValue<Value>(
  table: Readonly<Record<string, Value>>,
  name: string
): Value | undefined {
  return Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined
}

/** The object at `where`, refused when a required field is missing or an undocumented one is there (rule W1). */
export function fields(
  value: unknown,
  where: string,
  required: readonly string[],
  optional: readonly string[] = []
): Fields {
  if (!isRecord(value)) throw badContent(`${where} must be an object`, where)
  for (const name of required) {
    if (value[name] === undefined) throw badContent(`${where}.${name} is missing`, name)
  }
  for (const name of Object.keys(value)) {
    if (!required.includes(name) && !optional.includes(name)) {
      throw badContent(`${where}.${name} is not a documented field`, name)
    }
  }
  return value
}

/** A non-empty string. */
export function text(value: unknown, where: string, maxLength = Infinity): string {
  if (typeof value !== "string") throw badContent(`${where} must be a string`, where)
  if (value.trim() === "") throw badContent(`${where} must not be empty`, where)
  if (value.length > maxLength) {
    throw badContent(`${where} must not be longer than ${maxLength} characters`, where)
  }
  return value
}

/** A non-empty string, or undefined when the field is absent. */
export function optionalText(value: unknown, where: string): string | undefined {
  return value === undefined ? undefined : text(value, where)
}

/** One of the given strings, exactly; `fallback`, if there is one, when the field is absent. */
export function oneOf<T extends string>(
  value: unknown,
  allowed: readonly T[],
  where: string,
  fallback?: T
): T {
  if (value === undefined && fallback !== undefined) return fallback
  const found = allowed.find((candidate) => candidate === value)
  if (found === undefined) {
    throw badContent(`${where}: ${JSON.stringify(value)} is not a supported value`, where)
  }
  return found
}

/** A boolean, or `fallback` when the field is absent. */
export function flag(value: unknown, where: string, fallback: boolean): boolean {
  if (value === undefined) return fallback
  if (typeof value !== "boolean") throw badContent(`${where} must be a boolean`, where)
  return value
}

/** A finite number. */
export function amount(value: unknown, where: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw badContent(`${where} must be a number`, where)
  }
  return value
}

/**
 * A positive integer given as a JSON number (control and simulation bodies only); `fallback`, if there is one, when the field is
 * absent.
 */
export function count(value: unknown, where: string, fallback?: number): number {
  if (value === undefined && fallback !== undefined) return fallback
  if (!Number.isInteger(value) || Number(value) < 1) {
    throw badContent(`${where} must be an integer of at least 1`, where)
  }
  return Number(value)
}

/** A non-empty array. */
export function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) throw badContent(`${where} must be an array`, where)
  if (value.length === 0) throw badContent(`${where} must not be empty`, where)
  return value
}

/** The lines of a write: 1 to 100 of them (rule W2). */
export function lineList(value: unknown, where: string): unknown[] {
  const lines = list(fields(value, where, ["orderLine"]).orderLine, `${where}.orderLine`)
  if (lines.length > MAX_LINES_PER_CALL) {
    throw badContent(`${where}: more than ${MAX_LINES_PER_CALL} lines in one request`, "orderLine")
  }
  return lines
}

/** `{unitOfMeasurement, amount}` with the amount as a string of digits; answers the amount as a number. */
export function statusQuantity(value: unknown, where: string): number {
  const quantity = fields(value, where, ["unitOfMeasurement", "amount"])
  oneOf(quantity.unitOfMeasurement, ["EACH", "EA"], `${where}.unitOfMeasurement`)
  const digits = text(quantity.amount, `${where}.amount`)
  if (!/^[1-9]\d{0,5}$/.test(digits)) {
    throw badContent(`${where}.amount: "${digits}" is not a whole quantity`, "amount")
  }
  return Number(digits)
}
