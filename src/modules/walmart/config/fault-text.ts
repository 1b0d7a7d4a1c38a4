import type { z } from "@medusajs/framework/zod"
import { didYouMean } from "../../../walmart/carriers/nearest"
import { listOf, shownValue } from "../../../walmart/common/problem"
import { ownValue } from "../../../walmart/common/own-value"
import { meantBy } from "./option-places"

const SHAPES: Record<string, string> = {
  ...{ string: "a text", number: "a number", int: "a whole number", boolean: "true or false" },
  ...{ array: "a list in [ ]", object: "an object in { }", record: "an object in { }" },
}

/** A variable of the environment is a text, whatever it says; taken for a number or a switch it might mean something else. */
const CONVERSIONS: Record<string, string> = {
  ...{ number: "Number(process.env.…)", int: "Number(process.env.…)" },
  boolean: 'process.env.… === "true"',
}

/** Says what an option must be, where its schema has no words of its own for that. */
export function whatIsWanted(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "is not set"
        : `must be ${ownValue(SHAPES, issue.expected) ?? issue.expected}`
    case "invalid_value":
      return `must be ${listOf(issue.values.map((value) => `"${String(value)}"`))}`
    case "too_small":
      return issue.origin === "array"
        ? "must not be empty, leave it out instead"
        : `must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`
    case "too_big":
      return `must be at most ${issue.maximum}`
    default:
      return undefined
  }
}

/**
 * The faults that a parse found: each with the option's path, what it must be, the value unless it may be secret, and what was
 * probably meant. One for each option, because whatever else is said of a wrong value follows from the first.
 */
export function faultTexts(issues: readonly z.core.$ZodIssue[], given: unknown): string[] {
  const faults = issues.flatMap((issue) => branchOf(issue).flatMap((one) => faultsOf(one, given)))
  const paths = faults.map(({ path }) => path)
  return faults
    .filter(({ path }, index) => paths.indexOf(path) === index)
    .map(({ path, says }) => `${path || "options"}: ${says}`)
}

interface Fault {
  path: string
  says: string
}

/** Of a value that may be written in several ways, the faults of the way that was chosen: the one whose shape it has. */
function branchOf(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue]
  const chosen = issue.errors.find((errors) =>
    errors.every(({ code, path }) => code !== "invalid_type" || path.length > 0)
  )
  if (!chosen) return [issue]
  const whole = chosen.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
  return whole.flatMap(branchOf)
}

function faultsOf(issue: z.core.$ZodIssue, given: unknown): Fault[] {
  const { code, path } = issue
  if (code === "unrecognized_keys") {
    return issue.keys.map((name) => ({
      path: pathText([...path, name]),
      says: `there is no such option${meantBy(name, path)}`,
    }))
  }
  if (code === "invalid_key") return [keyFault(issue)]
  return [{ path: pathText(path), says: valueText(issue, given) }]
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map((name) => shownValue(String(name))).join(".")
}

/** A wrong name in a map; what is said of it is inside, or is said by nothing, as the version of zod has it. */
function keyFault({ issues, path }: z.core.$ZodIssueInvalidKey): Fault {
  const name = String(path.at(-1) ?? "")
  const says = issues.map((inner) => {
    const hint = inner.code === "invalid_value" ? didYouMean(name, inner.values.map(String)) : ""
    return `${inner.message.startsWith("must") ? "the name " : ""}${bare(inner.message)}${hint}`
  })
  return { path: pathText(path), says: says.join(", ") }
}

function valueText(issue: z.core.$ZodIssue, given: unknown): string {
  const said = bare(issue.message)
  const value = valueAt(given, issue.path)
  const isSecret = issue.path.some((name) => SECRET.has(String(name)))
  const isShown = value !== undefined && !isSecret && /^must (?!not )/.test(said)
  return `${said}${isShown ? `, not ${shown(value)}` : ""}${hintOf(issue, value)}`
}

/** Options whose values are secret, or may hold something secret. */
const SECRET = new Set([
  ...["clientId", "clientSecret", "keysSecret", "formerKeysSecrets", "secret", "userName"],
  ...["password", "headers", "baseUrl", "url"],
])

function hintOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "invalid_value" && typeof value === "string")
    return didYouMean(value, issue.values.map(String))
  if (issue.code !== "invalid_type") return ""
  if (Number.isNaN(value)) return " (its variable is not set or holds no number)"
  const conversion = typeof value === "string" && CONVERSIONS[issue.expected]
  return conversion ? ` (variables of the environment are texts: write ${conversion})` : ""
}

/** Texts with the blanks around them, which may be what is wrong. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, SHOWN_LENGTH))
  if (Array.isArray(value)) return "a list"
  const isPlain = typeof value !== "object" || value === null
  return isPlain || value instanceof RegExp || value instanceof Date
    ? shownValue(String(value))
    : "an object"
}

const SHOWN_LENGTH = 60

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  const [name, ...rest] = path
  if (name === undefined) return given
  return typeof given === "object" && given !== null
    ? valueAt((given as Record<PropertyKey, unknown>)[name], rest)
    : undefined
}

/** Faults are put in a row, which has its own full stop. */
function bare(message: string): string {
  return message.replace(/\.$/, "")
}
