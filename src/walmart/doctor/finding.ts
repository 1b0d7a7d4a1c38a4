import { type Phrase, saying, type Words } from "../words/phrase"

/** What the doctor looks at, in the order in which it is shown. */
export const CHECKS = [
  "migrations",
  "accounts",
  "modules",
  "keys",
  "permissions",
  "clock",
  "polls",
  "older_orders",
  "returns",
  "webhooks",
  "sales_channel",
  "region",
  "stock_location",
  "shipping_options",
  "options",
  "products",
  "worker",
  "queue",
  "attention",
] as const

/** One thing that the doctor looks at. */
export type Check = (typeof CHECKS)[number]

/**
 * How a check ended: `fault` keeps orders from being imported or sent, `warning` will or may, `unknown` could not be looked at,
 * `ok` is all right.
 */
export type FindingState = "ok" | "warning" | "fault" | "unknown"

/** What the doctor found, in words for a person. */
export interface Finding {
  check: Check
  /** Null for what concerns the whole store. */
  accountId: string | null
  state: FindingState
  message: string
  /** What to do; null where there is nothing to do. */
  remedy: string | null
  words: Words
}

/** A finding before it is said whose it is. */
export type Found = Omit<Finding, "accountId">

/** One sentence, or several. */
export type Sentences = Phrase | Phrase[]

/** All is well. */
export const ok = (check: Check, message: Sentences): Found => found("ok", check, message, [])

/** Orders are not imported or not sent. */
export const fault = (check: Check, message: Sentences, remedy: Sentences): Found =>
  found("fault", check, message, remedy)

/** Something will or may go wrong. */
export const warning = (check: Check, message: Sentences, remedy: Sentences): Found =>
  found("warning", check, message, remedy)

/** It could not be looked at. */
export const unknown = (check: Check, message: Sentences, remedy: Sentences): Found =>
  found("unknown", check, message, remedy)

function found(state: FindingState, check: Check, message: Sentences, remedy: Sentences): Found {
  const said = saying({ message: [message].flat(), remedy: [remedy].flat() })
  return { check, state, ...said, remedy: said.remedy || null }
}

/** Whether anything keeps orders from being imported or sent. */
export function hasFaults(findings: Pick<Finding, "state">[]): boolean {
  return findings.some(({ state }) => state === "fault")
}
