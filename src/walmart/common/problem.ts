import { inARow, type Said, type Text, textIn, type Words } from "../words/phrase"

/** What a person entered that a problem is about. */
export type ProblemField =
  "tracking_number" | "carrier" | "tracking_url" | "reason" | "stock_location" | "amount"

/**
 * One thing wrong with what a person is about to tell Walmart, in words for that person.
 * `code` is stable and for programs; `message` says what is wrong and with which value; `remedy` says what to do now.
 */
export interface Problem {
  code: string
  field: ProblemField
  /** The offending value as entered, shortened for display; empty when nothing was entered. */
  value: string
  message: string
  remedy: string
  /** Both as sentences that a screen may translate. */
  words: Words
}

const SHOWN_LENGTH = 60

/** The problem in a row of sentences, as an error message or a toast shows it. */
export function problemText(problem: Problem): Text {
  return textIn(inARow(problem))
}

/** A value made safe to show in a message: one line, no invisible characters, at most 60 characters. */
export function shownValue(raw: string): string {
  const head = raw.slice(0, SHOWN_LENGTH * 4)
  const oneLine = head.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()
  return oneLine.length > SHOWN_LENGTH ? `${oneLine.slice(0, SHOWN_LENGTH)}…` : oneLine
}

/** A problem of the tracking number, in words for it. */
export function numberProblem(said: Said & { code: string }, value: string): Problem {
  return { ...said, field: "tracking_number", value }
}

/** "A, B or C" for messages; an empty string for no names. */
export function listOf(names: readonly string[]): string {
  if (names.length < 2) {
    return names.join("")
  }
  return `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`
}
